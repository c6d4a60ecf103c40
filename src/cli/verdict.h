/* SPDX-License-Identifier: Apache-2.0 */
/* verdict.h - the end of a report: how often there was which result, and what that comes to. */
#ifndef CLI_VERDICT_H
#define CLI_VERDICT_H

#include "cli/findings.h"
#include "cli/page.h"

/* Counts by result and level without empty rows and columns, and the verdict in the last line. */
void verdict_print(struct page *page, const struct findings *findings,
	const struct assay_summary *summary);

#endif
