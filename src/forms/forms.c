/* SPDX-License-Identifier: Apache-2.0 */
#include "forms/forms.h"

#include <openssl/err.h>

#include "facts/der.h"
#include "forms/pem.h"
#include "forms/pkcs12.h"
#include "forms/signed_data.h"
#include "forms/structure.h"
#include "forms/utf16.h"

struct scan {
	struct form_visitor *visitor;
	struct pem pem;                 /* its bytes are those that are scanned */
	struct utf16 utf16;             /* how they were written */
	uint32_t offset;                /* of the container that is open, in pem.bytes */
	bool inside;                    /* a container is open */
	uint32_t ordinal;
	bool stopped;
};

static struct text scan_rest(const struct scan *scan)
{
	return (struct text){ scan->pem.bytes.at + scan->pem.at,
	                      scan->pem.bytes.length - scan->pem.at };
}

/* The place in what was given. */
static uint64_t given_offset(const struct scan *scan, uint32_t offset)
{
	return scan->utf16.is ? scan->utf16.skip + (uint64_t)2 * offset : offset;
}

static void report(struct scan *scan, struct form_found *found, uint32_t offset)
{
	struct form_visitor *visitor = scan->visitor;

	found->inside = scan->inside;
	found->offset = given_offset(scan, offset);
	found->ordinal = ++scan->ordinal;
	visitor->found_count++;
	if (!visitor->found(found, visitor->user))
		scan->stopped = true;
}

static void report_found(struct scan *scan, struct text der, uint32_t offset, bool request)
{
	report(scan, &(struct form_found){ .der = der, .request = request }, offset);
}

static void report_refused(struct scan *scan, enum form_trouble trouble, uint32_t offset,
                           const char *why)
{
	struct form_visitor *visitor = scan->visitor;
	struct form_refused refused = { .trouble = trouble, .inside = scan->inside, .why = why };

	visitor->refused_count++;
	if (trouble != FORM_NOTHING)
		refused.offset = given_offset(scan, offset);
	if (trouble == FORM_DAMAGED)
		refused.ordinal = ++scan->ordinal;
	if (visitor->refused && !visitor->refused(&refused, visitor->user))
		scan->stopped = true;
}

/* --- structures --- */

static bool found_inside(struct text der, void *user)
{
	struct scan *scan = user;

	report_found(scan, der, scan->offset, false);
	return !scan->stopped;
}

static void take_signed_data(struct scan *scan, struct text bytes, uint32_t offset)
{
	uint32_t before = scan->ordinal;
	const char *why;

	scan->inside = true;
	scan->offset = offset;
	why = signed_data_each(bytes, found_inside, scan);
	scan->inside = false;
	if (why)
		report_refused(scan, FORM_DAMAGED, offset, why);
	else if (scan->ordinal == before)
		report_refused(scan, FORM_FOREIGN, offset, "PKCS #7 without a certificate");
}

static bool found_with_key(const struct pkcs12_found *found, void *user)
{
	struct scan *scan = user;

	report(scan, &(struct form_found){ .der = found->der, .why = found->why,
		.container = found->container, .beside = found->beside }, scan->offset);
	return !scan->stopped;
}

static const char *next_password(void *user, unsigned int attempt)
{
	const struct form_visitor *visitor = ((struct scan *)user)->visitor;

	return visitor->password ? visitor->password(visitor->user, attempt) : NULL;
}

static void take_pkcs12(struct scan *scan, struct text bytes, uint32_t offset)
{
	struct pkcs12_visitor visitor = { .arena = scan->visitor->arena, .found = found_with_key,
		.password = next_password, .user = scan };
	struct pkcs12_trouble trouble;

	scan->inside = true;
	scan->offset = offset;
	trouble = pkcs12_each(bytes, &visitor);
	scan->inside = false;
	if (trouble.why)
		report_refused(scan, trouble.is_empty ? FORM_FOREIGN : FORM_DAMAGED, offset,
		               trouble.why);
}

