/* SPDX-License-Identifier: Apache-2.0 */
#include "code/wording.h"

#include "base/characters.h"
#include "base/number.h"
#include "code/region.h"
#include "model/value_text.h"

enum { MOST_LISTED = 6 };

/* One condition being written. */
struct writing {
	const struct wording *w;
	struct buffer *out;
	const uint32_t *o;              /* operands of the setter */
	struct region_set set;
	const struct fact *fact;        /* of the constants; NULL: plain numbers */
	bool with_now;
};

static const struct row_base *base_of(const struct wording *w, uint32_t base)
{
	return &w->program->base[w->frame->first_base + base];
}

static const struct fact *fact_of(const struct wording *w, uint32_t base, uint32_t slot)
{
	static const struct fact text = { .type = TYPE_TEXT };
	const struct row_base *row = base_of(w, base);

	return row->entity ? &w->model->entities[row->entity - 1]->facts[slot] : &text;
}

static void write_path(const struct writing *n)
{
	struct text base = program_text(n->w->program, base_of(n->w, n->o[1])->name);

	buffer_text(n->out, base);
	if (!base_of(n->w, n->o[1])->entity)
		return;
	if (base.length)
		buffer_byte(n->out, '.');
	buffer_text(n->out, fact_of(n->w, n->o[1], n->o[2])->name);
}

/* The path, with the part or measure of it that is asked. */
static void write_asked(const struct writing *n, uint32_t function)
{
	static const char *const parts[CODE_FUNCTION_COUNT] = {
		[CODE_FIRST] = ".first", [CODE_SECOND] = ".second", [CODE_THIRD] = ".third",
		[CODE_FOURTH] = ".fourth",
	};

	if (function == CODE_LENGTH)
		buffer_string(n->out, "length ");
	if (function == CODE_COUNT)
		buffer_string(n->out, "count ");
	write_path(n);
	buffer_string(n->out, parts[function] ? parts[function] : "");
}

/* --- lists of values --- */

/* Between parts of a list: "a, b or c". */
static void write_between(const struct writing *n, uint32_t at, uint32_t count)
{
	if (at > 0)
		buffer_string(n->out, at + 1 == count ? " or " : ", ");
}

/* After the most that are listed: how many there are besides. True when the rest is not written. */
static bool write_rest(const struct writing *n, uint32_t at, uint32_t count)
{
	if (at != MOST_LISTED || count <= MOST_LISTED + 1)
		return false;
	buffer_printf(n->out, " or one of %u more", count - at);
	return true;
}

/* --- numbers --- */

static void write_number(const struct writing *n, int64_t number)
{
	static const struct fact integer = { .type = TYPE_INTEGER };
	const struct fact *fact = n->fact ? n->fact : &integer;
	struct value value = value_number(fact->type, number);
	char text[DURATION_TEXT];

	if (!n->with_now) {
		value_write(n->out, fact, &value);
		return;
	}
	buffer_string(n->out, "now");
	if (number == 0 || number == INT64_MIN)
		return;
	duration_format(number < 0 ? -number : number, text);
	buffer_printf(n->out, " %c %s", number < 0 ? '-' : '+', text);
}

static void write_bound(const struct writing *n, const char *sign, uint32_t constant)
{
	buffer_string(n->out, sign);
	write_number(n, n->set.constants[constant]);
}

static void write_run(const struct writing *n, struct region_run run)
{
	bool low = run.from > 0, high = run.to < 2 * n->set.count;

	if (low)
		write_bound(n, run.from % 2 ? " >= " : " > ", (run.from - 1) / 2);
	if (low && high)
		buffer_string(n->out, " and");
	if (high)
		write_bound(n, run.to % 2 ? " <= " : " < ", run.to / 2);
}

static bool is_single(struct region_run run)
{
	return run.from == run.to && run.from % 2;
}

/* Constants that are said one by one: wanted ones that stand alone or, where all but some constants
 * are wanted, those. */
static bool is_listed(const struct writing *n, uint32_t constant, bool lacking)
{
	uint32_t region = 2 * constant + 1, last = 2 * n->set.count;

	if (region_is_empty(&n->set, region))
		return false;
	if (lacking)
		return !region_is_wanted(&n->set, region);
	if (!region_is_wanted(&n->set, region)
	    || (region == 1 && region_is_empty(&n->set, 0)))
		return false;
	for (uint32_t side = region - 1; side <= region + 1; side += 2) {
		uint32_t next = side;

		while (next < last && next > 0 && region_is_empty(&n->set, next))
			next = side < region ? next - 1 : next + 1;
		if (!region_is_empty(&n->set, next) && region_is_wanted(&n->set, next))
			return false;
	}
	return true;
}

static uint32_t count_listed(const struct writing *n, bool lacking)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < n->set.count; i++)
		count += is_listed(n, i, lacking);
	return count;
}

static void write_listed(const struct writing *n, bool lacking, uint32_t count)
{
	uint32_t at = 0;

	for (uint32_t i = 0; i < n->set.count; i++) {
		if (!is_listed(n, i, lacking))
			continue;
		if (write_rest(n, at, count))
			return;
		write_between(n, at++, count);
		write_number(n, n->set.constants[i]);
	}
}

