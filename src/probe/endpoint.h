/* SPDX-License-Identifier: Apache-2.0 */
/* endpoint.h - what was found at an endpoint, as a record of the entity `endpoint`. */
#ifndef PROBE_ENDPOINT_H
#define PROBE_ENDPOINT_H

#include "model/record.h"
#include "probe/probe.h"

enum endpoint_fact {
#define FACT(id, spelling, type, element, flags) ENDPOINT_##id,
#include "probe/endpoint.def"
	ENDPOINT_FACT_COUNT
};

enum { ENDPOINT_MOST_ISSUERS = 16, ENDPOINT_MOST_NAMES = 256 };

/* The entity, and that of certificates with it, in the arena. */
struct entity *endpoint_entity_new(struct arena *arena);

/* The record, in the arena; what is not known says why. `roots`: where chains may end; NULL if that is not told. */
struct record *endpoint_record(struct arena *arena, const struct entity *entity,
                               const struct probe *probe, const STACK_OF(X509) *roots);

/* The certificates that were served, in their order, as they were sent: at most `most`. How many; fewer than
 * were sent if the rest is damaged or more. They lie in the probe. */
uint32_t endpoint_chain(const struct probe *probe, struct text *ders, uint32_t most);

#endif
