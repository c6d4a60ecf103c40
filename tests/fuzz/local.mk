# SPDX-License-Identifier: Apache-2.0
# Can bytes hurt us? Each fuzz_NAME.c is one target; `make check` replays corpus/NAME.
include %D%/targets.mk
EXTRA_DIST += %D%/corpus
fuzz_helpers = %D%/replay.c

if CAN_CHECK
check_PROGRAMS += $(fuzz_targets)
TESTS += $(fuzz_targets)
endif