/* Of a list: nothing in it, or something. */
static bool write_emptiness(const struct writing *n, struct region_run run)
{
	uint32_t low = run.from ? (run.from - 1) / 2 : 0, high = run.to / 2;
	bool none = run.from == 0 && high < n->set.count
		&& n->set.constants[high] == (run.to % 2 ? 0 : 1);
	bool some = run.from > 0 && run.to == 2 * n->set.count
		&& n->set.constants[low] == (run.from % 2 ? 1 : 0);

	if (!none && !some)
		return false;
	write_path(n);
	buffer_string(n->out, none ? " is empty" : " is not empty");
	return true;
}

static void write_range(const struct writing *n, struct region_run run, uint32_t function)
{
	if (function == CODE_COUNT && write_emptiness(n, run))
		return;
	write_asked(n, function);
	write_run(n, run);
}

/* How many parts there are that "or" joins. */
static uint32_t count_parts(const struct writing *n, bool lacking, uint32_t listed)
{
	uint32_t parts = listed > 0, next = 0;
	struct region_run run;

	while (!lacking && region_next_run(&n->set, &next, &run))
		parts += !is_single(run);
	return parts;
}

static void write_parts(const struct writing *n, uint32_t function, bool lacking, uint32_t listed)
{
	uint32_t next = 0, written = listed > 0;
	struct region_run run;

	if (listed > 0) {
		write_asked(n, function);
		buffer_string(n->out, lacking ? " is other than " : " is ");
		write_listed(n, lacking, listed);
	}
	while (!lacking && region_next_run(&n->set, &next, &run)) {
		if (is_single(run))
			continue;
		buffer_string(n->out, written++ ? " or " : "");
		write_range(n, run, function);
	}
}

static void write_numbers(const struct writing *n, uint32_t function)
{
	bool lacking = region_lacks_only_constants(&n->set);
	uint32_t listed = count_listed(n, lacking);
	bool several = count_parts(n, lacking, listed) > 1;

	buffer_string(n->out, several ? "(" : "");
	write_parts(n, function, lacking, listed);
	buffer_string(n->out, several ? ")" : "");
}

/* --- words and texts --- */

void wording_word(struct buffer *out, const struct fact *fact, int64_t word)
{
	if (fact->type == TYPE_BOOL)
		buffer_string(out, word ? "yes" : "no");
	else if (word >= 0 && word < fact->choice_count)
		buffer_text(out, fact->choices[word].label);
}

static uint32_t count_words(const struct writing *n, uint32_t words, bool wanted)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < words; i++)
		count += region_is_wanted(&n->set, i) == wanted;
	return count;
}

static void write_words(const struct writing *n, uint32_t words)
{
	const struct fact *fact = fact_of(n->w, n->o[1], n->o[2]);
	uint32_t others = count_words(n, words, false), at = 0;
	bool wanted = others == 0 || words - others <= others + 1;
	uint32_t count = wanted ? words - others : others;

	write_path(n);
	buffer_string(n->out, wanted ? " is " : " is other than ");
	for (uint32_t i = 0; i < words; i++) {
		if (region_is_wanted(&n->set, i) != wanted)
			continue;
		write_between(n, at++, count);
		wording_word(n->out, fact, i);
	}
}

static void write_text(const struct writing *n, uint32_t offset)
{
	static const struct fact plain = { .type = TYPE_TEXT };
	const struct fact *fact = fact_of(n->w, n->o[1], n->o[2]);
	bool oid = fact->type == TYPE_OID || fact->element == TYPE_OID;
	struct value value = value_text(oid ? TYPE_OID : TYPE_TEXT,
	                                program_text(n->w->program, offset));

	value_write(n->out, &plain, &value);
}

/* The last region stands for all other texts. */
static void write_texts(const struct writing *n)
{
	bool wanted = !region_is_wanted(&n->set, n->set.count);
	uint32_t count = count_words(n, n->set.count, wanted), at = 0;

	write_path(n);
	buffer_string(n->out, wanted ? " is " : " is other than ");
	for (uint32_t i = 0; i < n->set.count; i++) {
		if (region_is_wanted(&n->set, i) != wanted)
			continue;
		if (write_rest(n, at, count))
			return;
		write_between(n, at++, count);
		write_text(n, (uint32_t)n->set.constants[i]);
	}
}

/* --- yes or no --- */

static void write_pattern(const struct writing *n, bool yes)
{
	static const char *const words[PATTERN_COUNT][2] = {
		[PATTERN_STARTS] = { " does not start with ", " starts with " },
		[PATTERN_ENDS] = { " does not end with ", " ends with " },
		[PATTERN_CONTAINS] = { " does not contain ", " contains " },
		[PATTERN_MATCHES] = { " does not match ", " matches " },
		[PATTERN_FOLDED] = { " is other than ", " is " },
		[PATTERN_EQUALS] = { " is other than ", " is " },
	};

	write_path(n);
	buffer_string(n->out, words[n->o[3]][yes]);
	write_text(n, n->o[4]);
	if (n->o[3] == PATTERN_FOLDED)
		buffer_string(n->out, ", ignoring case");
}

