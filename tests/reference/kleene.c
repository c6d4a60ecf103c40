/* SPDX-License-Identifier: Apache-2.0 */
#include "kleene.h"

#include <string.h>

struct reading read_place(const struct scene *scene, const struct record *root,
                          const struct place *place)
{
	struct reading reading = { .record = root };

	if (place->context)
		reading.record = scene_single(scene, place->context);
	for (int i = 0; i < place->length; i++) {
		const struct cell *cell;

		reading.known = i;
		cell = &reading.record->cells[fact_index(reading.record->entity,
		                                         place->steps[i])];
		reading.state = cell->state;
		reading.value = &cell->value;
		if (i == place->length - 1)
			return reading;
		if (cell->state == STATE_PRESENT)
			reading.record = scene_find(scene, place->steps[i]->target,
			                            cell->value.text);
		if (cell->state != STATE_PRESENT || !reading.record) {
			reading.record = NULL;
			reading.beyond = cell->state != STATE_ABSENT;
			if (cell->state == STATE_PRESENT)
				reading.state = STATE_MISSING;
			return reading;
		}
	}
	return reading;
}

const char *reading_name(const struct place *place, const struct reading *reading)
{
	struct path path = { .start = place->context ? FROM_CONTEXT : FROM_RECORD,
	                     .context = place->context };

	for (int i = 0; i <= reading->known && i < MAX_STEPS; i++)
		path.steps[path.length++] = place->steps[i];
	return path_text(&path);
}

bool names_have(const struct names *names, const char *name)
{
	for (int i = 0; i < names->count; i++)
		if (strcmp(names->at[i], name) == 0)
			return true;
	return false;
}

void names_add(struct names *names, const char *name)
{
	if (names->count < MAX_NAMES && !names_have(names, name))
		names->at[names->count++] = name;
}

struct bound_variable {
	const struct condition *quantifier;
	const struct record *record;            /* NULL: the element is not known */
	struct value text;                      /* where the element is a text */
	const char *list;                       /* name of the list */
	const struct bound_variable *outer;
};

struct frame {
	const struct scene *scene;
	const struct record *root;
	const struct place *record;
	struct names *names;
	bool *good;                             /* one of the names is no bad fact */
};

static enum truth decide(const struct frame *frame, const struct bound_variable *variables,
                         const struct condition *condition);

static void note_unknown(const struct frame *frame, const char *name, enum state state)
{
	names_add(frame->names, name);
	if (!state_is_bad(state))
		*frame->good = true;
}

static struct reading read_variable(const struct frame *frame,
                                    const struct bound_variable *variables,
                                    const struct path *path)
{
	struct reading reading = { .state = STATE_MISSING };
	struct place place = { .length = path->length };

	while (variables->quantifier != path->variable)
		variables = variables->outer;
	if (path->variable->element)
		return (struct reading){ .state = STATE_PRESENT, .value = &variables->text };
	for (int i = 0; i < path->length; i++)
		place.steps[i] = path->steps[i];
	if (variables->record)
		reading = read_place(frame->scene, variables->record, &place);
	if (!state_is_known(reading.state))
		note_unknown(frame, store_print("%s.%s", variables->list,
		                                reading_name(&place, &reading)),
		             reading.state);
	return reading;
}

static struct reading read_path(const struct frame *frame,
                                const struct bound_variable *variables,
                                const struct path *path)
{
	struct place place;
	struct reading reading;

	if (path->start == FROM_VARIABLE)
		return read_variable(frame, variables, path);
	place = place_of(frame->record, path);
	reading = read_place(frame->scene, frame->root, &place);
	if (!state_is_known(reading.state))
		note_unknown(frame, reading_name(&place, &reading), reading.state);
	return reading;
}

static enum truth truth_of(bool yes)
{
	return yes ? TRUTH_YES : TRUTH_NO;
}

static enum truth truth_not(enum truth truth)
{
	return truth == TRUTH_UNKNOWN ? truth : truth_of(truth == TRUTH_NO);
}

static enum truth truth_and(enum truth a, enum truth b)
{
	if (a == TRUTH_NO || b == TRUTH_NO)
		return TRUTH_NO;
	return a == TRUTH_UNKNOWN || b == TRUTH_UNKNOWN ? TRUTH_UNKNOWN : TRUTH_YES;
}

static int64_t measured(enum measure measure, const struct fact *fact,
                        const struct value *value)
{
	switch (measure) {
	case MEASURE_WHOLE:
		break;
	case MEASURE_COUNT:
		return value->count;
	case MEASURE_LENGTH:
		return text_length(value->text);
	case MEASURE_FIRST:
	case MEASURE_SECOND:
	case MEASURE_THIRD:
	case MEASURE_FOURTH:
		return version_part(value->number, measure);
	}
	return fact->kind == KIND_TEXT ? 0 : value->number;
}

