#!/bin/sh
# SPDX-License-Identifier: MIT
# What packages say agrees with the source: versions, what is needed to build and test, licences.
. "${srcdir:-.}/tests/lib.sh"
cd "$top_srcdir" || exit 99
version=$(sed -n 's/^AC_INIT(\[[a-z]*\], \[\(.*\)\])/\1/p' configure.ac)

equal 'the changelog of Debian has the version' "$version-1" \
    "$(sed -n '1s/.*(\(.*\)).*/\1/p' packaging/debian/changelog)"
equal 'the spec of rpm has it' "$version" "$(sed -n 's/^Version: *//p' packaging/trustguide.spec)"

# needed COLUMN NEED: what bootstrap would install of all that it looks for.
needed() {
    sed -n "/^table='/,/^'/p" bootstrap | awk -v column="$1" -v need="$2" '$3 ~ need { print $column }' |
        tr , '\n' | sed '/^-$/d' | sort -u
}

# What Debian has in any case, or debhelper brings.
needed 4 . | grep -v -x -e bash -e diffutils -e gcc -e libc6-dev -e make >"$scratch/needed"
sed -n '/^Build-Depends:/,/^Standards/s/^ \([a-z0-9.+-]*\).*,$/\1/p' packaging/debian/control | sort >"$scratch/named"
comm -23 "$scratch/needed" "$scratch/named" >"$scratch/missing"
empty 'Debian installs what bootstrap does' "$scratch/missing"
needed 5 build | sort >"$scratch/needed"
sed -n 's/^BuildRequires: *//p' packaging/trustguide.spec | sort >"$scratch/named"
comm -23 "$scratch/needed" "$scratch/named" >"$scratch/missing"
empty 'the spec asks for what bootstrap installs to build' "$scratch/missing"

awk '/^License: CC-BY-4.0$/ { n++ } n == 2' packaging/debian/copyright |
    sed '1d; s/^ //; s/^\.$//' >"$scratch/actual"
sed '$ { /^$/d; }' LICENSES/CC-BY-4.0.txt >"$scratch/expected"
same 'Debian has the text of CC BY 4.0' "$scratch/expected" "$scratch/actual"
awk '/^License: Expat$/ { n++ } n == 2' packaging/debian/copyright |
    sed '1d; /^$/,$d; s/^ //; s/^\.$//' >"$scratch/actual"
sed '1,/^Copyright/d' LICENSES/MIT.txt | sed 1d >"$scratch/expected"
same 'and that of the MIT licence' "$scratch/expected" "$scratch/actual"

# Files that can hold a comment say their licence. The text of the guide, what is expected, and what
# is for readers cannot; REUSE.toml speaks for them. What a new guide begins with is its author's. What is
# made here, in whatever folder, is left out.
find . \( -path ./tests/cases -o -path ./tests/fuzz/corpus -o -path ./src/kit/new -o -path ./build-aux \
    -o -path ./autom4te.cache -o -path './trustguide-*' -o -path ./debian -o -path ./build -o -path './_*' \
    -o -path '*/tests/*/work' -o -path '*/doc/site' -o -path '*/doc/new*' \) -prune -o \
    \( -name '*.[ch]' -o -name '*.h.in' -o -name '*.sh' -o -name '*.py' -o -name '*.awk' -o -name '*.mk' -o \
    -name '*.am' -o -name '*.ac' -o -name '*.m4' -o -name '*.js' -o -name '*.css' -o -name '*.lua' \) \
    ! -name aclocal.m4 ! -name version.h ! -name embedded-files.c ! -name guide-data.c -type f -print |
    xargs grep -L 'SPDX-License-Identifier: MIT' >"$scratch/bare"
empty 'each file of code says its licence' "$scratch/bare"

done_testing