static void write_member(const struct writing *n, bool word, bool yes)
{
	const struct fact *fact = fact_of(n->w, n->o[1], n->o[2]);

	write_path(n);
	buffer_string(n->out, yes ? " includes " : " does not include ");
	if (!word)
		write_text(n, n->o[3]);
	else if (n->o[3] < fact->choice_count)
		buffer_text(n->out, fact->choices[n->o[3]].label);
}

static void write_atom(const struct writing *n, uint32_t variable, bool yes)
{
	const struct row_variable *row = &n->w->program->variable[n->w->frame->first_variable
		+ variable];
	struct text text = program_text(n->w->program, n->w->program->group[
		n->w->frame->first_group + row->group].name);

	buffer_printf(n->out, yes ? "%.*s" : "not (%.*s)", TEXT_ARGS(text));
}

static void write_fleet(const struct writing *n, uint64_t values)
{
	struct text asked = n->w->fleet;

	if (asked.length && (values == 1 || values == 2))
		buffer_printf(n->out, values == 2 ? "%.*s" : "not (%.*s)", TEXT_ARGS(asked));
	else
		buffer_string(n->out, "the records of the fleet are otherwise");
}

static void write_yes_or_no(const struct writing *n, uint32_t op, uint32_t variable, bool yes)
{
	switch ((int)op) {
	case OP_PRESENT:
		write_path(n);
		buffer_string(n->out, yes ? " is present" : " is absent");
		break;
	case OP_MATCH:
		write_pattern(n, yes);
		break;
	case OP_MADE:
		write_path(n);
		buffer_string(n->out, yes ? " is made of " : " is not made of just ");
		characters_write(n->out, n->o[3]);
		break;
	case OP_MEMBER:
	case OP_HOLDS:
		write_member(n, op == OP_MEMBER, yes);
		break;
	case OP_FLEET:
	case OP_SUM:
		write_fleet(n, yes ? 2 : 1);
		break;
	default:
		write_atom(n, variable, yes);
		break;
	}
}

/* --- all of it --- */

static void write_cut(struct writing *n, uint32_t op)
{
	const struct program *p = n->w->program;
	const struct fact *fact = fact_of(n->w, n->o[1], n->o[2]);

	switch ((int)op) {
	case OP_RANGE:
		n->fact = n->o[3] ? NULL : fact;
		n->set.least = n->o[3] || fact->type == TYPE_VERSION ? 0 : INT64_MIN;
		n->set.constants = p->constants + n->o[4];
		n->set.count = n->o[5];
		n->set.map = p->maps + n->o[6];
		write_numbers(n, n->o[3]);
		break;
	case OP_NOW:
		n->with_now = true;
		n->set.least = INT64_MIN;
		n->set.constants = p->constants + n->o[3];
		n->set.count = n->o[4];
		n->set.map = p->maps + n->o[5];
		write_numbers(n, CODE_WHOLE);
		break;
	case OP_WORDS:
		n->set.map = p->maps + n->o[4];
		write_words(n, n->o[3]);
		break;
	case OP_TEXT:
	default:
		n->set.constants = p->constants + n->o[3];
		n->set.count = n->o[4];
		n->set.map = p->maps + n->o[5];
		write_texts(n);
		break;
	}
}

/* A fact that may be absent: absence is one of its values. */
static void write_regions(struct writing *n, uint32_t op, uint32_t variable, uint64_t values)
{
	const struct row_variable *row = &n->w->program->variable[n->w->frame->first_variable
		+ variable];
	uint64_t all = row->size >= 64 ? UINT64_MAX : (UINT64_C(1) << row->size) - 1;
	uint64_t absent = row->absent ? UINT64_C(1) << (row->absent - 1) : 0;
	bool several = false;

	if (values & absent || (absent && values == (all & ~absent))) {
		several = values != absent && values & absent;
		buffer_string(n->out, several ? "(" : "");
		write_path(n);
		buffer_string(n->out, values & absent ? " is absent" : " is present");
		if (!several)
			return;
		buffer_string(n->out, " or ");
	}
	n->set.values = values & ~absent;
	write_cut(n, op);
	buffer_string(n->out, several ? ")" : "");
}

void wording_condition(const struct wording *w, struct buffer *out, uint32_t variable,
                       uint64_t values)
{
	const uint32_t *setter = w->setters[variable];
	uint32_t op = setter ? setter[0] : OP_ATOM;
	struct writing n = { .w = w, .out = out, .o = setter ? setter + 1 : NULL };

	if (op == OP_RANGE || op == OP_NOW || op == OP_WORDS || op == OP_TEXT)
		write_regions(&n, op, variable, values);
	else if (op == OP_FLEET)
		write_fleet(&n, values);
	else
		write_yes_or_no(&n, op, variable, values == 2);
}
