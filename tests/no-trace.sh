#!/bin/sh
# SPDX-License-Identifier: MIT
# trustman leaves nothing behind. Under strace, in every mode, it opens no file for writing and no
# socket, reads nothing in the home folder, and starts no program but the pager, man or info. With
# less on a terminal nothing is left in a file, on the screen or in what scrolled off it. Neither does
# the build reach for the network, or the HTML refer to anything outside.
. "${srcdir:-.}/tests/lib.sh"

case ${CFLAGS-} in
*--coverage* | *-fsanitize*) skip_all 'programs that are measured write files of their own' ;;
esac
home=$scratch/home
mkdir "$home" "$scratch/tmp" "$scratch/bin"
one=$("$trustman" -l | sed -n 2p | cut -f 1)

# man, info and a pager that say that they ran, and read what they are given.
for program in man info page; do
    printf '#!/bin/sh\necho %s ran\n[ -t 0 ] || while read -r line; do :; done\n' $program >"$scratch/bin/$program"
done
chmod +x "$scratch"/bin/*

# A command for a terminal that may scroll and be cleared, with nothing of the tester's own in its
# environment.
clean="env -i HOME=$home TMPDIR=$scratch/tmp TERM=screen LC_ALL=C.UTF-8"

# --- System calls ---

# Says what a log of strace tells that should not be: all calls but those allowed here. A log holds
# open and its like, sockets and starts of programs; what failed counts too.
judge_log() {
    awk -v home="$home" -v allowed="$1" '
    { sub(/^[0-9]+ +/, "") }
    /^(socket|socketpair|connect|bind|sendto|sendmsg)\(/ { print "a socket: " $0 }
    index($0, home) && !/^execve/ { print "the home folder: " $0 }
    /^(open|openat|creat)\(/ && /O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND|^creat/ && !/"\/dev\/(tty|null)"/ {
        print "a file to be written: " $0
    }
    /^(mkdir|mknod|rename|link|symlink|unlink|rmdir|truncate|chmod|chown|utime|setxattr|mkdirat|mknodat|renameat|renameat2|linkat|symlinkat|unlinkat|fchmodat|fchownat|utimensat|memfd_create|shm_open)\(/ {
        print "a file that is changed: " $0
    }
    /^(execve|execveat)\(/ && !/= -1 ENOENT/ {
        split($0, part, "\"")
        name = part[2]
        sub(/.*\//, "", name)
        if (started++ && !index(" " allowed " ", " " name " "))
            print "a program: " $0
    }
    END { if (!started) print "nothing was started" }'
}

calls=trace=open,openat,creat,socket,socketpair,connect,bind,sendto,sendmsg,execve,execveat,?mkdir,?mknod,?rename
calls=$calls,?link,?symlink,?unlink,?rmdir,?truncate,?chmod,?chown,mkdirat,mknodat,renameat2,linkat,symlinkat
calls=$calls,unlinkat,fchmodat,fchownat,utimensat,memfd_create

# keeps_out NAME ALLOWED COMMAND...: traces a command; what it is allowed to start may do as it
# likes, so only trustman itself is followed where that is something else than nothing.
keeps_out() {
    name=$1 allowed=$2
    shift 2
    # shellcheck disable=SC2086 # words
    $clean PATH="$scratch/bin:$PATH" strace -f -e "$calls" -e signal=none -o "$scratch/log" "$@" \
        >"$scratch/printed" 2>&1 </dev/null
    if [ -n "$allowed" ]; then
        first=$(sed -n '1s/ .*//p' "$scratch/log")
        awk -v first="$first" '$1 == first || /execve/' "$scratch/log" >"$scratch/own"
    else
        cp "$scratch/log" "$scratch/own"
    fi
    judge_log "$allowed" <"$scratch/own" >"$scratch/wrong"
    if [ -s "$scratch/wrong" ]; then
        not_ok "$name" "$scratch/wrong"
    else
        ok "$name"
    fi
}

# The trace itself has to tell: what it is to find is found.
tells() {
    # shellcheck disable=SC2086
    $clean PATH="$PATH" strace -f -e "$calls" -o "$scratch/log" sh -c "$1" >/dev/null 2>&1
    judge_log '' <"$scratch/log" | grep -q "$2"
}

if ! have strace || [ -n "${VALGRIND-}" ]; then
    skip 'system calls of trustman' 'strace is not there, or valgrind makes calls of its own'
elif ! strace -o "$scratch/log" true 2>/dev/null; then
    skip 'system calls of trustman' 'strace may not trace here'
else
    succeeds 'a file that is written would be seen' tells 'echo >"$HOME/x"; rm "$HOME/x"' 'to be written'
    succeeds 'a file of the home folder that is read would be seen' tells ': <"$HOME/.none"' 'the home folder'
    succeeds 'a program that is started would be seen' tells '/bin/true; /bin/true; :' 'a program'
    for arguments in '' "$one" "-r betrayed $one" '-t apology' '-s listen' "--search=listen $one" '-l' '-l -s trust' \
        '--roles' '--topics' '--toc' "-T text $one" "-T man $one" "-T groff $one" "-T texinfo $one" "-T markdown $one" \
        "-T html $one" "-T json $one" '-T html' "-n $one" "-p $one" '--random' '--random --seed=3' \
        "-w 40 $one" "--color=always $one" "--plain $one" "--no-pager $one" '--help' '--version' \
        '--no-such-option' 'no-such-word' "${one}x"; do
        # shellcheck disable=SC2086
        keeps_out "trustman $arguments" '' "$trustman" $arguments
    done
    keeps_out "trustman -m $one" 'man' "$trustman" -m "$one"
    keeps_out "trustman -i $one" 'info' "$trustman" -i "$one"
    if script -q -c true /dev/null >"$scratch/printed" 2>&1 </dev/null; then
        # on a terminal
        keeps_out_there() {
            name=$1 keys=$2
            shift 2
            # shellcheck disable=SC2086
            printf "$keys" | $clean PATH="$scratch/bin:$PATH" TRUSTMAN_PAGER=page \
                script -q -c "strace -f -e $calls -e signal=none -o $scratch/log $trustman $*" /dev/null \
                >"$scratch/printed" 2>&1
            first=$(sed -n '1s/ .*//p' "$scratch/log")
            awk -v first="$first" '$1 == first || /execve/' "$scratch/log" >"$scratch/own"
            judge_log 'sh page' <"$scratch/own" >"$scratch/wrong"
            if [ -s "$scratch/wrong" ]; then
                not_ok "$name" "$scratch/wrong"
            else
                ok "$name"
            fi
        }
        keeps_out_there "trustman $one, in a pager" '' "$one"
        keeps_out_there 'the menu' '1\n1\n\nb\n/listen\n1\n\nno-such-word\n?\nq\n'
    else
        skip 'trustman on a terminal' 'script is not there, or finds no terminal'
    fi
