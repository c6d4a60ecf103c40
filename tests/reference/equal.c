/* SPDX-License-Identifier: Apache-2.0 */
/* Conditions that say the same. */
#include <string.h>

#include "policy.h"
#include "store.h"

/* Quantifiers that stand for one another, the innermost first. */
struct pairs {
	const struct condition *a, *b;
	const struct pairs *outer;
	const struct entity *about;             /* whose one record it is about; or NULL */
};

static bool equal(const struct condition *a, const struct condition *b,
                  const struct pairs *pairs);

static bool same_variable(const struct condition *a, const struct condition *b,
                          const struct pairs *pairs)
{
	for (; pairs; pairs = pairs->outer)
		if (pairs->a == a || pairs->b == b)
			return pairs->a == a && pairs->b == b;
	return a == b;
}

/* `site.version` on the site is `version`. */
static struct path own_path(const struct path *path, const struct entity *about)
{
	struct path own = *path;

	if (about && own.start == FROM_CONTEXT && own.context == about) {
		own.start = FROM_RECORD;
		own.context = NULL;
	}
	return own;
}

static bool same_path(const struct path *left, const struct path *right, const struct pairs *pairs)
{
	struct path one = own_path(left, pairs->about), other = own_path(right, pairs->about);
	const struct path *a = &one, *b = &other;

	if (!same_variable(a->variable, b->variable, pairs))
		return false;
	if (a->variable && a->variable->element)
		return true;
	other.variable = a->variable;
	return path_equal(a, &other);
}

static bool same_value(const struct value *a, const struct value *b)
{
	if (a->number != b->number || (a->text == NULL) != (b->text == NULL))
		return false;
	return !a->text || strcmp(a->text, b->text) == 0;
}

static bool same_operand(const struct operand *a, const struct operand *b,
                         const struct pairs *pairs)
{
	return a->kind == b->kind && a->measure == b->measure && a->shift == b->shift &&
	       same_value(&a->value, &b->value) && same_path(&a->path, &b->path, pairs);
}

static bool same_values(const struct condition *a, const struct condition *b)
{
	if (a->value_count != b->value_count)
		return false;
	for (int i = 0; i < a->value_count; i++)
		if (!same_value(&a->values[i], &b->values[i]))
			return false;
	return true;
}

static bool equal(const struct condition *a, const struct condition *b,
                  const struct pairs *pairs)
{
	struct pairs inner;

	if (!a || !b)
		return a == b;
	inner = (struct pairs){ a->origin, b->origin, pairs, pairs->about };
	return a->kind == b->kind && a->comparison == b->comparison &&
	       (a->kind == CONDITION_MADE ? classes_equal(a->number, b->number) :
	        a->number == b->number) && a->entity == b->entity &&
	       !a->element == !b->element && same_values(a, b) &&
	       same_operand(&a->left, &b->left, pairs) &&
	       same_operand(&a->right, &b->right, pairs) &&
	       equal(a->first, b->first, &inner) && equal(a->second, b->second, &inner);
}

bool condition_equal(const struct condition *a, const struct condition *b,
                     const struct entity *about)
{
	size_t mark = store_mark();
	struct pairs none = { .about = about };
	bool same = a && b ? equal(condition_canonical(a), condition_canonical(b), &none) : a == b;

	store_release(mark);
	return same;
}
