/* SPDX-License-Identifier: Apache-2.0 */
/* template.c - messages with {paths} in them. They can't fail: a fact that is not known prints as such. */
#include "lang/checker.h"

static struct piece *piece_add(struct checker *c, struct piece ***place, struct text text)
{
	struct piece *piece = arena_alloc(c->arena, sizeof *piece);

	piece->text = text;
	**place = piece;
	*place = &piece->next;
	return piece;
}

static void piece_path(struct scope *scope, struct piece *piece, struct text name, struct span at)
{
	enum function function;

	if (text_equal(name, TEXT("witnesses"))) {
		piece->is_witnesses = true;
	} else if (scope_find_path(scope, name, &piece->path, &function) && !function) {
		piece->has_path = true;
	} else {
		scope_say_unknown(scope, name, at);
	}
}

struct piece *template_parse(struct scope *scope, struct word text)
{
	struct piece *first = NULL, **place = &first;
	const char *at = text.text.at, *end = at + text.text.length, *from = at;
	struct piece *piece;

	for (; at < end; at++) {
		const char *close;

		if (*at != '{')
			continue;
		if (at + 1 < end && at[1] == '{') {
			piece_add(scope->c, &place, (struct text){ from, (uint32_t)(at + 1 - from) });
			from = ++at + 1;
			continue;
		}
		close = memchr(at, '}', (size_t)(end - at));
		if (!close) {
			diag_say(scope->c->diags, MSG_E0407, text.at);
			break;
		}
		piece = piece_add(scope->c, &place, (struct text){ from, (uint32_t)(at - from) });
		piece_path(scope, piece, text_trim((struct text){ at + 1, (uint32_t)(close - at - 1) }),
		           text.at);
		at = close;
		from = close + 1;
	}
	if (from < end)
		piece_add(scope->c, &place, (struct text){ from, (uint32_t)(end - from) });
	return first;
}
