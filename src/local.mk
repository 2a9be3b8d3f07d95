# The programs. A new source file is one line here.

# The model of a guide, choosing, and the formats: what guidec and trustman share.
guide_sources = \
	src/guide/ascii.c src/guide/ascii.h \
	src/guide/data.h \
	src/guide/fold.c src/guide/fold.h \
	src/guide/found.c src/guide/found.h \
	src/guide/guide.c src/guide/guide.h \
	src/guide/html.c \
	src/guide/json.c \
	src/guide/man.c \
	src/guide/markdown.c src/guide/markdown.h \
	src/guide/mdtext.c src/guide/mdtext.h \
	src/guide/output.c src/guide/output.h \
	src/guide/render.c src/guide/render.h \
	src/guide/roff.c src/guide/roff.h \
	src/guide/search.c src/guide/search.h \
	src/guide/select.c src/guide/select.h \
	src/guide/suggest.c src/guide/suggest.h \
	src/guide/texinfo.c \
	src/guide/text.c \
	src/guide/wrap.c src/guide/wrap.h

# The compiler. It is not installed.
if WITH_GUIDEC
noinst_PROGRAMS = src/guidec
endif
EXTRA_PROGRAMS = src/guidec
src_guidec_SOURCES = $(guide_sources) \
	src/compiler/arena.c src/compiler/arena.h \
	src/compiler/body.c src/compiler/body.h \
	src/compiler/build.c src/compiler/build.h \
	src/compiler/check.c src/compiler/check.h \
	src/compiler/compile.c src/compiler/compile.h \
	src/compiler/diagnostics.c src/compiler/diagnostics.h \
	src/compiler/files.c src/compiler/files.h \
	src/compiler/generate.c src/compiler/generate.h \
	src/compiler/index.c src/compiler/index.h \
	src/compiler/lines.c src/compiler/lines.h \
	src/compiler/links.c src/compiler/links.h \
	src/compiler/main.c \
	src/compiler/manifest.c src/compiler/manifest.h \
	src/compiler/memory.c src/compiler/memory.h \
	src/compiler/names.c src/compiler/names.h \
	src/compiler/running.c src/compiler/running.h \
	src/compiler/section.c src/compiler/section.h \
	src/compiler/source.c src/compiler/source.h \
	src/compiler/tables.c src/compiler/tables.h \
	src/compiler/tree.c src/compiler/tree.h \
	src/compiler/unicode.c src/compiler/unicode.h
src_guidec_LDADD = $(GUIDEC_LIBS)

# The reader, with the guide in it. The tables come last, behind the small ones of the code, so that a
# reader that shows one section touches few pages of memory.
bin_PROGRAMS = src/trustman
src_trustman_SOURCES = \
	src/reader/bridge.c \
	src/reader/choose.c \
	src/reader/list.c \
	src/reader/main.c \
	src/reader/menu.c \
	src/reader/message.c \
	src/reader/options.c \
	src/reader/pager.c \
	src/reader/plain.c \
	src/reader/reader.h \
	src/reader/terminal.c \
	$(guide_sources) \
	doc/guide-data.c

# What compilers and linkers write is whole, or not there at all, even if they are killed.
whole = $(SHELL) $(srcdir)/src/whole.sh
COMPILE = $(whole) $(CC) $(DEFS) $(DEFAULT_INCLUDES) $(INCLUDES) $(AM_CPPFLAGS) $(CPPFLAGS) $(AM_CFLAGS) $(CFLAGS)
LINK = $(whole) $(CCLD) $(AM_CFLAGS) $(CFLAGS) $(AM_LDFLAGS) $(LDFLAGS) -o $@
EXTRA_DIST += src/whole.sh

# Completion, where each shell looks for it.
bashcompletiondir = $(datarootdir)/bash-completion/completions
dist_bashcompletion_DATA = src/completion/trustman.bash
zshcompletiondir = $(datadir)/zsh/site-functions
dist_zshcompletion_DATA = src/completion/_trustman
fishcompletiondir = $(datadir)/fish/vendor_completions.d
dist_fishcompletion_DATA = src/completion/trustman.fish
