/* SPDX-License-Identifier: Apache-2.0 */
/* rules.c - rules and tables, once for each place that they are about. */
#include "diag/suggest.h"
#include "lang/checker.h"

struct decision *decision_leaf(struct checker *c, enum outcome outcome, uint32_t clause)
{
	struct decision *decision = arena_alloc(c->arena, sizeof *decision);

	decision->kind = DECISION_LEAF;
	decision->outcome = outcome;
	decision->clause = clause;
	return decision;
}

uint32_t instance_add_clause(struct checker *c, struct instance *instance,
                             struct checked_clause clause)
{
	instance->clauses = arena_grow(c->arena, instance->clauses, &instance->clause_capacity,
	                               instance->clause_count + 1, sizeof clause);
	instance->clauses[instance->clause_count] = clause;
	return instance->clause_count++;
}

static struct text one_of(struct checker *c, const struct clause *clause, enum message message,
                          const char *const *words)
{
	struct suggest suggest = suggest_for(clause->words.first->text);
	struct diag *diag;

	for (int i = 0; words[i]; i++) {
		if (text_equal(clause->words.first->text, text_from(words[i])))
			return clause->words.first->text;
		suggest_offer(&suggest, text_from(words[i]));
	}
	diag = diag_say(c->diags, message, clause->words.first->at,
	                TEXT_ARGS(clause->words.first->text));
	if (suggest.best.length)
		diag_help(c->diags, diag, "did you mean `%.*s`?", TEXT_ARGS(suggest.best));
	return text_from(words[0]);
}

static void add_citation(struct checker *c, struct rule_tree *rule, const struct clause *clause)
{
	struct citation *citation = arena_alloc(c->arena, sizeof *citation);
	struct text name = clause->words.first->text;
	bool known = false;

	for (uint32_t i = 0; i < c->out->source_count; i++)
		known |= text_equal(c->out->sources[i].name, name);
	if (!known)
		diag_say(c->diags, MSG_E0602, clause->words.first->at, TEXT_ARGS(name));
	citation->source = name;
	citation->section = clause->text.text;
	if (rule->last_citation)
		rule->last_citation->next = citation;
	else
		rule->citations = citation;
	rule->last_citation = citation;
}

static void read_heads(struct checker *c, struct rule_tree *rule, const struct item *item)
{
	static const char *const severities[] = { "low", "medium", "high", "critical", NULL };
	static const char *const levels[] = { "required", "recommended", "supported", NULL };
	uint32_t seen = 0;

	for (const struct clause *clause = item->clauses.first; clause; clause = clause->next) {
		bool once = clause->kind == CLAUSE_SEVERITY || clause->kind == CLAUSE_LEVEL
			|| clause->kind == CLAUSE_FIX || clause->kind == CLAUSE_ALLOW
			|| clause->kind == CLAUSE_ROWS || clause->kind == CLAUSE_MANUAL;

		if (once && seen >> clause->kind & 1)
			diag_say(c->diags, MSG_E0603, clause->at);
		seen |= 1u << clause->kind;
		if (clause->kind == CLAUSE_SEVERITY)
			rule->severity = one_of(c, clause, MSG_E0604, severities);
		if (clause->kind == CLAUSE_LEVEL)
			rule->level = one_of(c, clause, MSG_E0605, levels);
		if (clause->kind == CLAUSE_CITE)
			add_citation(c, rule, clause);
		if (clause->kind == CLAUSE_FIX)
			rule->fix = clause->text.text;
	}
}

/* Was something said about the item already? Then a clause of it may have been lost. */
static bool has_mistake(const struct checker *c, const struct item *item)
{
	uint32_t end = item->next ? item->next->at.from : UINT32_MAX;

	for (const struct diag *diag = c->diags->first; diag; diag = diag->next)
		if (diag->severity == SEVERITY_ERROR && diag->at.from >= item->at.from
		    && diag->at.from < end)
			return true;
	return false;
}

static void check_shape(struct checker *c, const struct item *item)
{
	bool table = item->kind == ITEM_TABLE;
	bool manual = clause_find(&item->clauses, CLAUSE_MANUAL) != NULL;
	bool require = clause_find(&item->clauses, CLAUSE_REQUIRE) != NULL;

	if (!table && manual == require && !has_mistake(c, item))
		diag_say(c->diags, manual ? MSG_E0606 : MSG_E0607, item->name.at,
		         TEXT_ARGS(item->name.text));
	for (const struct clause *k = item->clauses.first; k; k = k->next) {
		bool belongs_to_table = k->kind == CLAUSE_ALLOW || k->kind == CLAUSE_ROWS
			|| k->kind == CLAUSE_NOTE || k->kind == CLAUSE_COVERS;
		bool belongs_to_rule = k->kind == CLAUSE_REQUIRE || k->kind == CLAUSE_MANUAL;

		if (table ? belongs_to_rule : belongs_to_table)
			diag_say(c->diags, MSG_E0608, k->at);
	}
}

static struct rule_tree *rule_new(struct checker *c, const struct item *item)
{
	struct checked_policy *out = c->out;
	struct rule_tree *rule = arena_alloc(c->arena, sizeof *rule);

