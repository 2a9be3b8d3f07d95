#!/bin/sh
# SPDX-License-Identifier: MIT
# Each call that may fail is made to fail in turn, by tests/faults/shim.c. A program then ends with
# status 3 and a message, or does its work in another way; it never crashes. Of guidec's outputs each
# is whole, and all are old unless it was a renaming that failed; nothing else is left. Then the same
# with real faults: full disks, folders that may not be written, closed outputs, kills.
. "${srcdir:-.}/tests/lib.sh"

[ -x "$guidec" ] || skip_all 'guidec was not built, since a library that it needs is missing'
case $CC$CFLAGS in
*-fsanitize*) skip_all 'the sanitizers take the place of the calls that are to fail' ;;
*--coverage*) skip_all 'programs that are measured make such calls of their own' ;;
esac
[ -z "${VALGRIND-}" ] || skip_all 'valgrind takes the place of the calls that are to fail'
shim=$scratch/shim.so step=${FAULT_STEP:-4} typed=/dev/null
$CC -O1 -fPIC -shared -o "$shim" "$top_srcdir/tests/faults/shim.c" -ldl >"$scratch/report" 2>&1 ||
    skip_all 'the compiler, or the system, has no library that can be preloaded'

# Two editions of a guide, and what guidec makes of them.
cd "$scratch" || exit 99
mkdir old.guide new.guide old new
cp "$top_srcdir"/tests/cases/garden/guide/* old.guide
cp old.guide/* new.guide
sed 's/^edition: .*/edition: 2001-02-03/' old.guide/guide.yaml >new.guide/guide.yaml
"$guidec" -o old old.guide && "$guidec" -o new new.guide || exit 99

# same_files DIR DIR
same_files() {
    diff -r "$1" "$2" >/dev/null 2>&1
}

# Whether each output is that of one edition, and there is nothing else.
is_whole() {
    [ "$(ls -A out)" = "$(ls -A old)" ] || return 1
    for file in old/*; do
        file=${file#old/}
        cmp -s "out/$file" "old/$file" || cmp -s "out/$file" "new/$file" || return 1
    done
}

restore() {
    rm -rf out
    cp -R old out
}

# Says what is wrong after guidec was to write the new outputs and ended with this status.
judge_writing() {
    case $1 in
    0) same_files out new || echo 'status 0, but not the new outputs, or something is left' ;;
    3)
        [ -s message ] || echo 'no message'
        if [ "$(cat log)" = rename ]; then
            is_whole || echo 'an output is not whole, or something is left'
        else
            same_files out old || echo 'outputs are not as before, or something is left'
        fi
        ;;
    *) echo "status $1" ;;
    esac
    same_files out old || restore
}

# The same after a program was to print, and to end with the status that is usual.
judge_printing() {
    case $1 in
    3) [ -s message ] || echo 'no message' ;;
    "$usual") cmp -s printed usual.printed || echo "status $1, but not all is printed" ;;
    *) echo "status $1" ;;
    esac
}

judge_errors() {
    case $1 in
    3) [ -s message ] || echo 'no message' ;;
    1) cmp -s message usual.message || echo 'not all messages' ;;
    *) echo "status $1" ;;
    esac
}

# The same after the menu, which is to leave the screen empty unless it is this that failed. What else
# fails it says where the reader can read it, and goes on.
judge_menu() {
    case $1 in
    0) [ ! -s message ] || echo 'status 0, but a message' ;;
    3) [ -s message ] || echo 'no message' ;;
    *) echo "status $1" ;;
    esac
    [ "$(cat log),$on,$at,$1" != write,1,1,0 ] || echo 'status 0, though nothing could be written'
    [ ! -s printed ] || [ "$(cat log)" = write ] || tail -c 30 printed | cmp -s - leaving ||
        echo 'the screen is not empty'
}

# The same by lines, where nothing is cleared but at the end; and after a section went to a pager.
judge_lines() {
    judge_menu "$1" | grep -v 'the screen is not empty'
}
judge_paged() {
    case $1 in
    0) [ -s printed ] || echo 'status 0, but nothing is printed' ;;
    3) [ -s message ] || echo 'no message' ;;
    *) echo "status $1" ;;
    esac
}

# fail_each NAME JUDGE CALLS COMMAND...: fails each call of the command, once; and every fifth with all
# that follow. Of the many allocations of guidec it takes one in FAULT_STEP; `make check-faults` all.
fail_each() {
    name=$1 judge=$2 calls=$3
    shift 3
    : >wrong
    failed=0
    for on in '' 1; do
        at=1
        while
            : >log
            env FAULT_PROGRAM="$(basename "$1")" FAULT_CALLS="$calls" FAULT_AT=$at ${on:+FAULT_ON=1} \
                FAULT_LOG=log LD_PRELOAD="$shim" "$@" >printed 2>message <"$typed"
            status=$?
            "$judge" $status >judgement
            [ ! -s judgement ] || sed "s/^/call $at${on:+ and all after it}, $(cat log): /" judgement >>wrong
            [ -s log ]
        do
            failed=$((failed + 1))
            case $calls,$on in
            memory,) at=$((at + step)) ;;
            memory,1) at=$((at + 5 * step)) ;;
            *) at=$((at + 1${on:+ + 4})) ;;
            esac
        done
    done
    [ $failed -gt 0 ] || echo 'no call was made to fail' >>wrong
    if [ -s wrong ]; then
        sed -n '1,20p' wrong >report
        not_ok "$name" report
    else
        ok "$name ($failed faults)"
    fi
}

# --- Each call of guidec ---

restore
fail_each 'guidec: allocations' judge_writing memory "$guidec" -o out new.guide
fail_each 'guidec: reading' judge_writing open,opendir,readdir,read,fstat "$guidec" -o out new.guide
fail_each 'guidec: comparing with what is there' judge_writing pread "$guidec" -o out new.guide
fail_each 'guidec: writing' judge_writing mkdir,write,close,rename "$guidec" -o out new.guide

# The web site.
mv old old.files && mv new new.files
"$guidec" --site old old.guide && "$guidec" --site new new.guide || exit 99
restore
fail_each 'guidec: allocations for the web site' judge_writing memory "$guidec" --site out new.guide
fail_each 'guidec: writing the web site' judge_writing mkdir,write,close,rename "$guidec" --site out new.guide
rm -rf old new && mv old.files old && mv new.files new
restore

mkdir wrong.guide
for file in old.guide/*; do
    sed 's/^title:/titel:/; s/(soil\.md)/(sole.md)/; s/^edition: .*/edition: soon/' "$file" >"wrong.guide/${file#*/}"
done
"$guidec" -n wrong.guide 2>usual.message
succeeds 'a guide with errors has several' test "$(grep -c ' error: ' usual.message)" -gt 3
fail_each 'guidec: allocations, when there are errors to report' judge_errors memory "$guidec" -n wrong.guide

# prints_in_faults NAME STATUS CALLS OPTION...: what guidec prints with the options is whole, or status 3.
prints_in_faults() {
    name=$1 usual=$2 calls=$3
    shift 3
    "$guidec" "$@" new.guide >usual.printed 2>usual.message
    fail_each "guidec: $name" judge_printing $calls "$guidec" "$@" new.guide
}
prints_in_faults 'printing a section' 0 write,open,read -p water -T html
prints_in_faults 'rules for make' 0 write,open,read -M -o out
mkdir other.guide
for file in old.guide/*; do
    sed 's/ {\.neighbour}//; s/(soil\.md)/(pests.md)/' "$file" >"other.guide/${file#*/}"
