/* SPDX-License-Identifier: Apache-2.0 */
#include "model/oid.h"

static const struct oid_row rows[] = {
#define OID(name, dotted, doc) { { name, sizeof(name) - 1 }, \
                                 { dotted, sizeof(dotted) - 1 }, \
                                 { doc, sizeof(doc) - 1 } },
#include "model/oids.def"
#undef OID
};

enum { ROW_COUNT = sizeof rows / sizeof rows[0] };

struct text oid_by_name(struct text name)
{
	for (uint32_t i = 0; i < ROW_COUNT; i++)
		if (text_equal(rows[i].name, name))
			return rows[i].dotted;
	return TEXT("");
}

struct text oid_name(struct text dotted)
{
	for (uint32_t i = 0; i < ROW_COUNT; i++)
		if (text_equal(rows[i].dotted, dotted))
			return rows[i].name;
	return TEXT("");
}

bool oid_row_at(uint32_t at, struct oid_row *row)
{
	if (at >= ROW_COUNT)
		return false;
	*row = rows[at];
	return true;
}
