#!/bin/sh
# SPDX-License-Identifier: MIT
# Prints C source with the bytes of files, so that guidec holds what it needs and looks for nothing
# where it was installed: embed.sh NAME=FILE... See src/compiler/embedded.h.
set -eu

# Prints a file; of a script or a style, which each page of a web site holds, no comment that has lines
# of its own, and no indentation; of version.h, not the addresses and the web site of this package.
contents() {
  case $1 in
  *.js | *.css)
    sed -e '/^ *\/\*.*\*\/$/d' -e '/^ *\/\*/,/\*\/$/d' -e 's/^ *//' -e '/^$/d' "$1"
    ;;
  version.h)
    sed '/^#ifndef SITE_FOLDER/,/^#endif/d' "$1"
    ;;
  *)
    cat "$1"
    ;;
  esac
}

printf '/* Made by src/embed.sh. */\n#include "compiler/embedded.h"\n\n'
for file; do
  test -r "${file#*=}" || { echo "embed.sh: cannot read ${file#*=}" >&2; exit 1; }
done
count=0
for file; do
  count=$((count + 1))
  printf 'static const unsigned char file_%d[] = {' "$count"
  contents "${file#*=}" | od -An -v -tu1 | sed 's/[0-9][0-9]*/&,/g'
  printf '0};\n'
done
printf '\nconst struct embedded embedded_files[] = {\n'
count=0
for file; do
  count=$((count + 1))
  printf '    {"%s", file_%d, sizeof file_%d - 1},\n' "${file%%=*}" "$count" "$count"
done
printf '    {0},\n};\n'
