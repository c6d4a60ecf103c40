# SPDX-License-Identifier: Apache-2.0
# The developer's verbs; docs/CONTRIBUTING.md lists them all.
EXTRA_DIST += \
  %D%/check-coverage %D%/check-cycles %D%/check-layers %D%/check-shape %D%/check-sources %D%/check-symbols \
  %D%/fuzz %D%/lint %D%/list-sources %D%/make-example %D%/make-instructions %D%/sibling

sibling = $(srcdir)/%D%/sibling '$(abs_top_srcdir)' '$(abs_top_builddir)'

# Write down which files there are, after adding or removing one.
.PHONY: sources
sources:
	$(AM_V_at)$(srcdir)/%D%/list-sources

# The whole suite again, with the compiler watching memory and arithmetic.
.PHONY: check-asan
check-asan: $(BUILT_SOURCES)
	+$(AM_V_at)folder=`$(sibling) asan --enable-sanitizers=address,undefined \
	  CFLAGS='-g -O1'` && $(MAKE) -C "$$folder" --no-print-directory check

# What tools that read code have to say.
lint_flags = -Isrc -Isrc/include -I. -DASSAY_DATADIR="/usr/share/assay"
.PHONY: lint
lint: $(BUILT_SOURCES)
	+$(AM_V_at)top_srcdir='$(abs_top_srcdir)' top_builddir='$(abs_top_builddir)' MAKE='$(MAKE)' \
	  LINT_FLAGS='-include $(abs_top_builddir)/config.h $(lint_flags)' \
	  $(srcdir)/%D%/lint >lint.log; status=$$?; cat lint.log; exit $$status
CLEANFILES += lint.log

# make fuzz TARGET=facts TIME=60
TIME = 60
.PHONY: fuzz fuzzer
fuzz: $(BUILT_SOURCES)
	+$(AM_V_at)top_srcdir='$(abs_top_srcdir)' top_builddir='$(abs_top_builddir)' MAKE='$(MAKE)' \
	  $(srcdir)/%D%/fuzz '$(TARGET)' '$(TIME)'

# In the build folder that `fuzz` makes: the target with libFuzzer's main program.
fuzzer: tests/fuzz/fuzz_$(TARGET).$(OBJEXT) libassay.la
	$(AM_V_CCLD)$(LINK) -fsanitize=fuzzer -o fuzzer_$(TARGET) \
	  tests/fuzz/fuzz_$(TARGET).$(OBJEXT) libassay.la $(OPENSSL_LIBS) $(ARCHIVE_LIBS)

# Lay out the lines that git says have changed, and files that are new to it.
.PHONY: format
format:
	cd $(srcdir) && git clang-format --force --extensions c,h HEAD && \
	  git ls-files --others --exclude-standard -- '*.[ch]' | xargs -r clang-format -i
