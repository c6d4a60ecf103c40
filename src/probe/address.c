/* SPDX-License-Identifier: Apache-2.0 */
#include "probe/address.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_name_byte(char c)
{
	return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-' || c == '.' || c == '_';
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Resolvers take "127.1" and "0x7f000001" for addresses; nobody means them. */
static const char *check_name(const char *host)
{
	const char *last = strrchr(host, '.');
	size_t dots = 0;

	last = last ? last + 1 : host;
	if (is_digit(*last))
		return "its host ends in a number, but is no IPv4 address";
	for (const char *c = host; *c; c++) {
		if (!is_name_byte(*c))
			return "its host may have ASCII letters, digits, `-`, `_` and `.`; "
			       "write other letters as xn--...";
		dots = *c == '.' ? dots + 1 : 0;
		if (dots > 1 || host[0] == '.')
			return "its host has an empty part";
	}
	return NULL;
}

static const char *take_host(const char *at, size_t length, struct address *address)
{
	unsigned char bytes[16];

	if (length > 0 && at[length - 1] == '.')
		length--;
	if (length == 0)
		return "it has no host";
	if (length >= sizeof address->host)
		return "its host is longer than 253 bytes";
	for (size_t i = 0; i < length; i++)
		address->host[i] = lower(at[i]);
	address->host[length] = '\0';
	address->literal = inet_pton(AF_INET, address->host, bytes) == 1;
	return address->literal ? NULL : check_name(address->host);
}

static const char *take_bracketed(const char *at, size_t length, struct address *address)
{
	unsigned char bytes[16];

	if (length >= INET6_ADDRSTRLEN)
		return "what stands in brackets is no IPv6 address";
	memcpy(address->host, at, length);
	address->host[length] = '\0';
	if (inet_pton(AF_INET6, address->host, bytes) != 1)
		return "what stands in brackets is no IPv6 address";
	inet_ntop(AF_INET6, bytes, address->host, INET6_ADDRSTRLEN);
	address->literal = true;
	return NULL;
}

static const char *take_port(const char *at, struct address *address)
{
	size_t length = strspn(at, "0123456789");
	unsigned long port = 0;

	for (size_t i = 0; i < length && port <= 65535; i++)
		port = port * 10 + (unsigned long)(at[i] - '0');
	if (at[length] || port < 1 || port > 65535)
		return "a port is a number from 1 to 65535, and nothing follows it";
	snprintf(address->port, sizeof address->port, "%lu", port);
	return NULL;
}

const char *address_read(const char *text, struct address *address)
{
	const char *why, *end;

	*address = (struct address){ .port = "443" };
	if (strncasecmp(text, "tls://", 6) == 0)
		text += 6;
	if (*text == '[') {
		end = text + strcspn(text, "]");
		if (!*end)
			return "a bracket is not closed";
		why = take_bracketed(text + 1, (size_t)(end - text - 1), address);
		end++;
	} else {
		end = text + strcspn(text, ":");
		if (*end && strchr(end + 1, ':'))
			return "an IPv6 address stands in brackets: tls://[::1]:443";
		why = take_host(text, (size_t)(end - text), address);
	}
	if (!why && *end)
		why = *end == ':' ? take_port(end + 1, address) : "after a bracket stands a port";
	snprintf(address->name, sizeof address->name, strchr(address->host, ':')
		? "tls://[%s]:%s" : "tls://%s:%s", address->host, address->port);
	return why;
}
