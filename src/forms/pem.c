/* SPDX-License-Identifier: Apache-2.0 */
#include "forms/pem.h"

#include <openssl/evp.h>

static bool is_white(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

enum { DASHES = 5, LABEL_MAX = 64 };

/* The next "-----BEGIN " from pem->at; false if there is none. Passes each byte once. */
static bool find_begin(const struct pem *pem, uint32_t *begin)
{
	struct text bytes = pem->bytes;
	uint32_t at = pem->at;

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

/* The label between `at` and the dashes that end the line, and what is after them; false if they
 * are not there. */
static bool read_label(struct text bytes, uint32_t at, struct text *label, uint32_t *after)
{
	uint32_t end = at;

	while (end < bytes.length && end - at <= LABEL_MAX
	       && bytes.at[end] >= ' ' && bytes.at[end] != '-')
		end++;
	*label = (struct text){ bytes.at + at, end - at };
	*after = end + DASHES;
	return bytes.length - end >= DASHES
	    && memcmp(bytes.at + end, "-----", DASHES) == 0;
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
static void make_room(struct pem *pem, uint32_t length)
{
	if (length <= pem->capacity)
		return;
	pem->capacity = length > 4096 ? length : 4096;
	pem->packed = arena_alloc(pem->arena, pem->capacity);
	pem->decoded = arena_alloc(pem->arena, pem->capacity);
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
static const char *decode(struct pem *pem, struct text body, struct text *der)
{
	struct text packed;
	uint32_t count = 0, padding;
	const char *why;
	int length;

	if (body.length > PEM_MAX)
		return "the block is larger than 32 MiB";
	make_room(pem, body.length);
	for (uint32_t i = 0; i < body.length; i++) {
		pem->packed[count] = body.at[i];
		count += !is_white(body.at[i]);
	}
	packed = (struct text){ pem->packed, count };
	why = padding_count(packed, &padding);
	if (why)
		return why;
	length = EVP_DecodeBlock(pem->decoded, (unsigned char *)pem->packed,
	                         (int)count);
	if (length < 0)
		return "the block holds something that is not base64";
	der->at = (const char *)pem->decoded;
	der->length = (uint32_t)length - padding;
	return NULL;
}

/* The END line at `at`: NULL, or why it is not there. */
static const char *check_end(struct text bytes, uint32_t at,
                             struct text label, uint32_t *after)
{
	struct text rest = { bytes.at + at, bytes.length - at }, ended;
	uint32_t end;

	*after = at;
	if (!text_starts(rest, TEXT("-----END ")))
		return "the END line is missing";
	if (!read_label(bytes, at + 9, &ended, &end))
		return "the END line is broken";
	*after = end;
	return text_equal(ended, label)
		? NULL : "the END line has another label";
}

bool pem_next(struct pem *pem, struct pem_block *block)
{
	uint32_t at;

	if (!find_begin(pem, &block->begin))
		return false;
	at = block->begin + DASHES + 6;
	block->why = NULL;
	if (!read_label(pem->bytes, at, &block->label, &pem->at)) {
		pem->at = at;
		block->why = "the BEGIN line is broken";
	}
	return true;
}

const char *pem_decode(struct pem *pem, const struct pem_block *block, struct text *bytes)
{
	struct text all = pem->bytes;
	uint32_t start = skip_headers(all, pem->at);
	const char *dash = start < all.length
		? memchr(all.at + start, '-', all.length - start) : NULL;
	uint32_t end = dash ? (uint32_t)(dash - all.at) : all.length;
	const char *why = check_end(all, end, block->label, &pem->at);

	return why ? why : decode(pem, (struct text){ all.at + start, end - start }, bytes);
}

const char *pem_decode_bare(struct pem *pem, struct text *bytes)
{
	struct text rest = { pem->bytes.at + pem->at, pem->bytes.length - pem->at };

	return decode(pem, rest, bytes);
}
