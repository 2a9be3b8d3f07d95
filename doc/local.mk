# SPDX-License-Identifier: MIT
# The guide: from its source to man pages, Info, HTML, and the tables of trustman.
#
# `make GUIDE=DIR` takes the guide in DIR for that in doc/guide, to build and to test it. What guidec
# writes is named by the guide; doc/guide.stamp lists it.

GUIDE =

# X_$(GUIDE) is X_, which is said for the guide of this package, unless GUIDE is given. Recipes take
# GUIDE from their environment, where make puts it: there a name may hold any character.
own_guide_ = $(srcdir)/doc/guide
find_guide = guide='$(own_guide_$(GUIDE))'; guide="$${guide:-$$GUIDE}"; \
	translations=; test -z '$(own_guide_$(GUIDE))' || for folder in $(TRANSLATIONS); do \
	  translations="$$translations $(srcdir)/$$folder"; \
	done

# The folders of translations of the guide, such as doc/guide.es; src/kit/translate.sh makes them.
TRANSLATIONS =

EXTRA_DIST += $(TRANSLATIONS) doc/performance.txt doc/guide doc/guidec doc/reader doc/guide.stamp doc/info.stamp \
	doc/site.stamp

# For recipes: sets made to all that guidec wrote, infos to the Info manuals, and name to that of the
# guide. It starts no program, since on some machines starting one takes as long as compiling the guide.
find_made = made= infos= name=; \
	test ! -f doc/guide.stamp || while read -r file; do \
	  made="$$made $$file"; \
	  case $$file in *.texi) infos="$$infos $${file%.texi}.info"; name=$${name:-$${file%.texi}} ;; esac; \
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
	for file in $$infos $$made; do \
	  test -f doc/$$file || lost=$$file; \
	done; \
	from=$$(test -n '$(own_guide_$(GUIDE))' || printf '%s' "$$guide"; \
	  printf ': '; cd "$$guide" && echo *.md *.yaml $$translations); known=; \
	test ! -f $@ || IFS= read -r known <$@; \
	edited=$$(test ! -f doc/guide.stamp || \
	  find "$$guide"/*.md "$$guide"/*.yaml $$translations -newer doc/guide.stamp); \
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
	@$(find_guide); $(guidec_program) --list "$$guide" $$translations >$@-t || { rm -f $@-t; exit 1; }
	$(AM_V_GEN)$(find_guide); $(guidec_program) -o doc "$$guide" $$translations
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
	@$(find_made); for info in $$infos; do \
	  texi=$${info%.info}.texi; \
	  if test ! -f doc/$$info || test -n "$$(find doc/$$texi -newer doc/$$info)"; then \
	    echo "  MAKEINFO doc/$$info"; \
	    $(MKDIR_P) doc/new.info && \
	    $(MAKEINFO) $(MAKEINFOFLAGS) --no-split -o doc/new.info/$$info doc/$$texi && \
	    mv -f doc/new.info/$$info doc/$$info && rm -rf doc/new.info || exit 1; \
	  fi; \
	done && touch $@

# The web site. It is made as a whole, so that it holds no page of a section that is gone.
doc/site.stamp: doc/guide.stamp
if RUN_GUIDEC
	$(AM_V_GEN)$(find_guide); rm -rf doc/new.site && $(guidec_program) -w --site doc/new.site "$$guide" && \
	rm -rf doc/site && mv -f doc/new.site doc/site && touch $@
else
	@echo 'To make the web site, guidec is needed:' '$(GUIDEC_MISSING).' >&2; exit 1
endif

# Where it is installed; trustman --browse looks there.
sitedir = $(htmldir)/site
install_site = $(MKDIR_P) '$(DESTDIR)$(sitedir)' && echo " $(INSTALL_DATA) doc/site/* '$(DESTDIR)$(sitedir)'" && \
	$(INSTALL_DATA) doc/site/* '$(DESTDIR)$(sitedir)'
install-html-local: html-local
	@$(install_site)

# The manuals of guidec, from a guide of its own, in a folder of their own; a release holds them. They
# are installed where guidec is.
guidec_guide = $(srcdir)/doc/guidec/*.md $(srcdir)/doc/guidec/guide.yaml
if BUILD_GUIDEC
guidec_info = guidec.info
guidec_made = guidec.1 guidec.5 guidec.7 $(guidec_info)
guidec_completion = guidec.bash _guidec guidec.fish
else
guidec_info =
guidec_made =
guidec_completion =
endif
if RUN_GUIDEC
guidec_stamp = doc/made-guidec/stamp
else
guidec_stamp =
endif

# What stays as it was keeps its time here, too. guidec has no reader, and needs no tables.
doc/made-guidec/stamp: doc/guide.from $(src_guidec_SOURCES) $(embedded_files) $(guidec_guide)
	$(AM_V_GEN)$(MKDIR_P) doc/made-guidec/new && $(guidec_program) -o doc/made-guidec $(srcdir)/doc/guidec
	@cd doc/made-guidec && rm -f guide-data.c guidec.bash _guidec guidec.fish && \
	if test ! -f guidec.info || test -n "$$(find guidec.texi -newer guidec.info)"; then \
	  echo '  MAKEINFO doc/made-guidec/guidec.info'; \
	  $(MAKEINFO) $(MAKEINFOFLAGS) --no-split -o new/guidec.info guidec.texi && \
	  mv -f new/guidec.info guidec.info; \
	fi && rm -rf new && touch stamp

all-local: doc/info.stamp doc/site.stamp $(guidec_stamp)
info-local: doc/info.stamp $(guidec_stamp)

html-local: doc/site.stamp

# For paper, by groff alone; a rule each for PDF and PostScript. print_headings are sections of which
# each heading is a page, with a place that stands on each of these.
print_headings = helplines:what-the-letters-mean
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

include $(top_srcdir)/src/kit/install.mk

# A guide of one's own is a package of its own, with a name and a reader of its own; here it would
# take the place of the guide of this package. automake does not look into the variable, and so leaves
# its own rules for these targets as they are.
guidec_data = dist_aclocalDATA nodist_pkgconfigDATA dist_kitDATA dist_kitSCRIPTS
uninstalling = uninstall uninstall-am uninstall-binPROGRAMS uninstall-local $(guidec_data:%=uninstall-%)
own_guide_only = \
	install install-am install-exec install-exec-am install-data install-data-am install-strip \
	install-binPROGRAMS $(guidec_data:%=install-%) install-data-local install-html install-html-am \
	install-html-local install-info install-info-am install-info-local install-pdf install-pdf-am \
	install-pdf-local install-ps install-ps-am install-ps-local install-dvi installcheck installcheck-local \
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

install-data-local: doc/info.stamp doc/site.stamp $(guidec_stamp)
	@$(install_files); $(find_made); install_files doc $$made $$infos && \
	install_files doc/made-guidec $(guidec_made) && \
	install_files $(srcdir)/src/completion $(guidec_completion)
	@$(install_site)

install-info-local: doc/info.stamp $(guidec_stamp)
	@$(install_files); $(find_made); install_files doc $$infos && \
	install_files doc/made-guidec $(guidec_info)

uninstall-local:
	@$(uninstall_files); $(find_made); uninstall_files $$made $$infos $(guidec_made) $(guidec_completion); \
	rm -f '$(DESTDIR)$(pdfdir)'/$$name-*-a4.pdf '$(DESTDIR)$(pdfdir)'/$$name-*-us.pdf; \
	rm -f '$(DESTDIR)$(psdir)'/$$name-*-a4.ps '$(DESTDIR)$(psdir)'/$$name-*-us.ps; \
	for file in doc/site/*; do rm -f '$(DESTDIR)$(sitedir)'/$${file##*/}; done; \
	test ! -d '$(DESTDIR)$(sitedir)' || rmdir '$(DESTDIR)$(sitedir)'

