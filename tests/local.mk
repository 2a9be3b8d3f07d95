# SPDX-License-Identifier: MIT
# The tests. A new script or unit test is one line here; a new case is none (see tests/README).

script_tests = \
	tests/run-cases.sh \
	tests/outputs-kept.sh \
	tests/roundtrip.sh \
	tests/nothing-lost.sh \
	tests/selections.sh \
	tests/second-reading.sh \
	tests/text-rules.sh \
	tests/choosing.sh \
	tests/searching.sh \
	tests/queries.sh \
	tests/site.sh \
	tests/reading.sh \
	tests/menu.sh \
	tests/labels.sh \
	tests/bridges.sh \
	tests/completion.sh \
	tests/help.sh \
	tests/guidec.sh \
	tests/printing.sh \
	tests/comparing.sh \
	tests/importing.sh \
	tests/manuals.sh \
	tests/packages.sh \
	tests/pages.sh \
	tests/paper.sh \
	tests/faults.sh \
	tests/no-trace.sh \
	tests/translations.sh
# These read what was made, or build: none of them runs a program that valgrind would look at.
build_tests = \
	tests/info.sh \
	tests/includes.sh \
	tests/lint.sh \
	tests/man.sh \
	tests/apropos.sh \
	tests/packaging.sh \
	tests/building.sh \
	tests/bmake.sh \
	tests/portable.sh \
	tests/reproducible.sh
unit_tests = \
	tests/unit/ascii \
	tests/unit/commonmark \
	tests/unit/fixed \
	tests/unit/output \
	tests/unit/roff \
	tests/unit/select \
	tests/unit/suggest \
	tests/unit/typed \
	tests/unit/utf8 \
	tests/unit/words \
	tests/unit/wrap

if WITH_CMOCKA
TESTS = $(build_tests) $(script_tests) $(unit_tests)
check_PROGRAMS = $(unit_tests)
check_LIBRARIES = tests/unit/libshared.a
else
TESTS = $(build_tests) $(script_tests) tests/without-cmocka.sh
endif

EXTRA_PROGRAMS += $(unit_tests)

# A unit test is made of the source file with its name, and of what guidec and trustman share.
AM_DEFAULT_SOURCE_EXT = .c
LDADD = tests/unit/libshared.a -lcmocka
EXTRA_LIBRARIES = tests/unit/libshared.a
tests_unit_libshared_a_SOURCES = $(shared_sources)
EXTRA_DIST += tests/unit/marks.h tests/unit/unit.h

tests_unit_typed_SOURCES = tests/unit/typed.c src/reader/typed.c src/reader/reader.h

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
	MAN_PAGES="$$(sed -n '/\.[1-9][^.]*$$/p' doc/guide.stamp)" \
	VALGRIND='$(VALGRIND)' FAULT_STEP='$(FAULT_STEP)' ROUNDS='$(ROUNDS)' \
	CMOCKA_MESSAGE_OUTPUT=TAP
AM_TESTS_ENVIRONMENT = export $(tests_environment);

EXTRA_DIST += tests/text tests/README tests/cases tests/languages tests/lib.sh tests/terminal.sh tests/without-cmocka.sh $(build_tests) $(script_tests)

# By name: make would take the folders for something to be made of queries.sh and site.sh.
EXTRA_DIST += tests/site/browser.js tests/site/firefox.js tests/site/pages.js tests/site/search.js tests/queries/ask.sh tests/queries/first.tsv tests/queries/judge.awk tests/queries/printed.awk \
	tests/queries/danger.awk tests/queries/second.tsv tests/queries/third.tsv tests/queries/fourth.tsv \
	tests/queries/fifth.tsv tests/queries/sixth.tsv

# Shows where cases differ from what is expected, and asks before it rewrites that; with
# UPDATE=--yes it does not ask.
UPDATE =
update-tests: all
	$(tests_environment) $(SHELL) $(srcdir)/tests/run-cases.sh --update $(UPDATE)

.PHONY: update-tests

