/* SPDX-License-Identifier: Apache-2.0 */
#include "chains/judge.h"

#include <openssl/err.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include "base/calendar.h"
#include "base/guard.h"

static void add_flaw(struct chain *chain, uint32_t link, int code)
{
	for (uint32_t i = 0; i < chain->flaw_count; i++)
		if (chain->flaws[i].link == link && chain->flaws[i].code == code)
			return;
	if (chain->flaw_count < CHAIN_FLAWS)
		chain->flaws[chain->flaw_count++] = (struct chain_flaw){ link, code };
}

/* Errors are collected, and the verdict goes on. */
static int note(int good, X509_STORE_CTX *context)
{
	struct chain *chain = X509_STORE_CTX_get_app_data(context);
	int depth = X509_STORE_CTX_get_error_depth(context), top = (int)chain->count - 1;

	depth = depth < 0 ? 0 : depth > top ? top : depth;
	if (!good)
		add_flaw(chain, (uint32_t)depth, X509_STORE_CTX_get_error(context));
	return 1;
}

static const struct member *top_of(const struct chain *chain)
{
	return chain->links[chain->count - 1];
}

/* A root that the file to be judged brings along vouches for itself only if it is a member. */
static bool is_anchor(const struct member *member, const struct pool *pool)
{
	uint32_t index;

	if (pool->has_trusted)
		return member->trusted;
	index = map_get(&pool->digests, member->sha256);
	return index != MAP_NONE && member->self_signed;
}

/* What OpenSSL needs for a verdict; each part may be NULL. */
struct hearing {
	STACK_OF(X509) *anchors, *others;
	X509_STORE_CTX *context;
};

static bool hearing_begin(struct hearing *hearing, struct chain *chain, const struct pool *pool)
{
	bool anchored = chain->complete && is_anchor(top_of(chain), pool);

	hearing->anchors = sk_X509_new_null();
	hearing->others = sk_X509_new_null();
	hearing->context = X509_STORE_CTX_new_ex(pool->library, NULL);
	if (!hearing->anchors || !hearing->others || !hearing->context)
		return false;
	for (uint32_t i = 1; i < chain->count; i++)
		if (!sk_X509_push(hearing->others, chain->links[i]->x509))
			return false;
	if (anchored && !sk_X509_push(hearing->anchors, top_of(chain)->x509))
		return false;
	if (!X509_STORE_CTX_init(hearing->context, NULL, chain->links[0]->x509, hearing->others))
		return false;
	X509_STORE_CTX_set0_trusted_stack(hearing->context, hearing->anchors);
	return true;
}

/* False when memory, perhaps, was short. */
static bool hear(struct chain *chain, const struct pool *pool)
{
	struct hearing hearing = { NULL, NULL, NULL };
	X509_VERIFY_PARAM *how;
	bool heard = false;

	if (hearing_begin(&hearing, chain, pool)) {
		how = X509_STORE_CTX_get0_param(hearing.context);
		X509_VERIFY_PARAM_set_time(how, (time_t)pool->now);
		X509_VERIFY_PARAM_set_depth(how, CHAIN_MOST);
		X509_VERIFY_PARAM_set_auth_level(how, 0);
		X509_STORE_CTX_set_verify_cb(hearing.context, note);
		heard = X509_STORE_CTX_set_app_data(hearing.context, chain)
		     && X509_verify_cert(hearing.context) > 0;
	}
	X509_STORE_CTX_free(hearing.context);
	sk_X509_free(hearing.others);
	sk_X509_free(hearing.anchors);
	for (uint32_t i = 0; i < chain->flaw_count; i++)
		if (chain->flaws[i].code == X509_V_ERR_OUT_OF_MEM)
			heard = false;
	return heard;
}

/* Why OpenSSL does not take a link for the one above, although its key verifies the signature. */
static void note_mismatches(struct chain *chain)
{
	int code;

	for (uint32_t i = 0; i + 1 < chain->count; i++) {
		code = X509_check_issued(chain->links[i + 1]->x509, chain->links[i]->x509);
		if (code != X509_V_OK)
			add_flaw(chain, i, code);
	}
}

