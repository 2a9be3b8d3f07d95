# SPDX-License-Identifier: MIT
# The guide: from its source to man pages, Info, HTML, and the tables of trustman.
#
# `make GUIDE=DIR` takes the guide in DIR for that in doc/guide, to build and to test it. What guidec
# writes is named by the guide; doc/guide.stamp lists it.

GUIDE =

# X_$(GUIDE) is X_, which is said for the guide of this package, unless GUIDE is given. Recipes take
# GUIDE from their environment, where make puts it: there a name may hold any character.
own_guide_ = $(srcdir)/doc/guide
find_guide = guide='$(own_guide_$(GUIDE))'; guide="$${guide:-$$GUIDE}"

EXTRA_DIST += doc/performance.txt doc/guide doc/guidec doc/reader doc/guide.stamp doc/info.stamp

# For recipes: sets made to all that guidec wrote, and name to that of the guide. It starts no program,
# since on some machines starting one takes as long as compiling the guide.
find_made = made= name=; \
	test ! -f doc/guide.stamp || while read -r file; do \
	  made="$$made $$file"; \
	  case $$file in *.texi) name=$${file%.texi} ;; esac; \
	done <doc/guide.stamp

# make_older FILES: makes them older than anything, so that they are made anew. Some makes see no more
# of times than whole seconds, and would take what is a moment too old for new.
make_older = make_older() { \
	  for file; do test ! -f "$$file" || touch -t 197001020000 "$$file" || exit 1; done; \
	}

