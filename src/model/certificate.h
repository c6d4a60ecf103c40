/* SPDX-License-Identifier: Apache-2.0 */
/* certificate.h - the built-in entity `certificate`: its slots and its words.
 *
 * All of it comes from certificate.def. Slots are the numbers of enum
 * certificate_fact in every model.
 */
#ifndef MODEL_CERTIFICATE_H
#define MODEL_CERTIFICATE_H

#include "model/entity.h"

enum certificate_fact {
#define FACT(id, spelling, type, element, flags, unit, documentation) CERTIFICATE_##id,
#include "model/certificate.def"
	CERTIFICATE_FACT_COUNT
};

/* Words of key.algorithm. */
enum certificate_key {
#define KEY_ALGORITHM(id, word, label) CERTIFICATE_KEY_IS_##id,
#include "model/certificate.def"
	CERTIFICATE_KEY_COUNT
};

/* Words of signature.digest. */
enum certificate_digest {
#define DIGEST(id, word, label) CERTIFICATE_DIGEST_IS_##id,
#include "model/certificate.def"
	CERTIFICATE_DIGEST_COUNT
};

/* Words of key-usage: the bits of its mask. */
enum certificate_usage {
#define KEY_USAGE(id, word, label) CERTIFICATE_USAGE_IS_##id,
#include "model/certificate.def"
	CERTIFICATE_USAGE_COUNT
};

/* Words of subject-string-types and issuer-string-types: the bits of their masks. */
enum certificate_string {
#define STRING_KIND(id, word, label) CERTIFICATE_STRING_IS_##id,
#include "model/certificate.def"
	CERTIFICATE_STRING_COUNT
};

/* Words of key.provider-kind. */
enum certificate_provider {
#define PROVIDER_KIND(id, word, label) CERTIFICATE_PROVIDER_IS_##id,
#include "model/certificate.def"
	CERTIFICATE_PROVIDER_COUNT
};

/* Words of protection. */
enum certificate_protection {
#define PROTECTION(id, word, label) CERTIFICATE_PROTECTION_IS_##id,
#include "model/certificate.def"
	CERTIFICATE_PROTECTION_COUNT
};

/* A mask of wanted facts is this many numbers; fact n is bit n % 64 of number n / 64. */
enum { CERTIFICATE_MASK = (CERTIFICATE_FACT_COUNT + 63) / 64 };

/* The entity, in the arena; `index` is for the model to set. */
struct entity *certificate_entity_new(struct arena *arena);

#endif
