#!/bin/sh
# SPDX-License-Identifier: MIT
# Completion, in the shells themselves.
. "${srcdir:-.}/tests/lib.sh"

use_guide "$top_srcdir/tests/cases/kitchen/guide"
completion=$scratch/guide

# Another one, in Spanish, with names of several words, and of signs that shells do not take as they are.
mkdir -p "$scratch/spanish/bin" "$scratch/spanish/out"
cp -R "$top_srcdir/tests/cases/known-words/guide" "$scratch/spanish/guide" && chmod -R u+w "$scratch/spanish/guide"
edit 's/^category:.*/&\
language: es/' "$scratch/spanish/guide/guide.yaml"
"$guidec" -o "$scratch/spanish/out" "$scratch/spanish/guide" &&
    build_trustman "$scratch/spanish/bin" "$scratch/spanish/out" || exit 99
english=$PATH
spanish=$scratch/spanish/bin:$PATH

# offers NAME CANDIDATE...: what a shell offers, which the file offered holds.
offers() {
    tested_name=$1
    shift
    printf '%s\n' "$@" | sed '/^$/d' | sort >"$scratch/expected"
    sed '/^$/d' "$scratch/offered" | sort >"$scratch/actual"
    same "$tested_name" "$scratch/expected" "$scratch/actual"
}

options=$(trustman --help | tr -s ' =,' '\n' | sed -n '/^--[a-z]/p' | sort -u)

