dnl SPDX-License-Identifier: Apache-2.0
dnl What configure.ac asks more than once.

dnl ASSAY_NEED_VERSION(NAME, PROGRAM, VERSION) - end unless PROGRAM is at least that new.
AC_DEFUN([ASSAY_NEED_VERSION],
[AC_MSG_CHECKING([for $1 $3 or newer])
AS_IF([test -z "$2"],
  [AC_MSG_RESULT([none])
   AC_MSG_ERROR([building from a clone needs $1 $3 or newer])])
assay_version=`$2 --version | $SED -n '1s/.* \([[0-9]][[0-9.]]*\).*/\1/p'`
AC_MSG_RESULT([$assay_version])
AS_VERSION_COMPARE([$assay_version], [$3],
  [AC_MSG_ERROR([$1 $assay_version is too old: $3 or newer is needed])])])

dnl ASSAY_CHECK_FLAG(FLAG, IF-ACCEPTED) - does the compiler take FLAG?
AC_DEFUN([ASSAY_CHECK_FLAG],
[AC_MSG_CHECKING([whether $CC accepts $1])
assay_saved_CFLAGS=$CFLAGS
CFLAGS="$CFLAGS $1 -Werror"
AC_COMPILE_IFELSE([AC_LANG_SOURCE([int unit;])],
  [CFLAGS=$assay_saved_CFLAGS
   AC_MSG_RESULT([yes])
   $2],
  [CFLAGS=$assay_saved_CFLAGS
   AC_MSG_RESULT([no])])])
