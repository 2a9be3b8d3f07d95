#compdef {{reader}}
# SPDX-License-Identifier: MIT
# _{{reader}}: completion for zsh. It asks {{reader}} itself for all that it offers: --help for the
# options and for what their arguments may be; --words for the words, of which --list, --topics and
# --roles have the chief ones. So it is never out of date, whatever guide {{reader}} holds, in whatever
# language.

# Offers lines of a word and what it means, with a tab between.
_{{reader}}_describe() {
    local -a items=(${(f)3})

    items=(${items//:/\\:})
    items=(${items/$'\t'/:})
    _describe -t $1 $2 items
}

# Offers what {{reader}} lists with an option.
_{{reader}}_offer() {
    _{{reader}}_describe $1 $2 "$(_call_program $1 $program --$1 2>/dev/null)"
}

# Offers the words that can follow those before: the next word of each name that these begin; and
# the first word of any name, as soon as something is typed, since all would be too many.
_{{reader}}_words() {
    local before="${(j: :)${(Q)${words[2,CURRENT - 1]:#-*}}}"
    local found="$(_call_program words $program --words 2>/dev/null |
        before=$before current=$PREFIX$SUFFIX awk -F '\t' '
            function offer(rest, meaning,    n, first) {
                n = index(rest, " ")
                first = n ? substr(rest, 1, n - 1) : rest
                if (!seen[first]++)
                    print first "\t" (n ? $1 : meaning)
            }
            BEGIN { count = split(ENVIRON["before"], word, " ") }
            {
                head = ""
                for (i = count; i > 0; i--) {
                    head = word[i] " " head
                    if (index($1, head) == 1)
                        offer(substr($1, length(head) + 1), $2)
                }
                if (ENVIRON["current"] != "")
                    offer($1, $2)
            }')"

    if [[ -n $found || -n $PREFIX$SUFFIX ]]; then
        _{{reader}}_describe words word $found
    else
        _alternative 'list:section: _{{reader}}_offer list section' \
            'topics:topic: _{{reader}}_offer topics topic' 'roles:role: _{{reader}}_offer roles role'
    fi
}

_{{reader}}() {
    setopt local_options extended_glob
    local program=$words[1] line name argument spec letter
    # In lines that do not depend on the terminal.
    local -a help=(${(f)"$(_call_program options MANWIDTH=80 $program --help 2>/dev/null)"}) specs values
    local -a match mbegin mend

    for line in $help; do
        [[ $line = (#b)'  '(-?|' ')[', ']' '#(--[a-z-]##)(=|)([^ ]#)(' '##*|) ]] || continue
        name=$match[2] argument=$match[4]
        letter=${match[1]%% *}
        spec=${match[5]## ##}
        spec="[${${spec//:/\\:}//\]/\\]}]"
        case ${argument:+$name} in
            '') ;;
            --role) spec+=':role: _{{reader}}_offer roles role' ;;
            --topic) spec+=':topic: _{{reader}}_offer topics topic' ;;
            # Of what has no line of its own in --help nothing is known.
            *) values=(${${(M)help:#$argument: *}#*: })
               spec+=":${(L)argument//:/\\:}:($values)" ;;
        esac
        specs+=("*$name$match[3]$spec")
        [[ -z $letter ]] || specs+=("*$letter${argument:++}$spec")
    done
    _arguments -s -S $specs '*:word:_{{reader}}_words'
}

_{{reader}} "$@"
