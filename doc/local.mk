# The guide: from its source to man pages, Info, HTML, and the tables of trustman.
#
# `make GUIDE=DIR`, and `make install GUIDE=DIR`, take the guide in DIR for that in doc/guide. What
# guidec writes is named by the guide; doc/guide.stamp lists it.

GUIDE =

# X_$(GUIDE) is X_, which is said for the guide of this package, unless GUIDE is given.
guide_dir_ = $(srcdir)/doc/guide
guide_dir = $(GUIDE)$(guide_dir_$(GUIDE))

# The pages of doc/guide/guide.yaml.
man1_pages_ = doc/trustman.1
man5_pages_ = doc/trustguide.5
man7_pages_ = \
	doc/trust-apology.7 \
	doc/trust-basics.7 \
	doc/trust-betrayed.7 \
	doc/trust-betrayer.7 \
	doc/trust-causes.7 \
	doc/trust-closeness.7 \
	doc/trust-contexts.7 \
	doc/trust-couple.7 \
	doc/trust-deciding.7 \
	doc/trust-faq.7 \
	doc/trust-feelings.7 \
	doc/trust-first-days.7 \
	doc/trust-forgiveness.7 \
	doc/trust-glossary.7 \
	doc/trust-helper.7 \
	doc/trust-helplines.7 \
	doc/trust-people.7 \
	doc/trust-rebuild.7 \
	doc/trust-safety.7 \
	doc/trust-signs.7 \
	doc/trust-sources.7 \
	doc/trust-talking.7 \
	doc/trust-therapy.7 \
	doc/trust-tools.7 \
	doc/trust-truth.7
dist_man1_MANS = $(man1_pages_$(GUIDE))
notrans_dist_man5_MANS = $(man5_pages_$(GUIDE))
notrans_dist_man7_MANS = $(man7_pages_$(GUIDE))

EXTRA_DIST += doc/performance.txt doc/guide doc/guide.stamp doc/info.stamp

# For recipes. `locate FILE` sets place to where a generated file is: here, or in a release that is
# built elsewhere. made is all that guidec wrote, name that of the guide. They start no programs, since
# on some machines starting one takes as long as compiling the guide.
find_made = locate () { place=doc/$$1; test -f $$place || place=$(srcdir)/doc/$$1; }; \
	made= name=; locate guide.stamp; \
	test ! -f $$place || while read -r file; do \
	  made="$$made $$file"; \
	  case $$file in *.texi) name=$${file%.texi} ;; esac; \
	done <$$place

# Which guide was compiled, and of which files. This changes with them, or when something that was
# made is gone, but not because guidec was linked anew, though guidec is made before it. At first it
# is older than anything, because a release holds what doc/guide makes.
doc/guide.from: FORCE $(noinst_PROGRAMS)
	@$(find_made); lost= known=; \
	for file in $${name:+$$name.info} $$made; do \
	  locate $$file; test -f $$place || lost=$$file; \
	done; \
	from="$(GUIDE): $$(cd $(guide_dir) && echo *.md *.yaml)"; \
	test ! -f $@ || read -r known <$@; \
	if test -n "$$lost" || test "$$from" != "$$known"; then \
	  $(MKDIR_P) doc && echo "$$from" >$@-t && \
	  { test -f $@ || test -n '$(GUIDE)' || touch -t 197001020000 $@-t; } && \
	  mv -f $@-t $@; \
	fi

