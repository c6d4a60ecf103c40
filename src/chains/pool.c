/* SPDX-License-Identifier: Apache-2.0 */
#include "chains/pool.h"

#include <openssl/err.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include "base/guard.h"
#include "chains/library.h"
#include "facts/cert.h"

void pool_begin(struct pool *pool, struct arena *arena, int64_t now)
{
	*pool = (struct pool){ .arena = arena, .now = now };
	pool->entity = certificate_entity_new(arena);
	pool->library = library_context();
	if (!pool->library)
		guard_no_memory();
}

void pool_done(void *what)
{
	struct pool *pool = what;

	for (uint32_t i = 0; i < pool->count; i++)
		X509_free(pool->members[i]->x509);
	pool->count = 0;
}

struct text member_text(const struct member *member, enum certificate_fact fact)
{
	const struct value *value = &member->record->values[fact];

	return value->state == STATE_PRESENT ? value_as_text(value) : TEXT("");
}

int64_t member_number(const struct member *member, enum certificate_fact fact, int64_t otherwise)
{
	const struct value *value = &member->record->values[fact];

	return value->state == STATE_PRESENT ? value->as.number : otherwise;
}

static X509 *decode(const struct pool *pool, struct text der)
{
	const unsigned char *at = (const unsigned char *)der.at;
	X509 *x509 = der.length > CERT_MAX_SECOND ? NULL : X509_new_ex(pool->library, NULL);

	/* After a failure it is freed, and then NULL, or not, if only its extensions are bad. */
	if (x509 && !d2i_X509(&x509, &at, (long)der.length)) {
		X509_free(x509);
		x509 = NULL;
	}
	return x509;
}

/* Have OpenSSL read key and extensions now. False if it fell over anything: for lack of memory it leaves out
 * parts without a word, but in its queue of errors. */
static bool is_whole(const struct member *member, unsigned long last_error)
{
	X509 *x509 = member->x509;

	return x509 && X509_get0_pubkey(x509) && X509_check_purpose(x509, -1, 0) == 1
	    && !(X509_get_extension_flags(x509) & (EXFLAG_INVALID | EXFLAG_NO_FINGERPRINT))
	    && (!member->self_signed || X509_get_extension_flags(x509) & EXFLAG_SS)
	    && ERR_peek_last_error() == last_error;
}

void member_done(void *what)
{
	struct member *member = what;

	X509_free(member->x509);
	member->x509 = NULL;
}

bool member_read(struct member *member, const struct pool *pool, struct arena *arena,
                        struct text der)
{
	struct cert_result result = cert_read(arena, pool->entity, der, NULL);
	unsigned long last_error;

	member->record = result.record;
	if (!result.record)
		return false;
	member->der = arena_text(arena, der);
	member->sha256 = member_text(member, CERTIFICATE_SHA256);
	member->self_signed = member_number(member, CERTIFICATE_SELF_SIGNED, 0);
	ERR_set_mark();
	last_error = ERR_peek_last_error();
	member->x509 = decode(pool, der);
	if (!is_whole(member, last_error)) {
		member_done(member);
		guard_probe();
		member->x509 = decode(pool, der);
	}
	ERR_pop_to_mark();
	return true;
}

/* Known already: it may come from a better place now. */
static uint32_t note_again(struct pool *pool, uint32_t index, const struct pool_source *source)
{
	pool->members[index]->trusted |= source->trusted;
	pool->members[index]->given |= !source->trusted;
	return index;
}

static void note_source(struct pool *pool, struct member *member,
                        const struct pool_source *source)
{
	member->trusted = source->trusted;
	member->given = !source->trusted;
	member->key = arena_text(pool->arena, source->key);
	member->file = arena_text(pool->arena, source->file);
	member->offset = source->offset;
}

/* The last one is new. */
static void note_names(struct pool *pool, uint32_t index)
{
	struct member *member = pool->members[index];
	uint32_t before = map_put(&pool->subjects, pool->arena,
		member_text(member, CERTIFICATE_SUBJECT_NAME), index);

	member->namesake = before == MAP_NONE ? NULL : pool->members[before];
	map_put(&pool->digests, pool->arena, member->sha256, index);
}

uint32_t pool_add(struct pool *pool, struct text der, const struct pool_source *source)
{
	struct member *member = arena_alloc(pool->arena, sizeof *member);
	uint32_t index = pool->count, known;

	pool->has_trusted |= source->trusted;
	pool->members = arena_grow(pool->arena, pool->members, &pool->capacity, index + 1,
	                           sizeof(struct member *));
	pool->members[pool->count++] = member;  /* now pool_done sees to it */
	known = member_read(member, pool, pool->arena, der)
		? map_get(&pool->digests, member->sha256) : POOL_NONE;
	if (member->record && known == MAP_NONE && index < POOL_MOST) {
		note_source(pool, member, source);
		note_names(pool, index);
		return index;
	}
	member_done(member);
	pool->count--;
	if (member->record && known != MAP_NONE)
		return note_again(pool, known, source);
	pool->left_out += member->record != NULL;
	return POOL_NONE;
}