	for (uint32_t i = 0; i < out->rule_count; i++)
		if (text_equal(out->rules[i]->id, item->name.text)) {
			struct diag *diag = diag_say(c->diags, MSG_E0601, item->name.at,
			                             TEXT_ARGS(item->name.text));

			diag_note(c->diags, diag, out->rules[i]->at, "the first one is here");
			return NULL;
		}
	*rule = (struct rule_tree){ .id = item->name.text, .title = item->title.text,
		.severity = TEXT("medium"), .level = TEXT("required"), .at = item->name.at,
		.selected = true, .is_table = item->kind == ITEM_TABLE, .index = out->rule_count };
	read_heads(c, rule, item);
	out->rules = arena_grow(c->arena, out->rules, &out->rule_capacity,
	                        out->rule_count + 1, sizeof *out->rules);
	out->rules[out->rule_count++] = rule;
	return rule;
}

/* Conditions in a row: `stop` gives the leaf for one that decides. */
struct chain {
	struct decision *first, **place;
};

static void chain_add(struct chain *chain, struct checker *c, struct condition *condition,
                      struct decision *stop, bool stop_when)
{
	struct decision *link = decision_if(c, condition, stop_when ? stop : NULL,
	                                    stop_when ? NULL : stop);

	*chain->place = link;
	chain->place = stop_when ? &link->no : &link->yes;
}

static bool chain_kind(struct chain *chain, struct scope *scope, struct instance *instance,
                       const struct item *item, enum clause_kind kind)
{
	static const struct {
		const char *name;
		enum outcome outcome;
		bool when;
	} kinds[] = {
		[CLAUSE_WHEN] = { "when", OUTCOME_NOTAPPLICABLE, false },
		[CLAUSE_UNLESS] = { "unless", OUTCOME_EXEMPT, true },
		[CLAUSE_REQUIRE] = { "require", OUTCOME_FAIL, false },
	};
	struct checker *c = scope->c;
	bool good = true;

	for (const struct clause *k = item->clauses.first; k; k = k->next) {
		struct condition *condition;
		uint32_t clause;

		if (k->kind != kind)
			continue;
		condition = condition_resolve(scope, k->condition);
		clause = instance_add_clause(c, instance, (struct checked_clause){
			kinds[kind].name, k->at, k->name.text, k->text.text });
		if (!condition) {
			good = false;
			continue;
		}
		chain_add(chain, c, condition, decision_leaf(c, kinds[kind].outcome, clause),
		          kinds[kind].when);
		scope->known = known_after(c, condition, !kinds[kind].when, scope->known);
	}
	return good;
}

static bool chain_applies(struct chain *chain, struct scope *scope, struct instance *instance)
{
	struct checker *c = scope->c;
	struct scope policy = { .c = c, .frame = scope->frame,
	                        .self = base_self(c, scope->frame) };
	struct condition *condition;
	uint32_t clause;

	if (!c->applies)
		return true;
	condition = condition_resolve(&policy, c->applies->condition);
	if (!condition)
		return false;
	clause = instance_add_clause(c, instance, (struct checked_clause){
		"when", c->applies->at, { "", 0 }, { "", 0 } });
	chain_add(chain, c, condition, decision_leaf(c, OUTCOME_NOTAPPLICABLE, clause), false);
	scope->known = known_after(c, condition, true, scope->known);
	return true;
}

static void chain_place(struct chain *chain, struct scope *scope, struct instance *instance)
{
	struct checker *c = scope->c;
	struct operand place = { .kind = OPERAND_FACT, .type = TYPE_RECORD };
	struct condition *condition;

	if (!instance->place)
		return;
	place.path = (struct path){ instance->place->parent, instance->place->slot };
	place.words = path_fact(place.path);
	if (!(place.words->flags & FACT_OPTIONAL))
		return;
	condition = condition_test(c, place, RELATION_PRESENT, (struct operand){ 0 },
	                           instance->rule->at);
	chain_add(chain, c, condition, decision_leaf(c, OUTCOME_NOTAPPLICABLE, NO_CLAUSE), false);
	scope->known = known_after(c, condition, true, scope->known);
}

static bool read_cautions(struct scope *scope, struct instance *instance,
                          const struct clauses *clauses)
{
	for (const struct clause *k = clauses->first; k; k = k->next) {
		const struct known *before = scope->known;
		struct checked_caution *caution;

		if (k->kind != CLAUSE_CAUTION)
			continue;
		caution = arena_alloc(scope->c->arena, sizeof *caution);
		caution->condition = condition_resolve(scope, k->condition);
		caution->message = template_parse(scope, k->text);
		scope->known = before;
		if (!caution->condition)
			return false;
		if (instance->last_caution)
			instance->last_caution->next = caution;
		else
			instance->cautions = caution;
		instance->last_caution = caution;
	}
	return true;
}

