/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/names.h"

enum { SHOWN = 8, LONGEST = 64, SHORTEST_PREFIX = 3 };

static struct text choice_at(const void *of, uint32_t index)
{
	return ((const struct fact *)of)->choices[index].name;
}

static struct text fact_at(const void *of, uint32_t index)
{
	const struct fact *fact = &((const struct entity *)of)->facts[index];

	return fact->flags & FACT_HIDDEN ? TEXT("") : fact->name;
}

static struct text entity_at(const void *of, uint32_t index)
{
	return ((const struct model *)of)->entities[index]->name;
}

struct names names_of_choices(const struct fact *fact)
{
	return (struct names){ choice_at, fact, fact->choice_count };
}

struct names names_of_facts(const struct entity *entity)
{
	return (struct names){ fact_at, entity, entity->fact_count };
}

struct names names_of_entities(const struct model *model)
{
	return (struct names){ entity_at, model, model->entity_count };
}

static char fold(char c)
{
	if (c >= 'A' && c <= 'Z')
		return (char)(c + ('a' - 'A'));
	return c == '_' || c == ' ' ? '-' : c;
}

/* Bytes that both begin with, folded. */
static uint32_t common(struct text a, struct text b)
{
	uint32_t i = 0;

	while (i < a.length && i < b.length && fold(a.at[i]) == fold(b.at[i]))
		i++;
	return i;
}

static struct text after(struct text a, uint32_t from)
{
	return (struct text){ a.at + from, a.length - from };
}

static bool same_after(struct text a, uint32_t i, struct text b, uint32_t j)
{
	return i <= a.length && j <= b.length
	    && a.length - i == b.length - j
	    && common(after(a, i), after(b, j)) == a.length - i;
}

static bool is_near(struct text a, struct text b)
{
	uint32_t i = common(a, b);

	if (i >= SHORTEST_PREFIX && (i == a.length || i == b.length))
		return true;
	if (same_after(a, i, b, i))
		return true;
	if (a.length < 2 || b.length < 2)
		return false;
	if (same_after(a, i + 2, b, i + 2) && fold(a.at[i]) == fold(b.at[i + 1])
	    && fold(a.at[i + 1]) == fold(b.at[i]))
		return true;
	return same_after(a, i + 1, b, i) || same_after(a, i, b, i + 1)
	    || same_after(a, i + 1, b, i + 1);
}

/* The one nearest by what both begin with; empty if none is near. */
static struct text nearest(struct names names, struct text wanted)
{
	struct text best = TEXT("");
	uint32_t best_common = 0;

	if (wanted.length > LONGEST)
		return best;
	for (uint32_t i = 0; i < names.count; i++) {
		struct text name = names.at(names.of, i);

		if (name.length == 0 || !is_near(name, wanted))
			continue;
		if (best.length == 0 || common(name, wanted) > best_common) {
			best = name;
			best_common = common(name, wanted);
		}
	}
	return best;
}

static struct text list_names(struct names names, struct arena *arena)
{
	char list[SHOWN * (LONGEST + 2)];
	uint32_t length = 0, shown = 0, rest = 0;

	for (uint32_t i = 0; i < names.count; i++) {
		struct text name = names.at(names.of, i);

		if (name.length == 0)
			continue;
		if (shown == SHOWN || name.length > LONGEST) {
			rest++;
			continue;
		}
		if (shown++ > 0) {
			memcpy(list + length, ", ", 2);
			length += 2;
		}
		memcpy(list + length, name.at, name.length);
		length += name.length;
	}
	if (shown == 0)
		return TEXT("");
	if (rest > 0)
		return arena_printf(arena, "; known: %.*s and %u more",
		                    (int)length, list, rest);
	return arena_printf(arena, "; known: %.*s", (int)length, list);
}

struct text names_advice(struct names names, struct text wanted,
                         struct arena *arena)
{
	struct text best = nearest(names, wanted);

	if (best.length > 0)
		return arena_printf(arena, "; did you mean `%.*s`?",
		                    TEXT_ARGS(best));
	return list_names(names, arena);
}
