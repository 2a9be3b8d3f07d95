# SPDX-License-Identifier: MIT
# Installing what guidec makes: for this package, and for those that `guidec --reader` serves. Programs
# of the shell for recipes, since only guidec knows the names of the files. configure says where shells
# look for completion (GUIDEC_COMPLETION_FOLDERS).

# find_place FILE: sets to to where a file is installed, without DESTDIR, or to nothing if it is not.
# FILE is as guidec --list has it, or an Info manual. Pages in the folder LL are those of that language.
# Where programs get other names, what is for one by its name does so too: pages of section 1, and completion.
find_place = find_place() { \
	  to=$${1\#\#*/} section=$${1\#\#*.}; \
	  case $$section in \
	  1* | bash | fish) to=$$(echo "$${to%.*}" | sed '$(transform)').$$section ;; \
	  _*) to=_$$(echo "$${to\#_}" | sed '$(transform)') ;; \
	  esac; \
	  case $$1 in \
	  *.info) to='$(infodir)'/$$to ;; \
	  *.bash) to='$(bashcompletiondir)'/$$to ;; \
	  *.fish) to='$(fishcompletiondir)'/$$to ;; \
	  _*) to='$(zshcompletiondir)'/$$to ;; \
	  *.[1-9]*) \
	    language=; case $$1 in */*) language=/$${1%/*} ;; esac; \
	    to='$(mandir)'$$language/man$${section%"$${section\#?}"}/$$to; \
	    case $$section in [!1-9]*) to= ;; esac ;; \
	  *) to= ;; \
	  esac; \
	}

# install_files FOLDER FILE...: installs the files in the folder. A further name of a page holds the line
# `.so manN/PAGE.N`; where the page gets another name, that line does so too. So does each command in what
# completes its words.
install_files = $(find_place); install_files() { \
	  from=$$1; shift; \
	  for file; do \
	    find_place "$$file"; test -n "$$to" || continue; \
	    file=$$from/$$file; to='$(DESTDIR)'$$to; \
	    test -d "$${to%/*}" || $(MKDIR_P) "$${to%/*}" || return 1; \
	    IFS= read -r line <"$$file"; \
	    case $$section$$line in \
	    1*.so\ *) \
	      target=$${line\#\#*/}; target=$$(echo "$${target%.*}" | sed '$(transform)').$$section; \
	      echo " $(INSTALL_DATA) $$file $$to"; \
	      printf '%s\n' "$${line%/*}/$$target" >link-t && $(INSTALL_DATA) link-t "$$to" && rm -f link-t || return 1 ;; \
	    bash*|fish*|*\#compdef*) \
	      program=$${file\#\#*/}; program=$${program%.*}; program=$${program\#_}; \
	      target=$$(echo "$$program" | sed '$(transform)'); \
	      echo " $(INSTALL_DATA) $$file $$to"; \
	      sed "s/ $$program / $$target /g; s/ $$program\$$/ $$target/" "$$file" >link-t && \
	      $(INSTALL_DATA) link-t "$$to" && rm -f link-t || return 1 ;; \
	    *) \
	      echo " $(INSTALL_DATA) $$file $$to"; \
	      $(INSTALL_DATA) "$$file" "$$to" || return 1 ;; \
	    esac; \
	    case $$to in *.info) \
	      ! $(am__can_run_installinfo) || install-info --info-dir="$${to%/*}" "$$to" || return 1 ;; \
	    esac; \
	  done; \
	}

# uninstall_files FILE...: takes them away. A directory of Info that is left without an entry was made by
# this installation.
uninstall_files = $(find_place); uninstall_files() { \
	  for file; do \
	    find_place "$$file"; test -n "$$to" || continue; \
	    to='$(DESTDIR)'$$to; \
	    case $$to in *.info) \
	      if test -f "$$to" && $(am__can_run_installinfo); then \
	        install-info --info-dir="$${to%/*}" --remove "$$to"; \
	        grep -q '^\* .*: (' "$${to%/*}/dir" || rm -f "$${to%/*}/dir"; \
	      fi ;; \
	    esac; \
	    rm -f "$$to"; \
	  done; \
	}

# check_files FILE...: says which of them are not installed, and sets failed to 1.
check_files = $(find_place); check_files() { \
	  for file; do \
	    find_place "$$file"; test -n "$$to" || continue; \
	    to='$(DESTDIR)'$$to; \
	    test -s "$$to" || { echo "not installed: $$to" >&2; failed=1; }; \
	    case $$to in *.info) \
	      name=$${to\#\#*/}; \
	      ! $(am__can_run_installinfo) || grep "($${name%.info})" "$${to%/*}/dir" >/dev/null || { \
	        echo "not in the directory of Info: $$name" >&2; failed=1; \
	      } ;; \
	    esac; \
	  done; \
	}
