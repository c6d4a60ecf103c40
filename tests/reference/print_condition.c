/* SPDX-License-Identifier: Apache-2.0 */
#include "print.h"

#include <time.h>

const char *date_text(int64_t seconds)
{
	time_t time = (time_t)seconds;
	struct tm tm;

	if (!gmtime_r(&time, &tm))
		return "?";
	return store_print("%04d-%02d-%02dT%02d:%02d:%02dZ", tm.tm_year + 1900,
	                   tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec);
}

static void print_date(struct writing *out, int64_t seconds)
{
	const char *text = date_text(seconds);

	if (seconds % 86400 == 0)
		write_text(out, "%.10s", text);
	else
		write_text(out, "%s", text);
}

static void print_duration(struct writing *out, int64_t seconds)
{
	if (seconds % 86400 == 0)
		write_text(out, "%lld %s", (long long)(seconds / 86400),
		           seconds == 86400 ? "day" : "days");
	else
		write_text(out, "%lld seconds", (long long)seconds);
}

static void print_version(struct writing *out, int64_t version)
{
	int last = MEASURE_FOURTH;

	while (last > MEASURE_SECOND && version_part(version, (enum measure)last) == 0)
		last--;
	for (int part = MEASURE_FIRST; part <= last; part++)
		write_text(out, "%s%d", part > MEASURE_FIRST ? "." : "",
		           version_part(version, (enum measure)part));
}

void print_value(struct writing *out, enum kind kind, const char *const *words,
                 const struct value *value)
{
	switch (kind) {
	case KIND_BOOL:
		write_text(out, "%s", value->number ? "yes" : "no");
		break;
	case KIND_CHOICE:
	case KIND_WORDS:
		write_text(out, "%s", words[value->number]);
		break;
	case KIND_DATE:
		print_date(out, value->number);
		break;
	case KIND_DURATION:
		print_duration(out, value->number);
		break;
	case KIND_VERSION:
		print_version(out, value->number);
		break;
	case KIND_INTEGER:
		write_text(out, "%lld", (long long)value->number);
		break;
	case KIND_TEXT:
	case KIND_TEXTS:
	case KIND_TEXT_LIST:
	case KIND_REFERENCE:
	case KIND_LIST:
		write_text(out, "\"%s\"", value->text);
		break;
	}
}

static void print_fact(struct writing *out, const struct operand *operand)
{
	static const char *const before[] = { "", "count ", "length ", "", "", "", "" };
	static const char *const after[] = { "", "", "", ".first", ".second", ".third",
	                                     ".fourth" };

	write_text(out, "%s%s%s", before[operand->measure], path_text(&operand->path),
	           after[operand->measure]);
}

/* `like` is the other side of the comparison: it says how a value reads. */
static void print_operand(struct writing *out, const struct operand *operand,
                          const struct operand *like)
{
	int64_t shift = operand->shift;

	switch (operand->kind) {
	case OPERAND_FACT:
		print_fact(out, operand);
		break;
	case OPERAND_NOW:
		write_text(out, "now");
		break;
	case OPERAND_PARAMETER:
		write_text(out, "%s", operand->parameter->name);
		break;
	case OPERAND_VALUE:
		if (like->kind == OPERAND_PARAMETER)
			print_value(out, like->parameter->kind, like->parameter->words,
			            &operand->value);
		else if (like->measure != MEASURE_WHOLE)
			print_value(out, KIND_INTEGER, NULL, &operand->value);
		else
			print_value(out, path_end(&like->path)->kind,
			            path_end(&like->path)->words, &operand->value);
		break;
	}
	if (shift == 0)
		return;
	write_text(out, shift < 0 ? " - " : " + ");
	print_duration(out, shift < 0 ? -shift : shift);
}

static void print_values(struct writing *out, const struct condition *condition)
{
	const struct fact *fact = path_end(&condition->left.path);
	enum kind kind = condition->left.measure == MEASURE_WHOLE ? fact->kind : KIND_INTEGER;

	for (int i = 0; i < condition->value_count; i++) {
		write_text(out, "%s", i ? ", " : "");
		print_value(out, kind, fact->words, &condition->values[i]);
	}
}

static void print_inner(struct writing *out, const struct condition *condition,
                        enum condition_kind outer)
{
	bool bare = condition->kind == outer && outer != CONDITION_NOT;
	bool joined = condition->kind == CONDITION_AND || condition->kind == CONDITION_OR ||
	              condition->kind == CONDITION_NOT || condition->kind == CONDITION_IN;

