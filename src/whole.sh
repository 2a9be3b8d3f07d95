#!/bin/sh
# whole.sh COMMAND... -o FILE ...: runs a compiler or linker that writes FILE under another name, and
# renames what it wrote. One that is killed leaves no part of FILE, which make would take for new.
file= previous=
for argument; do
    shift
    if [ "$previous" = -o ]; then
        file=$argument
        argument=$argument-t
    fi
    previous=$argument
    set -- "$@" "$argument"
done
"$@" && mv -f "$file-t" "$file"
