/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/pem.h"

#include <openssl/err.h>
#include <openssl/evp.h>

#include "facts/der.h"

struct scan {
	struct pem_visitor *visitor;
	struct text bytes;
	uint32_t at;                    /* what is before was dealt with */
	uint32_t ordinal;
	bool stopped;
	char *packed;                   /* base64 without white space */
	unsigned char *decoded;
	uint32_t capacity;              /* of packed */
};

static struct text scan_rest(const struct scan *scan)
{
	return (struct text){ scan->bytes.at + scan->at,
	                      scan->bytes.length - scan->at };
}

static void report_found(struct scan *scan, struct text der, uint32_t offset)
{
	struct pem_visitor *visitor = scan->visitor;

	visitor->found_count++;
	scan->ordinal++;
	if (!visitor->found(der, offset, scan->ordinal, visitor->user))
		scan->stopped = true;
}

static void report_refused(struct scan *scan, enum pem_trouble trouble,
                           uint32_t offset, const char *why)
{
	struct pem_visitor *visitor = scan->visitor;

	visitor->refused_count++;
	if (trouble == PEM_DAMAGED)
		scan->ordinal++;
	if (visitor->refused
	    && !visitor->refused(trouble, offset, why, visitor->user))
		scan->stopped = true;
}

static bool is_white(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* DER: one structure after the other. */

/* '0' begins text too, but then no long length that fits follows; a short one must be filled by
 * whole items. */
static bool is_structure(const struct der_item *item)
{
	struct der inside = der_inside(item);
	struct der_item part;

	if (item->start[1] >= 0x80)
		return true;
	while (!der_at_end(&inside))
		if (!der_next(&inside, &part))
			return false;
	return true;
}

/* What a structure is that does not begin as a certificate does; NULL if it does. */
static const char *foreign_structure(const struct der_item *item)
{
	switch (item->length ? item->at[0] : 0) {
	case DER_SEQUENCE:
		return NULL;
	case DER_OID:
		return "PKCS #7 or another structure that begins with an"
		       " object identifier, not a certificate";
	case DER_INTEGER:
		return "PKCS #12, a key or another structure that begins with"
		       " a number, not a certificate";
	default:
		return "a DER structure that is not a certificate";
	}
}

/* Certificates, up to the first structure that is none. */
static void scan_structures(struct scan *scan)
{
	struct der der = der_over(scan_rest(scan));
	struct der_item item;
	const char *why = NULL;

	while (!why && !scan->stopped && der_expect(&der, DER_SEQUENCE, &item)
	       && is_structure(&item)) {
		struct text whole = der_whole(&item);

		why = foreign_structure(&item);
		if (why)
			report_refused(scan, PEM_FOREIGN, scan->at, why);
		else
			report_found(scan, whole, scan->at);
		scan->at += whole.length;
	}
}

/* PEM: BEGIN line, perhaps headers, base64, END line. */

struct label {
	struct text text;
	uint32_t begin;                 /* of the line */
	uint32_t after;                 /* the byte after it */
};

enum { DASHES = 5, LABEL_MAX = 64 };

/* The next "-----BEGIN " from scan->at; false if there is none. Passes each byte once. */
static bool find_begin(const struct scan *scan, uint32_t *begin)
{
	struct text bytes = scan->bytes;
	uint32_t at = scan->at;

	while (at < bytes.length) {
		const char *dash = memchr(bytes.at + at, '-',
		                          bytes.length - at);
		struct text rest;
		uint32_t run;

		if (!dash)
			return false;
		run = (uint32_t)(dash - bytes.at);
		for (at = run; at < bytes.length && bytes.at[at] == '-';)
			at++;
		rest = (struct text){ bytes.at + at, bytes.length - at };
		if (at - run >= DASHES && text_starts(rest, TEXT("BEGIN "))) {
			*begin = at - DASHES;
			return true;
		}
	}
	return false;
}

/* The label between `at` and the dashes that end the line; false if they are not there. */
static bool read_label(struct text bytes, uint32_t at, struct label *label)
{
	uint32_t end = at;

	while (end < bytes.length && end - at <= LABEL_MAX
	       && bytes.at[end] >= ' ' && bytes.at[end] != '-')
		end++;
	label->text = (struct text){ bytes.at + at, end - at };
	label->after = end + DASHES;
	return bytes.length - end >= DASHES
	    && memcmp(bytes.at + end, "-----", DASHES) == 0;
}

static bool is_certificate(struct text label)
{
	return text_equal(label, TEXT("CERTIFICATE"))
	    || text_equal(label, TEXT("X509 CERTIFICATE"))
	    || text_equal(label, TEXT("TRUSTED CERTIFICATE"));
}

static const char *foreign_label(struct text label)
{
	if (text_ends(label, TEXT("PRIVATE KEY")))
		return "a private key, not a certificate";
	if (text_ends(label, TEXT("PUBLIC KEY")))
		return "a public key, not a certificate";
	if (text_ends(label, TEXT("CERTIFICATE REQUEST")))
		return "a request for a certificate, not a certificate";
	if (text_ends(label, TEXT("CRL")))
		return "a revocation list, not a certificate";
	if (text_equal(label, TEXT("PKCS7")) || text_equal(label, TEXT("CMS")))
		return "PKCS #7, not a certificate";
	if (text_ends(label, TEXT("PARAMETERS")))
		return "parameters of a key, not a certificate";
	return "a PEM block with another label, not a certificate";
}

/* The end of the line that begins at `at`: its line feed or carriage return, or the end. */
static uint32_t line_end(struct text bytes, uint32_t at)
{
	while (at < bytes.length && bytes.at[at] != '\n' && bytes.at[at] != '\r')
		at++;
	return at;
}

static uint32_t line_next(struct text bytes, uint32_t end)
{
	if (end < bytes.length && bytes.at[end] == '\r')
		end++;
	if (end < bytes.length && bytes.at[end] == '\n')
		end++;
	return end;
}

/* Does a header begin at `at`: a name and a colon? Looks at a few bytes only. */
static bool is_header(struct text bytes, uint32_t at)
{
	uint32_t end = at;

	while (end < bytes.length && end - at < LABEL_MAX
	       && bytes.at[end] > ' ' && bytes.at[end] != ':')
		end++;
	return end > at && end < bytes.length && bytes.at[end] == ':';
}

/* Where the base64 begins. Headers go to the next empty line, at most to a line of dashes. */
static uint32_t skip_headers(struct text bytes, uint32_t at)
{
	uint32_t start = at, end;

	while (start < bytes.length && is_white(bytes.at[start]))
		start++;
	if (!is_header(bytes, start))
		return at;
	end = line_end(bytes, start);
	while (end > start && bytes.at[start] != '-') {
		start = line_next(bytes, end);
		end = line_end(bytes, start);
	}
	return start;
}

/* Room to decode so many bytes. */
static void make_room(struct scan *scan, uint32_t length)
{
	struct arena *arena = scan->visitor->arena;

	if (length <= scan->capacity)
		return;
	scan->capacity = length > 4096 ? length : 4096;
	scan->packed = arena_alloc(arena, scan->capacity);
	scan->decoded = arena_alloc(arena, scan->capacity);
}

/* EVP_DecodeBlock takes = for a digit anywhere: padding is looked at here. */
static const char *padding_count(struct text packed, uint32_t *count)
{
	const char *first = packed.length
		? memchr(packed.at, '=', packed.length) : NULL;

	*count = first ? (uint32_t)(packed.at + packed.length - first) : 0;
	if (packed.length == 0)
		return "the block is empty";
	if (packed.length % 4 != 0)
		return "the base64 ends inside a group of four";
	if (*count > 2 || (*count == 2 && first[1] != '='))
		return "the base64 has padding before its end";
	return NULL;
}

/* Decode base64 with white space. NULL, or why not. */
static const char *decode(struct scan *scan, struct text body, struct text *der)
{
	struct text packed;
	uint32_t count = 0, padding;
	const char *why;
	int length;

	if (body.length > PEM_MAX)
		return "the block is larger than 8 MiB";
	make_room(scan, body.length);
	for (uint32_t i = 0; i < body.length; i++) {
		scan->packed[count] = body.at[i];
		count += !is_white(body.at[i]);
	}
	packed = (struct text){ scan->packed, count };
	why = padding_count(packed, &padding);
	if (why)
		return why;
	length = EVP_DecodeBlock(scan->decoded, (unsigned char *)scan->packed,
	                         (int)count);
	if (length < 0)
		return "the block holds something that is not base64";
	der->at = (const char *)scan->decoded;
	der->length = (uint32_t)length - padding;
	return NULL;
}

/* The certificate without what OpenSSL appends to trusted ones. */
static struct text without_trust(struct text der)
{
	struct der in = der_over(der);
	struct der_item item;

	return der_next(&in, &item) ? der_whole(&item) : der;
}

/* The END line at `at`: NULL, or why it is not there. */
static const char *check_end(struct text bytes, uint32_t at,
                             const struct label *begin, uint32_t *after)
{
	struct text rest = { bytes.at + at, bytes.length - at };
	struct label end;

	*after = at;
	if (!text_starts(rest, TEXT("-----END ")))
		return "the END line is missing";
	if (!read_label(bytes, at + 9, &end))
		return "the END line is broken";
	*after = end.after;
	return text_equal(end.text, begin->text)
		? NULL : "the END line has another label";
}

static void scan_certificate(struct scan *scan, const struct label *label)
{
	struct text bytes = scan->bytes, body, der;
	uint32_t start = skip_headers(bytes, label->after);
	const char *dash = start < bytes.length
		? memchr(bytes.at + start, '-', bytes.length - start) : NULL;
	uint32_t end = dash ? (uint32_t)(dash - bytes.at) : bytes.length;
	const char *why = check_end(bytes, end, label, &scan->at);

	body = (struct text){ bytes.at + start, end - start };
	if (!why)
		why = decode(scan, body, &der);
	if (why) {
		report_refused(scan, PEM_DAMAGED, label->begin, why);
		return;
	}
	if (text_starts(label->text, TEXT("TRUSTED ")))
		der = without_trust(der);
	report_found(scan, der, label->begin);
}

static void scan_block(struct scan *scan, uint32_t begin)
{
	struct label label = { .begin = begin };
	uint32_t at = begin + DASHES + 6;

	if (!read_label(scan->bytes, at, &label)) {
		scan->at = at;
		report_refused(scan, PEM_DAMAGED, begin,
		               "the BEGIN line is broken");
	} else if (is_certificate(label.text)) {
		scan_certificate(scan, &label);
	} else {
		scan->at = label.after;
		report_refused(scan, PEM_FOREIGN, begin,
		               foreign_label(label.text));
	}
}

/* The whole. */

/* UTF-16 is told from its byte order mark, or from the zero beside the first dash. */
static bool is_utf16(struct text bytes)
{
	return text_starts(bytes, TEXT("\xff\xfe"))
	    || text_starts(bytes, TEXT("\xfe\xff"))
	    || text_starts(bytes, TEXT("-\0"))
	    || text_starts(bytes, TEXT("\0-"));
}

/* What is left when there is no (more) PEM. A structure that is not proper DER is given on whole:
 * cert_read tells what is wrong with it. */
static void scan_remainder(struct scan *scan)
{
	struct pem_visitor *visitor = scan->visitor;
	struct text rest = scan_rest(scan);

	if (visitor->refused_count == 0 && rest.length > 1
	    && rest.at[0] == DER_SEQUENCE && (unsigned char)rest.at[1] >= 0x80)
		report_found(scan, rest, scan->at);
	else if (visitor->found_count + visitor->refused_count == 0)
		report_refused(scan, PEM_NOTHING, 0,
			scan->bytes.length == 0 ? "it is empty"
			: is_utf16(scan->bytes)
			? "it is UTF-16; only UTF-8 is read"
			: "it holds neither PEM nor DER");
	else if (text_trim(rest).length > 0)
		report_refused(scan, PEM_FOREIGN, scan->at,
		               "what follows is not a certificate");
}

bool pem_each(struct text bytes, struct pem_visitor *visitor)
{
	struct scan scan = { .visitor = visitor, .bytes = bytes };
	bool has_blocks = false;
	uint32_t begin;

	if (bytes.length == 0)
		scan.bytes = TEXT("");
	visitor->found_count = visitor->refused_count = 0;
	if (text_starts(bytes, TEXT("\xef\xbb\xbf")))
		scan.at = 3;
	ERR_set_mark();
	scan_structures(&scan);
	while (!scan.stopped && find_begin(&scan, &begin)) {
		has_blocks = true;
		scan_block(&scan, begin);
	}
	if (!scan.stopped && !has_blocks)
		scan_remainder(&scan);
	ERR_pop_to_mark();
	return !scan.stopped;
}