	if (bare || !joined) {
		print_condition(out, condition);
		return;
	}
	write_text(out, "(");
	print_condition(out, condition);
	write_text(out, ")");
}

static void print_joined(struct writing *out, const struct condition *condition)
{
	if (condition->kind == CONDITION_NOT) {
		write_text(out, "not ");
		print_inner(out, condition->first, CONDITION_NOT);
		return;
	}
	print_inner(out, condition->first, condition->kind);
	write_text(out, condition->kind == CONDITION_AND ? " and " : " or ");
	print_inner(out, condition->second, condition->kind);
}

static void print_body(struct writing *out, const char *before,
                       const struct condition *condition)
{
	write_text(out, " %s (", before);
	print_condition(out, condition);
	write_text(out, ")");
}

static void print_aggregate(struct writing *out, const struct condition *condition)
{
	const char *entity = condition->entity->name;

	if (condition->kind == CONDITION_ANY)
		write_text(out, "any %s", entity);
	else if (condition->kind == CONDITION_NO)
		write_text(out, "no %s", entity);
	else if (condition->kind == CONDITION_ALL)
		write_text(out, "all %s", entity);
	else if (condition->kind == CONDITION_COUNT)
		write_text(out, "count %s", entity);
	else
		write_text(out, "at least %lld percent of %s", (long long)condition->number,
		           entity);
	print_body(out, "where", condition->first);
	if (condition->second)
		print_body(out, "have", condition->second);
	if (condition->kind == CONDITION_COUNT)
		write_text(out, " %s %lld", comparison_text(condition->comparison),
		           (long long)condition->number);
}

static void print_quantifier(struct writing *out, const struct condition *condition)
{
	write_text(out, "%s %s in ", condition->kind == CONDITION_EVERY ? "every" : "some",
	           condition->variable);
	print_fact(out, &condition->left);
	print_body(out, "has", condition->first);
}

static void print_classes(struct writing *out, int64_t set)
{
	const char *before = " made of ";

	for (int class = 0; class_text(class); class++) {
		if (!(set >> class & 1))
			continue;
		write_text(out, "%s%s", before, class_text(class));
		before = ", ";
	}
}

static void print_test(struct writing *out, const struct condition *condition)
{
	static const char *const words[] = {
		[CONDITION_IN] = " in ", [CONDITION_IN_LIST] = " in ",
		[CONDITION_INCLUDES] = " includes ", [CONDITION_EXCLUDES] = " excludes ",
		[CONDITION_STARTS] = " starts with ", [CONDITION_ENDS] = " ends with ",
		[CONDITION_CONTAINS] = " contains ", [CONDITION_FOLDED] = " equals ",
		[CONDITION_MATCHES] = " matches ", [CONDITION_PRESENT] = " is present",
		[CONDITION_ABSENT] = " is absent", [CONDITION_TRUTH] = ""
	};

	print_fact(out, &condition->left);
	if (condition->kind == CONDITION_MADE) {
		print_classes(out, condition->number);
		return;
	}
	write_text(out, "%s", words[condition->kind]);
	if (condition->kind == CONDITION_IN_LIST || condition_is_alike(condition))
		print_fact(out, &condition->right);
	else
		print_values(out, condition);
	if (condition->kind == CONDITION_FOLDED)
		write_text(out, " ignoring case");
}

void print_condition(struct writing *out, const struct condition *condition)
{
	switch ((int)condition->kind) {
	case CONDITION_PARAMETER:
		write_text(out, "%s", condition->parameter->name);
		break;
	case CONDITION_DEFINITION:
		write_text(out, "%s", condition->definition->name);
		break;
	case CONDITION_COMPARE:
		print_operand(out, &condition->left, &condition->right);
		write_text(out, " %s ", comparison_text(condition->comparison));
		print_operand(out, &condition->right, &condition->left);
		break;
	case CONDITION_EVERY:
	case CONDITION_SOME:
		print_quantifier(out, condition);
		break;
	case CONDITION_ANY:
	case CONDITION_NO:
	case CONDITION_ALL:
	case CONDITION_COUNT:
	case CONDITION_SHARE:
		print_aggregate(out, condition);
		break;
	case CONDITION_NOT:
	case CONDITION_AND:
	case CONDITION_OR:
		print_joined(out, condition);
		break;
	default:
		print_test(out, condition);
	}
}
