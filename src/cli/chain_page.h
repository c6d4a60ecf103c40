/* SPDX-License-Identifier: Apache-2.0 */
/* chain_page.h - chains of certificates, for a person and as JSON. */
#ifndef CLI_CHAIN_PAGE_H
#define CLI_CHAIN_PAGE_H

#include <assay-tools.h>

#include "cli/json_out.h"
#include "cli/page.h"

/* From the leaf to the root, and at each link what is wrong. */
void chain_page_print(struct page *page, const struct assay_chain *chain);

/* An object (docs/schema/chains.json). */
void chain_page_json(struct json_out *json, const struct assay_chain *chain);

#endif
