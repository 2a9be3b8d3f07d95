#!/bin/sh
# SPDX-License-Identifier: MIT
# Bridges: from trustman to man and info, as `make install` leaves them, and back.
# shellcheck disable=SC2153,SC2154 # set by make
. "${srcdir:-.}/tests/lib.sh"

own_guide_only
if ! (cd "$top_builddir" && "$MAKE" install "DESTDIR=$scratch/root") >"$scratch/report" 2>&1; then
    not_ok 'make install' "$scratch/report"
    done_testing
    exit
fi
trustman=$scratch/root$bindir/trustman
[ -x "$trustman" ] || skip_all 'trustman is installed under another name'
MANPATH=$scratch/root$mandir INFOPATH=$scratch/root$infodir MANPAGER=cat
export MANPATH INFOPATH MANPAGER
ln -s "$trustman" "$scratch/trustman"

for file in "$datarootdir/bash-completion/completions/trustman.bash" \
    "$datadir/zsh/site-functions/_trustman" "$datadir/fish/vendor_completions.d/trustman.fish"; do
    cmp "$(generated "${file##*/}")" "$scratch/root$file"
done >"$scratch/report" 2>&1
empty 'completion is where the shells look for it' "$scratch/report"

# What is not there is not in this folder either.
mkdir "$scratch/bin"
for program in sh less cat; do
    ln -s "$(command -v $program)" "$scratch/bin/$program"
done

if have man && man -w 7 trust-rebuild >/dev/null 2>&1; then
    for section in signs safety trustman; do
        "$trustman" -m $section 2>&1 </dev/null >"$scratch/actual"
        echo "$?" >"$scratch/status"
        succeeds "-m opens the page of $section" grep -qx 0 "$scratch/status"
    done
    "$trustman" -m signs </dev/null | col -b >"$scratch/actual"
    succeeds '-m shows the page that holds the section' grep -q '^TRUST-SIGNS(7)' "$scratch/actual"
    "$trustman" -m trustman </dev/null | col -b >"$scratch/actual"
    succeeds '-m finds the page in its section of the manual' \
        grep -q '^TRUSTMAN(1)' "$scratch/actual"
    "$trustman" -m </dev/null | col -b >"$scratch/actual"
    succeeds '-m alone opens the first page of the guide' grep -q '^TRUST-REBUILD(7)' "$scratch/actual"
    "$trustman" -m betrayed </dev/null | col -b >"$scratch/actual"
    succeeds '-m opens the page of a role' grep -q '^TRUST-BETRAYED(7)' "$scratch/actual"
    man trust signs </dev/null 2>&1 | col -b >"$scratch/actual"
    succeeds 'man trust signs shows that page' grep -q '^TRUST-SIGNS(7)' "$scratch/actual"
    for page in $MAN_PAGES; do
        page=$(basename "$page")
        man -w "${page##*.}" "${page%.*}" >/dev/null 2>&1 || echo "$page"
    done >"$scratch/lost"
    empty 'man finds all pages' "$scratch/lost"
    MANPATH=$scratch/nowhere "$trustman" -m signs >"$scratch/actual" 2>&1 </dev/null
    echo "status $?" >>"$scratch/actual"
    succeeds 'where the page is missing, it says what to do' \
        grep -qx "trustman: man does not find the page; the same text: trustman signs" \
        "$scratch/actual"
    succeeds 'and ends with status 3' grep -qx 'status 3' "$scratch/actual"
else
    skip '-m opens the page' 'man is not there, or MANPATH is not for it'
fi
prints 'where man is missing, it says what to do' \
    "PATH=$scratch/bin $scratch/trustman -m signs" <<'END'
trustman: man is not installed; the same text: trustman signs
[status 3]
END

prints 'and so for the guide' "PATH=$scratch/bin $scratch/trustman -m" <<'END'
trustman: man is not installed; the same text: trustman --toc
[status 3]
END
prints 'two sections have no page' "$scratch/trustman -m signs causes" <<'END'
trustman: name one section, as in 'trustman -m SECTION'
Try 'trustman --help' for more information.
[status 2]
END

# man as another program, which says how it was called.
mkdir "$scratch/other"
printf '#!/bin/sh\necho "$* by ${MANPAGER-none}"\n' >"$scratch/other/man"
chmod +x "$scratch/other/man"
while IFS='|' read -r settings pager; do
    equal "with $settings -m gives man the pager '$pager'" "7 trust-signs by $pager" \
        "$(PATH=$scratch/other:$PATH && eval "env -u MANPAGER $settings \"\$trustman\" -m signs")"
done <<'END'
MANPAGER=more|more
PAGER=more|none
TRUSTMAN_PAGER=most|most
MANPAGER=more TRUSTMAN_PAGER=most|most
MANPAGER=more TRUSTMAN_PAGER=|cat
END
equal 'and with --no-pager, cat' '7 trust-signs by cat' \
    "$(PATH=$scratch/other:$PATH MANPAGER=more TRUSTMAN_PAGER=most "$trustman" --no-pager -m signs)"

