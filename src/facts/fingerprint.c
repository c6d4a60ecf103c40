/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/fingerprint.h"

#include <openssl/err.h>
#include <openssl/evp.h>

#include "facts/der.h"

static int digit_of(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Bytes at the beginning that don't count. */
static uint32_t ignored(struct text text)
{
	if (text_starts(text, TEXT("\xe2\x80\x8e")) || text_starts(text, TEXT("\xe2\x80\x8f")))
		return 3;
	return text.length && strchr(":- \t\r\n", text.at[0]) ? 1 : 0;
}

static struct text without_prefix(struct text text, uint32_t *length)
{
	static const struct {
		const char *name;
		uint32_t length;
	} prefixes[] = { { "sha1:", FINGERPRINT_SHA1 }, { "sha256:", FINGERPRINT_SHA256 } };

	*length = 0;
	for (size_t i = 0; i < 2; i++) {
		struct text prefix = text_from(prefixes[i].name);

		if (!text_starts(text, prefix))
			continue;
		*length = prefixes[i].length;
		return (struct text){ text.at + prefix.length, text.length - prefix.length };
	}
	return text;
}

bool fingerprint_parse(struct text text, struct fingerprint *fingerprint)
{
	uint32_t digits = 0, named, step;

	*fingerprint = (struct fingerprint){ 0 };
	text = without_prefix(text, &named);
	for (; text.length; text.at += step, text.length -= step) {
		int digit = digit_of(text.at[0]);

		step = digit < 0 ? ignored(text) : 1;
		if (step == 0)
			return false;
		if (digit < 0)
			continue;
		if (digits == sizeof fingerprint->octets * 2)
			return false;
		fingerprint->octets[digits / 2] |= (char)(digit << (digits % 2 ? 0 : 4));
		digits++;
	}
	fingerprint->length = digits / 2;
	if (named)
		return digits == named * 2;
	return digits == FINGERPRINT_SHA1 * 2 || digits == FINGERPRINT_SHA256 * 2;
}

struct text fingerprint_text(const struct fingerprint *fingerprint, struct arena *arena)
{
	struct text hex = der_hex(arena, (struct text){ fingerprint->octets, fingerprint->length });

	return arena_printf(arena, "%s:%.*s",
	                    fingerprint->length == FINGERPRINT_SHA1 ? "sha1" : "sha256",
	                    TEXT_ARGS(hex));
}

bool fingerprint_of(struct text der, uint32_t length, struct fingerprint *fingerprint)
{
	const EVP_MD *digest = length == FINGERPRINT_SHA1 ? EVP_sha1() : EVP_sha256();
	unsigned int made = 0;
	int done;

	ERR_set_mark();
	done = EVP_Digest(der.at, der.length, (unsigned char *)fingerprint->octets, &made,
	                  digest, NULL);
	ERR_pop_to_mark();
	fingerprint->length = length;
	return done == 1 && made == length;
}