# One rule makes everything that guidec writes. Of what is compiled further, files that stay as they
# were keep their time, so that nothing more is made of them. The stamp's time is that of the
# beginning: what is edited meanwhile is newer.
doc/guide.stamp: doc/guide.from $(guide_dir)/*.md $(guide_dir)/*.yaml $(src_guidec_SOURCES)
if WITH_GUIDEC
	@rm -rf doc/new && $(MKDIR_P) doc/new/out && : >doc/new/begin
	$(AM_V_GEN)src/guidec$(EXEEXT) -o doc/new/out $(guide_dir)
	@$(find_made); for file in $$made; do \
	  test -f doc/new/out/$$file || rm -f doc/$$file doc/$${file%.texi}.info; \
	done; \
	cd doc/new/out && for file in *; do echo "$$file"; done >../list && \
	touch -r ../begin ../list && for file in *.texi guide-data.c; do \
	  ! cmp -s $$file ../../$$file || touch -r ../../$$file $$file || exit 1; \
	done && mv -f * ../.. && cd ../.. && mv -f new/list guide.stamp && rm -rf new
else
	@rm -f doc/guide.from; echo 'To compile $(guide_dir), guidec is needed, which needs' \
	  '$(GUIDEC_MISSING); ./bootstrap installs what is missing.' >&2; exit 1
endif

# What is older than the stamp, because it stayed as it was, make wants to have here.
$(dist_man1_MANS) $(notrans_dist_man5_MANS) $(notrans_dist_man7_MANS) doc/guide-data.c: \
    doc/guide.stamp
	@test -f $@ || cp -p $(srcdir)/$@ $@

doc/info.stamp: doc/guide.stamp
	@$(find_made); locate $$name.texi; texi=$$place; locate $$name.info; \
	if test ! -f $$place || test -n "$$(find $$texi -newer $$place)"; then \
	  echo "  MAKEINFO doc/$$name.info"; \
	  $(MKDIR_P) doc/new.info && \
	  $(MAKEINFO) $(MAKEINFOFLAGS) --no-split -o doc/new.info/$$name.info $$texi && \
	  mv -f doc/new.info/$$name.info doc/$$name.info && rm -rf doc/new.info; \
	fi && touch $@

all-local: doc/info.stamp
info-local: doc/info.stamp

html-local: doc/guide.stamp
	@$(find_made); locate $$name.texi; \
	echo "  MAKEINFO doc/$$name.html" && \
	$(MAKEINFO) --html $(MAKEINFOFLAGS) --no-split -o doc/$$name.html $$place

install-html-local: html-local
	@$(find_made); $(MKDIR_P) '$(DESTDIR)$(htmldir)' && \
	$(INSTALL_DATA) doc/$$name.html '$(DESTDIR)$(htmldir)'

# Automake installs the man pages of this package's guide; another guide's, and Info, are named by
# the list. A directory of Info that is left without an entry was made by this installation.
install-data-local: doc/info.stamp
	@$(find_made); locate $$name.info; $(MKDIR_P) '$(DESTDIR)$(infodir)' && \
	echo " $(INSTALL_DATA) $$place '$(DESTDIR)$(infodir)'" && \
	$(INSTALL_DATA) $$place '$(DESTDIR)$(infodir)' && \
	if $(am__can_run_installinfo); then \
	  install-info --info-dir='$(DESTDIR)$(infodir)' '$(DESTDIR)$(infodir)'/$$name.info; \
	fi
	@test -z '$(GUIDE)' || for page in $$(sed -n '/\.[1-9]$$/p' doc/guide.stamp); do \
	  $(MKDIR_P) '$(DESTDIR)$(mandir)'/man$${page##*.} && \
	  echo " $(INSTALL_DATA) doc/$$page '$(DESTDIR)$(mandir)'/man$${page##*.}" && \
	  $(INSTALL_DATA) doc/$$page '$(DESTDIR)$(mandir)'/man$${page##*.} || exit 1; \
	done

uninstall-local:
	@$(find_made); cd '$(DESTDIR)$(infodir)' 2>/dev/null || exit 0; \
	if test -f $$name.info && $(am__can_run_installinfo); then \
	  install-info --info-dir=. --remove $$name.info; \
	  grep -q '^\* .*: (' dir || rm -f dir; \
	fi; \
	rm -f $$name.info
	@$(find_made); rm -f '$(DESTDIR)$(htmldir)'/$$name.html; \
	locate guide.stamp; for page in $$(sed -n '/\.[1-9]$$/p' $$place); do \
	  rm -f '$(DESTDIR)$(mandir)'/man$${page##*.}/$$page; \
	done

installcheck-local:
	program=$$(echo trustman | sed '$(transform)') && \
	'$(DESTDIR)$(bindir)'/$$program --version

# What the lists above do not name goes into a release too; the times of all of it say that nothing
# is out of date, also for files that an older run left as they were.
dist-hook:
	@$(find_made); for file in $$name.texi $$name.info; do \
	  locate $$file; cp -p $$place $(distdir)/doc || exit 1; \
	done; \
	cd $(distdir)/doc && touch guide.stamp && touch $$(cat guide.stamp) && \
	touch $$name.info && touch info.stamp

clean-local:
	rm -rf doc/new doc/new.info
CLEANFILES += doc/*.html
DISTCLEANFILES = doc/guide.from
maintainer-clean-local:
	test ! -f doc/guide.stamp || (cd doc && rm -f $$(cat guide.stamp) *.info *.stamp)
