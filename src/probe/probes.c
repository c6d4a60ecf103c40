/* SPDX-License-Identifier: Apache-2.0 */
#include "probe/probes.h"

#include <pthread.h>

#include "base/map.h"

static const uint32_t NONE = UINT32_MAX;

struct probes {
	struct probe *all;
	uint32_t count;
	int64_t timeout;
	uint32_t *next_same;    /* the next endpoint of the same host; or NONE */
	bool *is_later;         /* it is some other's next */
	bool *is_done;
	uint32_t next;          /* host to be begun, by its first endpoint */
	bool stopped;
	pthread_mutex_t lock;
	pthread_cond_t one_done;
	pthread_t threads[PROBES_THREADS];
	uint32_t thread_count;
};

static void set_hosts(struct probes *probes, struct arena *arena)
{
	struct map last = { 0 };

	for (uint32_t i = 0; i < probes->count; i++) {
		struct text host = text_from(probes->all[i].address.host);
		uint32_t before = map_get(&last, host);

		probes->next_same[i] = NONE;
		if (before != MAP_NONE) {
			probes->next_same[before] = i;
			probes->is_later[i] = true;
		}
		map_put(&last, arena, host, i);
	}
}

/* The first endpoint of a host that nobody has begun; NONE when there is none. */
static uint32_t take_host(struct probes *probes)
{
	uint32_t taken = NONE;

	pthread_mutex_lock(&probes->lock);
	while (probes->next < probes->count && probes->is_later[probes->next])
		probes->next++;
	if (!probes->stopped && probes->next < probes->count)
		taken = probes->next++;
	pthread_mutex_unlock(&probes->lock);
	return taken;
}

/* False when no other is to be begun. */
static bool tell_done(struct probes *probes, uint32_t index)
{
	bool stopped;

	pthread_mutex_lock(&probes->lock);
	probes->is_done[index] = true;
	stopped = probes->stopped;
	pthread_cond_broadcast(&probes->one_done);
	pthread_mutex_unlock(&probes->lock);
	return !stopped;
}

static void *work(void *user)
{
	struct probes *probes = user;
	uint32_t at;

	while ((at = take_host(probes)) != NONE) {
		do {
			probe(&probes->all[at], probes->timeout);
			if (!tell_done(probes, at))
				return NULL;
			at = probes->next_same[at];
		} while (at != NONE);
	}
	return NULL;
}

struct probes *probes_start(struct arena *arena, struct probe *all, uint32_t count, uint32_t threads,
                            int64_t timeout)
{
	struct probes *probes = arena_alloc(arena, sizeof *probes);

	probes->all = all;
	probes->count = count;
	probes->timeout = timeout;
	probes->next_same = arena_array(arena, count + 1, sizeof *probes->next_same);
	probes->is_later = arena_array(arena, count + 1, sizeof *probes->is_later);
	probes->is_done = arena_array(arena, count + 1, sizeof *probes->is_done);
	set_hosts(probes, arena);
	pthread_mutex_init(&probes->lock, NULL);
	pthread_cond_init(&probes->one_done, NULL);
	while (probes->thread_count < threads && probes->thread_count < count
	       && pthread_create(&probes->threads[probes->thread_count], NULL, work, probes) == 0)
		probes->thread_count++;
	return probes;
}

struct probe *probes_wait(struct probes *probes, uint32_t index)
{
	if (probes->thread_count == 0 && !probes->is_done[index])
		work(probes);
	pthread_mutex_lock(&probes->lock);
	while (!probes->is_done[index])
		pthread_cond_wait(&probes->one_done, &probes->lock);
	pthread_mutex_unlock(&probes->lock);
	return &probes->all[index];
}

void probes_stop(void *user)
{
	struct probes *probes = user;

	pthread_mutex_lock(&probes->lock);
	probes->stopped = true;
	pthread_mutex_unlock(&probes->lock);
	for (uint32_t i = 0; i < probes->thread_count; i++)
		pthread_join(probes->threads[i], NULL);
	for (uint32_t i = 0; i < probes->count; i++)
		probe_done(&probes->all[i]);
	pthread_cond_destroy(&probes->one_done);
	pthread_mutex_destroy(&probes->lock);
}