/* A structure, decoded if need be; its container or block begins at the offset. */
static void take_structure(struct scan *scan, enum structure structure, struct text bytes,
                           uint32_t offset)
{
	switch (structure) {
	case STRUCTURE_CERTIFICATE:
	case STRUCTURE_REQUEST:
		report_found(scan, bytes, offset, structure == STRUCTURE_REQUEST);
		break;
	case STRUCTURE_SIGNED_DATA:
		take_signed_data(scan, bytes, offset);
		break;
	case STRUCTURE_PKCS12:
		take_pkcs12(scan, bytes, offset);
		break;
	case STRUCTURE_FOREIGN:
	case STRUCTURE_NONE:
	default:
		report_refused(scan, FORM_FOREIGN, offset, structure_why_foreign(bytes));
		break;
	}
}

/* One after the other, up to the first that is foreign. */
static void scan_structures(struct scan *scan)
{
	enum structure structure = STRUCTURE_CERTIFICATE;

	while (structure != STRUCTURE_FOREIGN && !scan->stopped) {
		struct text rest = scan_rest(scan);
		uint32_t length;

		structure = structure_at(rest, &length);
		if (structure == STRUCTURE_NONE)
			return;
		take_structure(scan, structure, (struct text){ rest.at, length }, scan->pem.at);
		scan->pem.at += length;
	}
}

/* --- blocks of PEM --- */

static bool is_certificate(struct text label)
{
	return text_equal(label, TEXT("CERTIFICATE"))
	    || text_equal(label, TEXT("X509 CERTIFICATE"))
	    || text_equal(label, TEXT("TRUSTED CERTIFICATE"));
}

/* Is it a label of what holds certificates, or of a request? */
static bool is_meant(struct text label)
{
	return is_certificate(label) || text_ends(label, TEXT("CERTIFICATE REQUEST"))
	    || text_equal(label, TEXT("PKCS7")) || text_equal(label, TEXT("CMS"))
	    || text_equal(label, TEXT("PKCS12"));
}

/* Of a label whose blocks are not looked into; else NULL. */
static const char *foreign_label(struct text label)
{
	if (text_ends(label, TEXT("PRIVATE KEY")))
		return "a private key, not a certificate";
	if (text_ends(label, TEXT("PUBLIC KEY")))
		return "a public key, not a certificate";
	if (text_ends(label, TEXT("CRL")))
		return "a revocation list, not a certificate";
	if (text_ends(label, TEXT("PARAMETERS")))
		return "parameters of a key, not a certificate";
	return NULL;
}

/* The certificate without what OpenSSL appends to trusted ones. */
static struct text without_trust(struct text der)
{
	struct der in = der_over(der);
	struct der_item item;

	return der_next(&in, &item) ? der_whole(&item) : der;
}

/* A block's label says what is meant; what it holds, what it is. */
static void take_block(struct scan *scan, struct text label, struct text bytes, uint32_t offset)
{
	uint32_t length;
	enum structure structure = structure_at(bytes, &length);
	bool known = structure != STRUCTURE_NONE && structure != STRUCTURE_FOREIGN;

	if (text_starts(label, TEXT("TRUSTED ")))
		bytes = without_trust(bytes);
	if (known)
		take_structure(scan, structure, bytes, offset);
	else if (is_certificate(label))
		report_found(scan, bytes, offset, false);
	else if (is_meant(label))
		report_refused(scan, FORM_DAMAGED, offset, structure_why_foreign(bytes));
	else
		report_refused(scan, FORM_FOREIGN, offset,
		               "a PEM block with another label, not a certificate");
}

static void scan_block(struct scan *scan, const struct pem_block *block)
{
	struct text bytes;
	const char *why;

	if (block->why) {
		report_refused(scan, FORM_DAMAGED, block->begin, block->why);
		return;
	}
	why = foreign_label(block->label);
	if (why) {
		report_refused(scan, FORM_FOREIGN, block->begin, why);
		return;
	}
	why = pem_decode(&scan->pem, block, &bytes);
	if (!why)
		take_block(scan, block->label, bytes, block->begin);
	else if (is_meant(block->label))
		report_refused(scan, FORM_DAMAGED, block->begin, why);
	else
		report_refused(scan, FORM_FOREIGN, block->begin,
		               "a PEM block with another label, not a certificate");
}

