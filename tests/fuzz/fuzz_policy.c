/* SPDX-License-Identifier: Apache-2.0 */
/* Policy text. Whatever the bytes: they are read without harm and every message can be shown; and
 * what has no mistakes is laid out as text that is read as the same tree, keeps its comments, and
 * is laid out the same again. */
#include <stdio.h>
#include <stdlib.h>

#include "diag/render.h"
#include "tests/unit/reading.h"

/* A fuzz target is linked with the library alone. */
#include "tests/unit/reading.c" /* NOLINT(bugprone-suspicious-include) */

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void check(const char *trouble)
{
	if (!trouble)
		return;
	fprintf(stderr, "this does not hold: %s\n", trouble);
	abort();
}

static void render_all(const struct reading *reading)
{
	struct buffer out = { 0 };

	for (const struct diag *diag = reading->diags.first; diag; diag = diag->next) {
		render_text(&out, &reading->sources, diag, true);
		render_json(&out, &reading->sources, diag);
	}
	buffer_done(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct reading reading;

	if (length > UINT32_MAX / 2)
		return 0;
	reading_open(&reading, (struct text){ (const char *)bytes, (uint32_t)length });
	render_all(&reading);
	if (reading.diags.count == 0)
		check(reading_trouble(&reading));
	reading_close(&reading);
	return 0;
}