# Which guide was compiled, and of which files. This changes with them, or when something that was
# made is gone, but not because guidec was linked anew, though guidec is made before it. At first it
# is older than anything, because a release holds what doc/guide makes.
doc/guide.from: FORCE $(built_guidec)
	@$(find_made); $(find_guide); $(make_older); \
	test -d "$$guide" || { echo "GUIDE: no such folder: $$guide" >&2; exit 1; }; \
	lost=; \
	for file in $${name:+$$name.info} $$made; do \
	  test -f doc/$$file || lost=$$file; \
	done; \
	from=$$(test -n '$(own_guide_$(GUIDE))' || printf '%s' "$$guide"; \
	  printf ': '; cd "$$guide" && echo *.md *.yaml); known=; \
	test ! -f $@ || IFS= read -r known <$@; \
	edited=$$(test ! -f doc/guide.stamp || \
	  find "$$guide"/*.md "$$guide"/*.yaml -newer doc/guide.stamp); \
	if test -n "$$lost$$edited" || test "$$from" != "$$known"; then \
	  $(MKDIR_P) doc && printf '%s\n' "$$from" >$@-t && \
	  if test -f $@ || test -z '$(own_guide_$(GUIDE))' || test -n "$$lost$$edited"; then \
	    $(age_stamp); \
	  else \
	    make_older $@-t; \
	  fi && \
	  mv -f $@-t $@; \
	fi
# Without guidec the stamp is kept, which says that what the release brought is of the text as it was.
if RUN_GUIDEC
age_stamp = make_older doc/guide.stamp
else
age_stamp = :
endif

# One rule makes everything that guidec writes; files that stay as they were keep their time, so that
# nothing more is made of them. The list is made first: what is edited later is newer than it. What
# an older list names and this one does not is taken away.
doc/guide.stamp: doc/guide.from $(src_guidec_SOURCES) $(embedded_files)
if RUN_GUIDEC
	@$(find_guide); $(guidec_program) --list "$$guide" >$@-t || { rm -f $@-t; exit 1; }
	$(AM_V_GEN)$(find_guide); $(guidec_program) -o doc "$$guide"
	@$(find_made); $(make_older); wanted=" $$(tr '\n' ' ' <$@-t)"; for file in $$made; do \
	  case $$wanted in *" $$file "*) ;; *) rm -f doc/$$file doc/$${file%.texi}.info ;; esac; \
	done; \
	make_older doc/info.stamp; \
	object=doc/guide-data.$(OBJEXT); \
	if test -f $$object && test -n "$$(find doc/guide-data.c -newer $$object)"; then \
	  make_older $$object src/trustman$(EXEEXT); \
	fi; \
	mv -f $@-t $@
else
	@$(find_guide); rm -f doc/guide.from; echo "To compile $$guide, guidec is needed:" \
	  '$(GUIDEC_MISSING).' >&2; exit 1
endif

# It may be older than the stamp, because it stayed as it was.
doc/guide-data.c: doc/guide.stamp
	@:

doc/info.stamp: doc/guide.stamp
	@$(find_made); \
	if test ! -f doc/$$name.info || test -n "$$(find doc/$$name.texi -newer doc/$$name.info)"; then \
	  echo "  MAKEINFO doc/$$name.info"; \
	  $(MKDIR_P) doc/new.info && \
	  $(MAKEINFO) $(MAKEINFOFLAGS) --no-split -o doc/new.info/$$name.info doc/$$name.texi && \
	  mv -f doc/new.info/$$name.info doc/$$name.info && rm -rf doc/new.info; \
	fi && touch $@

# The manuals of guidec, from a guide of its own, in a folder of their own; a release holds them. They
# are installed where guidec is.
guidec_guide = $(srcdir)/doc/guidec/*.md $(srcdir)/doc/guidec/guide.yaml
if BUILD_GUIDEC
guidec_pages = made-guidec/guidec.1 made-guidec/guidec.5
guidec_info = made-guidec/guidec.info
else
guidec_pages =
guidec_info =
endif
if RUN_GUIDEC
guidec_stamp = doc/made-guidec/stamp
else
guidec_stamp =
endif

# What stays as it was keeps its time here, too. guidec has no reader, and needs no tables.
doc/made-guidec/stamp: doc/guide.from $(src_guidec_SOURCES) $(embedded_files) $(guidec_guide)
	$(AM_V_GEN)$(MKDIR_P) doc/made-guidec/new && $(guidec_program) -o doc/made-guidec $(srcdir)/doc/guidec
	@cd doc/made-guidec && rm -f guide-data.c && \
	if test ! -f guidec.info || test -n "$$(find guidec.texi -newer guidec.info)"; then \
	  echo '  MAKEINFO doc/made-guidec/guidec.info'; \
	  $(MAKEINFO) $(MAKEINFOFLAGS) --no-split -o new/guidec.info guidec.texi && \
	  mv -f new/guidec.info guidec.info; \
	fi && rm -rf new && touch stamp

all-local: doc/info.stamp $(guidec_stamp)
info-local: doc/info.stamp $(guidec_stamp)

html-local: doc/guide.stamp
	@$(find_made); \
	echo "  MAKEINFO doc/$$name.html" && \
	$(MAKEINFO) --html $(MAKEINFOFLAGS) --no-split -o doc/$$name.html doc/$$name.texi

install-html-local: html-local
	@$(find_made); $(MKDIR_P) '$(DESTDIR)$(htmldir)' && \
	$(INSTALL_DATA) doc/$$name.html '$(DESTDIR)$(htmldir)'

# For paper, by groff alone; a rule each for PDF and PostScript. print_headings are sections of which
# each heading is a page.
print_headings = helplines
EXTRA_DIST += doc/print.sh
pdf-local: doc/pdf/list
ps-local: doc/ps/list
doc/pdf/list: src/trustman$(EXEEXT) $(srcdir)/doc/print.sh
	$(AM_V_GEN)$(print_for_paper) pdf
doc/ps/list: src/trustman$(EXEEXT) $(srcdir)/doc/print.sh
	$(AM_V_GEN)$(print_for_paper) ps

install-pdf-local: doc/pdf/list
	@$(install_for_paper); install_for_paper doc/pdf '$(DESTDIR)$(pdfdir)'
install-ps-local: doc/ps/list
	@$(install_for_paper); install_for_paper doc/ps '$(DESTDIR)$(psdir)'

# For recipes: print_for_paper DEVICE.
print_for_paper = print_for_paper() { \
	  test '$(cross_compiling)' = no || { \
	    echo "make $$1 runs trustman, which was built for another machine." >&2; exit 1; \
	  }; \
	  rm -rf doc/$$1 && $(SHELL) $(srcdir)/doc/print.sh $$1 src/trustman$(EXEEXT) doc/$$1 $(print_headings); \
	}; print_for_paper

# For recipes: install_for_paper FROM TO.
install_for_paper = install_for_paper() { \
	  $(MKDIR_P) "$$2" && while read -r file; do \
	    echo " $(INSTALL_DATA) $$1/$$file $$2"; \
	    $(INSTALL_DATA) $$1/$$file "$$2" || exit 1; \
	  done <$$1/list; \
	}

# TeX makes DVI, and nothing here is made by TeX.
dvi-local: no-dvi
install-dvi-local: no-dvi
no-dvi:
	@echo 'There is no DVI: groff sets the guide, as PDF (make pdf) and PostScript (make ps).' >&2; exit 1

# For recipes: what is installed, as find_made has it, with the manuals of guidec; and infos, the Info
# manuals.
find_installed = $(find_made); made="$$made $(guidec_pages)"; infos="$$name.info $(guidec_info)"

# For recipes, after find_installed: COMMANDS for each page, which is to become the file to in the folder
# that is to become folder: $(for_each_page) COMMANDS; done. Where programs get other names, the pages
# of section 1, which are about programs, do so too.
for_each_page = for page in $$made; do \
	section=$${page\#\#*.}; to=$${page\#\#*/}; \
	case $$section in [!1-9]*) continue ;; \
	1*) to=$$(echo "$${to%.*}" | sed '$(transform)').$$section ;; esac; \
	folder='$(DESTDIR)$(mandir)'/man$${section%"$${section\#?}"};

