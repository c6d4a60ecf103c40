/* SPDX-License-Identifier: Apache-2.0 */
#include "chains/chain.h"

/* A search in depth; `path` is the way so far. */
struct search {
	const struct pool *pool;
	struct chain *best, path;
	uint32_t ways;
	bool judged;                    /* `best` is there */
};

static bool is_better(const struct chain *a, const struct chain *b)
{
	if (a->valid != b->valid)
		return a->valid;
	if (a->complete != b->complete)
		return a->complete;
	return a->flaw_count < b->flaw_count;
}

static void judge(struct search *search)
{
	struct chain *way = &search->path;

	search->ways++;
	way->complete = way->links[way->count - 1]->self_signed;
	judge_chain(way, search->pool);
	if (!search->judged || is_better(way, search->best))
		*search->best = *way;
	search->judged = true;
}

static bool is_on(const struct chain *way, const struct member *member)
{
	for (uint32_t i = 0; i < way->count; i++)
		if (text_equal(way->links[i]->sha256, member->sha256))
			return true;
	return false;
}

static bool is_over(const struct search *search)
{
	return (search->judged && search->best->valid) || search->ways == CHAIN_WAYS;
}

/* Go on from the last link. CHAIN_MOST bounds the depth. */
/* NOLINTNEXTLINE(misc-no-recursion) */
static void follow(struct search *search)
{
	struct chain *way = &search->path;
	const struct member *last = way->links[way->count - 1];
	bool led = false;

	way->cut |= last->cut;
	for (uint32_t i = 0; i < last->signer_count && !last->self_signed; i++) {
		if (is_on(way, last->signers[i]) || is_over(search))
			continue;
		if (way->count == CHAIN_MOST) {
			way->cut = true;
			break;
		}
		way->links[way->count++] = last->signers[i];
		follow(search);
		way->count--;
		led = true;
	}
	if (!led && !is_over(search))
		judge(search);
}

void chain_find(struct chain *chain, const struct member *member, const struct pool *pool)
{
	struct search search = { .pool = pool, .best = chain };

	search.path.links[0] = member;
	search.path.count = 1;
	follow(&search);
	if (search.ways == CHAIN_WAYS && !chain->valid)
		chain->cut = true;
}

uint32_t chain_sha1_link(const struct chain *chain)
{
	for (uint32_t i = 0; i < chain->count; i++)
		if (!chain->links[i]->self_signed
		    && member_number(chain->links[i], CERTIFICATE_SIGNATURE_DIGEST,
		                     CERTIFICATE_DIGEST_IS_OTHER) == CERTIFICATE_DIGEST_IS_SHA1)
			return i;
	return chain->count;
}
