/* SPDX-License-Identifier: Apache-2.0 */
#include "tests/unit/shop_input.h"

#include "model/certificate.h"

static void keep(struct shop_records *records, struct record *record)
{
	if (records->count < SHOP_MANY)
		records->records[records->count] = record;
	records->count++;
}

static bool take_context(void *user, struct record *record)
{
	struct shop *shop = user;

	if (!world_add(shop->world, record))
		return false;
	keep(&shop->contexts, record);
	return true;
}

static void take_stream(void *user, struct record *record)
{
	keep(&((struct shop *)user)->visits, record);
}

static void take_certificate(void *user, struct record *record)
{
	keep(&((struct shop *)user)->certificates, record);
}

void shop_take_trouble(void *user, const struct inventory_trouble *trouble)
{
	static const char *const names[] = {
		[INVENTORY_BROKEN] = "broken",
		[INVENTORY_REFUSED] = "refused",
		[INVENTORY_UNREADABLE] = "unreadable",
		[INVENTORY_REMARK] = "remark",
		[INVENTORY_MISFIT] = "misfit",
	};
	struct shop *shop = user;

	buffer_printf(&shop->troubles, "%llu:%llu %s: %s\n",
	              (unsigned long long)trouble->line,
	              (unsigned long long)trouble->column,
	              names[trouble->fault], trouble->text);
	shop->trouble_count++;
	shop->troubled += trouble->count;
}

static struct record *load(void *user, struct inventory_wanted *wanted)
{
	struct shop *shop = user;
	struct record *record;

	if (!text_equal(wanted->source,
	                wanted->kind == INVENTORY_PATH ? TEXT("good.pem")
	                : wanted->kind == INVENTORY_INLINE ? TEXT("PEM")
	                : TEXT("sha1:aa"))) {
		wanted->why = "there is no such certificate";
		return NULL;
	}
	record = record_new(wanted->arena, shop->model->certificate);
	record->key = wanted->kind == INVENTORY_INLINE ? TEXT("") : wanted->source;
	record->values[CERTIFICATE_KEY_BITS] = value_number(TYPE_INTEGER, 2048);
	return record;
}

void shop_open(struct shop *shop)
{
	memset(shop, 0, sizeof *shop);
	shop->model = shop_model_new(&shop->arena);
	shop->world = world_new(&shop->arena, shop->model);
	shop->inventory = inventory_new(&shop->arena, shop->model);
}

void shop_close(struct shop *shop)
{
	buffer_done(&shop->troubles);
	arena_free(&shop->messages);
	arena_free(&shop->arena);
}

void shop_pass(struct shop *shop, struct text bytes, enum inventory_pass pass,
               bool borrow)
{
	const struct inventory_sink sink = {
		shop, take_context, take_stream, take_certificate,
		shop_take_trouble, load
	};
	const struct inventory_input input = {
		.name = TEXT("in.json"), .bytes = bytes, .borrow = borrow,
		.offset = shop->offset, .line = shop->line, .pass = pass,
		.contexts = &shop->arena, .stream = &shop->arena,
		.messages = &shop->messages, .sink = &sink
	};

	inventory_read(shop->inventory, &input);
}

static void link_all(struct shop *shop, struct shop_records *records)
{
	for (uint32_t i = 0; i < records->count && i < SHOP_MANY; i++)
		inventory_link(shop->world, records->records[i], &shop->arena);
}

void shop_read(struct shop *shop, struct text bytes)
{
	shop_pass(shop, bytes, INVENTORY_CONTEXTS, true);
	shop_pass(shop, bytes, INVENTORY_STREAM, true);
	link_all(shop, &shop->contexts);
	link_all(shop, &shop->visits);
	link_all(shop, &shop->certificates);
}
