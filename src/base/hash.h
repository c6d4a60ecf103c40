/* SPDX-License-Identifier: Apache-2.0 */
/* hash.h - hashing text that an enemy may have chosen. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "base/text.h"

struct hash_key {
	uint64_t half[2];
};

/* A key that nobody outside the process can know; never all zero. If the system has no random
 * bytes to give, it is made of addresses. */
struct hash_key hash_key_new(void);

/* SipHash-2-4 (Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012). */
uint64_t hash_text(struct hash_key key, struct text text);

#endif
