/* SPDX-License-Identifier: Apache-2.0 */
/* test_probe.c - servers that do not speak TLS well, or not at all; all on 127.0.0.1. What real ones answer is
 * in run-endpoints. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "probe/hello.h"
#include "probe/probe.h"
#include "probe/probes.h"

enum { TIMEOUT = 300 };

/* --- a server ---------------------------------------------------------- */

struct server {
	int socket;
	pthread_t thread;
	struct text answer;     /* to each connection, after its first bytes came */
	bool closes, trickles;
};

static bool is_gone(int client)
{
	char bytes[512];

	return recv(client, bytes, sizeof bytes, 0) <= 0;
}

static void answer(const struct server *server, int client)
{
	struct text left = server->answer;

	if (!server->closes && is_gone(client))
		return;
	while (left.length && server->trickles && wait_socket(client, POLLOUT, wait_clock() + 100)) {
		if (send(client, left.at++, 1, MSG_NOSIGNAL) != 1)
			return;
		left.length--;
		poll(NULL, 0, 20);
	}
	if (left.length)
		send(client, left.at, left.length, MSG_NOSIGNAL);
	while (!server->closes && !is_gone(client))
		continue;
}

static void *serve(void *user)
{
	const struct server *server = user;
	int client;

	while ((client = accept(server->socket, NULL, NULL)) >= 0) {
		answer(server, client);
		close(client);
	}
	return NULL;
}

static void start(struct server *server, struct probe *probe)
{
	struct sockaddr_in at = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t size = sizeof at;
	char name[40];

	server->socket = socket(AF_INET, SOCK_STREAM, 0);
	assert_int_equal(bind(server->socket, (struct sockaddr *)&at, sizeof at), 0);
	assert_int_equal(getsockname(server->socket, (struct sockaddr *)&at, &size), 0);
	assert_int_equal(listen(server->socket, 8), 0);
	assert_int_equal(pthread_create(&server->thread, NULL, serve, server), 0);
	snprintf(name, sizeof name, "127.0.0.1:%d", ntohs(at.sin_port));
	memset(probe, 0, sizeof *probe);
	assert_null(address_read(name, &probe->address));
}

static void stop(struct server *server)
{
	shutdown(server->socket, SHUT_RDWR);
	pthread_join(server->thread, NULL);
	close(server->socket);
}

/* Probe it, within a time: the time-out, and what a busy machine needs. */
static void expect(struct server *server, enum probe_connection connection, enum probe_answer answer)
{
	struct probe p;
	int64_t begun = wait_clock();

	start(server, &p);
	probe(&p, TIMEOUT);
	stop(server);
	assert_true(wait_clock() - begun < TIMEOUT + 5000);
	assert_int_equal(p.connection, connection);
	assert_string_equal(p.ip, "127.0.0.1");
	for (int i = 0; i < PROBE_VERSIONS; i++) {
		assert_int_equal(p.answers[i], answer);
		assert_true(answer != PROBE_UNKNOWN || (p.whys[i] && p.whys[i][0]));
	}
	probe_done(&p);
}

static void a_server_that_says_nothing_is_silent(void **state)
{
	(void)state;
	expect(&(struct server){ 0 }, PROBE_SILENT, PROBE_UNKNOWN);
}

static void a_server_that_closes_is_no_refusal_of_a_version(void **state)
{
	(void)state;
	expect(&(struct server){ .closes = true }, PROBE_CLOSED, PROBE_UNKNOWN);
}

static void a_server_that_trickles_is_left(void **state)
{
	(void)state;
	expect(&(struct server){ .trickles = true,
		.answer = TEXT("\x16\x03\x03\x40\x00\x02\x00\x3f\xfc"
		               "................................................................") },
		PROBE_SILENT, PROBE_UNKNOWN);
}

static void a_server_without_tls_is_told(void **state)
{
	(void)state;
	expect(&(struct server){ .answer = TEXT("HTTP/1.1 400 Bad Request\r\n\r\n"), .closes = true },
	       PROBE_NO_TLS, PROBE_UNKNOWN);
	expect(&(struct server){ .answer = TEXT("220 mail.example ESMTP\r\n") }, PROBE_NO_TLS, PROBE_UNKNOWN);
}

static void an_alert_about_the_version_is_a_refusal(void **state)
{
	(void)state;
	expect(&(struct server){ .answer = TEXT("\x15\x03\x01\x00\x02\x02\x46") }, PROBE_TLS, PROBE_REFUSED);
}

static void other_alerts_of_a_server_that_accepts_nothing_say_nothing(void **state)
{
	(void)state;
	expect(&(struct server){ .answer = TEXT("\x15\x03\x01\x00\x02\x02\x50") }, PROBE_TLS, PROBE_UNKNOWN);
	expect(&(struct server){ .answer = TEXT("\x15\x03\x01\x00\x02\x02\x28") }, PROBE_TLS, PROBE_UNKNOWN);
}

static void a_damaged_hello_accepts_nothing(void **state)
{
	(void)state;
	expect(&(struct server){ .closes = false, .answer = TEXT("\x16\x03\x03\x00\x06\x02\x00\x00\x02\x03\x03") },
	       PROBE_TLS, PROBE_UNKNOWN);
}

