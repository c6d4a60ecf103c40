/* SPDX-License-Identifier: Apache-2.0 */
/* probes.h - many endpoints: those of one host one after another, those of several at the same time. */
#ifndef PROBE_PROBES_H
#define PROBE_PROBES_H

#include "base/arena.h"
#include "probe/probe.h"

enum { PROBES_THREADS = 64 };

struct probes;

/* Begin, with so many hosts at the same time (from 1 to PROBES_THREADS). `all` are `count` probes with their
 * addresses; they and the arena are to stay until probes_stop. */
struct probes *probes_start(struct arena *arena, struct probe *all, uint32_t count, uint32_t threads,
                            int64_t timeout);

/* Wait until this one is done. */
struct probe *probes_wait(struct probes *probes, uint32_t index);

/* Begin no other one, wait for those that are being probed, and free what all of them hold. `user` is a struct probes. */
void probes_stop(void *user);

#endif
