#!/bin/sh
# SPDX-License-Identifier: MIT
# A guide in three languages (tests/languages): its pages, manuals and tables, the language that the reader
# takes, and a package that installs all of it. What a translation lacks is named. And the guide of this
# package goes through po4a and back without a change.
. "${srcdir:-.}/tests/lib.sh"

[ -x "$guidec" ] || skip_all 'guidec was not built, since a library that it needs is missing'
cd "$scratch" || exit 99
cp -R "$top_srcdir/tests/languages" guides && chmod -R u+w guides && mkdir bin && cd guides || exit 99
PATH=$scratch/bin:$(dirname "$guidec"):$PATH
unset LANG LC_MESSAGES

# --- What is written ---

quiet 'three languages compile' guidec -n -W en es ja
guidec --list en es ja >list
prints 'pages of a translation stand in a folder, and its Info manual has an ending' "grep -e ja -e 'h\.7' -e '^sour' list" <<'END'
sourdough.texi
sourdough.7
sourdough.es.texi
es/sourdough.7
sourdough.ja.texi
ja/sourdough.7
ja/leaven.7
ja/dough-feed.7
ja/dough-keep.7
ja/dough.1
END
quiet 'all of it is written' guidec -o ../out en es ja
(cd ../out && find . -type f) | sed 's/..//' | sort >actual
sort list >expected
same 'which is what --list says' expected actual
for language in es ja; do
    guidec -o ../alone "$language"
    for page in ../alone/dough-feed.7 "../out/$language/dough-feed.7"; do
        sed '1,/^\.ds AD/d' "$page" >"${page%.7}.body"
    done
    diff ../alone/dough-feed.body "../out/$language/dough-feed.body"
done >wrong
empty 'a page of a translation is that of the guide alone, but for its name' wrong
guidec -M -o out en es >rules
succeeds 'rules for make name all sources' grep -q '^ es/keep.md' rules

# refuses NAME FILE SED: what is said of a translation in which FILE was edited.
refuses() {
    prints_of_copy "$1" es "$2" "$3" 'guidec -n en copy'
}
refuses 'a role mark that a translation lost is named, with its place' feed.md 's/ {.baker}//' <<'END'
copy/feed.md:10: error: changed: a heading of level 2; the original has a heading of level 2 for baker (en/feed.md:10)
[status 1]
END
refuses 'so is a link' feed.md 's/\[guardarla\](keep.md)/guardarla/' <<'END'
en/feed.md:8: error: lost: a link to section 'keep'
[status 1]
END
refuses 'a section' guide.yaml 's/\[feed, keep\]/[feed]/; s/^page-for-each.*//' <<'END'
copy/keep.md:1: error: section 'keep' is in no part; add it to one in guide.yaml, or remove the file
[status 1]
END
refuses 'and a name' guide.yaml 's/^name: .*/name: masa/; s/^reader: .*//' <<'END'
copy/guide.yaml:1: error: name: a translation has that of the original, 'sourdough'
copy/guide.yaml:1: error: reader: a translation has that of the original, 'dough'
[status 1]
END
refuses 'two of one language are one too many' guide.yaml 's/^language: .*//' <<'END'
copy/guide.yaml:1: error: language 'en' is that of en/guide.yaml, too; a translation has one of its own
[status 1]
END
prints 'what takes one guide refuses another' 'guidec -p feed en es' <<'END'
guidec: 'es' is one word too many for '--print'
Try 'guidec --help' for more information.
[status 2]
END

# --- What is read ---

build_trustman "$scratch/bin" "$scratch/out" && mv ../bin/trustman ../bin/dough || exit 99

# reads NAME VARIABLES TITLE: with the variables, the reader shows the section with that title.
reads() {
    # shellcheck disable=SC2086 # a list
    equal "$1" "$3" "$(env $2 dough feed </dev/null 2>&1 | sed 1q)"
}
english='Feed the starter' spanish='Alimentar la masa madre' japanese='種に餌をやる'
reads 'without a language it is the first' 'LC_ALL=' "$english"
reads 'LC_ALL says which' 'LC_ALL=es_MX.UTF-8 LC_MESSAGES=ja_JP.UTF-8' "$spanish"
reads 'then LC_MESSAGES' 'LC_ALL= LC_CTYPE=C.UTF-8 LC_MESSAGES=ja LANG=es' "$japanese"
reads 'then LANG' 'LC_ALL= LANG=es_ES@euro' "$spanish"
reads 'LANGUAGE goes before, as a list' 'LANGUAGE=fr:ja_JP:es LC_ALL=en_US.UTF-8' "$japanese"
reads 'and may say English' 'LANGUAGE=en:es LC_ALL=es_ES.UTF-8' "$english"
reads 'but not in the locale C' 'LANGUAGE=es LC_ALL=C' "$english"
reads 'a language that is not there is the first' 'LC_ALL=fr_FR.UTF-8' "$english"
reads 'a longer name is another' 'LC_ALL=est' "$english"
prints '--lang goes before all' 'LANGUAGE=ja dough --lang es -l; dough --lang=ES-mx comida | sed 1q' <<'END'
feed	cuánto y cada cuánto
keep	en el estante o en la nevera
dough	read the guide by section, role or topic
Alimentar la masa madre
END
prints 'another one is refused' 'dough --lang=fr feed; LANGUAGE=es dough --lang=fr feed' <<'END'
dough: no language is called 'fr'; there are: en es ja
Try 'dough --help' for more information.
dough: no hay ningún idioma «fr»; los que hay son: en es ja
Más información: «dough --help».
[status 2]
END
prints 'words and questions are those of the language' 'LANGUAGE=ja dough 餌 | sed 1q; dough --lang es "cómo la alimento" | sed 1q' <<'END'
種に餌をやる
Alimentar la masa madre
END
prints '--help names the languages' "dough --help | grep -i lang; dough --lang=ja --help | grep ': en'" <<'END'
      --lang=LANG      in that language
