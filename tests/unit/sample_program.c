/* SPDX-License-Identifier: Apache-2.0 */
#include "tests/unit/sample_program.h"

#include "base/characters.h"
#include "code/verify.h"
#include "model/certificate.h"

/* An instruction with its operands, or with 0 where it has none. */
#define SAMPLE(s, op, ...) emit(s, OP_##op, (uint32_t[]){ __VA_ARGS__ }, \
	sizeof (uint32_t[]){ __VA_ARGS__ } / sizeof(uint32_t))
#define STRING(s, literal) emit_string(&(s)->e, TEXT(literal))
#define ROW(s, table, ...) \
	emit_row(&(s)->e, TABLE_##table, &(struct row_##table){ __VA_ARGS__ })
#define COUNT(s, table) ((s)->e.counts[TABLE_##table])

static void emit(struct sample *s, uint32_t op, const uint32_t *operands, size_t count)
{
	emit_word(&s->e, op);
	for (size_t i = 0; i + 1 < operation_info(op)->words && i < count; i++)
		emit_word(&s->e, operands[i]);
}

static uint32_t constants(struct sample *s, int64_t a, int64_t b)
{
	return emit_constants(&s->e, (int64_t[]){ a, b }, 2);
}

/* --- the model --- */

static void add_fact(struct sample *s, const char *name, struct row_fact fact)
{
	fact.name = emit_string(&s->e, text_from(name));
	emit_row(&s->e, TABLE_fact, &fact);
}

static void add_certificate(struct sample *s)
{
	const struct entity *entity = certificate_entity_new(&s->arena);

	ROW(s, entity, .name = STRING(s, "certificate"), .kind = ENTITY_CERTIFICATE,
	    .fact_count = entity->fact_count);
	for (uint32_t i = 0; i < entity->fact_count; i++) {
		const struct fact *fact = &entity->facts[i];

		add_fact(s, fact->name.at, (struct row_fact){ .type = (uint32_t)fact->type,
			.element = (uint32_t)fact->element, .flags = fact->flags,
			.cap = fact->cap, .first_choice = COUNT(s, choice),
			.choice_count = fact->choice_count,
			.unit = emit_string(&s->e, fact->unit) });
		for (uint32_t c = 0; c < fact->choice_count; c++)
			ROW(s, choice, .name = emit_string(&s->e, fact->choices[c].name));
	}
}

static uint32_t two_words(struct sample *s)
{
	uint32_t first = COUNT(s, choice);

	ROW(s, choice, .name = STRING(s, "staffed"));
	ROW(s, choice, .name = STRING(s, "self-service"));
	return first;
}

static void add_contexts(struct sample *s)
{
	ROW(s, entity, .name = STRING(s, "site"), .kind = ENTITY_CONTEXT,
	    .first_fact = COUNT(s, fact), .fact_count = 2);
	add_fact(s, "version", (struct row_fact){ .type = TYPE_INTEGER });
	add_fact(s, "open", (struct row_fact){ .type = TYPE_BOOL });
	ROW(s, entity, .name = STRING(s, "till"), .kind = ENTITY_CONTEXT, .key = 1,
	    .first_fact = COUNT(s, fact), .fact_count = 4);
	add_fact(s, "name", (struct row_fact){ .type = TYPE_TEXT, .flags = FACT_KEY });
	add_fact(s, "kind", (struct row_fact){ .type = TYPE_CHOICE,
		.first_choice = two_words(s), .choice_count = 2 });
	add_fact(s, "certs", (struct row_fact){ .type = TYPE_LIST, .element = TYPE_RECORD,
		.cap = 3, .target = 1 });
	add_fact(s, "tags", (struct row_fact){ .type = TYPE_LIST, .element = TYPE_TEXT,
		.cap = 7 });
}

enum { VISIT_ID, VISIT_AGE, VISIT_AT, VISIT_PAID, VISIT_FAST, VISIT_RULE };
enum { TILL_NAME, TILL_KIND, TILL_CERTS, TILL_TAGS };

static void add_visit(struct sample *s)
{
	ROW(s, entity, .name = STRING(s, "visit"), .kind = ENTITY_STREAM, .key = 1,
	    .first_fact = COUNT(s, fact), .fact_count = 6);
	add_fact(s, "id", (struct row_fact){ .type = TYPE_TEXT, .flags = FACT_KEY });
	add_fact(s, "age", (struct row_fact){ .type = TYPE_INTEGER, .flags = FACT_OPTIONAL });
	add_fact(s, "till", (struct row_fact){ .type = TYPE_RECORD, .target = 3,
		.flags = FACT_OPTIONAL });
	add_fact(s, "paid", (struct row_fact){ .type = TYPE_SET, .element = TYPE_CHOICE,
		.first_choice = two_words(s), .choice_count = 2 });
	add_fact(s, "fast", (struct row_fact){ .type = TYPE_BOOL, .flags = FACT_DERIVED });
	add_fact(s, "invariant", (struct row_fact){ .type = TYPE_BOOL,
		.flags = FACT_DERIVED | FACT_HIDDEN });
}

/* --- diagrams --- */

/* Two leaves from here on are those of the next diagram. */
static uint32_t leaves(struct sample *s, struct row_leaf no, struct row_leaf yes)
{
	emit_row(&s->e, TABLE_leaf, &no);
	return emit_row(&s->e, TABLE_leaf, &yes) - 1;
}

static uint32_t value_leaves(struct sample *s, uint32_t kind)
{
	uint32_t first = constants(s, 0, 1);

	return leaves(s, (struct row_leaf){ .kind = kind, .value = first },
	              (struct row_leaf){ .kind = kind, .value = first + 1 });
}

static void node(struct sample *s, uint32_t variable, uint32_t no, uint32_t yes)
{
	emit_word(&s->e, OP_TEST);
	emit_word(&s->e, variable);
	emit_word(&s->e, 2);
	emit_word(&s->e, no);
	emit_word(&s->e, yes);
}

/* One node with the two leaves. */
static uint32_t small_diagram(struct sample *s, uint32_t variable, uint32_t first_leaf)
{
	uint32_t start = s->e.code_count;

	node(s, variable, CODE_LEAF, CODE_LEAF | 1);
	return ROW(s, diagram, .entry = start, .start = start, .words = 5, .depth = 1, .nodes = 1,
	           .first_leaf = first_leaf, .leaf_count = 2);
}

/* Both variables must be 1. */
static uint32_t both_diagram(struct sample *s, uint32_t a, uint32_t b, uint32_t first_leaf)
{
	uint32_t start = s->e.code_count;

	node(s, a, CODE_LEAF, start + 5);
	node(s, b, CODE_LEAF, CODE_LEAF | 1);
	return ROW(s, diagram, .entry = start, .start = start, .words = 10, .depth = 2,
	           .nodes = 2, .first_leaf = first_leaf, .leaf_count = 2);
}

static uint32_t outcome_leaves(struct sample *s)
{
	return leaves(s, (struct row_leaf){ .outcome = CODE_FAIL, .clause = 1 },
	              (struct row_leaf){ .outcome = CODE_PASS });
}

/* --- frames --- */

static void add_check(struct sample *s, uint32_t rule, uint32_t diagram)
{
	ROW(s, check, .rule = rule, .diagram = diagram, .first_clause = COUNT(s, clause),
	    .clause_count = 1, .first_piece = COUNT(s, piece), .piece_count = 1,
	    .first_caution = COUNT(s, caution), .first_tally = rule ? 0 : COUNT(s, tally),
	    .tally_count = rule ? 2 : 0);
	ROW(s, clause, .kind = STRING(s, "require"), .text = STRING(s, "x"), .line = 1,
	    .to = 4);
	ROW(s, piece, .text = STRING(s, "do it: "), .kind = 1);
}

static void add_frame(struct sample *s, struct row_frame frame)
{
	uint32_t index = emit_row(&s->e, TABLE_frame, &frame);
	struct row_frame *rows;

	emitter_program(&s->e, &s->program);
	rows = (struct row_frame *)(void *)s->e.rows[TABLE_frame];
	verify_measure(&s->program, index, &rows[index].stack, &rows[index].bound);
}

/* A frame of nothing but its subject. */
static void add_plain(struct sample *s, uint32_t entity)
{
	struct row_frame frame = { .entity = entity, .start = s->e.code_count,
		.first_base = COUNT(s, base), .base_count = 1 };

	ROW(s, base, .entity = entity + 1);
	SAMPLE(s, END, 0);
	add_frame(s, frame);
}

enum { V_RULE_OPEN, V_ID, V_AGE, V_TILL, V_KIND, V_PAID, V_STARTS, V_TAG, V_FAST, V_MADE,
       V_ATOM, VISIT_VARIABLES };

static void add_visit_rows(struct sample *s)
{
	const struct row_group groups[] = {
		{ .slot = VISIT_RULE, .kind = GROUP_BINDING }, { .slot = VISIT_ID },
		{ .slot = VISIT_AGE }, { .slot = VISIT_AT },
		{ .base = VISIT_TILL, .slot = TILL_KIND }, { .slot = VISIT_PAID },
		{ .slot = VISIT_ID }, { .base = VISIT_TILL, .slot = TILL_TAGS },
		{ .slot = VISIT_FAST, .kind = GROUP_DERIVED, .link_count = 1,
		  .direct = 1 },
		{ .slot = VISIT_ID }, { .kind = GROUP_ATOM, .first_link = 1, .link_count = 3 },
	};

	ROW(s, base, .entity = SAMPLE_VISIT + 1);
	ROW(s, base, .entity = SAMPLE_SITE + 1, .kind = CODE_BASE_CONTEXT,
	    .name = STRING(s, "site"));
	ROW(s, base, .entity = SAMPLE_TILL + 1, .kind = CODE_BASE_STEP, .slot = VISIT_AT,
	    .name = STRING(s, "till"));
	ROW(s, base, .entity = SAMPLE_CERTIFICATE + 1, .kind = CODE_BASE_ELEMENT,
	    .parent = VISIT_TILL, .slot = TILL_CERTS, .name = STRING(s, "till.certs"));
	ROW(s, base, .kind = CODE_BASE_ELEMENT, .parent = VISIT_TILL, .slot = TILL_TAGS,
	    .name = STRING(s, "till.tags"));
	for (uint32_t i = 0; i < VISIT_VARIABLES; i++) {
		emit_row(&s->e, TABLE_group, &groups[i]);
		ROW(s, variable, .group = i, .size = 2, .absent = i == V_AGE || i == V_TILL);
	}
	for (uint32_t i = V_TILL; i < V_TILL + 4; i++)
		ROW(s, link, i);
}

static void emit_visit_atom(struct sample *s)
{
	uint32_t mask = constants(s, 1, 0);

	SAMPLE(s, EACH, VISIT_TILL, TILL_CERTS, 0, VISIT_CERT, 3, 1);
	SAMPLE(s, LOAD, VISIT_CERT, CERTIFICATE_VALID_UNTIL, CODE_WHOLE, 1);
	SAMPLE(s, ADD, mask);
	SAMPLE(s, CURRENT, 0);
	SAMPLE(s, LESS, 0);
	SAMPLE(s, EACH, VISIT_TILL, TILL_TAGS, 0, VISIT_TAG, 7, 0);
	SAMPLE(s, LOAD, VISIT_TAG, 0, CODE_LENGTH, 2);
	SAMPLE(s, PUSH, mask);
	SAMPLE(s, AT_MOST, 0);
	SAMPLE(s, NEXT, 0);
	SAMPLE(s, AND, 0);
	SAMPLE(s, NEXT, 0);
	SAMPLE(s, LOAD, VISIT_SELF, VISIT_ID, CODE_WHOLE, 0);
	SAMPLE(s, STRING, STRING(s, "a"));
	SAMPLE(s, EQUAL, 0);
	SAMPLE(s, LOAD, VISIT_TILL, TILL_KIND, CODE_WHOLE, 0);
	SAMPLE(s, AMONG, mask, mask + 1);
	SAMPLE(s, OR, 0);
	SAMPLE(s, LOAD, VISIT_SELF, VISIT_ID, CODE_WHOLE, 0);
	SAMPLE(s, LIKE, PATTERN_ENDS, STRING(s, "z"));
	SAMPLE(s, LOAD, VISIT_SELF, VISIT_ID, CODE_WHOLE, 0);
	SAMPLE(s, CONSISTS, CHARACTERS_ASCII);
	SAMPLE(s, LOAD, VISIT_SELF, VISIT_ID, CODE_WHOLE, 0);
	SAMPLE(s, LOAD, VISIT_TILL, TILL_NAME, CODE_WHOLE, 0);
	SAMPLE(s, ALIKE, PATTERN_MATCHES);
	SAMPLE(s, LOAD, VISIT_SELF, VISIT_PAID, CODE_WHOLE, 0);
	SAMPLE(s, HAS, 1);
	SAMPLE(s, LOAD, VISIT_TILL, TILL_TAGS, CODE_WHOLE, 0);
	SAMPLE(s, LOAD, VISIT_SELF, VISIT_ID, CODE_WHOLE, 0);
	SAMPLE(s, IN, 0);
	SAMPLE(s, LOAD, VISIT_SELF, VISIT_AT, CODE_WHOLE, 0);
	SAMPLE(s, THERE, 0);
	SAMPLE(s, NOT, 0);
	SAMPLE(s, TRUTH, 1);
	for (int i = 0; i < 8; i++)
		SAMPLE(s, AND, 0);
	SAMPLE(s, ATOM, V_ATOM);
}

static void emit_visit_variables(struct sample *s)
{
	struct emitter *e = &s->e;
	int64_t adult = 18, id = STRING(s, "bcd");
	uint32_t map = emit_map(e, (const uint8_t[]){ 0, 1, 1, 0, 0 }, 5);

	SAMPLE(s, RANGE, V_AGE, VISIT_SELF, VISIT_AGE, CODE_WHOLE,
	     emit_constants(e, &adult, 1), 1, map);
	SAMPLE(s, BIND, VISIT_RULE, 0);
	SAMPLE(s, MARK, VISIT_RULE, VISIT_AGE);
	SAMPLE(s, CONTEXT, VISIT_SITE, SAMPLE_SITE);
	SAMPLE(s, BASE, VISIT_TILL, VISIT_SELF, VISIT_AT);
	SAMPLE(s, WORDS, V_KIND, VISIT_TILL, TILL_KIND, 2, map);
	SAMPLE(s, DERIVE, VISIT_FAST, 1);
	SAMPLE(s, WORDS, V_FAST, VISIT_SELF, VISIT_FAST, 2, map);
	SAMPLE(s, TALLY, 0, 2);
	SAMPLE(s, TALLY, 1, 3);
	SAMPLE(s, OPEN, V_RULE_OPEN, VISIT_SELF, VISIT_RULE);
	SAMPLE(s, TEXT, V_ID, VISIT_SELF, VISIT_ID, emit_constants(e, &id, 1), 1, map);
	SAMPLE(s, PRESENT, V_TILL, VISIT_SELF, VISIT_AT);
	SAMPLE(s, MEMBER, V_PAID, VISIT_SELF, VISIT_PAID, 1);
	SAMPLE(s, MATCH, V_STARTS, VISIT_SELF, VISIT_ID, PATTERN_STARTS, STRING(s, "x"));
	SAMPLE(s, MADE, V_MADE, VISIT_SELF, VISIT_ID, CHARACTERS_LETTERS | CHARACTERS_DOT);
	SAMPLE(s, HOLDS, V_TAG, VISIT_TILL, TILL_TAGS, STRING(s, "y"));
}

static void add_visit_frame(struct sample *s)
{
	struct row_frame frame = { .entity = SAMPLE_VISIT, .first_base = COUNT(s, base),
		.base_count = 5, .first_group = COUNT(s, group), .group_count = VISIT_VARIABLES,
		.first_variable = COUNT(s, variable), .variable_count = VISIT_VARIABLES,
		.first_check = COUNT(s, check), .check_count = 1 };
	uint32_t check, caution;

	small_diagram(s, V_AGE, leaves(s, (struct row_leaf){ .kind = CODE_LEAF_CONFLICT,
		.text = STRING(s, "too young") }, (struct row_leaf){ .kind = CODE_LEAF_VALUE }));
	small_diagram(s, V_KIND, value_leaves(s, CODE_LEAF_VALUE));
	small_diagram(s, V_AGE, leaves(s, (struct row_leaf){ .kind = CODE_LEAF_TALLY },
		(struct row_leaf){ .kind = CODE_LEAF_TALLY, .value = 3 }));
	small_diagram(s, V_FAST, value_leaves(s, CODE_LEAF_TALLY));
	check = both_diagram(s, V_AGE, V_ATOM, outcome_leaves(s));
	caution = small_diagram(s, V_TAG, value_leaves(s, CODE_LEAF_VALUE));
	frame.start = s->e.code_count;
	add_visit_rows(s);
	SAMPLE(s, CONTEXT, VISIT_SITE, SAMPLE_SITE);
	SAMPLE(s, BASE, VISIT_TILL, VISIT_SELF, VISIT_AT);
	emit_visit_variables(s);
	ROW(s, place, .word = s->e.code_count, .to = 4);
	emit_visit_atom(s);
	SAMPLE(s, CHECK, 0);
	SAMPLE(s, END, 0);
	add_check(s, 0, check);
	((struct row_check *)(void *)s->e.rows[TABLE_check])[frame.first_check].caution_count = 1;
	ROW(s, caution, .diagram = caution, .first_piece = COUNT(s, piece));
	add_frame(s, frame);
	ROW(s, tally, .kind = TALLY_JOINT, .diagram = 2, .bits = 2);
	ROW(s, tally, .kind = TALLY_SUM, .diagram = 3);
}

/* A rule of the site on the whole fleet. Its joint variable has four values. */
static void add_site_frame(struct sample *s)
{
	struct row_frame frame = { .entity = SAMPLE_SITE, .first_base = COUNT(s, base),
		.base_count = 1, .first_group = COUNT(s, group), .group_count = 1,
		.first_variable = COUNT(s, variable), .variable_count = 2,
		.first_check = COUNT(s, check), .check_count = 1, .start = s->e.code_count };
	uint32_t diagram, leaf = outcome_leaves(s);

	ROW(s, base, .entity = SAMPLE_SITE + 1);
	ROW(s, group, .kind = GROUP_FLEET, .name = STRING(s, "fleet"));
	ROW(s, variable, .size = 4);
	ROW(s, variable, .size = 2);
	SAMPLE(s, FLEET, 0, 0);
	SAMPLE(s, SUM, 1, 1, constants(s, 0, 1) + 1);
	SAMPLE(s, CHECK, 0);
	SAMPLE(s, END, 0);
	diagram = ROW(s, diagram, .entry = s->e.code_count, .start = s->e.code_count, .words = 12,
	              .depth = 2, .nodes = 2, .first_leaf = leaf, .leaf_count = 2);
	emit_word(&s->e, OP_TEST);
	emit_word(&s->e, 0);
	emit_word(&s->e, 4);
	for (uint32_t vector = 0; vector < 3; vector++)
		emit_word(&s->e, CODE_LEAF);
	emit_word(&s->e, s->e.code_count + 1);
	node(s, 1, CODE_LEAF, CODE_LEAF | 1);
	add_check(s, 1, diagram);
	add_frame(s, frame);
}

void sample_open(struct sample *s)
{
	*s = (struct sample){ 0 };
	emitter_init(&s->e, &s->arena);
	add_certificate(s);
	add_contexts(s);
	add_visit(s);
	ROW(s, file, .name = STRING(s, "sample.assay"), .text = STRING(s, "rule\n"));
	ROW(s, rule, .id = STRING(s, "visit.one"), .to = 4, .selected = 1);
	ROW(s, rule, .id = STRING(s, "site.fleet"), .to = 4, .selected = 1);
	add_plain(s, SAMPLE_CERTIFICATE);
	add_plain(s, SAMPLE_TILL);
	add_visit_frame(s);
	add_site_frame(s);
	ROW(s, about, .name = STRING(s, "sample"), .version = STRING(s, "1.0.0"),
	    .title = STRING(s, "A sample"), .model = STRING(s, "shop"),
	    .stream = SAMPLE_VISIT);
	emitter_program(&s->e, &s->program);
}

void sample_close(struct sample *s)
{
	arena_free(&s->arena);
}

uint32_t sample_find(const struct sample *sample, uint32_t entity, uint32_t op, uint32_t n)
{
	const struct program *p = &sample->program;
	uint32_t frame = 0, at;

	while (p->frame[frame].entity != entity)
		frame++;
	at = p->frame[frame].start;
	while (p->code[at] != op || n-- > 0)
		at += operation_info(p->code[at])->words;
	return at;
}