# A guide of one's own is a package of its own, with a name and a reader of its own; here it would
# take the place of the guide of this package. automake does not look into the variable, and so leaves
# its own rules for these targets as they are.
uninstalling = uninstall uninstall-am uninstall-binPROGRAMS uninstall-dist_bashcompletionDATA \
	uninstall-dist_fishcompletionDATA uninstall-dist_zshcompletionDATA uninstall-local
own_guide_only = \
	install install-am install-exec install-exec-am install-data install-data-am install-strip \
	install-binPROGRAMS install-dist_bashcompletionDATA install-dist_fishcompletionDATA \
	install-dist_zshcompletionDATA install-data-local install-html install-html-am install-html-local \
	install-info install-info-am install-info-local install-pdf install-pdf-am install-pdf-local \
	install-ps install-ps-am install-ps-local install-dvi installcheck installcheck-local \
	$(uninstalling) \
	dist dist-all dist-gzip dist-bzip2 dist-lzip dist-xz dist-zstd dist-zip dist-shar dist-tarZ \
	distcheck distdir distdir-am
$(own_guide_only): own-guide
own-guide:
	@test -n '$(own_guide_$(GUIDE))' || { \
	  echo "GUIDE=$$GUIDE is for building and testing only: a guide of one's own is a package of its own." >&2; \
	  exit 1; \
	}

# What was made last may be of another guide, and is not what was installed.
$(uninstalling): own-guide-made
own-guide-made:
	@known=; test ! -f doc/guide.from || IFS= read -r known <doc/guide.from; case $$known in \
	[!:]*) echo 'What is built here is another guide; run make first.' >&2; exit 1 ;; \
	esac

.PHONY: own-guide own-guide-made no-dvi