/* Less, equal or greater than 0, as for numbers; texts are only equal or not. */
static bool compare_values(const struct condition *condition, const struct value *left,
                           const struct value *right)
{
	const struct operand *a = &condition->left, *b = &condition->right;
	const struct fact *fact = path_end(&a->path);

	if (fact->kind == KIND_TEXT && a->measure == MEASURE_WHOLE)
		return compare_numbers(strcmp(left->text, right->text) != 0,
		                       condition->comparison, 0);
	return compare_numbers(measured(a->measure, fact, left) + a->shift,
	                       condition->comparison,
	                       b->kind == OPERAND_FACT ?
	                       measured(b->measure, path_end(&b->path), right) + b->shift :
	                       right->number + b->shift);
}

static enum truth decide_compare(const struct frame *frame,
                                 const struct bound_variable *variables,
                                 const struct condition *condition)
{
	const struct operand *right = &condition->right;
	struct value now = { .number = frame->scene->now };
	struct reading left, other = { .state = STATE_PRESENT, .value = &right->value };

	if (condition->left.kind == OPERAND_PARAMETER)
		return truth_of(compare_numbers(condition->left.parameter->value.number,
		                                condition->comparison,
		                                right->value.number));
	left = read_path(frame, variables, &condition->left.path);
	if (right->kind == OPERAND_FACT)
		other = read_path(frame, variables, &right->path);
	if (right->kind == OPERAND_PARAMETER)
		other.value = &right->parameter->value;
	if (right->kind == OPERAND_NOW)
		other.value = &now;
	if (left.state == STATE_ABSENT || other.state == STATE_ABSENT)
		return TRUTH_NO;
	if (left.state != STATE_PRESENT || other.state != STATE_PRESENT)
		return TRUTH_UNKNOWN;
	return truth_of(compare_values(condition, left.value, other.value));
}

static bool has_item(const struct value *list, const char *text)
{
	for (int i = 0; i < list->count; i++)
		if (strcmp(list->items[i], text) == 0)
			return true;
	return false;
}

static bool value_passes(const struct condition *condition, const struct fact *fact,
                         const struct value *value)
{
	const struct value *wanted = &condition->values[0];

	switch ((int)condition->kind) {
	case CONDITION_TRUTH:
		return value->number != 0;
	case CONDITION_IN:
		for (int i = 0; i < condition->value_count; i++)
			if (fact->kind == KIND_TEXT ?
			    strcmp(value->text, condition->values[i].text) == 0 :
			    measured(condition->left.measure, fact, value) ==
			    condition->values[i].number)
				return true;
		return false;
	case CONDITION_INCLUDES:
	case CONDITION_EXCLUDES:
		return (fact->kind == KIND_WORDS ? value->number >> wanted->number & 1 :
		        has_item(value, wanted->text)) ==
		       (condition->kind == CONDITION_INCLUDES);
	default:
		return text_passes(condition, value->text);
	}
}

static enum truth decide_test(const struct frame *frame,
                              const struct bound_variable *variables,
                              const struct condition *condition)
{
	struct reading reading = read_path(frame, variables, &condition->left.path);

	if (reading.state == STATE_ABSENT)
		return TRUTH_NO;
	if (reading.state != STATE_PRESENT)
		return TRUTH_UNKNOWN;
	return truth_of(value_passes(condition, path_end(&condition->left.path),
	                             reading.value));
}

/* A test of one text by another. */
static enum truth decide_alike(const struct frame *frame,
                               const struct bound_variable *variables,
                               const struct condition *condition)
{
	struct reading text = read_path(frame, variables, &condition->left.path);
	struct reading with = read_path(frame, variables, &condition->right.path);
	struct condition test = { .kind = condition->kind };

	if (text.state == STATE_ABSENT || with.state == STATE_ABSENT)
		return TRUTH_NO;
	if (text.state != STATE_PRESENT || with.state != STATE_PRESENT)
		return TRUTH_UNKNOWN;
	test.values[0] = *with.value;
	return truth_of(text_passes(&test, text.value->text));
}

