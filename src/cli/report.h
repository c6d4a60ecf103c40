/* SPDX-License-Identifier: Apache-2.0 */
/* report.h - what was found, for the person who looks after the fleet. */
#ifndef CLI_REPORT_H
#define CLI_REPORT_H

#include "cli/findings.h"
#include "cli/page.h"

/* Groups of findings, worst results first, then by level, then as the policy orders its rules. */
void report_print(struct page *page, const struct findings *findings);

/* In which style a result is written. */
enum page_style report_style(enum assay_result result);

#endif