# A further name of a page holds the line `.so manN/PAGE.N`. Where the page gets another name, that
# line does so too.
renamed_link = file=doc/$$page; IFS= read -r line <$$file; \
	case $$section$$line in \
	1*.so\ *) \
	  target=$${line\#\#*/}; target=$$(echo "$${target%.*}" | sed '$(transform)').$$section; \
	  file=doc/link-t; printf '%s\n' "$${line%/*}/$$target" >$$file || exit 1 ;; \
	esac;

# A directory of Info that is left without an entry was made by this installation.
install-data-local: doc/info.stamp $(guidec_stamp)
	@$(find_installed); $(for_each_page) $(renamed_link) \
	  test -d "$$folder" || $(MKDIR_P) "$$folder" || exit 1; \
	  echo " $(INSTALL_DATA) $$file $$folder/$$to"; \
	  $(INSTALL_DATA) $$file "$$folder/$$to" || exit 1; \
	done; \
	rm -f doc/link-t
	@$(find_installed); $(install_infos)
install-info-local: doc/info.stamp $(guidec_stamp)
	@$(find_installed); $(install_infos)
install_infos = $(MKDIR_P) '$(DESTDIR)$(infodir)' && \
	for info in $$infos; do \
	  echo " $(INSTALL_DATA) doc/$$info '$(DESTDIR)$(infodir)'" && \
	  $(INSTALL_DATA) doc/$$info '$(DESTDIR)$(infodir)' || exit 1; \
	  if $(am__can_run_installinfo); then \
	    install-info --info-dir='$(DESTDIR)$(infodir)' '$(DESTDIR)$(infodir)'/$${info\#\#*/} || exit 1; \
	  fi; \
	done

uninstall-local:
	@$(find_installed); $(for_each_page) rm -f "$$folder/$$to"; done; \
	rm -f '$(DESTDIR)$(htmldir)'/$$name.html; \
	rm -f '$(DESTDIR)$(pdfdir)'/$$name-*-a4.pdf '$(DESTDIR)$(pdfdir)'/$$name-*-us.pdf; \
	rm -f '$(DESTDIR)$(psdir)'/$$name-*-a4.ps '$(DESTDIR)$(psdir)'/$$name-*-us.ps; \
	cd '$(DESTDIR)$(infodir)' 2>/dev/null || exit 0; \
	for info in $$infos; do \
	  info=$${info##*/}; \
	  if test -f $$info && $(am__can_run_installinfo); then \
	    install-info --info-dir=. --remove $$info; \
	    grep -q '^\* .*: (' dir || rm -f dir; \
	  fi; \
	  rm -f $$info; \
	done

# All that was installed is there, and the reader shows a section.
installcheck-local:
	@program=$$(echo trustman | sed '$(transform)'); failed=0; \
	expect() { test -s "$$1" || { echo "not installed: $$1" >&2; failed=1; }; }; \
	'$(DESTDIR)$(bindir)'/$$program --version || failed=1; \
	'$(DESTDIR)$(bindir)'/$$program --plain signs | grep . >/dev/null || { \
	  echo "$$program shows no section" >&2; failed=1; \
	}; \
	$(find_installed); $(for_each_page) expect "$$folder/$$to"; done; \
	for info in $$infos; do \
	  info=$${info##*/}; \
	  expect '$(DESTDIR)$(infodir)'/$$info; \
	  if $(am__can_run_installinfo); then \
	    grep "($${info%.info})" '$(DESTDIR)$(infodir)'/dir >/dev/null || { \
	      echo "not in the directory of Info: $$info" >&2; failed=1; \
	    }; \
	  fi; \
	done; \
	for program in $(built_guidec); do \
	  program=$$(echo guidec | sed '$(transform)'); \
	  '$(DESTDIR)$(bindir)'/$$program -n $(srcdir)/doc/guidec || { \
	    echo "$$program compiles no guide" >&2; failed=1; \
	  }; \
	done; \
	expect '$(DESTDIR)$(bashcompletiondir)'/trustman.bash; \
	expect '$(DESTDIR)$(zshcompletiondir)'/_trustman; \
	expect '$(DESTDIR)$(fishcompletiondir)'/trustman.fish; \
	exit $$failed

# The times of all that was made say in a release that nothing is out of date, also for files that an
# older run left as they were.
dist-hook: $(guidec_stamp)
	@$(find_made); for file in $$name.info $$made; do cp -p doc/$$file $(distdir)/doc || exit 1; done; \
	cd $(distdir)/doc && touch guide.stamp && touch $$made $$name.info && touch info.stamp
	$(MKDIR_P) $(distdir)/doc/made-guidec && cp -p doc/made-guidec/* $(distdir)/doc/made-guidec && \
	cd $(distdir)/doc/made-guidec && touch *.* && touch stamp

clean-local:
	rm -rf doc/pdf doc/ps doc/.guidec-temporary doc/new.info doc/made-guidec/.guidec-temporary doc/made-guidec/new
CLEANFILES += doc/*.html doc/*-t
DISTCLEANFILES = doc/guide.from

# Where another folder holds the source, configure brought what was made.
remove_made = rm -rf doc/made-guidec; test ! -f doc/guide.stamp || (cd doc && rm -f $$(cat guide.stamp) *.info *.stamp)
distclean-local:
	test '$(srcdir)' = . || { $(remove_made); }
maintainer-clean-local:
	$(remove_made)
