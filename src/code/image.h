/* SPDX-License-Identifier: Apache-2.0 */
/* image.h - a program as bytes: docs/architecture/image.md.
 *
 * The same program always gives the same bytes, and every image that is accepted is the
 * one that writing its program gives.
 */
#ifndef CODE_IMAGE_H
#define CODE_IMAGE_H

#include "code/program.h"
#include "code/trouble.h"

enum {
	IMAGE_FORMAT = 1,       /* raised with every change of the format, tables or instructions */
	IMAGE_LANGUAGE = 1,     /* version of the language that programs were written in */
	IMAGE_HEADER = 64,      /* bytes */
	IMAGE_DIGEST_AT = 32,   /* where the digest stands in the header */
	IMAGE_DIGEST = 32,      /* its bytes: SHA-256 of everything after the header */
	IMAGE_ALIGN = 8         /* of every section, and wanted of images read in place */
};

/* Add the image. False, and nothing added, when it would be larger than 4 GiB or OpenSSL can't
 * make a SHA-256. */
bool image_write(struct buffer *out, const struct program *program);

/* Bytes of the image; 0 when it would be larger than 4 GiB. */
uint32_t image_size(const struct program *program);

/* The digest that the image of the program has. False as for image_write. */
bool image_digest(const struct program *program, struct arena *scratch,
                  unsigned char digest[IMAGE_DIGEST]);

/* The program in an image. On little-endian machines it borrows from `bytes` where these are
 * aligned by IMAGE_ALIGN; else it is a copy in the arena. It is not verified yet. */
bool image_read(struct arena *arena, struct text bytes, struct program *program,
                struct image_trouble *why);

#endif
