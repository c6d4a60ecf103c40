/* SPDX-License-Identifier: Apache-2.0 */
/* fuzz_certificate.c - any bytes as a file of certificates: all that are found, all their facts.
 *
 * Beyond doing no harm, each certificate is either refused with a reason or has
 * every fact in a state of its own, with a reason where it is undecodable.
 */
#include <stdlib.h>

#include "facts/cert.h"
#include "forms/forms.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

struct work {
	struct arena record;
	const struct entity *entity;
};

/* What no certificate says of itself. */
static const bool of_container[CERTIFICATE_FACT_COUNT] = {
#define CONTAINER_FACT(id, spelling, type, element, flags, unit, documentation) \
	[CERTIFICATE_##id] = true,
#include "model/certificate.def"
};

static void demand(bool holds)
{
	if (!holds)
		abort();
}

static bool found(const struct form_found *found, void *user)
{
	struct work *work = user;
	struct cert_result result = found->request
		? cert_read_request(&work->record, work->entity, found->der, NULL)
		: cert_read(&work->record, work->entity, found->der, NULL);

	demand(found->ordinal > 0);
	demand((result.record == NULL) == (result.why != NULL));
	for (uint32_t i = 0; result.record && i < CERTIFICATE_FACT_COUNT; i++) {
		const struct value *value = &result.record->values[i];

		demand((value->state == STATE_MISSING) == of_container[i]
		       || (found->request && value->as.text));
		demand(value->state != STATE_UNDECODABLE || value->as.text);
		demand(value->state != STATE_PRESENT
		       || value->type == work->entity->facts[i].type);
	}
	arena_reset(&work->record);
	return true;
}

static bool refused(const struct form_refused *refused, void *user)
{
	(void)user;
	demand(refused->why != NULL);
	return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct arena arena = { NULL, 0 };
	struct work work = { .entity = certificate_entity_new(&arena) };
	struct form_visitor visitor = {
		.arena = &arena, .found = found, .refused = refused, .user = &work
	};

	if (length <= UINT32_MAX)
		demand(forms_each((struct text){ (const char *)bytes, (uint32_t)length },
		                &visitor));
	arena_free(&work.record);
	arena_free(&arena);
	return 0;
}
