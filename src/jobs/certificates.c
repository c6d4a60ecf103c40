/* SPDX-License-Identifier: Apache-2.0 */
/* certificates.c - files of certificates as records. */
#include "facts/cert.h"
#include "facts/pem.h"
#include "jobs/evaluate.h"

bool bytes_are_json(struct text bytes)
{
	if (text_starts(bytes, TEXT("\xef\xbb\xbf"))) {
		bytes.at += 3;
		bytes.length -= 3;
	}
	while (bytes.length && (bytes.at[0] == ' ' || bytes.at[0] == '\t'
	       || bytes.at[0] == '\r' || bytes.at[0] == '\n'))
		bytes.at++, bytes.length--;
	return bytes.length && (bytes.at[0] == '{' || bytes.at[0] == '[');
}

struct text certificate_trouble(struct arena *arena, uint64_t offset, const char *why)
{
	if (offset == OFFSET_NONE)
		return text_from(why);
	return arena_printf(arena, "the certificate at byte %llu can't be read: %s",
	                    (unsigned long long)offset, why);
}

struct reading {
	struct certificate_visit *visit;
	struct record *first;           /* kept back until there is a second */
	const char *foreign;            /* why the first block of another kind is none */
	bool told;                      /* something was refused */
};

static void hand_on(struct reading *reading, struct record *record, uint32_t ordinal, bool only)
{
	struct certificate_visit *visit = reading->visit;

	record->key = only ? visit->name : arena_printf(visit->arena, "%.*s#%u",
		TEXT_ARGS(visit->name), ordinal);
	record->file = visit->name;
	visit->taken++;
	visit->take(visit->user, record);
}

static bool found(struct text der, uint64_t offset, uint32_t ordinal, void *user)
{
	struct reading *reading = user;
	struct cert_result result = cert_read(reading->visit->arena, reading->visit->entity,
	                                      der, NULL);

	if (!result.record) {
	reading->visit->refuse(reading->visit->user, offset, result.why);
		return true;
	}
	result.record->offset = offset;
	if (ordinal == 1) {
		reading->first = result.record;
		return true;
	}
	if (reading->first)
		hand_on(reading, reading->first, 1, false);
	reading->first = NULL;
	hand_on(reading, result.record, ordinal, false);
	return true;
}

static bool refused(enum pem_trouble trouble, uint64_t offset, const char *why, void *user)
{
	struct reading *reading = user;

	if (trouble == PEM_FOREIGN) {
		reading->foreign = reading->foreign ? reading->foreign : why;
		return true;
	}
	reading->told = true;
	reading->visit->refuse(reading->visit->user,
	                       trouble == PEM_NOTHING ? OFFSET_NONE : offset, why);
	return true;
}

void certificates_read(struct certificate_visit *visit, struct text bytes)
{
	struct reading reading = { .visit = visit };
	struct arena scratch = { 0 };
	struct pem_visitor visitor = { .arena = &scratch, .found = found, .refused = refused,
	                               .user = &reading };

	pem_each(bytes, &visitor);
	if (reading.first)
		hand_on(&reading, reading.first, 1, true);
	/* A key beside its certificate is passed over; a file of nothing but keys is told. */
	if (visitor.found_count == 0 && !reading.told && reading.foreign)
		visit->refuse(visit->user, OFFSET_NONE, reading.foreign);
	arena_free(&scratch);
}
