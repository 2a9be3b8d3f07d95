# SPDX-License-Identifier: MIT
# terminal.sh: a terminal for the test scripts that need one, by means of tmux. Included after
# lib.sh.
# shellcheck shell=sh disable=SC2154,SC2119,SC2120 # set by lib.sh; called with arguments there

have_terminal || skip_all 'there is no tmux, or no terminal for it'

cat >"$scratch/tmux.conf" <<'END'
set -g status off
set -g default-terminal screen
set -g history-limit 5000
set -s escape-time 0
END

terminals=0 # each has a server of its own, since one that ends could take the next one with it

terminal() {
    env -u TMUX tmux -S "$scratch/tmux.$terminals" -f "$scratch/tmux.conf" "$@"
}
trap 'terminal kill-server 2>/dev/null; rm -rf "$scratch"' EXIT

# open_terminal COLUMNS ROWS COMMAND: a new terminal, in which the shell command runs with nothing
# but PATH, HOME, TERM and LC_ALL in its environment; "[status N]" follows it. What is written to
# the terminal goes into the file raw, too.
open_terminal() {
    close_terminal
    terminals=$((terminals + 1))
    echo "$3"'
        echo "[status $?]"
        sleep 60' >"$scratch/command"
    terminal new-session -d -x "$1" -y "$2" \
        "env -i PATH='$PATH' HOME='$HOME' TERM=screen LC_ALL=C.UTF-8 sh '$scratch/command'" \; \
        pipe-pane "cat >>'$scratch/raw'"
}

# close_terminal: at the end of a test; raw is complete then.
close_terminal() {
    terminal kill-server 2>/dev/null
    rm -f "$scratch/raw" # of the terminal that comes next
}

# keys KEY...: types, with the names that tmux has for keys.
keys() {
    terminal send-keys "$@"
}

# What is on the screen; with -S - also what has scrolled off it.
screen() {
    terminal capture-pane -p "$@"
}

# wait_for COMMAND...: until it succeeds, but no longer than some seconds.
wait_for() {
    for pause in 0 .02 .05 .05 .05 .1 .1 .1 .1 .1 .2 .2 .2 .2 .2 .5 .5 .5 .5 .5 .5 .5 .5 1 1 1 1; do
        sleep $pause
        "$@" && return
    done
    return 1
}

screen_has() {
    screen >"$scratch/screen" 2>&1
    for text; do
        grep -Fq -e "$text" "$scratch/screen" || return
    done
}

screen_lacks() {
    screen >"$scratch/screen" 2>&1 && ! grep -Fq -e "$1" "$scratch/screen"
}

raw_has() {
    grep -Fq -e "$1" "$scratch/raw" 2>/dev/null
}

# shows NAME TEXT...: each text stands on the screen, if not at once, then soon.
shows() {
    tested_name=$1
    shift
    if wait_for screen_has "$@"; then
        ok "$tested_name"
    else
        printf '[missing] %s\n' "$@" >>"$scratch/screen"
        not_ok "$tested_name" "$scratch/screen"
    fi
}

# hides NAME TEXT: it is no longer there.
hides() {
    if wait_for screen_lacks "$2"; then
        ok "$1"
    else
        not_ok "$1" "$scratch/screen"
    fi
}

# writes NAME TEXT: it goes to the terminal, escape sequences and all.
writes() {
    if wait_for raw_has "$2"; then
        ok "$1"
    else
        not_ok "$1" "$scratch/raw"
    fi
}
