/* SPDX-License-Identifier: Apache-2.0 */
#include "chains/signers.h"

#include <openssl/err.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include "base/guard.h"

/* Does the key of `upper` verify the signature? */
static bool verifies(const struct member *lower, const struct member *upper)
{
	EVP_PKEY *key = upper->x509 ? X509_get0_pubkey(upper->x509) : NULL;
	bool good;

	if (!key || !lower->x509)
		return false;
	ERR_set_mark();
	good = X509_verify(lower->x509, key) > 0;
	ERR_pop_to_mark();
	return good;
}

/* Where the arguments differ, the sign of the result says which is the better one. */
static int compare_yes(bool a, bool b)
{
	return (int)b - (int)a;
}

static bool is_in_force(const struct member *member, int64_t now)
{
	return member_number(member, CERTIFICATE_VALID_FROM, INT64_MAX) <= now
	    && member_number(member, CERTIFICATE_VALID_UNTIL, INT64_MIN) >= now;
}

static bool is_sha1(const struct member *member)
{
	return member_number(member, CERTIFICATE_SIGNATURE_DIGEST, CERTIFICATE_DIGEST_IS_OTHER)
	    == CERTIFICATE_DIGEST_IS_SHA1;
}

static int compare(const struct member *lower, const struct member *a, const struct member *b,
                   int64_t now)
{
	int64_t until_a = member_number(a, CERTIFICATE_VALID_UNTIL, INT64_MIN);
	int64_t until_b = member_number(b, CERTIFICATE_VALID_UNTIL, INT64_MIN);
	int order = compare_yes(X509_check_issued(a->x509, lower->x509) == X509_V_OK,
	                        X509_check_issued(b->x509, lower->x509) == X509_V_OK);

	order = order ? order : compare_yes(a->trusted, b->trusted);
	order = order ? order : compare_yes(is_in_force(a, now), is_in_force(b, now));
	order = order ? order : compare_yes(!is_sha1(a), !is_sha1(b));
	order = order ? order : (until_a < until_b) - (until_a > until_b);
	return order ? order : text_compare(a->sha256, b->sha256);
}

static void insert(struct member *member, const struct member *signer, int64_t now)
{
	uint32_t at = member->signer_count++;

	for (; at > 0 && compare(member, signer, member->signers[at - 1], now) < 0; at--)
		member->signers[at] = member->signers[at - 1];
	member->signers[at] = signer;
}

static bool is_same(const struct member *a, const struct member *b)
{
	return text_equal(a->sha256, b->sha256);
}

/* Of those that can't have signed it, the one to name: always the same. */
static void note_impostor(struct member *member, const struct member *other)
{
	if (!member->impostor || text_compare(other->sha256, member->impostor->sha256) < 0)
		member->impostor = other;
}

static bool try(struct member *member, const struct member *other)
{
	if (verifies(member, other))
		return true;
	guard_probe();                  /* it may be for lack of memory */
	return verifies(member, other);
}

void signers_find(struct member *member, const struct pool *pool, struct arena *arena)
{
	struct text issuer = member_text(member, CERTIFICATE_ISSUER_NAME);
	uint32_t index = map_get(&pool->subjects, issuer), tried = 0;
	const struct member *other = index == MAP_NONE ? NULL : pool->members[index];

	if (other)
		member->signers = arena_array(arena, POOL_NAMESAKES, sizeof(struct member *));
	for (; other; other = other->namesake) {
		if (is_same(member, other))
			continue;
		if (tried++ == POOL_NAMESAKES) {
			member->cut = true;
			return;
		}
		if (try(member, other))
			insert(member, other, pool->now);
		else
			note_impostor(member, other);
	}
}

void pool_seal(struct pool *pool)
{
	for (uint32_t i = 0; i < pool->count; i++)
		signers_find(pool->members[i], pool, pool->arena);
}
