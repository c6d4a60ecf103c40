/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/named.h"

#include "facts/fingerprint.h"
#include "facts/show.h"
#include "model/certificate.h"

enum inventory_source named_kind(struct text text)
{
	struct fingerprint fingerprint;

	if (text_starts(text, TEXT("-----BEGIN ")))
		return INVENTORY_INLINE;
	if (text_starts(text, TEXT("sha1:")) || text_starts(text, TEXT("sha256:"))
	    || fingerprint_parse(text, &fingerprint))
		return INVENTORY_FINGERPRINT;
	return INVENTORY_PATH;
}

/* What names it is known. */
static void set_fingerprint(struct record *record, const struct inventory_wanted *wanted)
{
	struct fingerprint fingerprint;
	enum certificate_fact fact;
	struct text text;
	uint32_t name;

	if (!fingerprint_parse(wanted->source, &fingerprint))
		return;
	text = fingerprint_text(&fingerprint, wanted->arena);
	record->key = text;
	fact = fingerprint.length == FINGERPRINT_SHA1 ? CERTIFICATE_SHA1 : CERTIFICATE_SHA256;
	name = text.length - 2 * fingerprint.length;
	record->values[fact] = value_text(TYPE_TEXT, (struct text){ text.at + name,
		text.length - name });
}

struct text named_missing(struct record *record, const struct inventory_wanted *wanted)
{
	struct arena *arena = wanted->arena;
	struct text why = arena_text(arena, text_from(wanted->why)), shown;

	if (wanted->kind != INVENTORY_INLINE) {
		shown = show_text(wanted->source, arena);
		why = arena_printf(arena, "%.*s: %.*s", TEXT_ARGS(shown), TEXT_ARGS(why));
		record->key = wanted->source;
	}
	if (wanted->kind == INVENTORY_FINGERPRINT)
		set_fingerprint(record, wanted);
	for (uint32_t i = 0; i < record->entity->fact_count; i++)
		if (record->values[i].state == STATE_MISSING)
			record->values[i].as.text = why.at;
	return why;
}
