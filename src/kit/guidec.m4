# SPDX-License-Identifier: MIT
# guidec.m4: for packages that hold a guide.

# GUIDEC_GUIDE([FOLDERS], [READER], [LEAST-VERSION]): the package has a guide in FOLDERS, `guide` if left
# out: the first of them is that of the original, those behind it of its translations. What `guidec --reader`
# wrote is in READER, `reader` if left out. A release needs no guidec; else it is an error if there is none,
# or none of that version.
AC_DEFUN([GUIDEC_GUIDE],
[AC_REQUIRE([AC_PROG_CC])dnl
AC_REQUIRE([GUIDEC_COMPLETION_FOLDERS])dnl
AC_ARG_VAR([GUIDEC], [the program guidec, which compiles the guide])dnl
AC_PATH_PROG([GUIDEC], [guidec])
AS_IF([test -z "$GUIDEC"],
  [GUIDEC=`${PKG_CONFIG-pkg-config} --variable=guidec guidec 2>/dev/null`])
m4_ifval([$3],
  [AS_IF([test -n "$GUIDEC"],
    [AC_MSG_CHECKING([whether $GUIDEC is version $3 or later])
     guidec_version=`"$GUIDEC" --version | sed 's/.* //; q'`
     AS_VERSION_COMPARE([$guidec_version], [$3],
       [AC_MSG_RESULT([no: $guidec_version]); GUIDEC=], [AC_MSG_RESULT([yes])], [AC_MSG_RESULT([yes])])])])
AS_IF([test -z "$GUIDEC" && test ! -f "$srcdir/m4_default([$2], [reader])/made/stamp"],
  [AC_MSG_ERROR([guidec is needed to compile the guide, since this is no release; trustguide installs it])])
AC_SUBST([GUIDE_FOLDERS], ["m4_default([$1], [guide])"])
GUIDE_PATHS= GUIDE_FILES=
for guidec_folder in $GUIDE_FOLDERS; do
  GUIDE_PATHS="$GUIDE_PATHS \$(srcdir)/$guidec_folder"
  GUIDE_FILES="$GUIDE_FILES \$(srcdir)/$guidec_folder/*.md \$(srcdir)/$guidec_folder/*.yaml"
done
AC_SUBST([GUIDE_PATHS])
AC_SUBST([GUIDE_FILES])
AC_SUBST([GUIDECFLAGS])
])

# GUIDEC_COMPLETION_FOLDERS: where shells look for completion. bash looks below each prefix; zsh of Debian
# has another folder for packages; fish looks below /usr, and elsewhere only where XDG_DATA_DIRS says so.
AC_DEFUN([GUIDEC_COMPLETION_FOLDERS],
[GUIDEC_COMPLETION_FOLDER([bash], [bash-completion/completions])
GUIDEC_COMPLETION_FOLDER([zsh], [zsh/site-functions])
GUIDEC_COMPLETION_FOLDER([fish], [fish/vendor_completions.d])
AS_IF([test -z "$with_zsh_completion_dir" && test "$prefix" = /usr && test "$cross_compiling" != yes],
  [AC_MSG_CHECKING([where zsh looks for completion of packages])
   AS_CASE([" `zsh -f -c 'echo $fpath' 2>/dev/null` "],
     [*' /usr/share/zsh/site-functions '*], [],
     [*' /usr/share/zsh/vendor-completions '*], [zshcompletiondir='${datadir}/zsh/vendor-completions'])
   AC_MSG_RESULT([$zshcompletiondir])])
])

# GUIDEC_COMPLETION_FOLDER(SHELL, FOLDER-IN-DATADIR)
AC_DEFUN([GUIDEC_COMPLETION_FOLDER],
[AC_ARG_WITH([$1-completion-dir],
  [AS_HELP_STRING([--with-$1-completion-dir=DIR], [completion for $1 @<:@$2@:>@])],
  [$1completiondir=$withval], [$1completiondir='${datadir}/$2'])
AC_SUBST([$1completiondir])
])
