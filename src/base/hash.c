/* SPDX-License-Identifier: Apache-2.0 */
#include "base/hash.h"

#include <sys/random.h>

struct hash_key hash_key_new(void)
{
	struct hash_key key = { { 0, 0 } };

	if (getrandom(&key, sizeof key, 0) != (ssize_t)sizeof key)
		key = (struct hash_key){ { (uintptr_t)&key, (uintptr_t)hash_key_new } };
	key.half[0] |= 1;
	return key;
}

static uint64_t rotate(uint64_t word, unsigned bits)
{
	return word << bits | word >> (64 - bits);
}

static void stir(uint64_t v[4], int rounds)
{
	for (; rounds > 0; rounds--) {
		v[0] += v[1];
		v[2] += v[3];
		v[1] = rotate(v[1], 13) ^ v[0];
		v[3] = rotate(v[3], 16) ^ v[2];
		v[0] = rotate(v[0], 32) + v[3];
		v[2] += v[1];
		v[3] = rotate(v[3], 21) ^ v[0];
		v[1] = rotate(v[1], 17) ^ v[2];
		v[2] = rotate(v[2], 32);
	}
}

/* `count` bytes, the first one lowest. */
static uint64_t load(const char *at, uint32_t count)
{
	uint64_t word = 0;

	for (uint32_t i = 0; i < count; i++)
		word |= (uint64_t)(unsigned char)at[i] << 8 * i;
	return word;
}

static void absorb(uint64_t v[4], uint64_t word)
{
	v[3] ^= word;
	stir(v, 2);
	v[0] ^= word;
}

uint64_t hash_text(struct hash_key key, struct text text)
{
	uint64_t v[4] = {
		key.half[0] ^ 0x736f6d6570736575u, key.half[1] ^ 0x646f72616e646f6du,
		key.half[0] ^ 0x6c7967656e657261u, key.half[1] ^ 0x7465646279746573u,
	};
	uint32_t at = 0;

	for (; text.length - at >= 8; at += 8)
		absorb(v, load(text.at + at, 8));
	absorb(v, (uint64_t)text.length << 56 | load(text.at + at, text.length - at));
	v[2] ^= 0xff;
	stir(v, 4);
	return v[0] ^ v[1] ^ v[2] ^ v[3];
}
