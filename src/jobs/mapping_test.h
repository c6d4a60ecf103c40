/* SPDX-License-Identifier: Apache-2.0 */
/* mapping_test.h - a test that stands in a mapping: an input as a table, and the facts of records. */
#ifndef JOBS_MAPPING_TEST_H
#define JOBS_MAPPING_TEST_H

#include "base/buffer.h"
#include "jobs/load.h"

/* Run a test of load->mapping, which has no mistakes. What was expected and not found is added to
 * the buffer, a line each; everything lives in the arena. */
void mapping_test_run(const struct load *load, const struct item *test, struct arena *arena,
                      struct buffer *detail);

#endif
