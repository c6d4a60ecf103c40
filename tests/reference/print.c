/* SPDX-License-Identifier: Apache-2.0 */
#include "print.h"

static void print_words(struct writing *out, const struct fact *fact)
{
	for (int i = 0; i < fact->word_count; i++) {
		write_text(out, "%s%s", i ? ", " : "", fact->words[i]);
		if (fact->labels[i])
			write_text(out, " called \"%s\"", fact->labels[i]);
	}
}

static void print_type(struct writing *out, const struct fact *fact)
{
	switch (fact->kind) {
	case KIND_BOOL:      write_text(out, "bool"); break;
	case KIND_INTEGER:   write_text(out, "integer"); break;
	case KIND_DATE:      write_text(out, "date"); break;
	case KIND_DURATION:  write_text(out, "duration"); break;
	case KIND_VERSION:   write_text(out, "version"); break;
	case KIND_TEXT:      write_text(out, "text"); break;
	case KIND_TEXTS:     write_text(out, "set of text"); break;
	case KIND_TEXT_LIST: write_text(out, "list of text up to %d", fact->cap); break;
	case KIND_REFERENCE: write_text(out, "%s", fact->target->name); break;
	case KIND_LIST:
		write_text(out, "list of %s up to %d", fact->target->name, fact->cap);
		break;
	case KIND_CHOICE:
		write_text(out, "one of ");
		print_words(out, fact);
		break;
	case KIND_WORDS:
		write_text(out, "set of ");
		print_words(out, fact);
		break;
	}
	write_text(out, "%s%s%s", fact->ordered ? " ordered" : "",
	           fact->optional ? " optional" : "", fact->key ? " key" : "");
}

static void print_head(struct writing *out, const struct grid *grid, const char *last)
{
	write_text(out, "    |");
	for (int i = 0; i < grid->column_count; i++)
		write_text(out, " %s |", path_text(&grid->columns[i]));
	write_text(out, " %s |\n    |", last);
	for (int i = 0; i <= grid->column_count; i++)
		write_text(out, "---|");
	write_text(out, "\n");
}

/* Bit n of `notes` is note n + 1. */
static void print_marks(struct writing *out, unsigned notes)
{
	for (int i = 0; i < MAX_NOTES; i++)
		if (notes & (1u << i))
			write_text(out, "[%d]", i + 1);
}

static int column_values(const struct fact *fact)
{
	return fact->kind == KIND_BOOL ? 2 : fact->word_count;
}

static void print_cell_value(struct writing *out, const struct fact *fact, int i)
{
	if (fact->kind == KIND_BOOL)
		write_text(out, "%s", i ? "yes" : "no");
	else
		write_text(out, "%s", fact->labels[i] && i % 2 ? fact->labels[i] :
		           fact->words[i]);
}

static void print_cell(struct writing *out, const struct fact *fact, uint32_t cell,
                       const uint8_t *marks)
{
	const char *between = " ";
	bool marked = false;

	for (int i = 0; marks && i < column_values(fact); i++)
		marked |= (cell >> i & 1) && marks[i];
	if (!marked && cell == (1u << column_values(fact)) - 1) {
		write_text(out, " any");
		return;
	}
	for (int i = 0; i < column_values(fact); i++) {
		if (!(cell & (1u << i)))
			continue;
		write_text(out, "%s", between);
		print_cell_value(out, fact, i);
		if (marks)
			print_marks(out, marks[i]);
		between = ", ";
	}
}

static void print_row_start(struct writing *out, const struct grid *grid,
                            const struct row *row)
{
	write_text(out, "    |");
	for (int i = 0; i < grid->column_count; i++) {
		print_cell(out, path_end(&grid->columns[i]), row->cells[i], NULL);
		if (i == 0)
			print_marks(out, row->row_marks);
		write_text(out, " |");
	}
}

static void print_derivation_rows(struct writing *out, const struct fact *fact)
{
	print_head(out, fact->grid, fact->name);
	for (int i = 0; i < fact->grid->row_count; i++) {
		const struct row *row = &fact->grid->rows[i];

		print_row_start(out, fact->grid, row);
		if (row->value < 0) {
			write_text(out, " conflict \"they do not go together\" |\n");
			continue;
		}
		write_text(out, " ");
		print_cell_value(out, fact, row->value);
		write_text(out, " |\n");
	}
}

