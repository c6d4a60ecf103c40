/* SPDX-License-Identifier: Apache-2.0 */
#include "certcheck.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <time.h>

#include <cmocka.h>

static struct cert_result read_in_time(struct arena *arena, struct text der,
                                       const uint64_t *wanted)
{
	const struct entity *entity = certificate_entity_new(arena);
	clock_t start = clock();
	struct cert_result result = cert_read(arena, entity, der, wanted);

	assert_true(clock() - start < CLOCKS_PER_SEC / 10);
	return result;
}

bool certcheck_of_container(enum certificate_fact fact)
{
	static const bool of_container[CERTIFICATE_FACT_COUNT] = {
#define CONTAINER_FACT(id, spelling, type, element, flags, unit, documentation) \
		[CERTIFICATE_##id] = true,
#include "model/certificate.def"
	};

	return of_container[fact];
}

struct value certcheck_fact(struct arena *arena, struct text der,
                            enum certificate_fact fact)
{
	uint64_t wanted[CERTIFICATE_MASK] = { 0 };
	struct cert_result result;

	wanted[fact / 64] |= (uint64_t)1 << fact % 64;
	result = read_in_time(arena, der, wanted);
	if (!result.record)
		fail_msg("refused: %s", result.why);
	assert_null(result.why);
	for (uint32_t i = 0; i < CERTIFICATE_FACT_COUNT; i++)
		if (i != (uint32_t)fact)
			assert_int_equal(result.record->values[i].state,
			                 STATE_MISSING);
	return result.record->values[fact];
}

const char *certcheck_refusal(struct arena *arena, struct text der)
{
	struct cert_result result = read_in_time(arena, der, NULL);

	assert_null(result.record);
	assert_non_null(result.why);
	return result.why;
}

void certcheck_state(struct value value, enum state state)
{
	assert_string_equal(state_name((enum state)value.state),
	                    state_name(state));
}

void certcheck_number(struct value value, int64_t number)
{
	certcheck_state(value, STATE_PRESENT);
	assert_int_equal(value.as.number, number);
}

void certcheck_text(struct value value, const char *text)
{
	certcheck_state(value, STATE_PRESENT);
	assert_int_equal(value.type, TYPE_TEXT);
	assert_int_equal(value.length, strlen(text));
	assert_memory_equal(value.as.text, text, value.length);
}

void certcheck_flaw(struct value value, const char *why)
{
	certcheck_state(value, STATE_UNDECODABLE);
	assert_non_null(value.as.text);
	if (!strstr(value.as.text, why))
		fail_msg("\"%s\" does not say \"%s\"", value.as.text, why);
}

void certcheck_members(struct value value, const char *members)
{
	char out[4096] = "";
	size_t used = 0;

	certcheck_state(value, STATE_PRESENT);
	assert_int_equal(value.type, TYPE_SET);
	for (uint32_t i = 0; i < value.as.list->count; i++) {
		struct text text = value_as_text(&value.as.list->items[i]);

		used += (size_t)snprintf(out + used, sizeof out - used, "%s%.*s",
		                         i ? "," : "", TEXT_ARGS(text));
		assert_true(used < sizeof out);
	}
	assert_string_equal(out, members);
}
