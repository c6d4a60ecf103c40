/* SPDX-License-Identifier: Apache-2.0 */
/* verify_diagram.c - diagrams: nodes that only lead forward, and leaves that fit their use. */
#include "code/verifier.h"

enum { NODE_HEAD = 3,                   /* words of a node before its targets */
       MOST_WEIGHT = 1000 };            /* that a record adds to a sum, so that sums stay small */

/* A diagram while its nodes are looked at. */
struct nodes {
	struct walk *w;
	const struct row_diagram *row;
	uint32_t index, count, end;     /* row; nodes; code word after the last */
};

static bool is_version(int64_t value)
{
	return ((uint64_t)value & UINT64_C(0x8000800080008000)) == 0;
}

static struct trouble_place word_at(uint32_t word)
{
	return (struct trouble_place){ "code", "word", word, "TEST" };
}

/* One node without its targets. */
static bool read_node(struct nodes *n, uint32_t at, uint32_t *next)
{
	struct verifier *v = n->w->v;
	const uint32_t *code = v->program->code + at;
	uint32_t left = n->end - at;

	if (left < NODE_HEAD || code[0] != OP_TEST)
		return trouble_say(v->why, word_at(at), "expected a node of diagram %u", n->index);
	if (code[1] >= n->w->frame->variable_count)
		return trouble_say(v->why, word_at(at), "expected a variable below %u, found %u",
		                   n->w->frame->variable_count, code[1]);
	if (code[2] != n->w->variables[code[1]].size || code[2] > left - NODE_HEAD)
		return trouble_say(v->why, word_at(at), "expected %u targets in the diagram, found "
		                   "%u", n->w->variables[code[1]].size, code[2]);
	if (n->count == CODE_MAX_DIAGRAM)
		return trouble_say(v->why, word_at(at), "expected at most %u nodes",
		                   CODE_MAX_DIAGRAM);
	if (!n->w->variable_set[code[1]])
		return trouble_say(v->why, word_at(at), "expected variable %u to be set before the "
		                   "diagram is used", code[1]);
	v->nodes[n->count++] = at;
	v->depths[at] = 1;
	*next = at + NODE_HEAD + code[2];
	return true;
}

/* The depth below a target, and whether it may stand there. */
static bool read_target(struct nodes *n, uint32_t at, uint32_t target, uint32_t *depth)
{
	struct verifier *v = n->w->v;
	const uint32_t *code = v->program->code;

	*depth = 0;
	if (target & CODE_LEAF)
		return (target & ~CODE_LEAF) < n->row->leaf_count
			|| trouble_say(v->why, word_at(at), "expected a leaf below %u, found %u",
			               n->row->leaf_count, target & ~CODE_LEAF);
	if (target <= at || target >= n->end || !v->depths[target])
		return trouble_say(v->why, word_at(at), "expected a later node of the diagram, "
		                   "found %u", target);
	if (code[target + 1] <= code[at + 1])
		return trouble_say(v->why, word_at(at), "expected variables to rise, found %u after "
		                   "%u", code[target + 1], code[at + 1]);
	v->reached[target] = 1;
	*depth = v->depths[target];
	return true;
}

static bool read_targets(struct nodes *n, uint32_t at)
{
	struct verifier *v = n->w->v;
	const uint32_t *code = v->program->code + at;
	uint32_t deepest = 0, depth;

	for (uint32_t i = 0; i < code[2]; i++) {
		if (!read_target(n, at, code[NODE_HEAD + i], &depth))
			return false;
		if (depth > deepest)
			deepest = depth;
	}
	v->depths[at] = deepest + 1;
	return true;
}

static bool check_row(struct nodes *n)
{
	struct verifier *v = n->w->v;
	uint32_t depth = n->count ? v->depths[n->row->start] : 0;

	if (n->row->nodes != n->count)
		return trouble_say(v->why, place_row(TABLE_diagram, n->index, "nodes"),
		                   "expected %u, found %u", n->count, n->row->nodes);
	if (n->row->depth != depth)
		return trouble_say(v->why, place_row(TABLE_diagram, n->index, "depth"),
		                   "expected %u, found %u", depth, n->row->depth);
	for (uint32_t i = 1; i < n->count; i++)
		if (!v->reached[v->nodes[i]])
			return trouble_say(v->why, word_at(v->nodes[i]), "expected a node that "
			                   "another leads to");
	return true;
}