static void print_derivation(struct writing *out, const struct fact *fact)
{
	if (fact->derivation == DERIVED_BY_CONDITION) {
		write_text(out, " = ");
		print_condition(out, fact->condition);
	}
	if (fact->derivation == DERIVED_BY_LOOKUP) {
		struct condition operand = { .kind = CONDITION_COMPARE,
		                             .left = fact->operand };

		write_text(out, " = lookup %s%s in %s", path_text(&operand.left.path),
		           operand.left.measure == MEASURE_FIRST ? ".first" : "",
		           fact->lookup->name);
	}
	if (fact->derivation == DERIVED_BY_TABLE)
		write_text(out, " by");
	write_text(out, "\n");
	if (fact->derivation == DERIVED_BY_TABLE)
		print_derivation_rows(out, fact);
}

static void print_entity(struct writing *out, const struct entity *entity, bool reversed)
{
	int last = entity->fact_count - 1;

	if (entity->kind == ENTITY_CERTIFICATE)
		return;
	write_text(out, "\n%s %s \"%s\"\n",
	           entity->kind == ENTITY_STREAM ? "stream" : "context", entity->name,
	           entity->name);
	for (int i = 0; i <= last; i++) {
		const struct fact *fact = &entity->facts[reversed ? last - i : i];

		write_text(out, "  %s: ", fact->name);
		print_type(out, fact);
		print_derivation(out, fact);
	}
	for (int i = 0; i < entity->invariant_count; i++) {
		write_text(out, "  invariant ");
		print_condition(out, entity->invariants[i]);
		write_text(out, " \"always so\"\n");
	}
}

static const char *kind_text(enum kind kind)
{
	return kind == KIND_INTEGER ? "integer" : kind == KIND_VERSION ? "version" : "text";
}

/* A one-of in the order of its words from last to first: they are the same by name. */
static void print_lookup_type(struct writing *out, enum kind kind, const struct fact *fact)
{
	if (kind != KIND_CHOICE) {
		write_text(out, "%s", kind_text(kind));
		return;
	}
	write_text(out, "one of ");
	for (int i = fact->word_count; i-- > 0; )
		write_text(out, "%s%s", fact->words[i], i ? ", " : "");
}

static void print_lookup(struct writing *out, const struct lookup *lookup)
{
	write_text(out, "\nlookup %s ", lookup->name);
	print_lookup_type(out, lookup->from, lookup->from_words);
	write_text(out, " to ");
	print_lookup_type(out, lookup->to, lookup->to_words);
	write_text(out, "\n    | from | to |\n    |---|---|\n");
	for (int i = 0; i < lookup->count; i++) {
		write_text(out, "    | ");
		print_value(out, lookup->from, lookup->from_words->words, &lookup->keys[i]);
		write_text(out, " | ");
		print_value(out, lookup->to, lookup->to_words->words, &lookup->results[i]);
		write_text(out, " |\n");
	}
}

void print_model(struct writing *out, const struct policy *policy)
{
	int last = policy->entity_count - 1;

	write_text(out, "language 1\nmodel shapes 1 \"A model made by chance\"\n");
	for (int i = 0; i < policy->lookup_count; i++)
		print_lookup(out, &policy->lookups[i]);
	for (int i = 0; i <= last; i++)
		print_entity(out, policy->entities[policy->reversed ? last - i : i],
		             policy->reversed);
}

static void print_parameter(struct writing *out, const struct parameter *parameter)
{
	struct fact fact = { .kind = parameter->kind, .word_count = parameter->word_count };

	for (int i = 0; i < parameter->word_count; i++)
		fact.words[i] = parameter->words[i];
	write_text(out, "parameter %s: ", parameter->name);
	print_type(out, &fact);
	write_text(out, " = ");
	print_value(out, parameter->kind, parameter->words, &parameter->standard);
	write_text(out, "\n");
}

