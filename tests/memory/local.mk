# SPDX-License-Identifier: Apache-2.0
# What happens when memory ends. The program has the whole library in it, and an arena whose
# blocks hold one thing each (small_arena.c), so that each of its allocations can fail.
if CAN_CHECK
check_PROGRAMS += %D%/test_no_memory
TESTS += %D%/test_no_memory
endif
tests_memory_test_no_memory_SOURCES = %D%/test_no_memory.c %D%/small_arena.c $(api_sources)
tests_memory_test_no_memory_CPPFLAGS = $(AM_CPPFLAGS) -DASSAY_DATADIR='"$(pkgdatadir)"'
tests_memory_test_no_memory_LDADD = libcore.la $(TEST_LIBS) $(OPENSSL_LIBS)
