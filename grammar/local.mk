# SPDX-License-Identifier: Apache-2.0
# The language: two texts, and four files made from them that travel in the tarball.
grammar_texts = %D%/policy.y %D%/policy.l
grammar_made = %D%/parser.c %D%/parser.h %D%/scanner.c %D%/scanner.h
BUILT_SOURCES += $(grammar_made)
MAINTAINERCLEANFILES += $(grammar_made)
EXTRA_DIST += $(grammar_texts)

# What is made is not ours to word: its own library, with fewer warnings.
noinst_LTLIBRARIES += libparser.la
libparser_la_SOURCES = $(grammar_made)
libparser_la_CFLAGS = $(base_cflags) -Wno-unused-function

# Paths are relative to the source tree, so the output is the same wherever it is built.
%D%/parser.c: %D%/policy.y
	$(AM_V_GEN)cd $(srcdir) && $(BISON) -Wall -Wcounterexamples -Wdangling-alias -Werror \
	  --header=%D%/parser.h --output=%D%/parser.c %D%/policy.y
%D%/scanner.c: %D%/policy.l
	$(AM_V_GEN)cd $(srcdir) && $(FLEX) --header-file=%D%/scanner.h \
	  --outfile=%D%/scanner.c %D%/policy.l

# A header comes with its source; make it again if it alone was lost.
%D%/parser.h: %D%/parser.c
	@test -f $(srcdir)/%D%/parser.h || { rm -f $(srcdir)/%D%/parser.c; \
	  $(MAKE) $(AM_MAKEFLAGS) %D%/parser.c; }
%D%/scanner.h: %D%/scanner.c
	@test -f $(srcdir)/%D%/scanner.h || { rm -f $(srcdir)/%D%/scanner.c; \
	  $(MAKE) $(AM_MAKEFLAGS) %D%/scanner.c; }
