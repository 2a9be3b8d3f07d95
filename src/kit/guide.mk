# SPDX-License-Identifier: MIT
# guide.mk: makes, installs and packs a guide with its reader. GUIDEC_GUIDE in configure.ac says which
# guide; Makefile.am includes this file first, since variables such as EXTRA_DIST begin here.

include %D%/install.mk

noinst_PROGRAMS = %D%/program
%C%_program_SOURCES ={{sources}}
%C%_program_CPPFLAGS = -I$(srcdir)/%D% -D_POSIX_C_SOURCE=200809L -DSITE_FOLDER='"$(htmldir)/site"' $(AM_CPPFLAGS)
%C%_program_LDADD =

EXTRA_DIST = $(GUIDE_FOLDERS) %D%/README %D%/COPYING %D%/made

# All that is made of the text stands beside it, and is in a release, which needs a C compiler only. The
# stamp lists it, as guidec --list does; what an older list names and this one does not is taken away.
guide_made = $(srcdir)/%D%/made
BUILT_SOURCES = $(guide_made)/stamp
$(guide_made)/stamp: $(GUIDE_FILES) $(srcdir)/%D%/version.h
	@test -n '$(GUIDEC)' || { \
	  echo 'To compile $(GUIDE_FOLDERS), guidec is needed: run configure with GUIDEC=PROGRAM.' >&2; exit 1; \
	}
	$(AM_V_GEN)$(GUIDEC) $(GUIDECFLAGS) -o $(guide_made) $(GUIDE_PATHS) && \
	$(GUIDEC) $(GUIDECFLAGS) -w --list $(GUIDE_PATHS) >$@-t
	@cd $(guide_made) && wanted=" $$(tr '\n' ' ' <stamp-t)" && \
	for file in $$(test ! -f stamp || cat stamp); do \
	  case $$wanted in *" $$file "*) ;; *) rm -f $$file $${file%.texi}.info ;; esac; \
	done && \
	for file in $$wanted; do \
	  case $$file in *.texi) \
	    echo "  MAKEINFO $$file"; \
	    $(MAKEINFO) $(MAKEINFOFLAGS) --no-split -o $${file%.texi}.info $$file || exit 1 ;; \
	  esac; \
	done && \
	mv -f stamp-t stamp

# For recipes: all that is installed but the reader, and the name of that.
find_made = made=$$(sed 's/\.texi$$/.info/' $(guide_made)/stamp) && \
	reader=$$(sed -n 's/\.bash$$//p' $(guide_made)/stamp | sed '$(transform)')$(EXEEXT)

install-exec-local: %D%/program$(EXEEXT)
	@$(find_made) && $(MKDIR_P) '$(DESTDIR)$(bindir)' && \
	echo " $(INSTALL_PROGRAM) %D%/program$(EXEEXT) $(DESTDIR)$(bindir)/$$reader" && \
	$(INSTALL_PROGRAM) %D%/program$(EXEEXT) '$(DESTDIR)$(bindir)'/$$reader

install-data-local: $(guide_made)/stamp
	@$(install_files); $(find_made) && install_files $(guide_made) $$made

uninstall-local:
	@$(uninstall_files); $(find_made) && uninstall_files $$made && rm -f '$(DESTDIR)$(bindir)'/$$reader

installcheck-local:
	@$(check_files); failed=0; $(find_made) && check_files $$made && \
	'$(DESTDIR)$(bindir)'/$$reader --toc >/dev/null && test $$failed = 0

maintainer-clean-local:
	rm -rf $(guide_made)
