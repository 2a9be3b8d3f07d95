#!/bin/sh
# The man pages that the makefile installs are those that guide.yaml asks for.
. "${srcdir:-.}/tests/lib.sh"

sed -n '/^pages:/,/^[a-z]*:$/{
s/^  - name: //p
s/^    section: /./p
}' "$guide_dir/guide.yaml" | paste -d '\0' - - | sort >"$scratch/asked"
for page in $MAN_PAGES; do
    basename "$page"
done | sort >"$scratch/installed"
same 'doc/local.mk lists the pages of guide.yaml' "$scratch/asked" "$scratch/installed"

sed -n '/\.[1-9]$/p' "$(generated guide.stamp)" | sort >"$scratch/made"
same 'guidec makes the pages of guide.yaml' "$scratch/asked" "$scratch/made"

done_testing