# What info shows of the guide: the names of its nodes.
nodes() {
    sed -n 's/^File: [^,]*,  Node: \([^,]*\),.*/\1/p'
}

if have info; then
    equal 'info trustguide signs shows that section' signs \
        "$(info trustguide signs 2>/dev/null </dev/null | nodes)"
    equal 'info trustguide shows the top' Top \
        "$(info trustguide 2>/dev/null </dev/null | nodes | head -n 1)"
    if [ -f "$INFOPATH/dir" ]; then
        equal 'info trust does, too, by the directory' Top "$(info trust 2>/dev/null </dev/null | nodes | head -n 1)"
    else
        skip 'info trust does, too, by the directory' 'install-info is not there'
    fi
    equal '-i opens the node of the section' signs \
        "$("$trustman" -i signs 2>/dev/null </dev/null | nodes | head -n 1)"
    equal '-i alone opens the top' Top "$("$trustman" -i 2>/dev/null </dev/null | nodes | head -n 1)"
    equal '-i opens the node of a role' betrayed \
        "$("$trustman" -i betrayed 2>/dev/null </dev/null | nodes | head -n 1)"
    INFOPATH=$scratch/nowhere prints 'where the manual is missing, it says what to do' \
        "$scratch/trustman -i signs" <<'END'
trustman: info does not find the manual; the same text: trustman signs
[status 3]
END
else
    skip '-i opens the node' 'info is not there'
fi
prints 'where info is missing, it says what to do' \
    "PATH=$scratch/bin $scratch/trustman -i signs" <<'END'
trustman: info is not installed; the same text: trustman signs
[status 3]
END

# A trustman whose web site is in a folder of its own.
mkdir "$scratch/my site"
cp "$(generated site)"/*.html "$scratch/my site"
(cd "$top_builddir" && $CC $CPPFLAGS -I. -I"$top_srcdir/src" -D_POSIX_C_SOURCE=200809L $CFLAGS \
    -DSITE_FOLDER="\"$scratch/my site\"" -c -o "$scratch/bridge.o" "$top_srcdir/src/reader/bridge.c" &&
    $CC $CFLAGS $LDFLAGS -o "$scratch/browsing" \
        $(echo "$TRUSTMAN_OBJECTS" | sed "s|[^ ]*reader/bridge[^ ]*|$scratch/bridge.o|; s|doc/guide-data.[^ ]*||") \
        "$(generated guide-data.c)" -I"$top_srcdir/src" $LIBS) || exit 99
keeps='trustman: A browser keeps traces: the names of pages that you opened. trustman without --browse keeps none.'
while IFS='|' read -r arguments page; do
    [ -f "$scratch/my site/${page%%#*}" ] || echo "there is no $page"
    own_guide equal "--browse $arguments opens $page" "$keeps
file://$scratch/my%20site/$page" "$(eval "BROWSER='echo' \"\$scratch/browsing\" --browse $arguments" 2>&1)"
done <<'END'
|index.html
signs|signs.html
betrayed|betrayed.html
helplines india|helplines.html#helplines.india
he hit me|safety.html
END
own_guide equal 'BROWSER may be several commands' "file://$scratch/my%20site/signs.html -x" \
    "$(BROWSER='no-such-command:printf "%s -x\n"' "$scratch/browsing" --browse signs 2>/dev/null)"
printf '#!/bin/sh\necho "opened $*"\n' >"$scratch/other/xdg-open"
chmod +x "$scratch/other/xdg-open"
own_guide equal 'without BROWSER the desktop opens the page, without a place' \
    "opened file://$scratch/my%20site/helplines.html" \
    "$(PATH=$scratch/other:$PATH && unset BROWSER && "$scratch/browsing" --browse helplines india 2>/dev/null)"
BROWSER=false prints 'where no browser opens, it says what to do' "'$scratch/browsing' --browse signs" <<END
$keeps
trustman: no browser opens the web site; the same text: trustman signs
[status 3]
END
rm "$scratch/my site/index.html"
prints 'and where the site is not installed' "'$scratch/browsing' --browse signs" <<'END'
trustman: the web site is not installed; the same text: trustman signs
[status 3]
END

# On a terminal.
if have_terminal && have man && have info; then
    . "$top_srcdir/tests/terminal.sh"
    open_terminal 80 24 "MANPATH='$MANPATH' '$trustman' -m signs"
    shows 'on a terminal man opens' 'TRUST-SIGNS(7)'
    keys q
    shows 'and leads back to the shell' '[status 0]'
    open_terminal 80 24 "INFOPATH='$INFOPATH' '$trustman' -i signs"
    shows 'on a terminal info opens' 'Do we still trust'
    keys q
    shows 'and leads back' '[status 0]'
    close_terminal
else
    skip 'man and info on a terminal' 'tmux, man or info is not there'
fi

# All that is installed is uninstalled.
(cd "$top_builddir" && "$MAKE" uninstall "DESTDIR=$scratch/root") >"$scratch/report" 2>&1
find "$scratch/root" -type f >"$scratch/left"
empty 'make uninstall leaves nothing' "$scratch/left"

done_testing