static void print_profile(struct writing *out, const struct policy *policy)
{
	if (!policy->has_profile)
		return;
	write_text(out, "profile careful \"A profile\"\n");
	for (int i = 0; i < policy->parameter_count; i++) {
		const struct parameter *parameter = &policy->parameters[i];

		if (!parameter->in_profile)
			continue;
		write_text(out, "  %s: ", parameter->name);
		print_value(out, parameter->kind, parameter->words, &parameter->profile);
		write_text(out, "\n");
	}
	for (int i = 0; i < policy->rule_count; i++)
		if (policy->rules[i].left_out)
			write_text(out, "  without %s\n", policy->rules[i].id);
}

static void print_clause(struct writing *out, const char *word,
                         const struct condition *condition, const char *after)
{
	if (!condition)
		return;
	write_text(out, "  %s ", word);
	print_condition(out, condition);
	write_text(out, "%s\n", after);
}

static void print_caution(struct writing *out, const struct caution *caution)
{
	if (caution->condition)
		print_clause(out, "caution when", caution->condition,
		             store_print(" \"%s\"", caution->text));
}

static void print_table(struct writing *out, const struct decision_table *table)
{
	const struct fact *allow = path_end(&table->allow);

	write_text(out, "  allow %s by", path_text(&table->allow));
	for (int i = 0; i < table->grid.column_count; i++)
		write_text(out, "%s %s", i ? "," : "", path_text(&table->grid.columns[i]));
	write_text(out, "\n");
	if (table->covering >= 0)
		write_text(out, "  %s covers %s\n", allow->words[table->covering],
		           allow->words[table->covered]);
	print_head(out, &table->grid, "allowed");
	for (int i = 0; i < table->grid.row_count; i++) {
		const struct row *row = &table->grid.rows[i];

		print_row_start(out, &table->grid, row);
		print_cell(out, allow, row->allowed, row->marks);
		write_text(out, " |\n");
	}
	for (int i = 0; i < table->note_count; i++) {
		const struct note *note = &table->notes[i];

		write_text(out, "  note [%d] \"note %d\" {\n", i + 1, i + 1);
		print_clause(out, "  require", note->require, "");
		print_clause(out, "  covers row when", note->covers, "");
		print_clause(out, "  widens row when", note->widens, "");
		print_caution(out, &note->caution);
		write_text(out, "  }\n");
	}
}

static void print_rule(struct writing *out, const struct rule *rule)
{
	write_text(out, "\n%s %s on %s%s%s \"title of %s\"\n", rule->table ? "table" : "rule",
	           rule->id, rule->entity->name, rule->place ? "." : "",
	           rule->place ? rule->place->name : "", rule->id);
	write_text(out, "  severity high\n  level %s\n", rule->level);
	for (int i = 0; i < rule->when_count; i++)
		print_clause(out, "when", rule->whens[i], "");
	for (int i = 0; i < rule->unless_count; i++)
		print_clause(out, store_print("unless [%s]", rule->unlesses[i].name),
		             rule->unlesses[i].condition, " \"let off\"");
	if (rule->table)
		print_table(out, rule->table);
	for (int i = 0; i < rule->require_count; i++)
		print_clause(out, "require", rule->requires[i], "");
	if (rule->manual)
		write_text(out, "  check manually \"Look at it.\"\n");
	for (int i = 0; i < rule->caution_count; i++)
		print_caution(out, &rule->cautions[i]);
	write_text(out, "  fix \"Mend it.\"\n");
}

void print_policy(struct writing *out, const struct policy *policy)
{
	write_text(out, "language 1\npolicy chance 1.0.0 \"A policy made by chance\"\n"
	           "use model shapes 1\n");
	if (policy->applies)
		print_clause(out, "applies when", policy->applies, "");
	for (int i = 0; i < policy->parameter_count; i++)
		print_parameter(out, &policy->parameters[i]);
	print_profile(out, policy);
	for (int i = 0; i < policy->definition_count; i++) {
		const struct definition *definition = &policy->definitions[i];

		write_text(out, "define %s on %s = ", definition->name,
		           definition->entity->name);
		print_condition(out, definition->condition);
		write_text(out, "\n");
	}
	for (int i = 0; i < policy->rule_count; i++)
		print_rule(out, &policy->rules[i]);
}
