/* SPDX-License-Identifier: Apache-2.0 */
/* lister_diagram.c - a diagram: its nodes, and for each target the values that lead there. */
#include "code/lister.h"

struct listing {
	const struct lister *l;
	const struct row_diagram *diagram;
	const struct diagram_use *use;
};

static void write_clause(const struct listing *n, uint32_t index)
{
	const struct lister *l = n->l;
	const struct row_clause *clause = &l->program->clause[n->use->check->first_clause + index];

	buffer_string(l->out, " [");
	lister_text(l, clause->kind);
	if (program_text(l->program, clause->name).length) {
		buffer_byte(l->out, ' ');
		lister_text(l, clause->name);
	}
	buffer_printf(l->out, ", line %u]", clause->line);
}

static void write_outcome(const struct listing *n, const struct row_leaf *leaf)
{
	static const char *const outcomes[] = {
		[CODE_FAIL] = "fail", [CODE_PASS] = "pass", [CODE_EXEMPT] = "exempt",
		[CODE_NOTAPPLICABLE] = "notapplicable", [CODE_NOTCHECKED] = "notchecked",
	};

	buffer_string(n->l->out, outcomes[leaf->outcome]);
	if (leaf->clause)
		write_clause(n, leaf->clause - 1);
}

static void write_value(const struct listing *n, const struct row_leaf *leaf)
{
	int64_t value = n->l->program->constants[leaf->value];

	if (n->use->op == OP_DERIVE
	    && (n->use->fact->type == TYPE_TEXT || n->use->fact->type == TYPE_OID))
		lister_quoted(n->l, program_text(n->l->program, (uint32_t)value));
	else if (n->use->op == OP_DERIVE)
		lister_number(n->l, n->use->fact, value);
	else
		buffer_string(n->l->out, n->use->op == OP_BIND || value ? "holds"
		              : "does not hold");
}

static void write_tally(const struct listing *n, const struct row_leaf *leaf)
{
	struct buffer *out = n->l->out;

	if (n->use->tally_kind == TALLY_SUM) {
		buffer_string(out, "adds ");
		lister_number(n->l, NULL, n->l->program->constants[leaf->value]);
		return;
	}
	buffer_string(out, leaf->value ? "conditions" : "no condition");
	for (uint32_t i = 0; leaf->value >> i; i++)
		if (leaf->value >> i & 1)
			buffer_printf(out, " %u", i + 1);
}

static void write_leaf(const struct listing *n, const struct row_leaf *leaf)
{
	struct text why = program_text(n->l->program, leaf->text);

	switch ((enum code_leaf)leaf->kind) {
	case CODE_LEAF_OUTCOME:
		write_outcome(n, leaf);
		break;
	case CODE_LEAF_VALUE:
		write_value(n, leaf);
		break;
	case CODE_LEAF_TALLY:
		write_tally(n, leaf);
		break;
	case CODE_LEAF_FREE:
		buffer_string(n->l->out, "any value");
		break;
	case CODE_LEAF_CONFLICT:
	default:
		buffer_string(n->l->out, "conflict");
		if (why.length) {
			buffer_byte(n->l->out, ' ');
			lister_quoted(n->l, why);
		}
		break;
	}
}

static void write_target(const struct listing *n, uint32_t target)
{
	if (target & CODE_LEAF)
		write_leaf(n, &n->l->program->leaf[n->diagram->first_leaf + (target & ~CODE_LEAF)]);
	else
		buffer_printf(n->l->out, "%u", target);
}

/* A line for each target: all values that lead to it, and where. */
static void write_node(const struct listing *n, uint32_t at)
{
	const uint32_t *node = n->l->program->code + at;
	const uint32_t *targets = node + 3;
	uint64_t done = 0, values;

	buffer_printf(n->l->out, "%10u  ", at);
	lister_variable(n->l, node[1]);
	buffer_string(n->l->out, ":\n");
	for (uint32_t i = 0; i < node[2]; i++) {
		if (done >> i & 1)
			continue;
		values = 0;
		for (uint32_t v = i; v < node[2]; v++)
			if (targets[v] == targets[i])
				values |= UINT64_C(1) << v;
		done |= values;
		buffer_repeat(n->l->out, ' ', 14);
		lister_values(n->l, node[1], values);
		buffer_string(n->l->out, " -> ");
		write_target(n, targets[i]);
		buffer_byte(n->l->out, '\n');
	}
}

void lister_diagram(const struct lister *l, uint32_t diagram, const struct diagram_use *use)
{
	const struct row_diagram *row = &l->program->diagram[diagram];
	struct listing n = { l, row, use };

	buffer_repeat(l->out, ' ', 10);
	buffer_printf(l->out, "diagram %u, %u nodes, at most %u asked\n", diagram, row->nodes,
	              row->depth);
	if (row->words == 0) {
		buffer_repeat(l->out, ' ', 12);
		write_target(&n, row->entry);
		buffer_byte(l->out, '\n');
	}
	for (uint32_t at = row->start; at < row->start + row->words;
	     at += 3 + l->program->code[at + 2])
		write_node(&n, at);
}
