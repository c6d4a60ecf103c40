/* SPDX-License-Identifier: Apache-2.0 */
/* chains_tell.c - a chain as assay-tools.h has it. */
#include "api/chains_tell.h"

struct telling {
	const struct pool *pool;
	const struct chain_file *file;
	struct arena *arena;
};

static const char *digest_words[] = {
#define DIGEST(id, word, label) word,
#include "model/certificate.def"
};

static const char *key_words[] = {
#define KEY_ALGORITHM(id, word, label) word,
#include "model/certificate.def"
};

static const char *copy(struct arena *arena, struct text text)
{
	return arena_text(arena, text).at;
}

static const char *fact(const struct telling *telling, const struct member *member,
                        enum certificate_fact fact)
{
	return copy(telling->arena, member_text(member, fact));
}

static const char *key_of(const struct telling *telling, const struct member *member)
{
	int64_t kind = member_number(member, CERTIFICATE_KEY_ALGORITHM,
	                             CERTIFICATE_KEY_IS_OTHER);

	return arena_printf(telling->arena, "%s %lld", key_words[kind],
		(long long)member_number(member, CERTIFICATE_KEY_BITS, 0)).at;
}

static const char *role_of(const struct chain *chain, uint32_t at)
{
	if (at == 0 && (chain->count > 1 || !member_number(chain->links[0], CERTIFICATE_CA, 0)))
		return "leaf";
	return chain->links[at]->self_signed ? "root" : "intermediate";
}

static void tell_troubles(const struct telling *telling, const struct chain *chain, uint32_t at,
                          struct assay_chain_link *link)
{
	const char **troubles = arena_array(telling->arena, chain->flaw_count,
	                                    sizeof *troubles);

	for (uint32_t i = 0; i < chain->flaw_count; i++)
		if (chain->flaws[i].link == at)
			troubles[link->trouble_count++] = chain_flaw_text(chain,
				&chain->flaws[i], telling->arena);
	link->troubles = troubles;
}

static void tell_remarks(const struct telling *telling, const struct member *member,
                         struct assay_chain_link *link)
{
	const char **remarks = arena_array(telling->arena, 1, sizeof *remarks);

	if (!member->self_signed && link->digest == digest_words[CERTIFICATE_DIGEST_IS_SHA1])
		remarks[link->remark_count++] = "its signature is with SHA-1, which Windows"
		                                " does not trust";
	link->remarks = remarks;
}

static struct assay_chain_link tell_link(const struct telling *telling, const struct chain *chain,
                                         uint32_t at)
{
	const struct member *member = chain->links[at];
	struct assay_chain_link link = { .name = copy(telling->arena, member->key),
		.role = role_of(chain, at),
		.subject = fact(telling, member, CERTIFICATE_SUBJECT),
		.issuer = fact(telling, member, CERTIFICATE_ISSUER),
		.common_name = fact(telling, member, CERTIFICATE_COMMON_NAME),
		.sha1 = fact(telling, member, CERTIFICATE_SHA1),
		.sha256 = fact(telling, member, CERTIFICATE_SHA256),
		.key = key_of(telling, member),
		.digest = digest_words[member_number(member, CERTIFICATE_SIGNATURE_DIGEST,
		                                     CERTIFICATE_DIGEST_IS_OTHER)],
		.valid_from = member_number(member, CERTIFICATE_VALID_FROM, 0),
		.valid_until = member_number(member, CERTIFICATE_VALID_UNTIL, 0),
		.trusted = member->trusted, .given = member->given,
		.der = member->der.at, .der_length = member->der.length };

	tell_troubles(telling, chain, at, &link);
	tell_remarks(telling, member, &link);
	return link;
}

static const struct member *member_at(const struct telling *telling, uint32_t at)
{
	return telling->pool->members[telling->file->members[at]];
}

static bool signed_by(const struct member *lower, const struct member *upper)
{
	for (uint32_t i = 0; i < lower->signer_count; i++)
		if (lower->signers[i] == upper)
			return true;
	return false;
}

/* Each of a file is signed by the next one (RFC 8446 4.4.2), the leaf first. */
static void tell_order(const struct telling *telling, struct assay_chain *out)
{
	const struct chain_file *file = telling->file;

	out->order = file->count > 1 ? "in-order" : "alone";
	out->order_why = "";
	for (uint32_t i = 1; i < file->count; i++) {
		const struct member *lower = member_at(telling, i - 1);

		if (signed_by(lower, member_at(telling, i)))
			continue;
		out->order = "out-of-order";
		out->order_why = arena_printf(telling->arena,
			"#%u (%s) is not signed by #%u (%s)", i,
			fact(telling, lower, CERTIFICATE_SUBJECT), i + 1,
			fact(telling, member_at(telling, i), CERTIFICATE_SUBJECT)).at;
		return;
	}
}

static bool is_in_file(const struct telling *telling, const struct member *member)
{
	for (uint32_t i = 0; i < telling->file->count; i++)
		if (member_at(telling, i) == member)
			return true;
	return false;
}

static void tell_verdict(const struct telling *telling, const struct chain *chain,
                         struct assay_chain *out)
{
	const struct member *top = chain->links[chain->count - 1];

	out->missing = out->impostor = "";
	out->root_in_file = chain->complete && is_in_file(telling, top);
	out->verdict = chain->valid ? "valid" : chain->cut ? "undecided" : "invalid";
	if (chain->complete || chain->cut)
		return;
	out->verdict = "incomplete";
	out->missing = fact(telling, top, CERTIFICATE_ISSUER);
	if (top->impostor)
		out->impostor = copy(telling->arena, top->impostor->key);
}

static void tell_chain(const struct telling *telling, const struct member *leaf,
                       const struct assay_chain_options *options)
{
	struct assay_chain out = { .size = sizeof out, .file = telling->file->path };
	struct assay_chain_link *links;
	struct chain chain;

	chain_find(&chain, leaf, telling->pool);
	out.name = copy(telling->arena, leaf->key);
	tell_verdict(telling, &chain, &out);
	tell_order(telling, &out);
	links = arena_array(telling->arena, chain.count, sizeof *links);
	for (uint32_t i = 0; i < chain.count; i++)
		links[i] = tell_link(telling, &chain, i);
	out.links = links;
	out.link_count = chain.count;
	options->on_chain(&out, options->user);
}

/* Did it sign another one of the file? */
static bool is_issuer(const struct telling *telling, const struct member *member)
{
	for (uint32_t i = 0; i < telling->file->count; i++)
		if (signed_by(member_at(telling, i), member))
			return true;
	return false;
}

void chains_tell(const struct pool *pool, const struct chain_file *file,
                 const struct assay_chain_options *options, struct arena *arena)
{
	struct telling telling = { pool, file, arena };

	for (uint32_t i = 0; i < file->count; i++) {
		if (is_issuer(&telling, member_at(&telling, i)))
			continue;
		tell_chain(&telling, member_at(&telling, i), options);
		arena_reset(arena);
	}
}
