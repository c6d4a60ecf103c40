/* SPDX-License-Identifier: Apache-2.0 */
/* lister_values.c - some values of a variable, as conditions on its fact: `< 2048 bits`. */
#include "base/number.h"
#include "code/lister.h"
#include "code/region.h"

/* What is written. */
struct regions {
	const struct lister *l;
	struct region_set set;
	const struct fact *fact;        /* of the constants; NULL for plain numbers */
	bool duration;
	uint32_t parts;                 /* written so far */
};

enum { MOST_PARTS = 64 };

/* Another part follows; false when there were enough. */
static bool write_or(struct regions *r, const char *between)
{
	if (r->parts == MOST_PARTS) {
		buffer_string(r->l->out, " ...");
		return false;
	}
	if (r->parts++ > 0)
		buffer_string(r->l->out, between);
	return true;
}

static void write_constant(const struct regions *r, const char *before, uint32_t index)
{
	char text[DURATION_TEXT];

	buffer_string(r->l->out, before);
	if (!r->duration) {
		lister_number(r->l, r->fact, r->set.constants[index]);
		return;
	}
	duration_format(r->set.constants[index], text);
	buffer_string(r->l->out, text);
}

/* All numbers from one region to another. */
static void write_run(struct regions *r, uint32_t from, uint32_t to)
{
	if (from == to && from % 2) {
		write_constant(r, "= ", from / 2);
		return;
	}
	if (from == 0 && to == 2 * r->set.count)
		buffer_string(r->l->out, "any");
	if (from > 0)
		write_constant(r, from % 2 ? ">= " : "> ", (from - 1) / 2);
	if (from > 0 && to < 2 * r->set.count)
		buffer_string(r->l->out, " and ");
	if (to < 2 * r->set.count)
		write_constant(r, to % 2 ? "<= " : "< ", to / 2);
}

static void write_lacking(struct regions *r)
{
	buffer_string(r->l->out, "other than ");
	for (uint32_t i = 0; i < r->set.count; i++) {
		if (region_is_empty(&r->set, 2 * i + 1) || region_is_wanted(&r->set, 2 * i + 1))
			continue;
		if (!write_or(r, ", "))
			return;
		write_constant(r, "", i);
	}
}

static void write_regions(struct regions *r)
{
	struct region_run run;
	uint32_t next = 0;

	if (region_lacks_only_constants(&r->set)) {
		write_lacking(r);
		return;
	}
	while (region_next_run(&r->set, &next, &run)) {
		if (!write_or(r, " or "))
			return;
		write_run(r, run.from, run.to);
	}
}

static void write_words(struct regions *r, const struct fact *fact, uint32_t words)
{
	for (uint32_t i = 0; i < words; i++) {
		if (!region_is_wanted(&r->set, i))
			continue;
		if (write_or(r, ", "))
			lister_number(r->l, fact, i);
	}
}

static void write_texts(struct regions *r)
{
	for (uint32_t i = 0; i <= r->set.count; i++) {
		if (!region_is_wanted(&r->set, i))
			continue;
		if (!write_or(r, " or "))
			return;
		if (i == r->set.count)
			buffer_string(r->l->out, "another text");
		else
			lister_quoted(r->l, program_text(r->l->program,
			                                 (uint32_t)r->set.constants[i]));
	}
}

static void write_range(struct regions *r, const uint32_t *o)
{
	const struct fact *fact = lister_fact(r->l, o[1], o[2]);

	r->fact = o[3] ? NULL : fact;
	r->set.least = o[3] || fact->type == TYPE_VERSION ? 0 : INT64_MIN;
	r->set.constants = r->l->program->constants + o[4];
	r->set.count = o[5];
	r->set.map = r->l->program->maps + o[6];
	write_regions(r);
}

/* Which conditions of the tally hold, as sets of their numbers. */
static void write_vectors(struct regions *r, uint32_t size)
{
	for (uint32_t vector = 0; vector < size; vector++) {
		bool inner = false;

		if (!(r->set.values >> vector & 1) || !write_or(r, " or "))
			continue;
		buffer_string(r->l->out, vector ? "" : "none");
		for (uint32_t i = 0; vector >> i; i++) {
			if (!(vector >> i & 1))
				continue;
			buffer_printf(r->l->out, "%s%u", inner ? "+" : "", i + 1);
			inner = true;
		}
	}
}

static void write_two(struct regions *r, const char *no, const char *yes)
{
	if (r->set.values & 1 && write_or(r, " or "))
		buffer_string(r->l->out, no);
	if (r->set.values & 2 && write_or(r, " or "))
		buffer_string(r->l->out, yes);
}

static void write_cut(struct regions *r, const uint32_t *code)
{
	const struct program *p = r->l->program;
	const uint32_t *o = code + 1;

	switch ((int)code[0]) {
	case OP_RANGE:
		write_range(r, o);
		break;
	case OP_NOW:
		r->set.constants = p->constants + o[3];
		r->set.count = o[4];
		r->set.map = p->maps + o[5];
		r->set.least = INT64_MIN;
		r->duration = true;
		write_regions(r);
		break;
	case OP_WORDS:
		r->set.map = p->maps + o[4];
		write_words(r, lister_fact(r->l, o[1], o[2]), o[3]);
		break;
	case OP_TEXT:
	default:
		r->set.constants = p->constants + o[3];
		r->set.count = o[4];
		r->set.map = p->maps + o[5];
		write_texts(r);
		break;
	}
}

void lister_values(const struct lister *l, uint32_t variable, uint64_t values)
{
	const struct row_variable *row = &l->program->variable[l->frame->first_variable
		+ variable];
	const uint32_t *code = l->setters[variable];
	struct regions r = { .l = l, .set.values = values };
	uint32_t op = code ? code[0] : OP_MATCH;
	bool absent = row->absent && values >> (row->absent - 1) & 1;

	if (op == OP_FLEET) {
		write_vectors(&r, row->size);
	} else if (op == OP_PRESENT) {
		write_two(&r, "absent", "present");
	} else if (op != OP_RANGE && op != OP_NOW && op != OP_WORDS && op != OP_TEXT) {
		write_two(&r, "no", "yes");
	} else {
		write_cut(&r, code);
		if (absent && write_or(&r, " or "))
			buffer_string(l->out, "absent");
	}
}