static bool check_entry(struct nodes *n)
{
	uint32_t entry = n->row->entry;
	bool good = n->row->words ? entry == n->row->start
		: entry & CODE_LEAF && (entry & ~CODE_LEAF) < n->row->leaf_count;

	return good || trouble_say(n->w->v->why, place_row(TABLE_diagram, n->index, "entry"),
		"expected %s, found %u", n->row->words ? "its first word" : "a leaf", entry);
}

static bool check_nodes(struct nodes *n)
{
	struct verifier *v = n->w->v;
	struct trouble_place at = place_row(TABLE_diagram, n->index, "words");

	if (n->row->words > v->program->code_count - n->row->start)
		return trouble_say(v->why, at, "expected at most %u, found %u",
		                   v->program->code_count - n->row->start, n->row->words);
	n->end = n->row->start + n->row->words;
	if (!check_entry(n) || !verify_take(v, at, n->row->start, n->row->words))
		return false;
	for (uint32_t word = n->row->start; word < n->end; )
		if (!read_node(n, word, &word))
			return false;
	for (uint32_t i = n->count; i-- > 0; )
		if (!read_targets(n, v->nodes[i]))
			return false;
	return check_row(n);
}

static bool add_value(struct verifier *v, struct diagram_summary *summary, uint32_t leaf)
{
	uint32_t index = v->program->leaf[leaf].value;
	bool first = !(summary->kinds >> CODE_LEAF_VALUE & 1);
	int64_t value;

	if (index >= v->program->constant_count)
		return trouble_say(v->why, place_row(TABLE_leaf, leaf, "value"),
		                   "expected a constant below %u, found %u",
		                   v->program->constant_count, index);
	value = v->program->constants[index];
	summary->least = first || value < summary->least ? value : summary->least;
	summary->most = first || value > summary->most ? value : summary->most;
	summary->versions = (first || summary->versions) && is_version(value);
	summary->strings = (first || summary->strings) && verify_is_string(v, value);
	return true;
}

static void add_weight(struct verifier *v, struct diagram_summary *summary, uint32_t leaf)
{
	uint32_t index = v->program->leaf[leaf].value;
	int64_t weight = index < v->program->constant_count ? v->program->constants[index] : 0;

	if (index > summary->tally)
		summary->tally = index;
	summary->heavy |= weight < -MOST_WEIGHT || weight > MOST_WEIGHT;
}

static bool check_leaves(struct verifier *v, const struct row_diagram *row,
                         struct diagram_summary *summary)
{
	if (row->leaf_count > CODE_MAX_DIAGRAM)
		return trouble_say(v->why, place_row(TABLE_diagram,
			(uint32_t)(row - v->program->diagram), "leaf_count"),
			"expected at most %u, found %u", CODE_MAX_DIAGRAM, row->leaf_count);
	for (uint32_t i = row->first_leaf; i < row->first_leaf + row->leaf_count; i++) {
		const struct row_leaf *leaf = &v->program->leaf[i];

		if (leaf->kind == CODE_LEAF_VALUE && !add_value(v, summary, i))
			return false;
		if (leaf->kind == CODE_LEAF_TALLY)
			add_weight(v, summary, i);
		if (leaf->kind == CODE_LEAF_OUTCOME && leaf->clause > summary->clause)
			summary->clause = leaf->clause;
		summary->kinds |= 1u << leaf->kind;
	}
	return true;
}

/* Look at a diagram once; what is set when it is first used is set ever after. */
static bool settle(struct walk *w, const struct instruction *ins, uint32_t diagram)
{
	struct diagram_summary *summary = &w->v->diagrams[diagram];
	struct nodes nodes = { .w = w, .row = &w->v->program->diagram[diagram],
	                       .index = diagram };

	if (summary->owner == w->index + 1)
		return true;
	if (summary->owner)
		return trouble_say(w->v->why, place_code(ins), "expected a diagram of the frame, "
		                   "found %u of frame %u", diagram, summary->owner - 1);
	summary->owner = w->index + 1;
	return check_nodes(&nodes) && check_leaves(w->v, nodes.row, summary);
}

bool verify_diagram_use(struct walk *w, const struct instruction *ins, uint32_t diagram,
                        uint32_t kinds)
{
	if (!settle(w, ins, diagram))
		return false;
	return (w->v->diagrams[diagram].kinds & ~kinds) == 0
		|| trouble_say(w->v->why, place_code(ins), "expected no leaves of the kinds %#x in "
		               "diagram %u", w->v->diagrams[diagram].kinds & ~kinds, diagram);
}
