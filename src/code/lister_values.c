/* SPDX-License-Identifier: Apache-2.0 */
/* lister_values.c - some values of a variable, as conditions on its fact: `< 2048 bits`. */
#include "base/number.h"
#include "code/lister.h"

/* The regions of a number: 2i + 1 is constant i, 2i lies before it. */
struct regions {
	const struct lister *l;
	const int64_t *constants;
	uint32_t count;                 /* constants */
	const uint8_t *map;
	uint64_t values;                /* wanted */
	int64_t least;                  /* number there is */
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
		lister_number(r->l, r->fact, r->constants[index]);
		return;
	}
	duration_format(r->constants[index], text);
	buffer_string(r->l->out, text);
}

/* No whole number lies there, so its map byte says nothing. */
static bool is_empty(const struct regions *r, uint32_t region)
{
	uint32_t i = region / 2;

	if (region % 2)
		return r->constants[i] < r->least;
	if (i == 0)
		return r->count && r->constants[0] <= r->least;
	return i < r->count && r->constants[i] - 1 == r->constants[i - 1];
}

static bool is_wanted(const struct regions *r, uint32_t region)
{
	return r->values >> r->map[region] & 1;
}

/* All numbers from one region to another. */
static void write_run(struct regions *r, uint32_t from, uint32_t to)
{
	if (from == to && from % 2) {
		write_constant(r, "= ", from / 2);
		return;
	}
	if (from == 0 && to == 2 * r->count)
		buffer_string(r->l->out, "any");
	if (from > 0)
		write_constant(r, from % 2 ? ">= " : "> ", (from - 1) / 2);
	if (from > 0 && to < 2 * r->count)
		buffer_string(r->l->out, " and ");
	if (to < 2 * r->count)
		write_constant(r, to % 2 ? "<= " : "< ", to / 2);
}

/* Is everything wanted but some single constants? */
static bool lacks_only_constants(const struct regions *r)
{
	uint32_t lacking = 0;

	for (uint32_t region = 0; region <= 2 * r->count; region++) {
		if (is_empty(r, region) || is_wanted(r, region))
			continue;
		if (region % 2 == 0)
			return false;
		lacking++;
	}
	return lacking > 0;
}

static void write_lacking(struct regions *r)
{
	buffer_string(r->l->out, "other than ");
	for (uint32_t i = 0; i < r->count; i++) {
		if (is_empty(r, 2 * i + 1) || is_wanted(r, 2 * i + 1))
			continue;
		if (!write_or(r, ", "))
			return;
		write_constant(r, "", i);
	}
}

static void write_regions(struct regions *r)
{
	uint32_t last = 2 * r->count, from, to;

	if (lacks_only_constants(r)) {
		write_lacking(r);
		return;
	}
	for (uint32_t region = 0; region <= last; region++) {
		if (is_empty(r, region) || !is_wanted(r, region))
			continue;
		from = region;
		for (to = region; region < last; region++) {
			if (is_empty(r, region + 1))
				continue;
			if (!is_wanted(r, region + 1))
				break;
			to = region + 1;
		}
		if (from > 0 && from <= 2 && is_empty(r, from - 1))
			from = 0;
		if (!write_or(r, " or "))
			return;
		write_run(r, from, to);
	}
}

static void write_words(struct regions *r, const struct fact *fact, uint32_t words)
{
	for (uint32_t i = 0; i < words; i++) {
		if (!is_wanted(r, i))
			continue;
		if (write_or(r, ", "))
			lister_number(r->l, fact, i);
	}
}

static void write_texts(struct regions *r)
{
	for (uint32_t i = 0; i <= r->count; i++) {
		if (!is_wanted(r, i))
			continue;
		if (!write_or(r, " or "))
			return;
		if (i == r->count)
			buffer_string(r->l->out, "another text");
		else
			lister_quoted(r->l, program_text(r->l->program,
			                                 (uint32_t)r->constants[i]));
	}
}

static void write_range(struct regions *r, const uint32_t *o)
{
	const struct fact *fact = lister_fact(r->l, o[1], o[2]);

	r->fact = o[3] ? NULL : fact;
	r->least = o[3] || fact->type == TYPE_VERSION ? 0 : INT64_MIN;
	r->constants = r->l->program->constants + o[4];
	r->count = o[5];
	r->map = r->l->program->maps + o[6];
	write_regions(r);
}

/* Which conditions of the tally hold, as sets of their numbers. */
static void write_vectors(struct regions *r, uint32_t size)
{
	for (uint32_t vector = 0; vector < size; vector++) {
		bool inner = false;

		if (!(r->values >> vector & 1) || !write_or(r, " or "))
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
	if (r->values & 1 && write_or(r, " or "))
		buffer_string(r->l->out, no);
	if (r->values & 2 && write_or(r, " or "))
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
		r->constants = p->constants + o[3];
		r->count = o[4];
		r->map = p->maps + o[5];
		r->least = INT64_MIN;
		r->duration = true;
		write_regions(r);
		break;
	case OP_WORDS:
		r->map = p->maps + o[4];
		write_words(r, lister_fact(r->l, o[1], o[2]), o[3]);
		break;
	case OP_TEXT:
	default:
		r->constants = p->constants + o[3];
		r->count = o[4];
		r->map = p->maps + o[5];
		write_texts(r);
		break;
	}
}

void lister_values(const struct lister *l, uint32_t variable, uint64_t values)
{
	const struct row_variable *row = &l->program->variable[l->frame->first_variable
		+ variable];
	const uint32_t *code = l->setters[variable];
	struct regions r = { .l = l, .values = values };
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
