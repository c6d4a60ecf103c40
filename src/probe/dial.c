/* SPDX-License-Identifier: Apache-2.0 */
#include "probe/dial.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "probe/resolve.h"

/* The errno of connecting, 0 when connected, ETIMEDOUT at the deadline. */
static int finish_connect(int handle, const struct sockaddr *to, socklen_t length, int64_t deadline)
{
	socklen_t size = sizeof(int);
	int error = 0;

	if (connect(handle, to, length) == 0)
		return 0;
	if (errno != EINPROGRESS && errno != EINTR)
		return errno;
	if (!wait_socket(handle, POLLOUT, deadline))
		return ETIMEDOUT;
	return getsockopt(handle, SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : errno;
}

static int connect_one(const struct sockaddr *to, socklen_t length, int64_t deadline, int *out)
{
	int handle = socket(to->sa_family, SOCK_STREAM, 0);
	int error;

	if (handle < 0)
		return errno;
	if (fcntl(handle, F_SETFD, FD_CLOEXEC) != 0 || fcntl(handle, F_SETFL, O_NONBLOCK) != 0)
		error = errno;
	else
		error = finish_connect(handle, to, length, deadline);
	if (error)
		close(handle);
	else
		*out = handle;
	return error;
}

static enum dialed meaning(struct dial *dial, int error)
{
	switch (error) {
	case 0:
		return DIALED;
	case ECONNREFUSED:
		return DIALED_REFUSED;
	case ETIMEDOUT:
		return DIALED_LATE;
	default:
		dial->error = error;
		return DIALED_UNREACHABLE;
	}
}

static void remember(struct dial *dial, const struct addrinfo *one)
{
	const void *at = one->ai_family == AF_INET6
		? (const void *)&((const struct sockaddr_in6 *)(const void *)one->ai_addr)->sin6_addr
		: (const void *)&((const struct sockaddr_in *)(const void *)one->ai_addr)->sin_addr;

	memcpy(&dial->found, one->ai_addr, one->ai_addrlen);
	dial->found_length = one->ai_addrlen;
	inet_ntop(one->ai_family, at, dial->ip, sizeof dial->ip);
}

/* Each address gets its share of the time, so that one that swallows everything leaves some for the next.
 * What is told is about the last one that refused, or else the last one. */
static int connect_any(struct dial *dial, const struct addrinfo *list, int64_t deadline, int *out)
{
	int error = ENOENT, refused = 0, left = 0;

	for (const struct addrinfo *one = list; one; one = one->ai_next)
		left++;
	for (const struct addrinfo *one = list; one; one = one->ai_next, left--) {
		int64_t now = wait_clock();

		error = connect_one(one->ai_addr, one->ai_addrlen, now + (deadline - now) / left, out);
		if (error == 0) {
			remember(dial, one);
			return 0;
		}
		if (error == ECONNREFUSED)
			refused = error;
	}
	return refused ? refused : error;
}

enum dialed dial(struct dial *dial, int64_t deadline, int *out)
{
	struct addrinfo *list;
	int error;

	if (dial->found_length)
		return meaning(dial, connect_one((const struct sockaddr *)&dial->found,
			dial->found_length, deadline, out));
	switch (resolve(dial->address, deadline, &list)) {
	case RESOLVED:
		break;
	case RESOLVED_NONE:
		return DIALED_NO_HOST;
	case RESOLVED_LATE: case RESOLVED_FAILED: default:
		return DIALED_NO_NAMES;
	}
	error = connect_any(dial, list, deadline, out);
	freeaddrinfo(list);
	return meaning(dial, error);
}
