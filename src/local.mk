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
	src/base/small.h \
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
	src/format/html.c src/format/html.h src/format/html_page.c \
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
	src/compiler/alarms.c src/compiler/alarms.h \
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
	src/compiler/forms.c src/compiler/forms.h \
	src/compiler/guide_yaml.c src/compiler/guide_yaml.h \
	src/compiler/headings.c src/compiler/headings.h \
	src/compiler/inlines.c src/compiler/inlines.h \
	src/compiler/input.c src/compiler/input.h \
	src/compiler/keys.c src/compiler/keys.h \
	src/compiler/kit.c src/compiler/kit.h \
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
	src/compiler/pages.c src/compiler/pages.h \
	src/compiler/phrases.c src/compiler/phrases.h \
	src/compiler/places.c src/compiler/places.h \
	src/compiler/products.c src/compiler/products.h \
	src/compiler/resolve.c src/compiler/resolve.h \
	src/compiler/role_mark.c src/compiler/role_mark.h \
	src/compiler/search_tables.c src/compiler/search_tables.h \
	src/compiler/section.c src/compiler/section.h \
	src/compiler/site.c src/compiler/site.h \
	src/compiler/site_pages.c src/compiler/site_pages.h \
	src/compiler/site_search.c src/compiler/site_search.h \
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

# Files that guidec holds, by the names under which it finds them: NAME=FILE each. For other packages,
# the reader, and what a new guide begins with; a name that begins with a dot would be lost on the way.
embedded = \
	labels/en.yaml=$(srcdir)/src/labels/en.yaml \
	labels/es.yaml=$(srcdir)/src/labels/es.yaml \
	labels/ja.yaml=$(srcdir)/src/labels/ja.yaml \
	new/.gitignore=$(srcdir)/src/kit/new/gitignore \
	new/Makefile.am=$(srcdir)/src/kit/new/Makefile.am \
	new/README=$(srcdir)/src/kit/new/README \
	new/configure.ac=$(srcdir)/src/kit/new/configure.ac \
	new/guide/care.md=$(srcdir)/src/kit/new/guide/care.md \
	new/guide/guide.yaml=$(srcdir)/src/kit/new/guide/guide.yaml \
	new/guide/log.md=$(srcdir)/src/kit/new/guide/log.md \
	new/guide/sources.yaml=$(srcdir)/src/kit/new/guide/sources.yaml \
	new/guide/start.md=$(srcdir)/src/kit/new/guide/start.md \
	reader.bash=$(srcdir)/src/completion/reader.bash \
	reader.fish=$(srcdir)/src/completion/reader.fish \
	reader.md=$(srcdir)/doc/reader/reader.md \
	reader.zsh=$(srcdir)/src/completion/reader.zsh \
	reader/COPYING=$(srcdir)/COPYING \
	reader/README=$(srcdir)/src/kit/README.reader \
	reader/data.c=$(srcdir)/src/kit/data.c \
	reader/guide.mk=$(srcdir)/src/kit/guide.mk \
	reader/install.mk=$(srcdir)/src/kit/install.mk \
	reader/version.h=version.h \
	site/exit.js=$(srcdir)/src/site/exit.js \
	site/lookup.js=$(srcdir)/src/site/lookup.js \
	site/search.js=$(srcdir)/src/site/search.js \
	site/site.css=$(srcdir)/src/site/site.css \
	words/en.yaml=$(srcdir)/src/words/en.yaml
embedded_files = src/labels/en.yaml src/labels/es.yaml src/labels/ja.yaml src/words/en.yaml doc/reader/reader.md \
	src/completion/reader.bash src/completion/reader.fish src/completion/reader.zsh \
	src/kit/README.reader src/kit/data.c src/kit/guide.mk src/kit/install.mk \
	src/kit/new/Makefile.am src/kit/new/README src/kit/new/configure.ac src/kit/new/gitignore \
	src/kit/new/guide/care.md src/kit/new/guide/guide.yaml src/kit/new/guide/log.md \
	src/kit/new/guide/sources.yaml src/kit/new/guide/start.md \
	src/site/exit.js src/site/lookup.js src/site/search.js src/site/site.css
src/embedded-files.c: src/embed.sh $(srcdir)/src/local.mk version.h $(embedded_files) $(reader_sources)
	$(AM_V_GEN)$(srcdir)/src/embed.sh $(embedded) \
	  $$(for file in $(reader_sources); do echo reader/$${file#src/}=$(srcdir)/$$file; done) >$@-t && \
	mv -f $@-t $@
EXTRA_DIST += src/embed.sh $(embedded_files)
CLEANFILES += src/embedded-files.c src/*-t

# For packages that hold a guide.
if BUILD_GUIDEC
aclocaldir = $(datadir)/aclocal
dist_aclocal_DATA = src/kit/guidec.m4
pkgconfigdir = $(datadir)/pkgconfig
nodist_pkgconfig_DATA = src/guidec.pc
kitdir = $(datadir)/guidec
dist_kit_SCRIPTS = src/kit/translate.sh
dist_kit_DATA = src/kit/guide.lua
endif
src/guidec.pc: src/kit/guidec.pc.in Makefile
	$(AM_V_GEN)sed -e 's|[@]prefix[@]|$(prefix)|; s|[@]exec_prefix[@]|$(exec_prefix)|; s|[@]bindir[@]|$(bindir)|; s|[@]kitdir[@]|$(kitdir)|' \
	  -e 's|[@]version[@]|$(PACKAGE_VERSION)|' -e "s|[@]guidec[@]|$$(echo guidec | sed '$(transform)')|" \
	  $(srcdir)/src/kit/guidec.pc.in >$@-t && mv -f $@-t $@
EXTRA_DIST += src/kit/guidec.pc.in src/kit/guidec.m4 src/kit/guide.lua src/kit/translate.sh \
	src/completion/guidec.bash src/completion/_guidec src/completion/guidec.fish
CLEANFILES += src/guidec.pc

# The reader, with the guide in it. The tables come last, after the small ones of the code, so that a
# reader that shows one section touches few pages of memory.
bin_PROGRAMS = src/trustman
if BUILD_GUIDEC
bin_PROGRAMS += src/guidec
endif
reader_sources = \
	src/reader/bridge.c \
	src/reader/choose.c \
	src/reader/keys.c \
	src/reader/known.c \
	src/reader/language.c \
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
	$(shared_sources)
src_trustman_SOURCES = $(reader_sources) doc/guide-data.c
src_trustman_LDADD =