fi

# --- A terminal, with less ---

# Whatever lies below the folders that a program might write to, with its contents.
state() {
    find "$home" "$scratch/tmp" -exec ls -ld {} + | sed 's/^total.*//'
    find "$home" "$scratch/tmp" -type f -exec cksum {} +
}

# In a tmux of its own. wait_for waits until the screen holds something.
on_terminal() {
    tmux -L "$socket" -f /dev/null "$@"
}
wait_for() {
    waited=0
    while [ $waited -lt 100 ]; do
        on_terminal capture-pane -p 2>/dev/null | grep -q -- "$1" && return
        sleep 0.1
        waited=$((waited + 1))
    done
    on_terminal capture-pane -p 2>/dev/null | sed 's/^/# /'
    return 1
}

socket=trustguide-test-$$
if [ -n "${VALGRIND-}" ]; then
    skip 'nothing is left on a terminal' 'valgrind makes files of its own'
elif ! have_terminal || ! have less; then
    skip 'nothing is left on a terminal' 'tmux or less is not there'
elif ! on_terminal new-session -d -x 80 -y 24 "exec $clean PATH=$PATH sh" 2>/dev/null; then
    skip 'nothing is left on a terminal' 'tmux cannot be started'
else
    trap 'on_terminal kill-server 2>/dev/null; rm -rf "$scratch"' EXIT
    wait_for '[#$] $' >/dev/null
    on_terminal send-keys "PS1='ready> '; clear" Enter
    wait_for '^ready> *$' >/dev/null
    on_terminal clear-history
    state >"$scratch/before"

    on_terminal send-keys "$trustman $one" Enter
    succeeds 'a section is shown in less' wait_for 'q: leave$'
    on_terminal send-keys '/the' Enter
    sleep 0.5
    on_terminal send-keys q
    succeeds 'less is left' wait_for '^ready> *$'
    state >"$scratch/after"
    same 'after a search in less no file has changed' "$scratch/before" "$scratch/after"

    on_terminal send-keys 'clear' Enter
    wait_for '^ready> *$' >/dev/null
    on_terminal clear-history
    on_terminal send-keys "$trustman; PS1='after> '" Enter
    succeeds 'the menu is shown' wait_for 'q: leave'
    on_terminal send-keys 3 Enter
    succeeds 'a list is shown' wait_for '^ *1  [A-Z]'
    sleep 0.3
    on_terminal send-keys 1 Enter
    succeeds 'a section is opened from it' wait_for 'b: back'
    on_terminal send-keys '/the' Enter
    sleep 0.3
    on_terminal send-keys Space
    sleep 0.3
    on_terminal send-keys '/listen' Enter
    sleep 0.3
    on_terminal send-keys q
    succeeds 'the menu is left' wait_for '^after> *$'
    on_terminal capture-pane -p -S - | grep -v -e '^ *$' -e '^after>' >"$scratch/left"
    empty 'after the menu nothing is on the screen or scrolled off it' "$scratch/left"
    state >"$scratch/after"
    same 'after the menu no file has changed' "$scratch/before" "$scratch/after"
    on_terminal kill-server
fi

# --- The build, and the HTML ---

"$trustman" -T html >"$scratch/page.html"
tr '\n' ' ' <"$scratch/page.html" | sed 's/</\
</g' | grep -v '^<a [^>]*href="[a-z]*:[^"]*"' |
    grep -E -i -e ' (src|srcset|action|poster|background|data|ping|formaction)=' -e 'href="([a-z]*:)?//' \
        -e '<(script|iframe|object|embed|form|img|base|video|audio)' -e 'url\(|@import' \
        -e 'href="(http|ftp|file)' -e 'http-equiv="refresh' >"$scratch/outside"
empty 'the HTML refers to nothing outside, but in links of the text' "$scratch/outside"
succeeds 'the HTML forbids to load anything' grep -q "default-src 'none'" "$scratch/page.html"

if [ ! -x "$guidec" ]; then
    skip 'guidec reaches for no network' 'guidec was not built'
elif have strace && strace -o "$scratch/log" true 2>/dev/null && [ -z "${VALGRIND-}" ]; then
    mkdir "$scratch/out"
    succeeds 'guidec is followed' strace -f -e trace=network,execve -e signal=none -o "$scratch/log" \
        "$guidec" -o "$scratch/out" "$guide_dir"
    grep -v -e '^[0-9]* *execve(.*guidec' -e '+++ exited' "$scratch/log" >"$scratch/wrong"
    empty 'guidec reaches for no network and starts no program' "$scratch/wrong"
else
    skip 'guidec reaches for no network' 'strace is not there, or may not trace here'
fi
done_testing