done
prints_in_faults comparing 1 memory --compare other.guide
succeeds 'which finds something' grep -q ' changed: ' usual.message

# --- Each call of trustman ---

# A pager, man and info that only read.
mkdir bin
printf '#!/bin/sh\ncat\n' >bin/info
printf '#!/bin/sh\ncat <<END\npage\nEND\n' >bin/man
chmod +x bin/*
PATH=$scratch/bin:$PATH

# print ARGUMENT...: trustman, as it is asked for.
print() {
    "$trustman" "$@" >usual.printed 2>/dev/null </dev/null
    usual=$?
    fail_each "trustman $*" judge_printing memory,write,pipe,fork,setenv "$trustman" "$@"
}

one=$("$trustman" -l | sed -n 2p | cut -f 1)
print "$one"
for format in man groff texinfo markdown html json; do
    print -T $format "$one"
done
print --search=listen "$one"
print -l -s listen "$one"
print --next "$one"
print --random --seed=3
print trust
print --topics
print --help
print --version
print "${one}x"
print s
print --no-such-option
print -m "$one"

# A passage whose lines take more memory than is taken at once: where that runs out, the last line of
# what was made has no end.
mkdir -p long.guide long.out long.bin
cp old.guide/* long.guide
awk 'BEGIN { for (i = 0; i < 900; i++) printf "raisin%s", i % 12 == 11 ? "\n" : " " }' >>long.guide/soil.md
"$guidec" -o long.out long.guide && build_trustman "$scratch/long.bin" "$scratch/long.out" || exit 99
usual_trustman=$trustman trustman=$scratch/long.bin/trustman
print --search=raisin
trustman=$usual_trustman

# The menu: pages, lists, references, searches, words, help, numbers that are none.
printf '\033[H\033[2J\033[3J\033[?1049l\033[H\033[2J\033[3J' >leaving
typed=keys step=1
export FAULT_TERMINAL=1 TERM=xterm
for lines in '2 1 b' '/listen 1 / p' "$one 1 n b" '99 xyzzy ?'; do
    # shellcheck disable=SC2086 # a line each
    printf '%s\n' $lines '' q >keys
    for calls in memory write read; do
        fail_each "the menu: $lines: $calls" judge_menu $calls "$trustman"
    done
done
ACCESSIBLE=1 fail_each 'the menu by lines: write' judge_lines write "$trustman"
# That of a guide without doors opens with roles, which have summaries.
mkdir garden.bin && build_trustman "$scratch/garden.bin" "$scratch/old" || exit 99
printf '%s\n' 1 1 q >keys
ACCESSIBLE=1 fail_each 'the menu of roles: memory' judge_lines memory "$scratch/garden.bin/trustman"
typed=/dev/null
for calls in memory pipe fork setenv; do
    TRUSTMAN_PAGER='cat -' fail_each "a pager: $calls" judge_paged $calls "$trustman" "$one"
done
unset FAULT_TERMINAL
typed=/dev/null TERM=dumb

# --- Faults that are none of a shim ---

# fails NAME COMMAND...: ends with status 3 and a message.
fails() {
    name=$1
    shift
    "$@" >"$scratch/report" 2>&1
    status=$?
    if [ $status -eq 3 ] && grep -q '^[a-z]*: ' "$scratch/report"; then
        ok "$name"
    else
        echo "status $status" >>"$scratch/report"
        not_ok "$name" "$scratch/report"
    fi
}

print_full() { "$trustman" "$@" >/dev/full; }
print_closed() { "$trustman" "$@" >&-; }
if [ -c /dev/full ]; then
    for option in "$one" -Thtml --toc --help --version; do
        fails "trustman $option on a full disk" print_full $option
    done
else
    skip 'trustman on a full disk' 'there is no /dev/full'
fi
fails 'trustman with standard output closed' print_closed "$one"
fails 'trustman --help with standard output closed' print_closed --help

# Nobody reads on: SIGPIPE ends it, or status 3; without a crash.
{
    "$trustman" -T json
    echo $? >status
} 2>message | sed 1q >first
case $(cat first status | tr '\n' ' ') in
'{ 3 ' | '{ 141 ') ok 'trustman, when nobody reads on' ;;
*) own_guide not_ok 'trustman, when nobody reads on' status ;; # another may be shorter than a pipe
esac

restore
fails 'guidec into a folder that cannot be made' "$guidec" -o old/garden.7/in/it new.guide
fails 'guidec into a file' "$guidec" -o old/garden.7 new.guide
fails 'guidec of a folder that is not there' "$guidec" -n nowhere

# A folder in the way of an output: nothing may be lost.
rm out/garden.7 && mkdir out/garden.7
fails 'guidec with a folder in the way of an output' "$guidec" -o out new.guide
if [ -z "$(ls -A out/garden.7)" ] && [ ! -e out/.guidec-temporary ]; then
    ok 'which leaves nothing'
else
    not_ok 'which leaves nothing'
fi
restore

# In a namespace of its own, without harm to others, a small disk can be had.
cat >small.sh <<END
set -eu
mount -t tmpfs -o size=512k none disk
cp old/* disk
! cat /dev/zero >disk/fill 2>/dev/null
status=0
"$guidec" -o disk new.guide 2>message || status=\$?
rm disk/fill
echo \$status >status
grep -q '^guidec: ' message
diff -r old disk
mount -o remount,ro disk
status=0
"$guidec" -o disk new.guide 2>message || status=\$?
echo \$status >>status
grep -q '^guidec: ' message
diff -r old disk
"$trustman" "$one" >/dev/null
END
mkdir disk
name='guidec on a full disk and in a folder that may not be written'
if unshare -m true 2>/dev/null; then
    unshare -m sh small.sh >report 2>&1
elif unshare -rm true 2>/dev/null; then
    unshare -rm sh small.sh >report 2>&1
else
    skip "$name" 'no namespace, and thus no small disk, can be had'
    name=
fi
if [ -n "$name" ]; then
    if [ "$(cat status | tr '\n' ' ')" = '3 3 ' ] && [ ! -s report ]; then
        ok "$name"
    else
        cat status message >>report
        not_ok "$name" report
    fi
fi

# --- Killed at random moments ---

if have timeout; then
    : >wrong
    killed=0 round=0
    while [ $round -lt 60 ]; do
        round=$((round + 1))
        [ $((round % 2)) -eq 0 ] && guide=old || guide=new
        moment=$(awk -v n=$round 'BEGIN { printf "%.4f", 0.0005 + n * 0.0001 }')
        { timeout -s KILL "$moment" "$guidec" -o out $guide.guide || killed=$((killed + 1)); } >/dev/null 2>&1
        for file in old/*; do
            file=${file#old/}
            cmp -s "out/$file" "old/$file" || cmp -s "out/$file" "new/$file" ||
                echo "round $round: $file is not whole" >>wrong
        done
    done
    mkdir -p out/.guidec-temporary && echo 'half a page' >out/.guidec-temporary/garden.7
    "$guidec" -w -o out new.guide >>wrong 2>&1
    same_files out new || echo 'the next run does not clear up' >>wrong
    if [ -s wrong ]; then
        not_ok 'guidec, killed at random moments' wrong
    else
        ok "guidec, killed at random moments ($killed of $round times)"
    fi
else
    skip 'guidec, killed at random moments' 'timeout is not there'
fi
done_testing
