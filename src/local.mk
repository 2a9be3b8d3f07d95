# SPDX-License-Identifier: MIT
# The programs. A new source file is one line here.

# What guidec and trustman share: bytes, the model of a guide, and the formats.
shared_sources = \
	src/base/ascii.c src/base/ascii.h \
	src/base/bits.h \
	src/base/command_line.c src/base/command_line.h \
	src/base/fixed.c src/base/fixed.h \
	src/base/number.c src/base/number.h \
	src/base/output.c src/base/output.h \
	src/base/utf8.c src/base/utf8.h \
	src/guide/data.h \
	src/guide/fold.c src/guide/fold.h \
	src/guide/guide.c src/guide/guide.h \
	src/guide/labels.h \
	src/guide/lookup.c src/guide/lookup.h \
	src/guide/search.c src/guide/search.h \
	src/guide/select.c src/guide/select.h \
	src/guide/suggest.c src/guide/suggest.h \
	src/guide/words.c src/guide/words.h \
	src/format/commonmark.c src/format/commonmark.h \
	src/format/hints.c src/format/hints.h \
	src/format/html.c \
	src/format/json.c \
	src/format/groff.c \
	src/format/macros.c src/format/macros.h \
	src/format/man.c \
	src/format/markdown.c src/format/markdown.h \
	src/format/render.c src/format/render.h \
	src/format/results.c src/format/results.h \
	src/format/roff.c src/format/roff.h \
	src/format/texinfo.c \
	src/format/text.c src/format/text.h \
	src/format/wrap.c src/format/wrap.h

# The compiler. GUIDEC is one of this machine, where that is built for another.
if BUILD_GUIDEC
built_guidec = src/guidec$(EXEEXT)
guidec_program = src/guidec$(EXEEXT)
else
built_guidec =
guidec_program = '$(GUIDEC)'
endif
EXTRA_PROGRAMS = src/guidec
src_guidec_SOURCES = $(shared_sources) \
	src/compiler/asks.c src/compiler/asks.h \
	src/compiler/bibliography.c src/compiler/bibliography.h \
	src/compiler/body.c src/compiler/body.h \
	src/compiler/body_tree.c src/compiler/body_tree.h \
	src/compiler/c_tables.c src/compiler/c_tables.h \
	src/compiler/compare.c src/compiler/compare.h \
	src/compiler/compile.c src/compiler/compile.h \
	src/compiler/diagnostics.c src/compiler/diagnostics.h \
	src/compiler/draft.c src/compiler/draft.h \
	src/compiler/embedded.c src/compiler/embedded.h \
	src/compiler/escapes.c src/compiler/escapes.h \
	src/compiler/guide_yaml.c src/compiler/guide_yaml.h \
	src/compiler/headings.c src/compiler/headings.h \
	src/compiler/inlines.c src/compiler/inlines.h \
	src/compiler/input.c src/compiler/input.h \
	src/compiler/keys.c src/compiler/keys.h \
	src/compiler/labels.c src/compiler/labels.h \
	src/compiler/language.c src/compiler/language.h \
	src/compiler/line_map.c src/compiler/line_map.h \
	src/compiler/links.c src/compiler/links.h \
	src/compiler/lookup_tables.c src/compiler/lookup_tables.h \
	src/compiler/main.c \
	src/compiler/manual.c src/compiler/manual.h \
	src/compiler/matter.c src/compiler/matter.h \
	src/compiler/memory.c src/compiler/memory.h \
	src/compiler/names.c src/compiler/names.h \
	src/compiler/options.c src/compiler/options.h \
	src/compiler/outputs.c src/compiler/outputs.h \
	src/compiler/phrases.c src/compiler/phrases.h \
	src/compiler/places.c src/compiler/places.h \
	src/compiler/products.c src/compiler/products.h \
	src/compiler/resolve.c src/compiler/resolve.h \
	src/compiler/role_mark.c src/compiler/role_mark.h \
	src/compiler/search_tables.c src/compiler/search_tables.h \
	src/compiler/section.c src/compiler/section.h \
	src/compiler/status.c src/compiler/status.h \
	src/compiler/stems.c src/compiler/stems.h \
	src/compiler/term.c src/compiler/term.h \
	src/compiler/titles.c src/compiler/titles.h \
	src/compiler/unicode.c src/compiler/unicode.h \
	src/compiler/valid.c src/compiler/valid.h \
	src/compiler/values.c src/compiler/values.h \
	src/compiler/variables.c src/compiler/variables.h \
	src/compiler/vocabulary.c src/compiler/vocabulary.h \
	src/compiler/warnings.c src/compiler/warnings.h \
	src/compiler/ways_in.c src/compiler/ways_in.h \
	src/compiler/yaml_tree.c src/compiler/yaml_tree.h
nodist_src_guidec_SOURCES = src/embedded-files.c
src_guidec_LDADD = $(GUIDEC_LIBS)

# Files that guidec holds, by the names under which it finds them: NAME=FILE each.
embedded = \
	labels/en.yaml=$(srcdir)/src/labels/en.yaml \
	labels/es.yaml=$(srcdir)/src/labels/es.yaml \
	labels/ja.yaml=$(srcdir)/src/labels/ja.yaml \
	reader.md=$(srcdir)/doc/reader/reader.md \
	words/en.yaml=$(srcdir)/src/words/en.yaml
embedded_files = src/labels/en.yaml src/labels/es.yaml src/labels/ja.yaml src/words/en.yaml doc/reader/reader.md
src/embedded-files.c: src/embed.sh $(srcdir)/src/local.mk $(embedded_files)
	$(AM_V_GEN)$(srcdir)/src/embed.sh $(embedded) >$@-t && mv -f $@-t $@
EXTRA_DIST += src/embed.sh $(embedded_files)
CLEANFILES += src/embedded-files.c src/*-t

# The reader, with the guide in it. The tables come last, after the small ones of the code, so that a
# reader that shows one section touches few pages of memory.
bin_PROGRAMS = src/trustman
if BUILD_GUIDEC
bin_PROGRAMS += src/guidec
endif
src_trustman_SOURCES = \
	src/reader/bridge.c \
	src/reader/choose.c \
	src/reader/keys.c \
	src/reader/known.c \
	src/reader/main.c \
	src/reader/menu.c src/reader/menu.h \
	src/reader/message.c \
	src/reader/options.c \
	src/reader/page.c \
	src/reader/pager.c \
	src/reader/reader.h \
	src/reader/row.c \
	src/reader/run.c \
	src/reader/screen.c \
	src/reader/show.c \
	src/reader/terminal.c \
	src/reader/typed.c \
	$(shared_sources) \
	doc/guide-data.c
src_trustman_LDADD =

# Completion; configure knows where each shell looks for it.
dist_bashcompletion_DATA = src/completion/trustman.bash
dist_zshcompletion_DATA = src/completion/_trustman
dist_fishcompletion_DATA = src/completion/trustman.fish
