/* SPDX-License-Identifier: Apache-2.0 */
/* Facts as JSON, for the model `shop`. Whatever the bytes: reading them in one pass or two,
 * borrowing them or not, gives the same; and what is written is JSON that is read as the
 * same again. */
#include <stdio.h>
#include <stdlib.h>

#include "facts/json_reader.h"
#include "facts/write.h"
#include "tests/unit/shop_input.h"

/* A fuzz target is linked with the library alone.
 * NOLINTBEGIN(bugprone-suspicious-include) */
#include "tests/unit/shop_input.c"
#include "tests/unit/shop_model.c"
/* NOLINTEND(bugprone-suspicious-include) */

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void check(bool holds, const char *what)
{
	if (holds)
		return;
	fprintf(stderr, "this does not hold: %s\n", what);
	abort();
}

static void write_all(struct buffer *out, const struct shop_records *records)
{
	for (uint32_t i = 0; i < records->count && i < SHOP_MANY; i++)
		write_record(out, records->records[i], WRITE_GIVEN);
}

static void write_shop(struct buffer *out, const struct shop *shop)
{
	write_all(out, &shop->contexts);
	write_all(out, &shop->visits);
	write_all(out, &shop->certificates);
}

static bool is_whole(const struct shop *shop)
{
	return shop->contexts.count <= SHOP_MANY
	    && shop->visits.count <= SHOP_MANY
	    && shop->certificates.count <= SHOP_MANY;
}

static void read_linked(struct buffer *out, struct shop *shop, struct text text)
{
	shop_open(shop);
	shop_read(shop, text);
	write_shop(out, shop);
}

static void check_round_trip(const struct buffer *written)
{
	struct buffer again = { 0 };
	struct shop shop;

	read_linked(&again, &shop, buffer_view(written));
	check(shop.trouble_count == 0, "what is written is read");
	check(text_equal(buffer_view(written), buffer_view(&again)),
	      "what is written is read as the same");
	shop_close(&shop);
	buffer_done(&again);
}

/* Each of these passes sees the same records, in their order by kind. */
static void check_passes(struct text text)
{
	struct buffer one = { 0 }, two = { 0 };
	struct shop shop;
	uint32_t troubles;

	shop_open(&shop);
	shop_pass(&shop, text, INVENTORY_CONTEXTS, true);
	shop_pass(&shop, text, INVENTORY_STREAM, true);
	write_shop(&two, &shop);
	troubles = shop.trouble_count;
	shop_close(&shop);
	shop_open(&shop);
	shop_pass(&shop, text, INVENTORY_BOTH, false);
	write_shop(&one, &shop);
	/* Only so many unknown names are told, in each pass. */
	check(shop.trouble_count <= troubles, "two passes tell as much as one");
	check(troubles == shop.trouble_count || troubles > 64,
	      "two passes tell nothing twice");
	check(text_equal(buffer_view(&one), buffer_view(&two)),
	      "two passes read what one reads");
	shop_close(&shop);
	buffer_done(&one);
	buffer_done(&two);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct text text = { (const char *)bytes, (uint32_t)length };
	struct buffer out = { 0 };
	struct shop shop;

	if (length > UINT32_MAX)
		return 0;
	check_passes(text);
	read_linked(&out, &shop, text);
	if (shop.trouble_count == 0 && is_whole(&shop))
		check_round_trip(&out);
	shop_close(&shop);
	buffer_done(&out);
	return 0;
}
