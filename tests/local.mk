# SPDX-License-Identifier: Apache-2.0
# Every test speaks TAP, so `make check` counts cases, not programs.
EXTRA_DIST += %D%/README.md %D%/golden %D%/install/root.pem %D%/install/run \
  %D%/install/stranger.c \
  %D%/run-golden %D%/run-policies %D%/run-explanations %D%/run-doc-policies %D%/run-formats \
  %D%/run-coverage %D%/run-endpoints %D%/check-house \
  %D%/tap.sh %D%/schema/junit.xsd %D%/schema/sarif.json

include %D%/unit/units.mk

LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
AM_TESTS_ENVIRONMENT = \
  top_srcdir='$(abs_top_srcdir)'; export top_srcdir; \
  top_builddir='$(abs_top_builddir)'; export top_builddir; \
  MAKE='$(MAKE)' CC='$(CC)' CXX='$(CXX_FOR_CHECK)' NM='$(NM)'; export MAKE CC CXX NM; \
  SANITIZER_CFLAGS='$(SANITIZER_CFLAGS)'; export SANITIZER_CFLAGS; \
  CMOCKA_MESSAGE_OUTPUT=TAP; export CMOCKA_MESSAGE_OUTPUT;

# Shell tests, by the question that they answer; README.md says more.
shell_tests = %D%/check-house %D%/run-golden %D%/run-policies %D%/run-explanations \
  %D%/run-doc-policies %D%/run-formats %D%/run-coverage %D%/run-endpoints %D%/install/run

TEST_LIBS = $(CMOCKA_LIBS) $(JANSSON_LIBS)
LDADD = libcore.la $(TEST_LIBS)

if CAN_CHECK
AM_CPPFLAGS += $(CMOCKA_CFLAGS) $(JANSSON_CFLAGS)
check_PROGRAMS += $(unit_tests)
TESTS += $(unit_tests) $(shell_tests)
else
check: cannot-check
endif

.PHONY: cannot-check
cannot-check:
	@echo 'make check needs cmocka >= 1.1.5 and jansson >= 2.13 (libcmocka-dev,' >&2; \
	echo 'libjansson-dev); install them and run configure again.' >&2; exit 1

include %D%/fuzz/local.mk
include %D%/bench/local.mk
include %D%/reference/local.mk
include %D%/memory/local.mk

# --- verbs ---

.PHONY: update-golden
update-golden: assay
	$(AM_V_at)top_srcdir='$(abs_top_srcdir)' top_builddir='$(abs_top_builddir)' \
	  $(srcdir)/%D%/run-golden --update $(CASE)