/* --- the whole --- */

static bool is_other_archive(struct text bytes)
{
	return text_starts(bytes, TEXT("\xfd" "7zXZ\0")) || text_starts(bytes, TEXT("BZh"))
	    || text_starts(bytes, TEXT("7z\xbc\xaf\x27\x1c"))
	    || text_starts(bytes, TEXT("Rar!\x1a\7")) || text_starts(bytes, TEXT("MSCF\0"));
}

static const char *why_nothing(const struct scan *scan)
{
	if (scan->utf16.is)
		return "it is UTF-16 without PEM; anything else is read as UTF-8";
	if (text_starts(scan_rest(scan), TEXT("\xfe\xed\xfe\xed"))
	    || text_starts(scan_rest(scan), TEXT("\xce\xce\xce\xce")))
		return "it is a Java key store; `keytool -importkeystore -deststoretype pkcs12`"
		       " makes a file of it that can be read";
	if (scan->pem.bytes.length == 0)
		return "it is empty";
	return is_other_archive(scan_rest(scan))
		? "it is an archive of another kind than tar, zip, gzip and zstd"
		: "it holds neither PEM nor DER";
}

/* Base64 of DER begins with M. */
static bool scan_bare(struct scan *scan)
{
	struct text bytes = text_trim(scan_rest(scan));
	uint32_t length;

	if (!text_starts(bytes, TEXT("M")) || pem_decode_bare(&scan->pem, &bytes)
	    || structure_at(bytes, &length) == STRUCTURE_NONE)
		return false;
	take_structure(scan, structure_at(bytes, &length), bytes, scan->pem.at);
	return true;
}

/* What is left when there is no PEM. */
static void scan_remainder(struct scan *scan)
{
	const struct form_visitor *visitor = scan->visitor;

	if (visitor->found_count + visitor->refused_count == 0) {
		if (!scan_bare(scan))
			report_refused(scan, FORM_NOTHING, 0, why_nothing(scan));
	} else if (text_trim(scan_rest(scan)).length > 0) {
		report_refused(scan, FORM_FOREIGN, scan->pem.at,
		               "what follows is not a certificate");
	}
}

static void scan_all(struct scan *scan)
{
	struct pem_block block;
	bool has_blocks = false;

	scan_structures(scan);
	while (!scan->stopped && pem_next(&scan->pem, &block)) {
		has_blocks = true;
		scan_block(scan, &block);
	}
	if (!scan->stopped && !has_blocks)
		scan_remainder(scan);
}

bool forms_each(struct text bytes, struct form_visitor *visitor)
{
	struct scan scan = { .visitor = visitor, .utf16 = utf16_recognise(bytes) };

	visitor->found_count = visitor->refused_count = 0;
	scan.pem = (struct pem){ .arena = visitor->arena,
	                         .bytes = bytes.length ? bytes : TEXT("") };
	if (scan.utf16.is)
		scan.pem.bytes = utf16_to_ascii(bytes, scan.utf16, visitor->arena);
	else if (text_starts(bytes, TEXT("\xef\xbb\xbf")))
		scan.pem.at = 3;
	ERR_set_mark();
	scan_all(&scan);
	ERR_pop_to_mark();
	return !scan.stopped;
}

/* Facts may hold PEM, but not at the beginning of a line. */
bool forms_may_hold(struct text head)
{
	uint32_t length;

	return structure_at(head, &length) != STRUCTURE_NONE
	    || text_starts(head, TEXT("-----BEGIN "))
	    || text_contains(head, TEXT("\n-----BEGIN "))
	    || text_contains(head, TEXT("\r-----BEGIN "));
}
