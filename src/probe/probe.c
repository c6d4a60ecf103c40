/* SPDX-License-Identifier: Apache-2.0 */
#include "probe/probe.h"

#include <errno.h>
#include <openssl/ssl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* The one that matters comes first, and what it shows stands unencrypted. */
static const struct {
	enum probe_version version;
	int number;
} order[PROBE_VERSIONS] = {
	{ PROBE_TLS12, TLS1_2_VERSION }, { PROBE_TLS13, TLS1_3_VERSION },
	{ PROBE_TLS11, TLS1_1_VERSION }, { PROBE_TLS10, TLS1_VERSION },
};

/* What one version came to, before it is known what the others did. */
struct attempt {
	bool made;
	int number, selected, alert;
	enum handshake_end end;
};

static void say(struct probe *p, enum probe_connection connection, const char *why)
{
	p->connection = connection;
	snprintf(p->why, sizeof p->why, "%s", why);
}

static void say_unreachable(struct probe *p, int error)
{
	char text[100] = "it can't be reached";

	if (strerror_r(error, text, sizeof text) != 0)
		snprintf(text, sizeof text, "error %d", error);
	p->connection = PROBE_UNREACHABLE;
	snprintf(p->why, sizeof p->why, "it can't be reached: %s", text);
}

static void say_dialed(struct probe *p, enum dialed dialed, int error)
{
	switch (dialed) {
	case DIALED_NO_HOST:
		say(p, PROBE_NO_HOST, "there is no host of this name");
		break;
	case DIALED_NO_NAMES:
		say(p, PROBE_NO_NAMES, "no name server told the address of the host");
		break;
	case DIALED_REFUSED:
		say(p, PROBE_REFUSES, "the host refuses connections to the port");
		break;
	case DIALED_LATE:
		say(p, PROBE_TIMED_OUT, "there was no connection within the time-out");
		break;
	case DIALED: case DIALED_UNREACHABLE: default:
		say_unreachable(p, error);
		break;
	}
}

static bool showed_more(const struct handshake *h, const struct probe *p)
{
	if (!p->has_shown)
		return h->selected != 0;
	return !p->shown.chain && h->chain;
}

static void keep(struct probe *p, struct handshake *h)
{
	if (!showed_more(h, p)) {
		handshake_done(h);
		return;
	}
	handshake_done(&p->shown);
	p->shown = *h;
	p->has_shown = true;
}

/* Is it worth while to try others? */
static bool try_version(struct probe *p, struct dial *dialing, struct attempt *attempt, int64_t timeout)
{
	struct handshake h = { .address = &p->address, .version = attempt->number };
	enum dialed dialed;

	h.deadline = wait_clock() + timeout;
	dialed = dial(dialing, h.deadline, &h.socket);
	if (dialed != DIALED) {
		say_dialed(p, dialed, dialing->error);
		return false;
	}
	handshake(&h);
	close(h.socket);
	*attempt = (struct attempt){ true, attempt->number, h.selected, h.alert, h.end };
	keep(p, &h);
	return h.end != HANDSHAKE_LATE && h.end != HANDSHAKE_NO_TLS;
}

/* --- the answers ------------------------------------------------------- */

/* RFC 8446 6.2. */
enum { HANDSHAKE_FAILURE = 40, PROTOCOL_VERSION = 70, INSUFFICIENT_SECURITY = 71 };

static const char *const no_reason =
	"the server ended the handshake, perhaps because of the version, perhaps not";

/* An alert about ciphers may be about those that this OpenSSL lacks; TLS 1.3 has one that all have. */
static const char *why_alert(const struct attempt *a, bool others)
{
	if (a->alert == PROTOCOL_VERSION)
		return NULL;
	if (a->number != TLS1_3_VERSION
	    && (a->alert == HANDSHAKE_FAILURE || a->alert == INSUFFICIENT_SECURITY))
		return "the server agreed to no cipher; it may accept the version with one that "
		       "this OpenSSL lacks";
	return others ? NULL : no_reason;
}

/* Why it can't be said that the server refuses the version; NULL if it does. `others`: it accepts some
 * other one, so that what it does here, it does about this one. */
static const char *why_unknown(const struct probe *p, const struct attempt *a, bool others)
{
	if (!a->made)
		return p->why[0] ? p->why : "it was not tried, since an earlier try took too long";
	if (a->selected)
		return NULL;
	switch (a->end) {
	case HANDSHAKE_OURS:
		return "this OpenSSL can't offer the version";
	case HANDSHAKE_NO_MEMORY:
		return "memory ended";
	case HANDSHAKE_LATE:
		return "the server did not answer within the time-out";
	case HANDSHAKE_NO_TLS:
		return "the server's first bytes are not of TLS";
	case HANDSHAKE_CLOSED: case HANDSHAKE_STOPPED: case HANDSHAKE_DONE: default:
		return a->alert >= 0 ? why_alert(a, others) : others ? NULL : no_reason;
	}
}

static void say_silent(struct probe *p, const struct attempt *first)
{
	switch (first->end) {
	case HANDSHAKE_LATE:
		say(p, PROBE_SILENT, "the server accepts the connection, but did not answer in TLS "
		    "within the time-out");
		break;
	case HANDSHAKE_NO_TLS:
		say(p, PROBE_NO_TLS, "the server's first bytes are not of TLS");
		break;
	case HANDSHAKE_CLOSED:
		say(p, PROBE_CLOSED, "the server closes the connection without an answer");
		break;
	case HANDSHAKE_OURS: case HANDSHAKE_DONE: case HANDSHAKE_STOPPED: case HANDSHAKE_NO_MEMORY:
	default:
		say(p, PROBE_TLS, "no version of TLS could be agreed on with the server");
		break;
	}
}

static void conclude(struct probe *p, const struct attempt attempts[PROBE_VERSIONS])
{
	bool accepts = false, alerts = false;

	for (int i = 0; i < PROBE_VERSIONS; i++) {
		accepts = accepts || attempts[i].selected != 0;
		alerts = alerts || (attempts[i].made && attempts[i].alert >= 0);
	}
	if (accepts)
		p->connection = PROBE_TLS;
	else if (alerts)
		say(p, PROBE_TLS, "the server answers in TLS, but agrees to no version that was offered");
	else if (attempts[0].made)
		say_silent(p, &attempts[0]);
	for (int i = 0; i < PROBE_VERSIONS; i++) {
		const struct attempt *a = &attempts[i];
		enum probe_version version = order[i].version;

		if (a->made && a->selected == a->number) {
			p->answers[version] = PROBE_ACCEPTED;
			continue;
		}
		p->whys[version] = why_unknown(p, a, accepts);
		p->answers[version] = p->whys[version] ? PROBE_UNKNOWN : PROBE_REFUSED;
	}
}

void probe(struct probe *p, int64_t timeout)
{
	struct dial dialing = { .address = &p->address };
	struct attempt attempts[PROBE_VERSIONS] = { 0 };
	bool more = true;

	for (int i = 0; i < PROBE_VERSIONS; i++) {
		attempts[i].number = order[i].number;
		if (more)
			more = try_version(p, &dialing, &attempts[i], timeout);
	}
	memcpy(p->ip, dialing.ip, sizeof p->ip);
	conclude(p, attempts);
}

void probe_done(struct probe *p)
{
	handshake_done(&p->shown);
}