# Measures; tests do not depend on it. ROWS=R, Q, C, I or M takes some rows only; I are of the manual in
# MANUAL.
ROWS = all
MANUAL =
bench: all
	srcdir='$(srcdir)' CC='$(CC)' CFLAGS='$(CFLAGS)' MAKE='$(MAKE)' ROWS='$(ROWS)' MANUAL='$(MANUAL)' $(SHELL) $(srcdir)/tests/bench/run.sh

EXTRA_DIST += tests/bench/run.sh tests/bench/generate.awk tests/bench/fts5.sh

.PHONY: bench

EXTRA_DIST += tests/faults/shim.c tests/linear.sh tests/linear.awk tests/fuzz/compiler.c tests/fuzz/corpus \
	tests/fuzz/guide.dict tests/fuzz/reader.c tests/fuzz/run.sh

# Takes minutes: whether guidec takes twice the time for twice as much. KINDS takes some kinds only.
check-linear: all
	$(MAKE) check TESTS=tests/linear.sh

# As in `make check`, but every allocation is made to fail.
check-faults: all
	$(MAKE) check TESTS=tests/faults.sh FAULT_STEP=1
FAULT_STEP =

# Takes a minute: whether make, killed and started again, gives the same. ROUNDS says how often.
ROUNDS = 40
check-interrupted: all
	$(MAKE) check TESTS=tests/interrupted.sh

# The scripts that run guidec and trustman, under valgrind.
VALGRIND =
valgrind = valgrind -q --vgdb=no --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite \
	--child-silent-after-fork=yes
check-valgrind: all
	$(MAKE) check TESTS='$(script_tests)' VALGRIND='$(valgrind)'

# Throws what nobody thought of at the compiler and the reader, each for FUZZ_SECONDS. It takes clang.
FUZZ_SECONDS = 60
FUZZERS = compiler reader
fuzz: all
	srcdir='$(srcdir)' FUZZ_SECONDS='$(FUZZ_SECONDS)' FUZZERS='$(FUZZERS)' GUIDEC_LIBS='$(GUIDEC_LIBS)' \
	  $(SHELL) $(srcdir)/tests/fuzz/run.sh

# Which lines the inputs of the fuzzers reach.
fuzz-coverage: all
	srcdir='$(srcdir)' COVERAGE=yes FUZZERS='$(FUZZERS)' GUIDEC_LIBS='$(GUIDEC_LIBS)' \
	  $(SHELL) $(srcdir)/tests/fuzz/run.sh

# Which lines of src/ the tests reach. It builds everything anew, and leaves nothing built.
coverage:
	$(MAKE) clean
	$(MAKE) check CFLAGS='-O0 -g --coverage' || :
	$(SHELL) $(srcdir)/tests/coverage.sh
	$(MAKE) clean
	rm -f src/*/*.gcda src/*/*.gcno doc/*.gcno doc/*.gcda

# Takes hours: which of COUNT small faults, put into src one by one, the tests do not notice. SEED
# draws others; FOLDERS takes some folders of src only.
COUNT = 100
SEED = 1
FOLDERS =
mutations: all
	COUNT='$(COUNT)' SEED='$(SEED)' FOLDERS='$(FOLDERS)' MAKE='$(MAKE)' TESTS='$(TESTS)' \
	  python3 $(srcdir)/tests/mutations.py

# What looks for faults without running anything has nothing to say.
analyze: version.h
	cppcheck -q --std=c11 --error-exitcode=1 --enable=warning,performance,portability \
	  --suppress=missingIncludeSystem -I$(srcdir)/src -I. -D_POSIX_C_SOURCE=200809L $(srcdir)/src
	$(MAKE) clean
	scan-build --status-bugs $(MAKE) src/guidec $(src_trustman_OBJECTS)

EXTRA_DIST += tests/coverage.sh tests/installed.sh tests/interrupted.sh tests/mutations.py

.PHONY: check-faults check-linear check-interrupted check-valgrind fuzz fuzz-coverage coverage mutations analyze
