/* SPDX-License-Identifier: Apache-2.0 */
/* certcheck.h - reading certificates and asserting what comes of it, for tests.
 *
 * Every read must end within 100 ms of processor time.
 */
#ifndef TESTS_CERTCHECK_H
#define TESTS_CERTCHECK_H

#include "certgen.h"
#include "facts/cert.h"

/* One fact of a certificate that must be read; the others must stay missing. */
struct value certcheck_fact(struct arena *arena, struct text der,
                            enum certificate_fact fact);

/* Is it a fact that only a container of the certificate can tell? */
bool certcheck_of_container(enum certificate_fact fact);

/* Why a certificate is refused; fails if it is not. */
const char *certcheck_refusal(struct arena *arena, struct text der);

/* The state, and what the value holds. A reason must contain `why`. */
void certcheck_number(struct value value, int64_t number);
void certcheck_text(struct value value, const char *text);
void certcheck_state(struct value value, enum state state);
void certcheck_flaw(struct value value, const char *why);

/* A set of texts or identifiers: the members with commas between. */
void certcheck_members(struct value value, const char *members);

#endif
