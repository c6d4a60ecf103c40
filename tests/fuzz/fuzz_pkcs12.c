/* SPDX-License-Identifier: Apache-2.0 */
/* fuzz_pkcs12.c - any bytes as PKCS #12, with two passwords at hand.
 *
 * What is found has bytes or a reason, and what is said of its key makes facts of proper form.
 */
#include <openssl/err.h>
#include <stdlib.h>

#include "forms/pkcs12.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

struct work {
	struct arena arena;
	const struct entity *entity;
};

static void demand(bool holds)
{
	if (!holds)
		abort();
}

static bool found(const struct pkcs12_found *found, void *user)
{
	struct work *work = user;
	struct record *record = record_new(&work->arena, work->entity);

	demand((found->der.length == 0) == (found->why != NULL));
	container_note(record, found->container);
	for (uint32_t i = 0; i < CERTIFICATE_FACT_COUNT; i++)
		demand(record->values[i].state != STATE_PRESENT
		       || record->values[i].type == work->entity->facts[i].type);
	return true;
}

static const char *password(void *user, unsigned int attempt)
{
	static const char *const all[] = { "geheim", "\xc3\xb6" };

	(void)user;
	return attempt < 2 ? all[attempt] : NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct work work = { .entity = NULL };
	struct pkcs12_visitor visitor = { .arena = &work.arena, .found = found,
	                                  .password = password, .user = &work };
	struct text text = { (const char *)bytes, (uint32_t)length };

	work.entity = certificate_entity_new(&work.arena);
	if (length <= UINT32_MAX)
		pkcs12_each(text, &visitor);
	ERR_clear_error();
	arena_free(&work.arena);
	return 0;
}
