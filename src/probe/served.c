/* SPDX-License-Identifier: Apache-2.0 */
#include "probe/served.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>

enum { MOST = 18 };

bool served_name(struct arena *arena, const X509_NAME *name, struct text *text)
{
	const unsigned long flags = XN_FLAG_RFC2253 & ~(unsigned long)ASN1_STRFLGS_ESC_MSB;
	BIO *out = BIO_new(BIO_s_mem());
	bool good = out && X509_NAME_print_ex(out, name, 0, flags) >= 0;
	char *bytes = NULL, copy[4096];
	long length = good ? BIO_get_mem_data(out, &bytes) : 0;

	good = good && length <= (long)sizeof copy;
	if (good && length > 0)
		memcpy(copy, bytes, (size_t)length);
	BIO_free(out);
	ERR_clear_error();
	if (good)
		*text = arena_text(arena, (struct text){ copy, (uint32_t)length });
	return good;
}

static bool is_for(X509 *leaf, const struct address *address)
{
	if (address->literal)
		return X509_check_ip_asc(leaf, address->host, 0) == 1;
	return X509_check_host(leaf, address->host, 0, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS, NULL) == 1;
}

static bool issued(X509 *issuer, X509 *subject)
{
	EVP_PKEY *key = X509_get0_pubkey(issuer);

	return X509_NAME_cmp(X509_get_subject_name(issuer), X509_get_issuer_name(subject)) == 0
	    && key && X509_verify(subject, key) == 1;
}

/* From the leaf upwards, wherever the issuer of each stands; each is used once. */
static X509 *last_reached(X509 *const *all, uint32_t count)
{
	bool used[MOST] = { true };
	X509 *at = all[0];

	for (uint32_t i = 1; i < count && !issued(at, at); i++)
		if (!used[i] && issued(all[i], at)) {
			used[i] = true;
			at = all[i];
			i = 0;
		}
	return at;
}

struct finding {
	bool matches, in_order, ends, is_below_root;
	X509_NAME *issuer;              /* copied; NULL if the chain ends */
};

/* Is it one of the roots, or was it issued by one? */
static bool is_below(const STACK_OF(X509) *roots, X509 *last)
{
	for (int i = 0; i < sk_X509_num(roots); i++) {
		X509 *root = sk_X509_value(roots, i);

		if (X509_cmp(root, last) == 0 || issued(root, last))
			return true;
	}
	return false;
}

static struct finding judge(X509 *const *all, const struct address *address,
                            const struct served *served)
{
	struct finding finding = { .matches = is_for(all[0], address), .in_order = true };
	uint32_t count = served->count;
	X509 *last = last_reached(all, count);

	for (uint32_t i = 1; i < count; i++)
		finding.in_order = finding.in_order && issued(all[i], all[i - 1]);
	finding.ends = issued(last, last);
	finding.is_below_root = finding.ends || (served->roots && is_below(served->roots, last));
	if (!finding.ends)
		finding.issuer = X509_NAME_dup(X509_get_issuer_name(last));
	return finding;
}

static struct value issuer_value(struct arena *arena, struct finding *finding)
{
	struct text name;
	bool good;

	if (finding->ends)
		return value_in_state(STATE_ABSENT, NULL);
	good = finding->issuer && served_name(arena, finding->issuer, &name);
	return good ? value_text(TYPE_TEXT, name)
	            : value_in_state(STATE_MISSING, "the name of the issuer can't be read");
}

static uint32_t decode(const struct served *served, X509 *all[MOST])
{
	for (uint32_t i = 0; i < served->count; i++) {
		const unsigned char *at = (const unsigned char *)served->ders[i].at;

		all[i] = d2i_X509(NULL, &at, (long)served->ders[i].length);
		if (!all[i])
			return i;
	}
	return served->count;
}

void served_judge(struct arena *arena, const struct address *address, const struct served *served)
{
	X509 *all[MOST];
	struct finding finding = { 0 };
	uint32_t count = served->count <= MOST ? decode(served, all) : 0;
	bool complete = count == served->count;

	if (complete)
		finding = judge(all, address, served);
	else if (count > 0)
		finding.matches = is_for(all[0], address);
	for (uint32_t i = 0; i < count; i++)
		X509_free(all[i]);
	ERR_clear_error();
	*served->name_matches = *served->in_order = *served->complete
		= *served->missing_issuer
		= value_in_state(STATE_MISSING, "OpenSSL can't read a certificate of the chain");
	if (count > 0)
		*served->name_matches = value_number(TYPE_BOOL, finding.matches);
	if (complete) {
		*served->in_order = value_number(TYPE_BOOL, finding.in_order);
		*served->complete = finding.is_below_root || served->roots
			? value_number(TYPE_BOOL, finding.is_below_root)
			: value_in_state(STATE_MISSING, "it was not told which certificates are roots");
		*served->missing_issuer = issuer_value(arena, &finding);
	}
	X509_NAME_free(finding.issuer);
}
