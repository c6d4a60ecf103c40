# SPDX-License-Identifier: Apache-2.0
# How fast is it? Not a part of `make check`.
EXTRA_PROGRAMS = %D%/bench %D%/files %D%/process %D%/reader
EXTRA_DIST += %D%/decisions.assay %D%/fleet.assay %D%/run %D%/run-files
CLEANFILES += $(EXTRA_PROGRAMS)
%C%_bench_SOURCES = %D%/bench.c
%C%_bench_LDADD = libopen.la
%C%_reader_SOURCES = %D%/reader.c
%C%_reader_LDADD = libopen.la $(OPENSSL_LIBS)
%C%_files_SOURCES = %D%/files.c
%C%_files_CPPFLAGS = $(AM_CPPFLAGS) $(GNUTLS_CFLAGS)
%C%_files_LDADD = $(OPENSSL_LIBS) $(GNUTLS_LIBS)
%C%_process_SOURCES = %D%/process.c
%C%_process_LDADD = libassay.la

# The library with all its insides visible, for measuring a part of it.
EXTRA_LTLIBRARIES = libopen.la
libopen_la_SOURCES = $(api_sources)
libopen_la_CPPFLAGS = $(libassay_la_CPPFLAGS)
libopen_la_LIBADD = libcore.la

# make bench CERTIFICATES=100000
CERTIFICATES = 5000
.PHONY: bench
bench: all $(EXTRA_PROGRAMS)
	$(AM_V_at)top_srcdir='$(abs_top_srcdir)' top_builddir='$(abs_top_builddir)' \
	  CERTIFICATES='$(CERTIFICATES)' $(srcdir)/%D%/run
