/* SPDX-License-Identifier: Apache-2.0 */
#include "explain/written.h"

void written_init(struct written *w, struct arena *arena, const struct program *program)
{
	*w = (struct written){ .arena = arena, .program = program };
}

static void load_all(struct written *w)
{
	const struct program *p = w->program;

	if (w->loaded)
		return;
	w->loaded = true;
	load_init(&w->load, w->arena);
	w->load.embedded = p;
	if (p->file_count == 0)
		return;
	load_text(&w->load, program_text(p, p->file[0].name), program_text(p, p->file[0].text),
	          NULL);
	if (w->load.diags.errors) {     /* an image may carry any text */
		w->load.file_count = 0;
		w->load.model = NULL;
	}
}

static const struct item *find_in(const struct file_tree *file, enum item_kind kind,
                                  struct text name)
{
	for (const struct item *i = file ? file->first : NULL; i; i = i->next)
		if (i->kind == kind && text_equal(i->name.text, name))
			return i;
	return NULL;
}

static const struct item *find(struct written *w, enum item_kind kind, struct text name)
{
	const struct item *item = NULL;

	load_all(w);
	for (uint32_t i = 0; i < w->load.file_count && !item; i++)
		item = find_in(w->load.files[i], kind, name);
	return item ? item : find_in(w->load.model, kind, name);
}

const struct item *written_rule(struct written *w, struct text id)
{
	const struct item *rule = find(w, ITEM_RULE, id);

	return rule ? rule : find(w, ITEM_TABLE, id);
}

const struct item *written_definition(struct written *w, struct text name)
{
	return find(w, ITEM_DEFINE, name);
}

const struct item *written_lookup(struct written *w, struct text name)
{
	return find(w, ITEM_LOOKUP, name);
}

const struct fact_tree *written_fact(struct written *w, struct text entity, struct text fact)
{
	const struct item *item = find(w, ITEM_CONTEXT, entity);

	item = item ? item : find(w, ITEM_STREAM, entity);
	for (const struct fact_tree *f = item ? item->facts.first : NULL; f; f = f->next)
		if (f->kind == FACT_TREE_FACT && text_equal(f->name.text, fact))
			return f;
	return NULL;
}

static struct text last_part(struct text path)
{
	for (uint32_t i = path.length; i > 0; i--)
		if (path.at[i - 1] == '/')
			return (struct text){ path.at + i, path.length - i };
	return path;
}

struct text written_place(struct written *w, struct span at, struct arena *arena)
{
	const struct source *source = sources_find(&w->load.sources, at.from);

	if (!source)
		return TEXT("");
	return arena_printf(arena, "%.*s:%u", TEXT_ARGS(last_part(source->name)),
	                    source_position(source, at.from).line);
}

static bool is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

struct text written_line(struct written *w, struct span at, struct arena *arena)
{
	struct text source = text_trim(sources_text(&w->load.sources, at));
	char *line = arena_alloc(arena, (size_t)source.length + 1);
	uint32_t length = 0;

	for (uint32_t i = 0; i < source.length; i++) {
		if (!is_space(source.at[i]))
			line[length++] = source.at[i];
		else if (length && line[length - 1] != ' ' && line[length - 1] != '(')
			line[length++] = ' ';
	}
	return (struct text){ line, length };
}

static void add_name(struct text name, struct text *names, uint32_t *count, uint32_t most)
{
	for (uint32_t i = 0; i < *count; i++)
		if (text_equal(names[i], name))
			return;
	if (*count < most)
		names[(*count)++] = name;
}

static void names_in(const struct expr *expr, struct text *names, uint32_t *count, uint32_t most)
{
	for (; expr; expr = expr->next) {
		if (expr->kind == EXPR_WORD)
			add_name(expr->text, names, count, most);
		names_in(expr->left, names, count, most);
		names_in(expr->right, names, count, most);
		names_in(expr->items, names, count, most);
	}
}

uint32_t written_names(const struct expr *expr, struct text *names, uint32_t most)
{
	uint32_t count = 0;

	names_in(expr, names, &count, most);
	return count;
}

static const struct clause *clause_at(const struct clauses *clauses, uint32_t at)
{
	for (const struct clause *c = clauses->first; c; c = c->next) {
		const struct clause *inner = clause_at(&c->clauses, at);

		if (inner)
			return inner;
		if (c->at.from == at)
			return c;
	}
	return NULL;
}

const struct clause *written_clause(struct written *w, const struct item *item, uint32_t from)
{
	const struct source *source = sources_find(&w->load.sources, item->at.from);

	return source ? clause_at(&item->clauses, source->base + from) : NULL;
}