# bash as such: completes WORD... completes the last word.
if have bash; then
    in_bash() {
        # shellcheck disable=SC2016 # for bash
        bash --norc -c '
            source "$0/trustman.bash"
            complete -p trustman >/dev/null || exit
            COMP_TYPE=$1 COMP_WORDS=("${@:2}") COMP_CWORD=$(($# - 2))
            _trustman trustman "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
            printf "%s\n" "${COMPREPLY[@]}"' "$completion" "$@" >"$scratch/offered" 2>&1
    }
    in_bash 9 trustman --
    sed 's/=$//' "$scratch/offered" >"$scratch/names"
    mv "$scratch/names" "$scratch/offered"
    # shellcheck disable=SC2086 # a list
    offers 'bash: all options' $options
    in_bash 9 trustman --ro
    offers 'bash: options with their arguments' --role= --roles
    in_bash 9 trustman b
    offers 'bash: sections, topics and roles, and other words for them' bake buns bread baker begin
    in_bash 9 trustman r
    offers 'bash: what a section and a topic have in common comes once' rice
    in_bash 9 trustman -r ''
    offers 'bash: roles behind -r' baker guest
    in_bash 9 trustman --role = ''
    offers 'bash: roles behind --role= as bash cuts it' baker guest
    in_bash 9 trustman --role =
    offers 'bash: roles straight behind the =' baker guest
    in_bash 9 trustman --role=b
    offers 'bash: roles behind --role= in one word, where = parts none' --role=baker
    in_bash 9 trustman -- --r
    offers 'bash: no options after --'
    in_bash 9 trustman -- g
    offers 'bash: but words' guest
    in_bash 9 trustman --topic s
    offers 'bash: topics' spice
    in_bash 9 trustman -T m
    offers 'bash: formats' man markdown
    in_bash 9 trustman --color = ''
    offers 'bash: WHENs' auto always never
    in_bash 9 trustman -s ''
    offers 'bash: no guess at what is searched for'
    in_bash 63 trustman -r ''
    offers 'bash: summaries where it lists' 'baker             flour, heat and patience' \
        'guest             say thank you'
    in_bash 9 trustman ''
    # shellcheck disable=SC2046
    offers 'bash: where nothing is typed only sections, topics and roles' \
        $({ trustman -l && trustman --topics && trustman --roles; } | cut -f 1 | sort -u)

    PATH=$spanish
    in_bash 9 trustman s
    offers 'bash: the first of several words' stop stop-valve
    in_bash 9 trustman stop ''
    offers 'bash: and then the next' valve
    in_bash 9 trustman -r owner dripping t
    offers 'bash: words after others, and behind those what goes with them' tap tenant
    in_bash 9 trustman lamp ''
    offers 'bash: places behind their section' bulbs led what-to-do-first
    in_bash 9 trustman lamp le
    offers 'bash: and as words' led
    in_bash 9 trustman D
    offers 'bash: capital letters' DIY
    in_bash 9 trustman can
    offers 'bash: signs are escaped' "can\\'t"
    in_bash 9 trustman "can\\'"
    offers 'bash: also those that are typed so' "can\\'t"
    in_bash 9 trustman '"can'
    offers 'bash: but not within quotes' "can't"
    in_bash 9 trustman "can\\'t" turn ''
    offers 'bash: and count as what they are' it
    in_bash 9 trustman 電
    offers 'bash: words of other scripts' 電球
    in_bash 9 trustman --role=
    offers 'bash: roles of a guide in another language' --role=owner --role=tenant
    in_bash 9 trustman -t ''
    offers 'bash: its topics' lamp power water
    in_bash 9 trustman -T h
    offers 'bash: formats there' html
    in_bash 9 trustman --color a
    offers 'bash: WHENs there' auto always
    in_bash 9 trustman --sea
    offers 'bash: options there' --search=
    PATH=$english
else
    skip 'bash: completion' 'bash is not there'
fi

if have fish; then
    in_fish() {
        fish --no-config -c 'source $argv[1]/trustman.fish; complete -C $argv[2]' \
            "$completion" "$1" >"$scratch/offered" 2>&1
    }
    tab=$(printf '\t')
    in_fish 'trustman --'
    cut -f 1 "$scratch/offered" >"$scratch/names"
    mv "$scratch/names" "$scratch/offered"
    # shellcheck disable=SC2086
    offers 'fish: all options' $options
    in_fish 'trustman --ro'
    # fish 4 offers also what holds these letters anywhere.
    grep '^--ro' "$scratch/offered" >"$scratch/names"
    mv "$scratch/names" "$scratch/offered"
    offers 'fish: options' "--role${tab}what is for ROLE; may be repeated" "--roles${tab}list the roles"
    in_fish 'trustman -r g'
    offers 'fish: roles behind -r' "guest${tab}say thank you"
    in_fish 'trustman --role=g'
    offers 'fish: roles behind --role=' "--role=guest${tab}say thank you"
    in_fish 'trustman bu'
    offers 'fish: sections' "buns${tab}sweet, and rolled up"
    in_fish 'trustman ric'
    offers 'fish: what a section and a topic have in common comes once' \
        "rice${tab}お米を洗い、水に浸してから炊く"
    in_fish 'trustman -t sp'
    offers 'fish: topics' "spice${tab}little of it"
    in_fish 'trustman --color='
    cut -f 1 "$scratch/offered" >"$scratch/names"
    mv "$scratch/names" "$scratch/offered"
    offers 'fish: WHENs' --color=auto --color=always --color=never
    in_fish 'trustman -s '
    offers 'fish: no guess at what is searched for'

    PATH=$spanish
    in_fish 'trustman stop'
    offers 'fish: the first of several words' "stop${tab}stop valve" "stop-valve${tab}A tap that drips"
    in_fish 'trustman stop '
    offers 'fish: and then the next' "valve${tab}A lamp (flickers)"
    in_fish 'trustman -r owner lamp l'
    cut -f 1 "$scratch/offered" | grep '^l' >"$scratch/names"
    mv "$scratch/names" "$scratch/offered"
    offers 'fish: places behind their section, and what goes with it' lamp led lodger
    in_fish 'trustman --role='
    cut -f 1 "$scratch/offered" >"$scratch/names"
    mv "$scratch/names" "$scratch/offered"
    offers 'fish: roles of a guide in another language' --role=owner --role=tenant
    in_fish 'trustman -T h'
    cut -f 1 "$scratch/offered" >"$scratch/names"
    mv "$scratch/names" "$scratch/offered"
    offers 'fish: formats there' html
    in_fish 'trustman --sear'
    offers 'fish: options there' "--search${tab}secciones con TEXTO, y las líneas de alrededor"
    PATH=$english
else
    skip 'fish: completion' 'fish is not there'
fi

# guidec, in a folder with a guide.
mkdir -p "$scratch/work/guide" "$scratch/work/other" && cp "$top_srcdir"/tests/cases/kitchen/guide/* "$scratch/work/guide"
guidec_completion=$top_srcdir/src/completion
PATH=$PATH:$(dirname "$guidec")
english=$PATH
guidec_options=$(guidec --help | tr -s ' =,' '\n' | sed -n '/^--[a-z]/p' | sort -u)
if have bash; then
    # completes WORD...: completes the last word.
    in_bash_guidec() {
        # shellcheck disable=SC2016 # for bash
        (cd "$scratch/work" && bash --norc -c '
            source "$0/guidec.bash"
            complete -p guidec >/dev/null || exit
            COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
            _guidec guidec "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
            printf "%s\n" "${COMPREPLY[@]}"' "$guidec_completion" "$@") >"$scratch/offered" 2>&1
    }
    in_bash_guidec guidec --
    sed 's/=$//' "$scratch/offered" >"$scratch/names"
    mv "$scratch/names" "$scratch/offered"
    # shellcheck disable=SC2086 # a list
    offers 'bash: all options of guidec' $guidec_options
    in_bash_guidec guidec -T ''
    # shellcheck disable=SC2046 # a list
    offers 'bash: its formats' $(guidec --help | sed -n 's/^FORMAT: //p')
    in_bash_guidec guidec --format = h
    offers 'bash: behind = as bash cuts it' html
    in_bash_guidec guidec --format=h
    offers 'bash: and in one word' --format=html
    in_bash_guidec guidec guide -p bu
    offers 'bash: sections of the guide that is named' buns
    in_bash_guidec guidec -o ''
    offers 'bash: folders' guide other
    in_bash_guidec guidec --new=o
    offers 'bash: folders behind =' --new=other
else
    skip 'bash: completion of guidec' 'bash is not there'
fi
if have fish; then
    in_fish_guidec() {
        (cd "$scratch/work" && fish --no-config -c 'source $argv[1]/guidec.fish; complete -C $argv[2]' \
            "$guidec_completion" "$1") 2>&1 | cut -f 1 >"$scratch/offered"
    }
    in_fish_guidec 'guidec --'
    # shellcheck disable=SC2086
    offers 'fish: all options of guidec' $guidec_options
    in_fish_guidec 'guidec -T ht'
    offers 'fish: its formats' html
    in_fish_guidec 'guidec guide --print='
    (cd "$scratch/work/guide" && ls ./*.md) | sed 's/.*\/\(.*\)\.md/--print=\1/' >"$scratch/sections"
    # shellcheck disable=SC2046
    offers 'fish: sections of the guide that is named' --print=all $(cat "$scratch/sections")
    in_fish_guidec 'guidec -o o'
    offers 'fish: folders' other/
else
    skip 'fish: completion of guidec' 'fish is not there'
fi

# zsh, and bash with bash-completion, as somebody uses them.
if ! have_terminal; then
    skip 'zsh: completion' 'there is no tmux, or no terminal for it'
    skip 'bash-completion: completion' 'there is no tmux, or no terminal for it'
    done_testing
    exit
fi
. "$top_srcdir/tests/terminal.sh"

# completes NAME TYPED SHOWN...: what is shown where TYPED is completed.
completes() {
    tested_name=$1
    terminal send-keys "$2" Tab
    shift 2
    shows "$tested_name" "$@"
    keys C-c
    terminal send-keys ' clear' Enter
    wait_for screen_lacks trustman
}

if have zsh; then
    cat >"$scratch/.zshrc" <<END
fpath=('$completion' \$fpath)
autoload -Uz compinit
compinit -D -u
setopt no_list_beep
PS1='% '
echo ready
END
    open_terminal 100 40 'unset TMUX; zsh -i -d'
    shows 'zsh: starts' 'ready'
    completes 'zsh: sections' 'trustman bu' 'trustman buns'
    completes 'zsh: roles behind -r' 'trustman -r g' 'trustman -r guest'
    completes 'zsh: roles behind --role=' 'trustman --role=g' 'trustman --role=guest'
    completes 'zsh: topics behind -t' 'trustman -t sp' 'trustman -t spice'
    completes 'zsh: roles with their summaries' 'trustman -r ' 'baker  -- flour, heat and patience' \
        'guest  -- say thank you'
    completes 'zsh: sections and roles with their summaries' 'trustman b' \
        'bake   -- hot, then less hot' 'baker  -- flour, heat and patience'
    completes 'zsh: options' 'trustman --no' 'trustman --no-pager'
    completes 'zsh: formats' 'trustman -T ' 'groff' 'html' 'json' 'man' 'markdown' 'texinfo' 'text'
    completes 'zsh: WHENs' 'trustman --color=' 'always' 'auto' 'never'
    keys 'trustman --' Tab
    for option in $options; do
        wait_for screen_has "$option " || echo "$option"
    done >"$scratch/lost"
    empty 'zsh: all options' "$scratch/lost"

    cp "$guidec_completion/_guidec" "$completion"
    open_terminal 100 40 "cd '$scratch/work'; unset TMUX; zsh -i -d"
    shows 'zsh: starts for guidec' 'ready'
    completes 'zsh: formats of guidec' 'guidec -T ' html json man markdown texinfo text
    completes 'zsh: sections of the guide that is named' 'guidec guide -p bu' 'guidec guide -p buns'
    completes 'zsh: folders' 'guidec --new=o' 'guidec --new=other'
    keys 'guidec --' Tab
    for option in $guidec_options; do
        wait_for screen_has "$option " || echo "$option"
    done >"$scratch/lost"
    empty 'zsh: all options of guidec' "$scratch/lost"

    PATH=$spanish
    open_terminal 100 40 'unset TMUX; zsh -i -d'
    shows 'zsh: starts with a guide in another language' 'ready'
    completes 'zsh: the first of several words' 'trustman drip' 'trustman dripping'
    completes 'zsh: and then the next' 'trustman dripping ' 'trustman dripping tap'
    completes 'zsh: places behind their section' 'trustman lamp ' 'bulbs ' 'led ' 'what-to-do-first'
    completes 'zsh: signs are escaped' 'trustman can' "trustman can\\'t"
    completes 'zsh: and count as what they are' "trustman can\\'t turn " "trustman can\\'t turn it"
    completes 'zsh: roles of a guide in another language' 'trustman --role=o' 'trustman --role=owner'
    completes 'zsh: formats there' 'trustman -T h' 'trustman -T html'
    completes 'zsh: options there' 'trustman --sea' 'trustman --search='
    PATH=$english
else
    skip 'zsh: completion' 'zsh is not there'
fi

bash_completion=
for folder in /usr/share/bash-completion /usr/local/share/bash-completion \
    /opt/homebrew/share/bash-completion; do
    [ ! -f $folder/bash_completion ] || bash_completion=$folder/bash_completion
done
if [ -n "$bash_completion" ] && have bash; then
    mkdir -p "$scratch/share/bash-completion/completions"
    cp "$completion/trustman.bash" "$scratch/share/bash-completion/completions"
    printf "PS1='%% '\n. %s\necho ready\n" "$bash_completion" >"$scratch/.bashrc"
    open_terminal 100 40 "XDG_DATA_DIRS='$scratch/share:/usr/share' bash --rcfile '$scratch/.bashrc' -i"
    shows 'bash-completion: starts' 'ready'
    completes 'bash-completion: loads ours, and completes sections' 'trustman bu' 'trustman buns'
    completes 'bash-completion: roles behind --role=' 'trustman --role=g' 'trustman --role=guest'
    keys 'trustman b' Tab
    completes 'bash-completion: summaries where it lists' '' 'bake              hot, then less hot' \
        'baker             flour, heat and patience'
else
    skip 'bash-completion: completion' 'bash-completion is not there'
fi

close_terminal
done_testing
