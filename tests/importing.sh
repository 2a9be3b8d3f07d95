#!/bin/sh
# SPDX-License-Identifier: MIT
# The writer for pandoc, on small manuals in the shape of real ones: a folder of commands with front matter
# (npm), man pages in Markdown (skopeo), a book in folders (mdBook), and reStructuredText. What comes of
# them compiles, and what is lost is said.
. "${srcdir:-.}/tests/lib.sh"

[ -x "$guidec" ] || skip_all 'guidec was not built, since a library that it needs is missing'
have pandoc || skip_all 'pandoc is not there'
writer=$top_srcdir/src/kit/guide.lua
cd "$scratch" || exit 99
PATH=$(dirname "$guidec"):$PATH

# import FORMAT NAME ROOT FILE...: makes the guide NAME of the files; prints what the writer says.
import() {
    format=$1 name=$2 root=$3
    shift 3
    mkdir -p "$name.guide"
    for file; do
        pandoc -f "$format" -t "$writer" -M folder="$name.guide" -M name="$name" ${root:+-M root="$root"} "$file" || return
    done
}

# --- Commands, with titles in front matter ---

mkdir -p docs/commands docs/using
cat >docs/commands/pack-install.md <<'END'
---
title: pack-install
section: 1
description: Install a package
---

### Synopsis

```bash
pack install [<package-spec> ...]
```

Takes a <package-spec>; see [scope](/using/scope) and [how it is written](/using/scope#how-it-is-written).

### Configuration

#### `save`

* Default: `true`
* Type: Boolean

See [below](#see-also).

<!-- a comment -->

### See Also

* [scope](../using/scope.md)
END
cat >docs/using/scope.md <<'END'
---
title: Scope
description: How names are parted
---

### Description

A *name*, and **what it is in**, cost 5 \* 3 at `a_b`. An image: ![a chart](chart.png).[^1]

[^1]: There is none.

### How it is written

| Sign | Means    | Since |
|------|----------|-------|
| `@`  | a scope  | 2.0   |
| `/`  | the rest |       |
END
prints 'commands are imported, and what was lost is said' 'import markdown pack "" docs/*/*.md' <<'END'
docs/commands/pack-install.md: nothing was lost
docs/using/scope.md: lost: an image, of which the text is kept
docs/using/scope.md: lost: a footnote, which stands in parentheses
docs/using/scope.md: lost: a table, which is a list
END
quiet 'and compile' guidec -o pack.out pack.guide
prints 'with a page for each, not called by the name twice' 'ls pack.out | grep "\.7$"' <<'END'
pack-install.7
scope.7
END
prints 'the text is there' 'guidec -p pack-install pack.guide; guidec -p scope pack.guide' <<'END'
pack-install

  Synopsis
      pack install [<package-spec> ...]

    Takes a <package-spec>; see scope (pack scope) and how it is written (pack
    scope how-it-is-written).

  Configuration

  – save
    • Default: true
    • Type: Boolean

    See below (below).

  See Also
    • scope (pack scope)
Scope

  Description
    A name, and what it is in, cost 5 * 3 at a_b. An image: a chart. (There is
    none.)

  How it is written
    @: Means: a scope; Since: 2.0
    /: Means: the rest
END
prints 'a file that is there is not written over' 'import markdown pack "" docs/using/scope.md' <<'END'
guide.lua: pack.guide/scope.md is there already; take it away, or name sections by -M root=FOLDER
[status 1]
END

# --- Man pages in Markdown ---

mkdir pages
cat >pages/ship-copy.1.md <<'END'
% ship-copy(1)

# NAME

ship\-copy - Copy a cargo to another place.

# SYNOPSIS

**ship copy** [*options*] _source_ _destination_

# OPTIONS

**--all**, **-a**

All of it; see **[ship(1)](ship.1.md)**.

# SEE ALSO

ship(1)
END
cat >pages/ship.1.md <<'END'
% ship(1)

## NAME

ship -- Various operations with cargo

## COMMANDS

| Command                           | Description    |
| --------------------------------- | -------------- |
| [ship-copy(1)](ship-copy.1.md)    | Copy a cargo.  |
END
prints 'man pages are imported' 'import markdown ship "" pages/*.md' <<'END'
pages/ship-copy.1.md: nothing was lost
pages/ship.1.md: lost: a table, which is a list
END
quiet 'and compile' guidec -o ship.out ship.guide
prints 'a page in its parts' 'guidec -p ship ship.guide; grep summary: ship.guide/ship.md' <<'END'
ship(1)

  COMMANDS
    ship-copy(1) (ship ship-copy): Copy a cargo.
summary: "Various operations with cargo"
END
prints 'and NAME, which each page gets' 'grep -A1 "^.SH NAME" ship.out/ship-copy.7' <<'END'
.SH NAME
ship\-copy \- Copy a cargo to another place.
END

# --- A book in folders ---

mkdir -p book/src/cli book/src/format
cat >book/src/README.md <<'END'
# The book

Read about the [test](cli/test.md), and [its options](cli/test.md#options), or what to [write](format/README.md).
END
cat >book/src/cli/test.md <<'END'
# The test command

Deeper:

##### Options

1. one
2. two
   - <kbd>x</kbd>

> **Note**: see [another test](../format/test.md).
END
cat >book/src/format/README.md <<'END'
# Format

Term
:   What it means

**-x** *FILE*
:   Two

    paragraphs
END
printf '# Tests\n\n## A\n\n### B\n\n#### C\n\n##### D\n\n~~Struck~~ out.\n' >book/src/format/test.md
prints 'a book is imported, by its paths' 'import markdown book book/src book/src/README.md book/src/*/*.md' <<'END'
book/src/README.md: nothing was lost
book/src/cli/test.md: lost: a piece of html (2)
book/src/format/README.md: nothing was lost
book/src/format/test.md: lost: struck-out text, which is plain
book/src/format/test.md: lost: a heading of a deeper level, which is strong text
END
quiet 'and compiles' guidec -w -o book.out book.guide
prints 'definitions are definitions' 'guidec -p format -T man -w book.guide | sed -n "/^.TP/,\$p"' <<'END'
.TP 7
\fBTerm\fR
What it means
.TP 7
\fB\-x\fR \fIFILE\fR
Two
.IP \& 7
paragraphs
END
# --- Another format, and several sections in a file ---

cat >manual.rst <<'END'
One
===

Text with a :ref:`role`, and a :sup:`2`.

.. warning:: Take care.

Two
===

See One_.
END
prints 'sections of a file of reStructuredText' 'import rst manual "" manual.rst; guidec -p one manual.guide; guidec -p two manual.guide' <<'END'
manual.rst: lost: a superscript, which is plain
One

    Text with a role, and a 2.

      Warning: Take care.
Two

    See One (manual one).
END
prints 'without a folder it says so' 'pandoc -t "$writer" manual.rst' <<'END'
guide.lua: say where to write: -M folder=guide
[status 1]
END

done_testing
