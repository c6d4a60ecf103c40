# SPDX-License-Identifier: Apache-2.0
# The library and the program. Which files a room has is in sources.mk.
include %D%/sources.mk
EXTRA_DIST += %D%/LAYERS %D%/README.md %D%/api/symbols

include_HEADERS = $(include_sources)

# Every room but the front ones; nothing of it is visible outside the library.
noinst_LTLIBRARIES += libcore.la
libcore_la_SOURCES = $(core_sources)
libcore_la_LIBADD = libparser.la $(OPENSSL_LIBS) $(ARCHIVE_LIBS) $(SQLITE_LIBS) $(ZSTD_LIBS)

# current:revision:age. Code changed: revision+1. Something added: current+1,
# revision 0, age+1. Something changed or removed: current+1, revision 0, age 0.
lib_LTLIBRARIES += libassay.la
libassay_la_SOURCES = $(api_sources)
libassay_la_CPPFLAGS = $(AM_CPPFLAGS) -DASSAY_DATADIR='"$(pkgdatadir)"'
libassay_la_LIBADD = libcore.la
libassay_la_LDFLAGS = $(AM_LDFLAGS) -version-info 0:0:0 -no-undefined

bin_PROGRAMS += assay
assay_SOURCES = $(cli_sources)
assay_LDADD = libassay.la

pkgconfigdir = $(libdir)/pkgconfig
pkgconfig_DATA = %D%/assay.pc
