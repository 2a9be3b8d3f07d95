# The guide: from its source to man pages, Info, HTML, and the tables of trustman.
#
# `make GUIDE=DIR`, and `make install GUIDE=DIR`, take the guide in DIR for that in doc/guide. What
# guidec writes is named by the guide; doc/guide.stamp lists it.

GUIDE =

# X_$(GUIDE) is X_, which is said for the guide of this package, unless GUIDE is given.
guide_dir_ = $(srcdir)/doc/guide
guide_dir = $(GUIDE)$(guide_dir_$(GUIDE))

EXTRA_DIST += doc/performance.txt doc/guide doc/guide.stamp doc/info.stamp

# For recipes: sets made to all that guidec wrote, and name to that of the guide. It starts no program,
# since on some machines starting one takes as long as compiling the guide.
find_made = made= name=; \
	test ! -f doc/guide.stamp || while read -r file; do \
	  made="$$made $$file"; \
	  case $$file in *.texi) name=$${file%.texi} ;; esac; \
	done <doc/guide.stamp

# Which guide was compiled, and of which files. This changes with them, or when something that was
# made is gone, but not because guidec was linked anew, though guidec is made before it. At first it
# is older than anything, because a release holds what doc/guide makes.
doc/guide.from: FORCE $(noinst_PROGRAMS)
	@$(find_made); lost=; \
	for file in $${name:+$$name.info} $$made; do \
	  test -f doc/$$file || lost=$$file; \
	done; \
	from="$(GUIDE): $$(cd $(guide_dir) && echo *.md *.yaml)"; known=; \
	test ! -f $@ || read -r known <$@; \
	if test -n "$$lost" || test "$$from" != "$$known"; then \
	  $(MKDIR_P) doc && echo "$$from" >$@-t && \
	  { test -f $@ || test -n "$(GUIDE)$$lost" || touch -t 197001020000 $@-t; } && \
	  mv -f $@-t $@; \
	fi

# One rule makes everything that guidec writes; files that stay as they were keep their time, so that
# nothing more is made of them. The list is made first: what is edited later is newer than it. What
# an older list names and this one does not is taken away.
doc/guide.stamp: doc/guide.from $(guide_dir)/*.md $(guide_dir)/*.yaml $(src_guidec_SOURCES)
if WITH_GUIDEC
	@src/guidec$(EXEEXT) --list $(guide_dir) >$@-t || { rm -f $@-t; exit 1; }
	$(AM_V_GEN)src/guidec$(EXEEXT) -o doc $(guide_dir)
	@$(find_made); wanted=" $$(tr '\n' ' ' <$@-t)"; for file in $$made; do \
	  case $$wanted in *" $$file "*) ;; *) rm -f doc/$$file doc/$${file%.texi}.info ;; esac; \
	done; \
	mv -f $@-t $@
else
	@rm -f doc/guide.from; echo 'To compile $(guide_dir), guidec is needed, which needs' \
	  '$(GUIDEC_MISSING); ./bootstrap installs what is missing.' >&2; exit 1
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

all-local: doc/info.stamp
info-local: doc/info.stamp

html-local: doc/guide.stamp
	@$(find_made); \
	echo "  MAKEINFO doc/$$name.html" && \
	$(MAKEINFO) --html $(MAKEINFOFLAGS) --no-split -o doc/$$name.html doc/$$name.texi

install-html-local: html-local
	@$(find_made); $(MKDIR_P) '$(DESTDIR)$(htmldir)' && \
	$(INSTALL_DATA) doc/$$name.html '$(DESTDIR)$(htmldir)'

# For recipes, after find_made: COMMANDS for each page, which is to become the file to in the folder
# that is to become folder: $(for_each_page) COMMANDS; done. Where programs get other names, the pages
# of section 1, which are about programs, do so too.
for_each_page = for page in $$made; do \
	section=$${page\#\#*.}; to=$$page; \
	case $$section in [!1-9]*) continue ;; \
	1*) to=$$(echo "$${page%.*}" | sed '$(transform)').$$section ;; esac; \
	folder='$(DESTDIR)$(mandir)'/man$${section%"$${section\#?}"};

# A directory of Info that is left without an entry was made by this installation.
install-data-local: doc/info.stamp
	@$(find_made); $(for_each_page) \
	  test -d "$$folder" || $(MKDIR_P) "$$folder" || exit 1; \
	  echo " $(INSTALL_DATA) doc/$$page $$folder/$$to"; \
	  $(INSTALL_DATA) doc/$$page "$$folder/$$to" || exit 1; \
	done
	@$(find_made); $(MKDIR_P) '$(DESTDIR)$(infodir)' && \
	echo " $(INSTALL_DATA) doc/$$name.info '$(DESTDIR)$(infodir)'" && \
	$(INSTALL_DATA) doc/$$name.info '$(DESTDIR)$(infodir)' && \
	if $(am__can_run_installinfo); then \
	  install-info --info-dir='$(DESTDIR)$(infodir)' '$(DESTDIR)$(infodir)'/$$name.info; \
	fi

uninstall-local:
	@$(find_made); $(for_each_page) rm -f "$$folder/$$to"; done; \
	rm -f '$(DESTDIR)$(htmldir)'/$$name.html; \
	cd '$(DESTDIR)$(infodir)' 2>/dev/null || exit 0; \
	if test -f $$name.info && $(am__can_run_installinfo); then \
	  install-info --info-dir=. --remove $$name.info; \
	  grep -q '^\* .*: (' dir || rm -f dir; \
	fi; \
	rm -f $$name.info

installcheck-local:
	program=$$(echo trustman | sed '$(transform)') && \
	'$(DESTDIR)$(bindir)'/$$program --version

# The times of all that was made say in a release that nothing is out of date, also for files that an
# older run left as they were.
dist-hook:
	@$(find_made); for file in $$name.info $$made; do cp -p doc/$$file $(distdir)/doc || exit 1; done; \
	cd $(distdir)/doc && touch guide.stamp && touch $$made $$name.info && touch info.stamp

clean-local:
	rm -rf doc/.guidec-temporary doc/new.info
CLEANFILES += doc/*.html doc/*-t
DISTCLEANFILES = doc/guide.from

# Where another folder holds the source, configure brought what was made.
remove_made = test ! -f doc/guide.stamp || (cd doc && rm -f $$(cat guide.stamp) *.info *.stamp)
distclean-local:
	test '$(srcdir)' = . || { $(remove_made); }
maintainer-clean-local:
	$(remove_made)