static struct decision *requirement(struct scope *scope, struct instance *instance,
                                    const struct item *item, bool first)
{
	struct checker *c = scope->c;
	struct chain chain = { .first = NULL };
	const struct clause *manual = clause_find(&item->clauses, CLAUSE_MANUAL);

	chain.place = &chain.first;
	if (item->kind == ITEM_TABLE)
		return table_decision(scope, instance, item, first);
	if (manual) {
		uint32_t clause = instance_add_clause(c, instance, (struct checked_clause){
			"manual", manual->at, { "", 0 }, manual->text.text });

		return decision_leaf(c, OUTCOME_NOTCHECKED, clause);
	}
	if (!chain_kind(&chain, scope, instance, item, CLAUSE_REQUIRE))
		return NULL;
	*chain.place = decision_leaf(c, OUTCOME_PASS, NO_CLAUSE);
	return chain.first;
}

static void add_instance(struct frame *frame, struct instance *instance)
{
	if (frame->last_instance)
		frame->last_instance->next = instance;
	else
		frame->instances = instance;
	frame->last_instance = instance;
}

static void check_at(struct checker *c, struct rule_tree *rule, const struct item *item,
                     struct frame *frame, struct base *place)
{
	struct instance *instance = arena_alloc(c->arena, sizeof *instance);
	struct scope scope = { .c = c, .frame = frame,
		.self = place ? place : base_self(c, frame),
		.aggregates = frame->entity->kind != ENTITY_STREAM };
	struct chain chain = { .first = NULL };
	const struct clause *fix = clause_find(&item->clauses, CLAUSE_FIX);
	const struct known *of_place;
	bool good;

	chain.place = &chain.first;
	instance->rule = rule;
	instance->place = place;
	good = chain_applies(&chain, &scope, instance);
	chain_place(&chain, &scope, instance);
	of_place = scope.known;
	good &= chain_kind(&chain, &scope, instance, item, CLAUSE_WHEN);
	good &= chain_kind(&chain, &scope, instance, item, CLAUSE_UNLESS);
	*chain.place = requirement(&scope, instance, item, rule->is_table);
	good &= *chain.place != NULL;
	scope.all_present = true;
	if (fix)
		instance->fix = template_parse(&scope, fix->text);
	scope.all_present = false;
	scope.known = of_place;         /* a caution holds wherever it holds */
	good &= read_cautions(&scope, instance, &item->clauses);
	for (const struct clause *k = item->clauses.first; k; k = k->next)
		if (k->kind == CLAUSE_NOTE)
			good &= read_cautions(&scope, instance, &k->clauses);
	instance->decision = chain.first;
	if (good)
		add_instance(frame, instance);
}

/* Was there a model to use, and none found? Then nothing has to be said about its entities. */
static bool is_model_lost(const struct checker *c)
{
	for (const struct diag *diag = c->diags->first; diag; diag = diag->next)
		if (diag->code == MSG_E0707)
			return true;
	return false;
}

static void say_place(struct checker *c, const struct word *place)
{
	struct suggest suggest = suggest_for(place->text);
	struct diag *diag = diag_say(c->diags, MSG_E0609, place->at, TEXT_ARGS(place->text));

	if (text_equal(place->text, c->model->certificate->name)) {
		diag_help(c->diags, diag, "with a model, a rule is about a certificate in its place, "
		          "such as `device.client-auth`");
		return;
	}
	for (uint32_t i = 0; i < c->model->entity_count; i++)
		if (c->model->entities[i] != c->model->certificate)
			suggest_offer(&suggest, c->model->entities[i]->name);
	if (suggest.best.length) {
		diag_help(c->diags, diag, "did you mean `%.*s`?", TEXT_ARGS(suggest.best));
		diag_fix(c->diags, diag, place->at, suggest.best);
	}
}

static void check_place(struct checker *c, struct rule_tree *rule, const struct item *item,
                        const struct word *place)
{
	const char *dot = memchr(place->text.at, '.', place->text.length);
	struct text name = { place->text.at,
		dot ? (uint32_t)(dot - place->text.at) : place->text.length };
	struct entity *entity = model_entity(c->model, name);
	struct frame *frame;
	uint32_t slot;

	if (!entity && is_model_lost(c))
		return;
	if (!entity || (entity == c->model->certificate && entity != c->model->stream)) {
		say_place(c, place);
		return;
	}
	frame = c->out->frames[entity->index];
	if (!dot) {
		check_at(c, rule, item, frame, NULL);
		return;
	}
	slot = entity_slot(entity, (struct text){ dot + 1,
		place->text.length - name.length - 1 });
	if (slot == NO_SLOT || entity->facts[slot].type != TYPE_RECORD
	    || entity->facts[slot].target->kind != ENTITY_CERTIFICATE) {
		diag_say(c->diags, MSG_E0610, place->at, TEXT_ARGS(place->text));
		return;
	}
	check_at(c, rule, item, frame, base_step(c, frame,
		(struct path){ base_self(c, frame), slot }));
}

void rule_check(struct checker *c, const struct item *item)
{
	struct rule_tree *rule;

	check_shape(c, item);
	rule = rule_new(c, item);
	if (!rule)
		return;
	for (const struct word *place = item->places.first; place; place = place->next)
		check_place(c, rule, item, place);
}
