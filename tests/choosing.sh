#!/bin/sh
# SPDX-License-Identifier: MIT
# Choosing: words and options to sections, and what is said where there are none.
. "${srcdir:-.}/tests/lib.sh"

use_guide "$top_srcdir/tests/cases/kitchen/guide"

chooses 'nothing is everything' '' 'start knead bake buns tea jar rice naan crepe curtain'
chooses 'sections come as they are named' 'tea bake' 'tea bake'
chooses 'a section that is named twice comes once' 'tea bake tea' 'tea bake'
chooses 'a section is found that no role has' 'curtain' 'curtain'
chooses 'a topic is a choice' 'bread' 'knead bake buns naan crepe'
chooses 'topics widen each other' 'bread spice' 'knead bake buns tea jar naan crepe'
chooses 'a role has its path first, then the book' 'baker' \
    'bake knead start buns tea jar rice naan crepe'
chooses 'a role hides sections for others' 'guest' 'start bake buns tea jar rice naan crepe'
chooses 'roles widen each other, in the order of the book' 'guest baker' \
    'start knead bake buns tea jar rice naan crepe'
chooses 'a role narrows a topic' 'guest bread' 'bake buns naan crepe'
chooses 'a topic narrows a role, whose path stays' 'bread baker' 'bake knead buns naan crepe'
chooses 'sections, topics and roles narrow each other' 'knead tea bake bread guest' 'bake'
chooses 'a word is a section before it is a topic' 'rice' 'rice'
chooses 'options say which is meant' '-t rice -r baker' 'rice'
chooses 'options and words are of one kind' '-t spice bread' 'knead bake buns tea jar naan crepe'
chooses 'an alias of a section will do' 'dough' 'knead'
chooses 'an alias of a topic will do' 'loaf -r guest' 'bake buns naan crepe'
chooses 'an alias of a role will do' '-r cook -t bread' 'bake knead buns naan crepe'
chooses 'an alias in another script will do' 'ご飯' 'rice'
chooses 'case and signs do not count' 'KNEAD "TE-A"' 'knead tea'
chooses 'a title will do' 'Kneading' 'knead'
chooses 'a word is a topic before it is in a text' 'bread' 'knead bake buns naan crepe'
chooses 'words behind -- are no options' '-- tea' 'tea'
chooses 'letters of options stand together' '-rguest -tspice' 'buns tea jar'
chooses 'names of options are shortened' '--li --wid 30 tea' 'tea'

prints 'a beginning is no name' 'trustman cur; trustman -t lo' <<'END'
trustman: nothing is called 'cur'; see 'trustman --toc'
trustman: no topic is called 'lo'; see 'trustman --topics'
[status 1]
END
prints 'a slip of the finger in a name is mended, and said' 'trustman -l knaed' <<'END'
trustman: looking for 'knead' instead of 'knaed'
knead	until it is smooth
END
prints 'words of one letter or four are not mended' 'trustman teaa' <<'END'
trustman: nothing is called 'teaa'; see 'trustman --toc'
[status 1]
END
prints 'a slip in a role is mended' 'trustman -r geust' <<'END'
trustman: no role is called 'geust'; did you mean 'guest'?
[status 1]
END
prints 'what is no name is a question, whose answer is a list' 'trustman caramelise; trustman how do I knead' <<'END'
buns	sweet, and rolled up
knead	until it is smooth
bake	hot, then less hot
END
prints 'what is nowhere is not there' 'trustman submarine; trustman -t submarine' <<'END'
trustman: nothing is called 'submarine'; see 'trustman --toc'
trustman: no topic is called 'submarine'; see 'trustman --topics'
[status 1]
END
prints 'words that the guide does not hold are left out of a question' 'trustman the submarine jar' <<'END'
jar	where things stand
END
prints 'an empty word is none' "trustman ''" <<'END'
trustman: nothing is called ''; see 'trustman --toc'
[status 1]
END
prints 'facets that leave nothing are a question' 'trustman tea bread' <<'END'
tea	black tea with cinnamon
END
prints 'options that leave nothing are told' 'trustman -t rice -r guest -t bread -s dough' <<'END'
trustman: nothing holds 'dough' there; leave something out
[status 1]
END
prints 'control characters are not echoed' "trustman \"\$(printf 'x\\033[2Jy\\302\\233z\\342\\200\\256')\"" <<'END'
trustman: nothing is called 'x?[2Jy??z???'; see 'trustman --toc'
[status 1]
END

# What a role sees of a section.
prints 'a role hides the text for others' 'trustman guest bake | tail -n 4' <<'END'
    Cinnamon, cinnamon and more cinnamon.

  For those who wait
    Set the table.
END

# Chance.
for seed in 1 2 3 4 5 6 7 8 9 10 11 12; do
    trustman --seed=$seed -t bread -l
done >"$scratch/first"
for seed in 1 2 3 4 5 6 7 8 9 10 11 12; do
    trustman --random --seed $seed -t bread -l
done >"$scratch/again"
same 'a seed repeats what chance chose' "$scratch/first" "$scratch/again"
trustman -t bread -l | sort >"$scratch/all"
sort -u "$scratch/first" >"$scratch/seen"
same 'chance reaches all of the choice, and nothing else' "$scratch/all" "$scratch/seen"
succeeds 'without a seed it is one section, too' \
    sh -c 'trustman --random -t bread -l | grep -c . | grep -qx 1'

# Steps.
chooses 'the next section in the book' '-n knead' 'bake'
chooses 'the one before in the book' '-p knead' 'start'
chooses 'the book goes on from part to part' '--next bake' 'buns'
chooses 'a word may be an alias' '-n dough' 'bake'
chooses 'the next section in the path of a role' '-n -r baker bake' 'knead'
chooses 'from the path to the rest of the book' '-n baker knead' 'start'
chooses 'the one before in the path of a role' '-p baker start' 'knead'
chooses 'steps along a topic' '-n -t bread buns' 'naan'
prints 'the book has an end' 'trustman -n curtain' <<'END'
trustman: that is the last one
[status 1]
END
prints 'the book has a beginning' 'trustman -p start' <<'END'
trustman: that is the first one
[status 1]
END
prints 'a path has a beginning' 'trustman -p baker bake' <<'END'
trustman: that is the first one
[status 1]
END
prints 'a step from what the role does not have is none' 'trustman -n guest knead' <<'END'
trustman: that section is not one of them
[status 1]
END
for option in -n -p -m -i; do
    for words in '' bread 'tea jar'; do
        case $option$words in -m | -i) continue ;; esac
        # shellcheck disable=SC2086 # a list
        trustman $option $words >"$scratch/out" 2>"$scratch/err" </dev/null
        echo "$? $(wc -c <"$scratch/out") $(sed -n '$p' "$scratch/err")"
    done
done | sort -u >"$scratch/actual"
echo "2 0 Try 'trustman --help' for more information." >"$scratch/expected"
same '-n, -p, -m and -i take no list of sections' "$scratch/expected" "$scratch/actual"

done_testing
