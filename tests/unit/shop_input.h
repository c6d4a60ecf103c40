/* SPDX-License-Identifier: Apache-2.0 */
/* shop_input.h - inputs of the model `shop`, read into lists, for tests.
 *
 * Certificates: the path `good.pem` and the PEM text `PEM` can be had, nothing else.
 */
#ifndef TESTS_UNIT_SHOP_INPUT_H
#define TESTS_UNIT_SHOP_INPUT_H

#include "base/buffer.h"
#include "facts/inventory.h"
#include "tests/unit/shop_model.h"

enum { SHOP_MANY = 64 };

struct shop_records {
	struct record *records[SHOP_MANY];
	uint32_t count;         /* may be more than were kept */
};

struct shop {
	struct arena arena, messages;
	struct model *model;
	struct world *world;
	struct inventory *inventory;
	struct shop_records contexts, visits, certificates;
	uint64_t offset, line;  /* of the input: 0 unless set */
	struct buffer troubles; /* a line each: "2:7 remark: ..." */
	uint32_t trouble_count;
	uint64_t troubled;      /* what they are about, all together */
};

void shop_open(struct shop *shop);
void shop_close(struct shop *shop);

/* Read an input called "in.json": contexts, then the stream, then link all that was kept.
 * The bytes must live as long as the shop. */
void shop_read(struct shop *shop, struct text bytes);

/* Adds to the troubles; the user is the shop. */
void shop_take_trouble(void *user, const struct inventory_trouble *trouble);

/* One pass, unlinked. Bytes are copied if they are not to be borrowed. */
void shop_pass(struct shop *shop, struct text bytes, enum inventory_pass pass,
               bool borrow);

#endif
