# SPDX-License-Identifier: Apache-2.0
# Is the compiler right? A second, simpler evaluator, written from docs/language.md alone, is
# compared with it through the public interface; and that evaluator has tests of its own.
reference_sources = \
  %D%/aggregate.c %D%/aggregate.h %D%/bind.c %D%/candidates.c \
  %D%/canonical.c %D%/complete.c \
  %D%/complete.h %D%/equal.c %D%/evaluate.c %D%/evaluate.h %D%/facts.c %D%/facts.h %D%/kleene.c \
  %D%/kleene.h %D%/plan.c %D%/plan.h %D%/plan_close.c %D%/plan_rule.c %D%/policy.c \
  %D%/policy.h %D%/print.c %D%/print.h %D%/print_condition.c %D%/settle.c %D%/store.c \
  %D%/store.h

check_reference_sources = $(reference_sources) \
  %D%/compare.c %D%/compare.h %D%/generate.h %D%/generate_condition.c %D%/generate_facts.c \
  %D%/generate_model.c %D%/generate_rule.c %D%/generate_test.c %D%/generator.h %D%/main.c \
  %D%/names.c %D%/names.h %D%/random.h %D%/shrink.c %D%/shrink.h %D%/subject.c %D%/subject.h

reference_tests = %D%/check_reference %D%/test_reference

%C%_check_reference_SOURCES = $(check_reference_sources)
%C%_check_reference_LDADD = libassay.la
%C%_test_reference_SOURCES = $(reference_sources) %D%/shop.c %D%/shop.h \
  %D%/test_reference.c
%C%_test_reference_LDADD = $(CMOCKA_LIBS)

if CAN_CHECK
check_PROGRAMS += $(reference_tests)
TESTS += $(reference_tests)
endif
