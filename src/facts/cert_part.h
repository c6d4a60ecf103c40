/* SPDX-License-Identifier: Apache-2.0 */
/* cert_part.h - what the readers of a certificate's facts share; for cert*.c only.
 *
 * There is one reader for each FACT of model/certificate.def, named by it. A
 * reader never fails: it gives a value in the right state.
 */
#ifndef FACTS_CERT_PART_H
#define FACTS_CERT_PART_H

#include "facts/der.h"
#include "model/certificate.h"
#include "model/record.h"

/* The parts of a certificate in their order (RFC 5280 4.1). */
enum cert_part {
	PART_VERSION,
	PART_SERIAL,
	PART_SIGNATURE,                 /* the algorithm named inside what is signed */
	PART_ISSUER,
	PART_VALIDITY,
	PART_SUBJECT,
	PART_KEY,
	PART_ISSUER_UNIQUE,
	PART_SUBJECT_UNIQUE,
	PART_EXTENSIONS,
	PART_ALGORITHM,                 /* the algorithm named outside */
	PART_VALUE,
	PART_COUNT
};

/* The extensions that facts come from. */
enum cert_extension {
	EXTENSION_SUBJECT_KEY,
	EXTENSION_KEY_USAGE,
	EXTENSION_ALTERNATIVE_NAMES,
	EXTENSION_BASIC,
	EXTENSION_AUTHORITY_KEY,
	EXTENSION_EXTENDED_USAGE,
	EXTENSION_CRL_POINTS,
	EXTENSION_POLICIES,
	EXTENSION_AUTHORITY_ACCESS,
	EXTENSION_TEMPLATE_NAME,
	EXTENSION_TEMPLATE,
	EXTENSION_APPLICATION_POLICIES,
	EXTENSION_COUNT
};

struct cert {
	struct arena *arena;
	struct text der;
	struct der_item parts[PART_COUNT];      /* not reached or not there: start is NULL */
	const char *flaws[PART_COUNT];          /* why it was not reached */
	bool request;                           /* what is absent, its issuer may add */
	bool extensions_read;
	const char *extensions_flaw;            /* why they can't be listed */
	uint32_t extension_counts[EXTENSION_COUNT];
	struct text extensions[EXTENSION_COUNT];
};

#define FACT(id, spelling, type, element, flags, unit, documentation) \
	struct value cert_fact_##id(struct cert *cert);
#define CONTAINER_FACT(id, spelling, type, element, flags, unit, documentation)
#include "model/certificate.def"

/* Read the wanted facts into the record; `wanted` may be NULL. */
void cert_read_facts(struct cert *cert, struct record *record, const uint64_t *wanted);

/* The same value; where it is undecodable but OpenSSL decodes what it stands in, the reason ends with
 * that. Facts that follow from others, and the version, stay as they are. */
struct value cert_second_verdict(struct cert *cert, enum certificate_fact fact,
                                 struct value value);

/* An undecodable value; the reason is static or made in the certificate's arena. */
struct value cert_undecodable(const char *why);
struct value cert_undecodable_at(struct cert *cert, const char *what,
                                 const char *why);

static inline struct value cert_absent(void)
{
	return value_in_state(STATE_ABSENT, NULL);
}

/* The members of a set of texts or identifiers, as they are found. */
struct cert_items {
	struct value *items;
	uint32_t count, capacity;
};

/* False when there would be more than MODEL_MAX_LIST. */
bool cert_items_add(struct cert *cert, struct cert_items *items,
                    struct value value);
struct value cert_items_value(struct cert *cert,
                              const struct cert_items *items);

#endif
