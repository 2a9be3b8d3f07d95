# The tests. A new script or unit test is one line here; a new case is none (see tests/README).

script_tests = \
	tests/run-cases.sh \
	tests/outputs-kept.sh \
	tests/roundtrip.sh \
	tests/info.sh \
	tests/choosing.sh \
	tests/searching.sh \
	tests/reading.sh \
	tests/menu.sh \
	tests/bridges.sh \
	tests/completion.sh \
	tests/help.sh \
	tests/lint.sh \
	tests/pages.sh
unit_tests = \
	tests/unit/ascii \
	tests/unit/output \
	tests/unit/select \
	tests/unit/suggest

if WITH_CMOCKA
TESTS = $(script_tests) $(unit_tests)
check_PROGRAMS = $(unit_tests)
else
TESTS = $(script_tests) tests/without-cmocka.sh
endif

EXTRA_PROGRAMS += $(unit_tests)
tests_unit_ascii_SOURCES = tests/unit/ascii.c tests/unit/unit.h
tests_unit_ascii_LDADD = $(unit_libraries)
tests_unit_output_SOURCES = tests/unit/output.c tests/unit/unit.h
tests_unit_output_LDADD = $(unit_libraries)
tests_unit_select_SOURCES = tests/unit/select.c tests/unit/unit.h
tests_unit_select_LDADD = $(unit_libraries)
tests_unit_suggest_SOURCES = tests/unit/suggest.c tests/unit/unit.h
tests_unit_suggest_LDADD = $(unit_libraries)
unit_libraries = src/libguide.a -lcmocka

# All print TAP; what they need to know is in their environment.
TEST_EXTENSIONS = .sh
tap_driver = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
LOG_DRIVER = $(tap_driver)
SH_LOG_DRIVER = $(tap_driver)
SH_LOG_COMPILER = $(SHELL)
tests_environment = \
	srcdir='$(srcdir)' \
	CC='$(CC)' CPPFLAGS='$(CPPFLAGS)' CFLAGS='$(CFLAGS)' LDFLAGS='$(LDFLAGS)' LIBS='$(LIBS)' \
	TRUSTMAN_OBJECTS='$(src_trustman_OBJECTS)' \
	MAKE='$(MAKE)' bindir='$(bindir)' mandir='$(mandir)' infodir='$(infodir)' \
	datadir='$(datadir)' datarootdir='$(datarootdir)' \
	MAN_PAGES='$(dist_man1_MANS) $(notrans_dist_man5_MANS) $(notrans_dist_man7_MANS)' \
	CMOCKA_MESSAGE_OUTPUT=TAP
AM_TESTS_ENVIRONMENT = export $(tests_environment);

EXTRA_DIST += tests/outline.awk tests/README tests/cases tests/lib.sh tests/terminal.sh tests/without-cmocka.sh $(script_tests)

# Shows where cases differ from what is expected, and asks before it rewrites that; with
# UPDATE=--yes it does not ask.
UPDATE =
update-tests: all
	$(tests_environment) $(SHELL) $(srcdir)/tests/run-cases.sh --update $(UPDATE)

.PHONY: update-tests

# Measures; tests do not depend on it. ROWS=R, C or M takes some rows only.
ROWS = all
bench: all
	srcdir='$(srcdir)' CC='$(CC)' CFLAGS='$(CFLAGS)' MAKE='$(MAKE)' ROWS='$(ROWS)' $(SHELL) $(srcdir)/tests/bench/run.sh

EXTRA_DIST += tests/bench/run.sh tests/bench/generate.awk

.PHONY: bench
