/* SPDX-License-Identifier: Apache-2.0 */
/* chain_export.h - the CA certificates of chains as files, one each, DER: what a gateway is given.
 *
 * A name says what it is: "root-Example_Root-1a2b3c4d.cer", "intermediate-...", with the start of the
 * SHA-1 fingerprint that Windows shows.
 */
#ifndef CLI_CHAIN_EXPORT_H
#define CLI_CHAIN_EXPORT_H

#include <assay-tools.h>

#include "cli/json_out.h"
#include "cli/lookup.h"
#include "cli/page.h"

struct chain_export {
	const char *folder;             /* made if it is not there; NULL: nothing is written */
	bool force;                     /* replace files that are there and differ */
	bool failed;                    /* trouble was told */
	struct lookup written;          /* name -> struct export_row */
};

/* Write the CA certificates of a chain that were not written before. */
void chain_export_take(struct chain_export *export, const struct assay_chain *chain);

/* What was written, roots last. */
void chain_export_print(const struct chain_export *export, struct page *page);
void chain_export_json(const struct chain_export *export, struct json_out *json);

void chain_export_done(struct chain_export *export);

#endif
