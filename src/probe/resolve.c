/* SPDX-License-Identifier: Apache-2.0 */
/* getaddrinfo can't be told how long it may take, so it runs in a thread that may be left behind. */
#include "probe/resolve.h"

#include <pthread.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>

struct lookup {
	pthread_mutex_t lock;
	pthread_cond_t ended;
	struct address address;
	struct addrinfo *list;
	int error;
	bool done;
	int holders;                    /* threads that still look at it */
};

static int ask(const struct address *address, struct addrinfo **list)
{
	struct addrinfo hints = { .ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM };

	hints.ai_flags = AI_NUMERICSERV | (address->literal ? AI_NUMERICHOST : 0);
	return getaddrinfo(address->host, address->port, &hints, list);
}

static enum resolved meaning(int error)
{
	if (error == 0)
		return RESOLVED;
	return error == EAI_NONAME ? RESOLVED_NONE : RESOLVED_FAILED;
}

/* Called with the lock, which is given back. */
static void let_go(struct lookup *lookup)
{
	int holders = --lookup->holders;

	pthread_mutex_unlock(&lookup->lock);
	if (holders > 0)
		return;
	if (lookup->list)
		freeaddrinfo(lookup->list);
	pthread_cond_destroy(&lookup->ended);
	pthread_mutex_destroy(&lookup->lock);
	free(lookup);
}

static void *look_up(void *user)
{
	struct lookup *lookup = user;
	struct addrinfo *list = NULL;
	int error = ask(&lookup->address, &list);

	pthread_mutex_lock(&lookup->lock);
	lookup->list = list;
	lookup->error = error;
	lookup->done = true;
	pthread_cond_signal(&lookup->ended);
	let_go(lookup);
	return NULL;
}

static struct lookup *lookup_new(const struct address *address)
{
	struct lookup *lookup = calloc(1, sizeof *lookup);
	pthread_condattr_t monotonic;

	if (!lookup)
		return NULL;
	lookup->address = *address;
	pthread_mutex_init(&lookup->lock, NULL);
	pthread_condattr_init(&monotonic);
	pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
	pthread_cond_init(&lookup->ended, &monotonic);
	pthread_condattr_destroy(&monotonic);
	return lookup;
}

static bool start(struct lookup *lookup)
{
	pthread_attr_t detached;
	pthread_t thread;
	int error;

	pthread_attr_init(&detached);
	pthread_attr_setdetachstate(&detached, PTHREAD_CREATE_DETACHED);
	lookup->holders = 2;
	error = pthread_create(&thread, &detached, look_up, lookup);
	pthread_attr_destroy(&detached);
	if (error)
		lookup->holders = 1;
	return error == 0;
}

enum resolved resolve(const struct address *address, int64_t deadline, struct addrinfo **list)
{
	struct timespec until = { .tv_sec = (time_t)(deadline / 1000),
	                          .tv_nsec = (long)(deadline % 1000) * 1000000 };
	enum resolved result = RESOLVED_FAILED;
	struct lookup *lookup;

	*list = NULL;
	if (address->literal)
		return meaning(ask(address, list));
	lookup = lookup_new(address);
	if (!lookup)
		return RESOLVED_FAILED;
	if (start(lookup)) {
		pthread_mutex_lock(&lookup->lock);
		while (!lookup->done
		       && pthread_cond_timedwait(&lookup->ended, &lookup->lock, &until) == 0)
			continue;
		result = lookup->done ? meaning(lookup->error) : RESOLVED_LATE;
		*list = lookup->list;
		lookup->list = NULL;
	} else {
		pthread_mutex_lock(&lookup->lock);
	}
	let_go(lookup);
	return result;
}