static enum truth decide_in_list(const struct frame *frame,
                                 const struct bound_variable *variables,
                                 const struct condition *condition)
{
	struct reading text = read_path(frame, variables, &condition->left.path);
	struct reading list = read_path(frame, variables, &condition->right.path);

	if (list.state == STATE_ABSENT || text.state == STATE_ABSENT)
		return TRUTH_NO;
	if (list.state == STATE_PRESENT && list.value->count == 0)
		return TRUTH_NO;
	if (list.state != STATE_PRESENT || text.state != STATE_PRESENT)
		return TRUTH_UNKNOWN;
	return truth_of(has_item(list.value, text.value->text));
}

static enum truth decide_presence(const struct frame *frame,
                                  const struct bound_variable *variables,
                                  const struct condition *condition)
{
	struct reading reading = read_path(frame, variables, &condition->left.path);

	if (!reading.beyond && (reading.state == STATE_UNDECODABLE ||
	                        reading.state == STATE_DUPLICATE))
		return truth_of(condition->kind == CONDITION_PRESENT);
	if (!state_is_known(reading.state))
		return TRUTH_UNKNOWN;
	return truth_of((reading.state == STATE_PRESENT) ==
	                (condition->kind == CONDITION_PRESENT));
}

static const char *list_name(const struct frame *frame,
                             const struct bound_variable *variables,
                             const struct path *path)
{
	struct place place;
	struct reading whole = { 0 };

	if (path->start == FROM_VARIABLE) {
		place = (struct place){ .length = path->length };
		for (int i = 0; i < path->length; i++)
			place.steps[i] = path->steps[i];
		whole.known = place.length - 1;
		while (variables->quantifier != path->variable)
			variables = variables->outer;
		return store_print("%s.%s", variables->list, reading_name(&place, &whole));
	}
	place = place_of(frame->record, path);
	whole.known = place.length - 1;
	return reading_name(&place, &whole);
}

static enum truth decide_quantifier(const struct frame *frame,
                                    const struct bound_variable *variables,
                                    const struct condition *condition)
{
	struct reading list = read_path(frame, variables, &condition->left.path);
	struct bound_variable variable = { .quantifier = condition, .outer = variables };
	bool every = condition->kind == CONDITION_EVERY;
	enum truth all = TRUTH_YES;

	if (list.state == STATE_ABSENT)
		return TRUTH_NO;
	if (list.state != STATE_PRESENT)
		return TRUTH_UNKNOWN;
	variable.list = list_name(frame, variables, &condition->left.path);
	for (int i = 0; i < list.value->count; i++) {
		enum truth truth;

		variable.text.text = list.value->items[i];
		if (!condition->element)
			variable.record = scene_find(frame->scene, condition->entity,
			                             list.value->items[i]);
		truth = decide(frame, &variable, condition->first);
		all = truth_and(all, every ? truth : truth_not(truth));
	}
	return every ? all : truth_not(all);
}

static enum truth decide_joined(const struct frame *frame,
                                const struct bound_variable *variables,
                                const struct condition *condition)
{
	enum truth first = decide(frame, variables, condition->first), second;

	if (condition->kind == CONDITION_NOT)
		return truth_not(first);
	second = decide(frame, variables, condition->second);
	if (condition->kind == CONDITION_AND)
		return truth_and(first, second);
	return truth_not(truth_and(truth_not(first), truth_not(second)));
}

static enum truth decide(const struct frame *frame, const struct bound_variable *variables,
                         const struct condition *condition)
{
	switch ((int)condition->kind) {
	case CONDITION_PARAMETER:
		return truth_of(condition->parameter->value.number != 0);
	case CONDITION_DEFINITION:
		return decide(frame, variables, condition->definition->condition);
	case CONDITION_COMPARE:
		return decide_compare(frame, variables, condition);
	case CONDITION_IN_LIST:
		return decide_in_list(frame, variables, condition);
	case CONDITION_PRESENT:
	case CONDITION_ABSENT:
		return decide_presence(frame, variables, condition);
	case CONDITION_EVERY:
	case CONDITION_SOME:
		return decide_quantifier(frame, variables, condition);
	case CONDITION_NOT:
	case CONDITION_AND:
	case CONDITION_OR:
		return decide_joined(frame, variables, condition);
	default:
		if (condition_is_alike(condition))
			return decide_alike(frame, variables, condition);
		return decide_test(frame, variables, condition);
	}
}

struct verdict_of_atom decide_atom(const struct scene *scene, const struct record *root,
                                   const struct place *record,
                                   const struct condition *condition)
{
	struct verdict_of_atom verdict = { .truth = TRUTH_UNKNOWN };
	bool good = false;
	struct frame frame = { scene, root, record, &verdict.names, &good };

	verdict.truth = decide(&frame, NULL, condition);
	verdict.bad = !good && verdict.names.count > 0;
	return verdict;
}
