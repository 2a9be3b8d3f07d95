# SPDX-License-Identifier: MIT
# Puts sentences about danger together from who, what and when, and after a tab the sections of which one has to be
# found first. An urgent phrase that leads elsewhere must not hide one of these by being longer.
function split_list(text, list) {
    return split(text, list, / *, */)
}

# Each of WHO with each of WHAT; every one also with one of WHEN.
function combine(who, what, when, wanted,    i, j, subjects, deeds, times, s, d, t) {
    s = split_list(who, subjects)
    d = split_list(what, deeds)
    t = split_list(when, times)
    for (i = 1; i <= s; i++)
        for (j = 1; j <= d; j++) {
            print subjects[i] " " deeds[j] "\t" wanted
            if (t > 0)
                print subjects[i] " " deeds[j] " " times[(i + j) % t + 1] "\t" wanted
        }
}

BEGIN {
    partners = "he, she, my husband, my wife, my boyfriend, my girlfriend, my partner, my ex, my fiance, my man, " \
        "hubby, my bf, my mother in law, my son, my brother"
    others = "my friend, my sister, my brother, my mum, my daughter, my neighbour, a friend, my best friend, " \
        "my cousin, my colleague"
    combine(partners ", my dad", "hits me, hit me, slaps me, punched me, kicked me, beats me, beat me up, strangled me, " \
        "choked me, pushed me, shoved me down the stairs, threw a plate at me, threatened to kill me, " \
        "threatens me, raped me, forced me to have sex, locked me in, held a knife to my throat, pulled my hair, " \
        "grabbed me by the neck, spat at me, hit me with a belt, has a gun, burned me", \
        "every day, again, at night, last night, when drunk, and I am scared, hard", "safety,young,worried")
    combine(partners, "is hurting me, hurts me", "every day, again", "safety,abuse")
    combine(others, "wants to die, wants to kill herself, took pills, took an overdose, took a whole bottle of pills, " \
        "is suicidal, is cutting herself, cut her wrists, tried to kill himself, overdosed, " \
        "says she wants to end it all, texted me goodbye, does not want to live, is standing on a bridge, " \
        "is on the roof, talks about suicide", "", "crisis")
    combine("he, she, my husband, my wife, my ex", "threatens to kill himself, says he will kill himself if I leave, " \
        "took pills, is cutting himself, says he will hang himself, took an overdose, wants to die, " \
        "tried to end it all", "", "crisis")
    combine("I", "want to die, want to kill myself, took pills, took all my pills, am going to jump, " \
        "am standing on the balcony, am on the bridge, can't go on, have no reason to live, cut myself, " \
        "am cutting again, have pills and vodka, want to end it all, don't want to wake up, would be better off dead, " \
        "want to kill him, am going to kill her, wrote a goodbye letter to my kids, just want to disappear, " \
        "hurt myself by cutting", "tonight, now, since she left", "crisis")
    combine("I", "hit her, hit my wife, slapped my girlfriend, pushed him, choked him, strangled my wife, " \
        "threw a plate at her, grabbed her by the throat, shoved my boyfriend, punched my husband, beat my wife, " \
        "beat her up, forced her to have sex, raped my girlfriend, locked her in, kicked him, hit my kid, hit my son, " \
        "broke the door down, broke her phone, scare my wife, frightened her, threatened to kill her, " \
        "held a knife to her, follow her, track her phone, pushed my wife down the stairs, lost control and hit her", \
        "last night, again, and I am ashamed", "stopping")
    combine(others, "is being hit by her husband, is hit by her boyfriend, is being abused, is beaten by her husband, " \
        "gets beaten, is scared of her husband, is controlled by her husband", "", "worried,safety,support")
}