LANG: en es ja
言語: en es ja
END
use_guide "$top_srcdir/tests/languages/en"
trustman --help | grep -i lang >actual
empty 'where there is one, --help says nothing of it' actual

# --- What is installed ---

: "${MAKE:=make}"
if ! have autoreconf || ! have automake || ! have makeinfo; then
    skip 'a package installs three languages' 'autoconf, automake or makeinfo is not there'
else
    unset MAKEFLAGS MAKELEVEL
    ACLOCAL_PATH=$top_srcdir/src/kit
    export ACLOCAL_PATH
    cd "$scratch" && guidec --new package dough && cp -R guides/en guides/es guides/ja package && cd package || exit 99
    edit 's/GUIDEC_GUIDE.*/GUIDEC_GUIDE([en es ja])/; s/guide\/guide/en\/guide/' configure.ac
    (autoreconf -fi && ./configure -q --prefix=/usr CC="$CC" CFLAGS="$CFLAGS" CPPFLAGS="$CPPFLAGS" LDFLAGS="$LDFLAGS" &&
        "$MAKE" -j2 && "$MAKE" install DESTDIR="$scratch/root") >report 2>&1 || cat report >wrong
    [ -f wrong ] || : >wrong
    empty 'a package installs three languages' wrong
    succeeds 'installcheck is content' "$MAKE" installcheck DESTDIR="$scratch/root"
    (cd "$scratch/root/usr/share" && find man info -name '*feed*' -o -name '*.info' -o -name 'leaven*') | sort >actual
    sort >expected <<'END'
info/sourdough.es.info
info/sourdough.info
info/sourdough.ja.info
man/es/man7/dough-feed.7
man/es/man7/leaven.7
man/ja/man7/dough-feed.7
man/ja/man7/leaven.7
man/man7/dough-feed.7
man/man7/leaven.7
END
    same 'each where it is looked for' expected actual
    MANPATH=$scratch/root/usr/share/man INFOPATH=$scratch/root/usr/share/info MANPAGER=cat
    PATH=$scratch/root/usr/bin:$PATH
    export MANPATH INFOPATH MANPAGER
    if have man && man -L es -w dough-feed >/dev/null 2>&1; then
        man -L es dough-feed </dev/null 2>/dev/null | col -b >actual
        succeeds 'man shows the page of the language' grep -q 'Dos veces' actual
        dough -m feed --lang=es </dev/null 2>&1 | col -b >actual
        succeeds 'so does -m' grep -q 'Dos veces' actual
        man -L es leaven </dev/null 2>/dev/null | col -b >actual
        succeeds 'a further name leads to it' grep -q 'por dónde empezar' actual
        LANGUAGE=es dough -m feed --lang=en </dev/null 2>&1 | col -b >actual
        succeeds 'and --lang to English from there' grep -q 'Twice a day' actual
    else
        skip 'man shows the page of the language' 'man is not there, or has no languages'
    fi
    if have info; then
        info -o - -n feed sourdough.ja >actual 2>&1 </dev/null
        succeeds 'info shows the manual of the language' grep -q '一日に二回' actual
        dough -i feed --lang=ja >actual 2>&1 </dev/null
        succeeds 'so does -i' grep -q '一日に二回' actual
    else
        skip 'info shows the manual of the language' 'info is not there'
    fi
    "$MAKE" uninstall DESTDIR="$scratch/root" >report 2>&1
    find "$scratch/root" ! -type d >wrong
    empty 'and all is taken away again' wrong
fi

# --- By po4a ---

if ! have po4a || ! have msgen; then
    skip 'po4a brings the guide and back' 'po4a or msgen is not there'
    done_testing
    exit
fi
translate=$top_srcdir/src/kit/translate.sh
cd "$scratch" || exit 99
"$guidec" -o before "$guide_dir"
language=$(sed -n 's/^language: *//p' "$guide_dir/guide.yaml")
succeeds 'translate.sh makes a file for translators' sh "$translate" "$guide_dir" "${language:-en}" po/same.po back
msgen po/same.po -o po/all.po && mv po/all.po po/same.po
succeeds 'and the guide of what is translated' sh "$translate" "$guide_dir" "${language:-en}" po/same.po back
"$guidec" -w -o after back >report 2>&1 || cat report
diff -r before after >report 2>&1
empty 'which is the same guide, if that is what translators wrote' report
quiet 'and so --compare finds' "$guidec" -w --compare "$guide_dir" back
sh "$translate" guides/en es po/es.po part
sed '/^msgid "Feed the starter"/{
n
s/""/"Alimentar la masa madre"/
}' po/es.po >po/new.po && mv po/new.po po/es.po
sh "$translate" guides/en es po/es.po part
quiet 'what is half translated compiles beside the original' "$guidec" -o half guides/en part
succeeds 'in the language' grep -q 'Alimentar la masa madre' half/es/dough-feed.7

done_testing
