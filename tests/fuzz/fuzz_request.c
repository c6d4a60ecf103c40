/* SPDX-License-Identifier: Apache-2.0 */
/* fuzz_request.c - any bytes as one request for a certificate.
 *
 * It is refused with a reason, or every fact has a state, with a reason where it has no value.
 */
#include <stdlib.h>

#include "facts/cert.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* What containers say, not the request. */
static const bool of_container[CERTIFICATE_FACT_COUNT] = {
#define FACT(id, spelling, type, element, flags, unit, documentation)
#define CONTAINER_FACT(id, spelling, type, element, flags, unit, documentation) \
	[CERTIFICATE_##id] = true,
#include "model/certificate.def"
};

static void demand(bool holds)
{
	if (!holds)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct arena arena = { NULL, 0 };
	const struct entity *entity = certificate_entity_new(&arena);
	struct text der = { (const char *)bytes, (uint32_t)length };
	struct cert_result result;

	if (length > UINT32_MAX)
		return 0;
	result = cert_read_request(&arena, entity, der, NULL);
	demand((result.record == NULL) == (result.why != NULL));
	for (uint32_t i = 0; result.record && i < CERTIFICATE_FACT_COUNT; i++) {
		const struct value *value = &result.record->values[i];

		demand(value->state == STATE_PRESENT || value->state == STATE_ABSENT
		       || value->as.text || of_container[i]);
		demand(value->state != STATE_PRESENT || value->type == entity->facts[i].type);
	}
	arena_free(&arena);
	return 0;
}
