/* SPDX-License-Identifier: Apache-2.0 */
#include "tests/unit/verify_trial.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

void trial_open(struct trial *t)
{
	*t = (struct trial){ 0 };
	sample_open(&t->sample);
}

void trial_close(struct trial *t)
{
	sample_close(&t->sample);
	arena_free(&t->scratch);
	buffer_done(&t->text);
}

bool trial_verify(struct trial *t)
{
	bool good;

	emitter_program(&t->sample.e, &t->sample.program);
	good = verify_program(&t->sample.program, &t->scratch, &t->why);
	arena_reset(&t->scratch);
	return good;
}

void trial_accept(struct trial *t)
{
	if (!trial_verify(t)) {
		buffer_reset(&t->text);
		trouble_write(&t->text, &t->why);
		fail_msg("%s", t->text.at);
	}
}

void trial_refuse(struct trial *t, uint32_t *place, uint32_t value, const char *what)
{
	uint32_t before = *place;

	*place = value;
	assert_false(trial_verify(t));
	buffer_reset(&t->text);
	trouble_write(&t->text, &t->why);
	assert_string_equal(t->text.at, what);
	*place = before;
	trial_accept(t);
}

uint32_t *trial_word(struct trial *t, uint32_t entity, uint32_t op, uint32_t n)
{
	return t->sample.e.code + sample_find(&t->sample, entity, op, n);
}

uint32_t *trial_visit(struct trial *t, uint32_t op)
{
	return trial_word(t, SAMPLE_VISIT, op, 0);
}

const char *trial_at(struct trial *t, const uint32_t *place, const char *what)
{
	return arena_printf(&t->sample.arena, "code, word %u, %s",
	                    (uint32_t)(place - t->sample.e.code), what).at;
}
