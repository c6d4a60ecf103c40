/* SPDX-License-Identifier: Apache-2.0 */
/* pkcs12_part.h - what the modules that read PKCS #12 share; for pkcs12*.c only. */
#ifndef FORMS_PKCS12_PART_H
#define FORMS_PKCS12_PART_H

#include <openssl/pkcs12.h>

#include "base/arena.h"
#include "forms/container.h"
#include "forms/pbe.h"

enum { PKCS12_MAX_BAGS = 1 << 16, PKCS12_MAX_NESTING = 4, PKCS12_MAX_PASSWORDS = 16 };

/* A certificate or key, and what stands on it. Texts are in the arena. */
struct pkcs12_bag {
	struct text der;                /* of a certificate */
	const PKCS12_SAFEBAG *source;   /* of a key */
	struct container container;
	struct text key_id;             /* localKeyId; NULL where there is none */
	struct pkcs12_bag *mate;        /* the key of a certificate, and the reverse */
};

struct pkcs12_bags {
	struct pkcs12_bag *all;
	uint32_t count, capacity;
};

struct pkcs12 {
	struct arena *arena;
	struct pkcs12_bags certificates, keys;
	uint32_t bag_count;
	STACK_OF(PKCS7) *safes;
	STACK_OF(PKCS12_SAFEBAG) **opened;      /* to be freed */
	uint32_t opened_count, opened_capacity;
	struct pbe_means means;
	bool has_password;
	const char *password;           /* NULL is another one than "" */
	int password_length;
	const char *sealed;             /* why a part could not be opened; static */
};

/* Sort the bags of one opened part into certificates and keys. */
void pkcs12_sort(struct pkcs12 *pkcs12, const STACK_OF(PKCS12_SAFEBAG) *bags, uint32_t depth);

/* Which key is whose. */
void pkcs12_match(struct pkcs12 *pkcs12);

#endif
