#!/bin/sh
# SPDX-License-Identifier: MIT
# The command line of guidec: --help and --version as GNU programs have them, wrong usage, and the
# rules for make.
. "${srcdir:-.}/tests/lib.sh"

[ -x "$guidec" ] || skip_all 'guidec was not built, since a library that it needs is missing'
cd "$scratch" || exit 99
copy_garden guide
PATH=$(dirname "$guidec"):$PATH

guidec --help >help 2>errors </dev/null
empty '--help says nothing on standard error' errors
succeeds '--help begins as GNU programs do' \
    grep -qx 'Usage: guidec OPTION\.\.\. \[SOURCEDIR \[TRANSLATION\]\.\.\.\]' help
awk 'length > 80' help >long
empty '--help fits into 80 columns' long
guidec -h >actual
same '-h is --help' help actual

# Each option is known as it is described, by its letter and by its name.
sed -n 's/^  \(-.\), \(--[a-z-]*\)\(=[A-Z=]*\)\{0,1\}  *[^ ].*/\1\3 \2\3/p
        s/^      \(--[a-z-]*\)\(=[A-Z]*\)\{0,1\}  *[^ ].*/\1\2/p' help | tr ' ' '\n' >in-help
succeeds 'and these are options' grep -qx -e '--format=FORMAT' in-help
while read -r option; do
    argument=${option#*=} name=${option%%=*}
    [ "$argument" != "$option" ] || argument=
    guidec "$name" ${argument:+"$argument"} nowhere/at/all >report 2>&1 </dev/null
    ! grep -e 'unknown option' -e 'requires' -e 'takes no argument' report || echo "$option"
done <in-help >refused
empty 'guidec knows the options of --help' refused

guidec --version >version
number=$(sed -n 's/^#define PACKAGE_VERSION *"\(.*\)"/\1/p' "$top_builddir/version.h")
equal '--version begins with program, package and version' "guidec (trustguide) $number" \
    "$(sed -n 1p version)"
succeeds 'and says that there is no warranty' \
    grep -qx 'There is NO WARRANTY, to the extent permitted by law.' version
guidec -nV --frobnicate >actual
same 'what comes after -V does not count' version actual

for arguments in '' guide '-o' '--output=' '-p water guide guide' '--compare=guide guide guide' '-x' '-nx' '--frobnicate' \
    '--list=yes' '-np water' '-n --compare=guide' '-o out -p water' '-n -T man' '-p water -Tpdf' \
    '-D x' '-D =x' '-D a.b=x' '-D a=' '-D none=x -n guide' '--c -n' '--new=x' '--new=x -o out bread' '--reader=x guide' '--reader=x -n'; do
    # shellcheck disable=SC2086
    guidec $arguments >out.txt 2>errors </dev/null
    echo "$? $(wc -c <out.txt) $(sed -n '$p' errors) ($(wc -l <errors))"
done | sed 's/ *guidec:.*//' | sort -u >actual
equal 'wrong usage is status 2, a message and a hint' \
    "2 0 Try 'guidec --help' for more information. (2)" "$(cat actual)"
prints 'a misspelt option gets a suggestion' 'guidec --ouput=x guide' <<'EOT'
guidec: unknown option '--ouput'; did you mean '--output'?
Try 'guidec --help' for more information.
[status 2]
EOT
prints 'so does a format' 'guidec -p water -T manpage guide; guidec -p water -T htlm guide' <<'EOT'
guidec: there is no format 'manpage'
Try 'guidec --help' for more information.
guidec: there is no format 'htlm'; did you mean 'html'?
Try 'guidec --help' for more information.
[status 2]
EOT
prints 'and a section' 'guidec -p watr guide; guidec -p helicopter guide' <<'EOT'
guidec: unknown section 'watr'; did you mean 'water'?
guidec: unknown section 'helicopter'; it is not among the 'parts' of guide.yaml
[status 1]
EOT
prints 'what steers terminals is not sent back' "guidec -p '$(printf 'a\033[1mb')' guide" <<'EOT'
guidec: unknown section 'a?[1mb'; it is not among the 'parts' of guide.yaml
[status 1]
EOT
if [ -c /dev/full ]; then
    for option in --help --version --list -M '-p all'; do
        # shellcheck disable=SC2086
        guidec $option guide >/dev/full 2>/dev/null
        echo "$?"
    done | sort -u >actual
    equal 'output that cannot be written is status 3' 3 "$(cat actual)"
else
    skip 'output that cannot be written is status 3' '/dev/full is not there'
fi
quiet 'letters are combined, and -- ends options' guidec -no out -- guide
[ ! -e out ] || echo 'out is there' >wrong
: >>wrong
empty '-n writes nothing' wrong

quiet 'a folder for outputs is made, and those that it is in' guidec -o made/./new//er/ guide
guidec --list guide | sort >expected
ls made/new/er >actual
same 'and holds the files of --list' expected actual

# With an error in the source, nothing is printed but all errors.
copy_case garden broken
printf '%s\n' '<b>one</b>' '' '![two](x.png)' >>broken/water.md
guidec -n broken 2>usual
for option in '-p water' '-p all' '-p nothing' --list -M; do
    # shellcheck disable=SC2086
    guidec $option broken >printed 2>errors
    [ $? -eq 1 ] || echo "$option: status"
    [ ! -s printed ] || echo "$option prints"
    cmp usual errors || echo "$option: messages"
done >wrong 2>&1
empty 'errors in the source are all reported, and nothing is printed' wrong

# Makes the outputs older than now, and the guide older than these.
age() {
    touch -d '2002-01-01' out/*
    touch -d '2001-01-01' "$FOLDER"/* "$FOLDER"
}

# follows MAKE FOLDER: what it makes of the rules: it makes the outputs once, and again after an edit,
# a new file, and one that is gone.
follows() {
    rm -rf ./strange && mkdir -p strange && copy_case garden "strange/$2"
    cat >strange/Makefile <<'EOT'
all: out/garden.texi out/garden.7
out/garden.texi out/garden.7:
	echo made >>log
	guidec -w -o out "$$FOLDER" && touch $@
include rules
EOT
    (
        cd strange && mkdir out && : >log || exit
        FOLDER=$2 && export FOLDER
        guidec -w -M -o out "$FOLDER" >rules && $1 out/garden.7 && $1 out/garden.7 || exit
        echo "at first $(wc -l <log)"
        age && $1 out/garden.7
        echo "as it was $(wc -l <log)"
        age && touch -d '2003-01-01' "$FOLDER/water.md" && $1 out/garden.7
        echo "edited $(wc -l <log)"
        age && touch -d '2003-01-01' "$FOLDER" && $1 out/garden.7
        echo "new file $(wc -l <log)"
        mv "$FOLDER/water.md" kept && age
        $1 -n out/garden.7 | grep -c 'echo made'
    ) >strange.log 2>&1
}
printf '%s\n' 'at first 1' 'as it was 1' 'edited 2' 'new file 3' 1 >expected
for make in make gmake bmake; do
    have $make || continue
    # The variables of the make that runs the tests are not for this one.
    # shellcheck disable=SC2016
    for folder in guide 'a#b' 'a b$c'; do
        # No other make takes the last one, however it is written.
        [ "$folder" != 'a b$c' ] || $make --version 2>/dev/null | grep -q GNU || continue
        (unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOBJDIR; follows $make "$folder")
        grep -v -e '^echo' -e '^guidec' -e 'is up to date' -e '^touch' strange.log >actual
        same "$make follows the rules of -M for the folder $folder" expected actual
    done
done

# The tag of a language may be written in capitals, and stand for a country, too.
copy_case espanol tag
for tag in ES-mx es-MX; do
    edit "s/^language: .*/language: $tag/" tag/guide.yaml
    guidec -w -o "tag-$tag" tag
    sed 's/ES-mx/es-MX/' "tag-$tag/guide-data.c" >"tables-$tag"
done
same 'capitals in the tag of a language change nothing' tables-es-MX tables-ES-mx
succeeds 'and it is the language' grep -q 'Fuentes' tables-ES-mx

printf 'guidec: nothing?[31m/at/all: No such file or directory\n' >expected
guidec -n "$(printf 'nothing\033[31m/at/all')" >actual 2>&1
same 'a path cannot control the terminal' expected actual

done_testing
