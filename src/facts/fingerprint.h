/* SPDX-License-Identifier: Apache-2.0 */
/* fingerprint.h - fingerprints of certificates, as people copy them. */
#ifndef FACTS_FINGERPRINT_H
#define FACTS_FINGERPRINT_H

#include "base/arena.h"

enum { FINGERPRINT_SHA1 = 20, FINGERPRINT_SHA256 = 32 };

struct fingerprint {
	uint32_t length;        /* FINGERPRINT_SHA1 or FINGERPRINT_SHA256 */
	char octets[FINGERPRINT_SHA256];
};

/* Hexadecimal digits of either length, in any case, perhaps after "sha1:" or "sha256:". Colons,
 * hyphens, white space and the invisible marks that Windows' dialogs copy along (U+200E, U+200F)
 * don't count. False if it is anything else. */
bool fingerprint_parse(struct text text, struct fingerprint *fingerprint);

/* "sha1:..." or "sha256:...", in the arena. */
struct text fingerprint_text(const struct fingerprint *fingerprint, struct arena *arena);

/* Of these bytes; false if OpenSSL does not offer the digest. */
bool fingerprint_of(struct text der, uint32_t length, struct fingerprint *fingerprint);

#endif
