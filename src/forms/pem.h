/* SPDX-License-Identifier: Apache-2.0 */
/* pem.h - the blocks of a text that holds PEM (RFC 7468), and bare base64.
 *
 * Text may stand around blocks, headers (RFC 1421) in them, and lines end with CR, LF or both.
 * Nothing is said about what a block holds. Time is linear in the bytes, whatever they are.
 */
#ifndef FORMS_PEM_H
#define FORMS_PEM_H

#include "base/arena.h"

enum { PEM_MAX = 1 << 25 };     /* bytes between the lines of one block */

/* A text and how far it was read. Set arena, bytes and at. */
struct pem {
	struct arena *arena;    /* for decoded bytes; not to be reset in between */
	struct text bytes;
	uint32_t at;            /* what is before was dealt with */
	char *packed;           /* base64 without white space */
	unsigned char *decoded;
	uint32_t capacity;      /* of packed */
};

struct pem_block {
	struct text label;      /* "CERTIFICATE" */
	uint32_t begin;         /* of the BEGIN line */
	const char *why;        /* the BEGIN line is broken; static */
};

/* The next BEGIN line; false if there is none. What follows is the next text unless pem_decode
 * is called. */
bool pem_next(struct pem *pem, struct pem_block *block);

/* Decode the block that pem_next found and pass its END line. NULL, or why not; static. The bytes
 * are valid until something else is decoded. */
const char *pem_decode(struct pem *pem, const struct pem_block *block, struct text *bytes);

/* Decode the rest of the text as base64 with white space and nothing else. */
const char *pem_decode_bare(struct pem *pem, struct text *bytes);

#endif