/* That an issuer is missing is said by `complete`, or follows from another flaw. */
static bool is_said_elsewhere(const struct chain *chain, uint32_t at)
{
	int code = chain->flaws[at].code;

	if (code == X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE)
		return true;
	return code == X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY
	    || code == X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT;
}

static void drop_what_is_said(struct chain *chain)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < chain->flaw_count; i++)
		if (!is_said_elsewhere(chain, i))
			chain->flaws[kept++] = chain->flaws[i];
	chain->flaw_count = kept;
}

/* By link, so that flaws are told from the certificate upwards. */
static void sort_flaws(struct chain *chain)
{
	for (uint32_t i = 1; i < chain->flaw_count; i++) {
		struct chain_flaw flaw = chain->flaws[i];
		uint32_t at = i;

		for (; at > 0 && chain->flaws[at - 1].link > flaw.link; at--)
			chain->flaws[at] = chain->flaws[at - 1];
		chain->flaws[at] = flaw;
	}
}

static bool is_decoded(const struct chain *chain)
{
	for (uint32_t i = 0; i < chain->count; i++)
		if (!chain->links[i]->x509)
			return false;
	return true;
}

void judge_chain(struct chain *chain, const struct pool *pool)
{
	bool heard = false;

	chain->flaw_count = 0;
	chain->valid = false;
	if (!is_decoded(chain)) {
		add_flaw(chain, 0, X509_V_ERR_UNSPECIFIED);
		return;
	}
	ERR_set_mark();
	heard = hear(chain, pool);
	if (!heard || chain->flaw_count) {
		guard_probe();          /* it may be for lack of memory */
		chain->flaw_count = 0;
		heard = hear(chain, pool);
	}
	ERR_pop_to_mark();
	chain->valid = heard && chain->flaw_count == 0;
	if (chain->valid)
		return;
	note_mismatches(chain);
	drop_what_is_said(chain);
	if (!heard || (chain->complete && !chain->flaw_count))
		add_flaw(chain, 0, X509_V_ERR_UNSPECIFIED);
	sort_flaws(chain);
}

static const char *dated(const struct chain *chain, const struct chain_flaw *flaw,
                         struct arena *arena)
{
	bool early = flaw->code == X509_V_ERR_CERT_NOT_YET_VALID;
	char date[CALENDAR_TEXT];

	calendar_format(member_number(chain->links[flaw->link], early ? CERTIFICATE_VALID_FROM
	                              : CERTIFICATE_VALID_UNTIL, 0), date);
	return arena_printf(arena, "%s %.10s", early ? "is not valid before" : "expired on",
	                    date).at;
}

const char *chain_flaw_text(const struct chain *chain, const struct chain_flaw *flaw,
                            struct arena *arena)
{
	switch (flaw->code) {
	case X509_V_ERR_CERT_HAS_EXPIRED:
	case X509_V_ERR_CERT_NOT_YET_VALID:
		return dated(chain, flaw, arena);
	case X509_V_ERR_AKID_SKID_MISMATCH:
	case X509_V_ERR_AKID_ISSUER_SERIAL_MISMATCH:
		return "its authority key identifier is not that of the certificate above";
	case X509_V_ERR_INVALID_CA:
		return "it is no CA certificate (basic constraints), but signed the one below";
	case X509_V_ERR_PATH_LENGTH_EXCEEDED:
		return "more CAs stand below it than its basic constraints allow";
	case X509_V_ERR_KEYUSAGE_NO_CERTSIGN:
		return "the key usage of the certificate above does not allow to sign"
		       " certificates";
	case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
	case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
		return "it is no trusted root";
	case X509_V_ERR_UNSPECIFIED:
		return "OpenSSL gives no verdict on this chain";
	default:
		return X509_verify_cert_error_string(flaw->code);
	}
}
