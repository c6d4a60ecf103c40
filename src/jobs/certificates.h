/* SPDX-License-Identifier: Apache-2.0 */
/* certificates.h - the certificates of a file, read and called by names; and what a file is. */
#ifndef JOBS_CERTIFICATES_H
#define JOBS_CERTIFICATES_H

#include "forms/forms.h"

/* Something that is no certificate, or none that can be read. */
struct certificate_refusal {
	uint64_t offset;
	uint32_t ordinal;               /* which it is, from 1; 0: the input as a whole */
	bool nothing;                   /* the input is something else */
	bool inside;                    /* of a container: others have its offset, too */
	const char *why;
};

/* Read all certificates of `bytes`; each is given to `take`, what is none to `refuse`, and what
 * should be known of those that are used to `remark`, which may be NULL. The arena may be reset in
 * `take`. */
struct certificate_visit {
	struct arena *arena;            /* for records and reasons */
	const struct entity *entity;
	const uint64_t *wanted;         /* facts, as cert_read takes them */
	struct text name;
	void (*take)(void *user, struct record *record);
	void (*refuse)(void *user, const struct certificate_refusal *refusal);
	void (*remark)(void *user, const char *what);
	/* A password to try on what needs one, from 0; NULL when there is none left. May be NULL. */
	const char *(*password)(void *user, unsigned int attempt);
	/* Called instead of `take`, with what is not read yet; mostly NULL. */
	void (*keep)(void *user, const struct form_found *found, struct text key);
	void *user;
	bool leave_out_chain;           /* of a file that holds a key, what has none */
	struct text der;                /* during `take`: the bytes; empty for a request, and if its
	                                   container keeps it */
	uint32_t taken;
};
void certificates_read(struct certificate_visit *visit, struct text bytes);

/* Read one that was kept; NULL, and refused, if it can't be read. It has neither key nor file. */
struct record *certificate_read(struct certificate_visit *visit, const struct form_found *found);

/* What to say of it. */
struct text certificate_trouble(struct arena *arena, const struct certificate_refusal *refusal);

/* Do these bytes look like JSON rather than certificates? */
bool bytes_are_json(struct text bytes);

/* Do they begin with an object that is alone in its line (NDJSON)? Then they can be read in
 * pieces. */
bool bytes_are_lines(struct text bytes);

#endif