# All that was installed is there, and the reader shows a section.
installcheck-local:
	@program=$$(echo trustman | sed '$(transform)'); failed=0; \
	'$(DESTDIR)$(bindir)'/$$program --version || failed=1; \
	'$(DESTDIR)$(bindir)'/$$program --plain signs | grep . >/dev/null || { \
	  echo "$$program shows no section" >&2; failed=1; \
	}; \
	$(check_files); $(find_made); check_files $$made $$infos $(guidec_made) $(guidec_completion); \
	for program in $(built_guidec); do \
	  program=$$(echo guidec | sed '$(transform)'); \
	  '$(DESTDIR)$(bindir)'/$$program -n $(srcdir)/doc/guidec || { \
	    echo "$$program compiles no guide" >&2; failed=1; \
	  }; \
	done; \
	for file in doc/site/*; do \
	  test -s '$(DESTDIR)$(sitedir)'/$${file##*/} || { echo "not installed: $$file" >&2; failed=1; }; \
	done; \
	exit $$failed

# The times of all that was made say in a release that nothing is out of date, also for files that an
# older run left as they were.
dist-hook: doc/site.stamp $(guidec_stamp)
	@$(find_made); for file in $$infos $$made; do \
	  case $$file in */*) $(MKDIR_P) $(distdir)/doc/$${file%/*} || exit 1 ;; esac; \
	  cp -p doc/$$file $(distdir)/doc/$$file || exit 1; \
	done; \
	cp -Rp doc/site $(distdir)/doc && \
	cd $(distdir)/doc && touch guide.stamp && touch $$made $$infos && touch info.stamp site/* && \
	touch site.stamp
	$(MKDIR_P) $(distdir)/doc/made-guidec && cp -p doc/made-guidec/* $(distdir)/doc/made-guidec && \
	cd $(distdir)/doc/made-guidec && touch *.* && touch stamp

clean-local:
	rm -rf doc/pdf doc/ps doc/.guidec-temporary doc/new.info doc/new.site doc/made-guidec/.guidec-temporary \
	  doc/made-guidec/new
CLEANFILES += doc/*-t
DISTCLEANFILES = doc/guide.from

# Where another folder holds the source, configure brought what was made.
remove_made = rm -rf doc/made-guidec doc/site; test ! -f doc/guide.stamp || (cd doc && rm -f $$(cat guide.stamp) *.info *.stamp)
distclean-local:
	test '$(srcdir)' = . || { $(remove_made); }
maintainer-clean-local:
	$(remove_made)
