/* SPDX-License-Identifier: Apache-2.0 */
/* oid.h - object identifiers by the names they have in policies.
 *
 * The list is oids.def. Results are static.
 */
#ifndef MODEL_OID_H
#define MODEL_OID_H

#include "base/text.h"

/* "server-auth" -> "1.3.6.1.5.5.7.3.1"; empty if the name is not known. */
struct text oid_by_name(struct text name);

/* "1.3.6.1.5.5.7.3.1" -> "server-auth"; empty if it has no name. */
struct text oid_name(struct text dotted);

/* The rows, for suggestions and documentation: false when `at` is past the last. */
struct oid_row {
	struct text name, dotted, doc;
};
bool oid_row_at(uint32_t at, struct oid_row *row);

#endif