static void a_port_without_server_refuses(void **state)
{
	struct server server = { 0 };
	struct probe p;

	(void)state;
	start(&server, &p);
	stop(&server);
	probe(&p, TIMEOUT);
	assert_int_equal(p.connection, PROBE_REFUSES);
	assert_string_equal(p.whys[PROBE_TLS12], p.why);
	assert_string_equal(p.ip, "");
	probe_done(&p);
}

/* --- several ----------------------------------------------------------- */

static void endpoints_of_one_host_are_probed_one_after_another(void **state)
{
	enum { COUNT = 3 };
	struct server servers[COUNT] = { 0 };
	struct probe all[COUNT];
	struct arena arena = { 0 };
	struct probes *probes;
	int64_t begun;

	(void)state;
	for (int i = 0; i < COUNT; i++)
		start(&servers[i], &all[i]);
	begun = wait_clock();
	probes = probes_start(&arena, all, COUNT, COUNT, TIMEOUT);
	for (uint32_t i = 0; i < COUNT; i++)
		assert_int_equal(probes_wait(probes, i)->connection, PROBE_SILENT);
	assert_true(wait_clock() - begun >= COUNT * TIMEOUT);
	probes_stop(probes);
	for (int i = 0; i < COUNT; i++)
		stop(&servers[i]);
	arena_free(&arena);
}

/* --- addresses --------------------------------------------------------- */

static void addresses_are_read(void **state)
{
	static const char *const good[][2] = {
		{ "tls://localhost:8443", "tls://localhost:8443" },
		{ "LocalHost", "tls://localhost:443" },
		{ "TLS://gateway.contoso.com.", "tls://gateway.contoso.com:443" },
		{ "tls://[0:0::1]:1", "tls://[::1]:1" },
		{ "[::1]", "tls://[::1]:443" },
		{ "127.0.0.1:00443", "tls://127.0.0.1:443" },
	};
	static const char *const bad[] = {
		"", "tls://", ":443", "::1", "[::1", "[::1]443", "[localhost]:1", "a:0", "a:65536", "a:",
		"a:99999999999999999999", "a:4 4", "a/b", "a:443/", "u@a", "a..b", ".a", "a b", "127.1",
		"0x7f000001.1", "1.2.3.4.5", "\xc3\xa4.example", "a\nb",
	};
	struct address address;

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		assert_null(address_read(good[i][0], &address));
		assert_string_equal(address.name, good[i][1]);
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_non_null(address_read(bad[i], &address));
}

static void a_host_has_253_bytes_at_most(void **state)
{
	char name[300];
	struct address address;

	(void)state;
	memset(name, 'a', sizeof name);
	name[253] = '\0';
	assert_null(address_read(name, &address));
	name[253] = 'a';
	name[254] = '\0';
	assert_non_null(address_read(name, &address));
}

/* --- messages ---------------------------------------------------------- */

static void a_hello_of_tls_13_says_so_in_an_extension(void **state)
{
	unsigned char hello[4 + 2 + 32 + 1 + 3 + 2 + 6] = { 2, 0, 0, 46, 3, 3 };
	unsigned char *extensions = hello + 42;

	(void)state;
	assert_int_equal(hello_version(hello, 42), 0x303);
	memcpy(extensions, (unsigned char[]){ 0, 6, 0, 43, 0, 2, 3, 4 }, 8);
	assert_int_equal(hello_version(hello, sizeof hello), 0x304);
	for (size_t length = 0; length < sizeof hello; length++)
		assert_int_equal(hello_version(hello, length), length == 42 ? 0x303 : 0);
}

static void chains_are_walked_to_where_they_are_damaged(void **state)
{
	static const unsigned char message[] = { 11, 0, 0, 11, 0, 0, 8, 0, 0, 1, 'a', 0, 0, 1, 'b' };
	struct hello_chain chain;
	const unsigned char *der;
	size_t length;

	(void)state;
	assert_true(hello_chain_open(&chain, message, sizeof message, false));
	assert_true(hello_chain_next(&chain, &der, &length));
	assert_true(length == 1 && *der == 'a');
	assert_true(hello_chain_next(&chain, &der, &length));
	assert_true(length == 1 && *der == 'b');
	assert_false(hello_chain_next(&chain, &der, &length));
	for (size_t cut = 0; cut < sizeof message; cut++)
		assert_false(hello_chain_open(&chain, message, cut, false));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_server_that_says_nothing_is_silent),
		cmocka_unit_test(a_server_that_closes_is_no_refusal_of_a_version),
		cmocka_unit_test(a_server_that_trickles_is_left),
		cmocka_unit_test(a_server_without_tls_is_told),
		cmocka_unit_test(an_alert_about_the_version_is_a_refusal),
		cmocka_unit_test(other_alerts_of_a_server_that_accepts_nothing_say_nothing),
		cmocka_unit_test(a_damaged_hello_accepts_nothing),
		cmocka_unit_test(a_port_without_server_refuses),
		cmocka_unit_test(endpoints_of_one_host_are_probed_one_after_another),
		cmocka_unit_test(addresses_are_read),
		cmocka_unit_test(a_host_has_253_bytes_at_most),
		cmocka_unit_test(a_hello_of_tls_13_says_so_in_an_extension),
		cmocka_unit_test(chains_are_walked_to_where_they_are_damaged),
	};

	return cmocka_run_group_tests_name("probe", tests, NULL, NULL);
}
