/* SPDX-License-Identifier: Apache-2.0 */
/* store.h - certificates that facts name by their fingerprints.
 *
 * Kept as they are encoded, each once; read when one is asked for. Once filled it may be shared by
 * threads.
 */
#ifndef JOBS_STORE_H
#define JOBS_STORE_H

#include "facts/fingerprint.h"
#include "jobs/certificates.h"

struct store;

struct store *store_new(struct arena *arena);

/* Keep one; all is copied. Requests have no fingerprint yet, and are not kept. */
void store_add(struct store *store, const struct form_found *found, struct text key,
               struct text file);

/* Read the one with this fingerprint: certificate_read with a key and a file. NULL if there is
 * none. */
struct record *store_read(const struct store *store, const struct fingerprint *fingerprint,
                          struct certificate_visit *visit);

#endif
