#!/bin/sh
# SPDX-License-Identifier: MIT
# What is installed, wherever it came from: INSTALLED=yes srcdir=DIR sh DIR/tests/installed.sh. It builds
# nothing, and is no part of `make check`; packages run it, and the other scripts that it names.
INSTALLED=yes
export INSTALLED
. "${srcdir:-.}/tests/lib.sh"
share=${SHARE:-/usr/share}

id=$("$trustman" -l | sed -n 2p | cut -f 1)
name=$("$trustman" -T json "$id" | sed -n 's/^    "name": "\(.*\)",/\1/p')
title=$("$trustman" -T json "$id" | sed -n 's/^      "title": "\(.*\)",/\1/p')
succeeds 'trustman shows a section' test -n "$title"

# holds NAME COMMAND TEXT: what the command prints holds the text, however lines are broken.
holds() {
    sh -c "$2" 2>&1 </dev/null | tr -s ' \n' '  ' >"$scratch/printed"
    succeeds "$1" grep -F -e "$3" "$scratch/printed"
}
if have man; then
    holds 'man finds the page of a section' "MANPAGER=cat $trustman -m $id" "$title"
    mandb -q 2>/dev/null
    holds 'apropos finds it by its summary' "apropos -l -a $id" "$("$trustman" -l "$id" | cut -f 2)"
else
    skip 'man and apropos' 'man is not there'
fi
if have info; then
    holds 'info finds its node' "info $name $id" "$title"
    holds 'and the manual in its directory' 'info --file=dir -o -' "($name)"
else
    skip 'info' 'info is not there'
fi

# Words that each shell completes, where nobody has set anything up.
word=$("$trustman" -l | awk -F '\t' 'length($1) > 4 { print $1; exit }')
part=${word%???}
bash_completion=$share/bash-completion/completions/trustman
[ -f "$bash_completion" ] || bash_completion=$bash_completion.bash
if have bash; then
    holds 'bash completes' "bash -c '. $bash_completion; COMP_WORDS=(trustman $part); COMP_CWORD=1
        COMP_LINE=\"trustman $part\"; COMP_POINT=\${#COMP_LINE}; COMP_TYPE=9
        \$(complete -p trustman | sed \"s/.*-F \\([^ ]*\\).*/\\1/\") trustman $part trustman
        printf \"%s\\n\" \"\${COMPREPLY[@]}\"'" "$word"
else
    skip 'bash completes' 'bash is not there'
fi
if have zsh; then
    holds 'zsh finds its function' "zsh -f -c 'autoload -Uz compinit && compinit -D && echo \$_comps[trustman]'" _trustman
else
    skip 'zsh finds its function' 'zsh is not there'
fi
if have fish; then
    holds 'fish completes' "fish -c 'complete -C \"trustman $part\"'" "$word"
else
    skip 'fish completes' 'fish is not there'
fi

for file in "$share/doc/$name"/"$name"-*-a4.pdf; do
    succeeds "there is ${file##*/}" test -s "$file"
done
if [ -x "$guidec" ]; then
    copy_case minimal "$scratch/source"
    succeeds 'guidec compiles a guide' "$guidec" -o "$scratch/made" "$scratch/source"
else
    skip 'guidec compiles a guide' 'guidec is not installed'
fi

done_testing
