/* SPDX-License-Identifier: Apache-2.0 */
/* why_page.h - an explanation for a person. */
#ifndef CLI_WHY_PAGE_H
#define CLI_WHY_PAGE_H

#include <assay-tools.h>

#include "cli/page.h"

void why_page_print(struct page *page, const struct assay_rule *rule,
	const struct assay_explanation *explanation);

/* The table with the rows and values that are the subject's. */
void why_page_table(struct page *page, const struct assay_table *table);

/* "a and b and c", wrapped, as one entry of a list. */
void why_page_case(struct page *page, const struct assay_case *one);

/* A heading, and what stands below it further in. */
void why_page_open(struct page *page, const char *heading);
void why_page_close(struct page *page);

#endif
