/* SPDX-License-Identifier: Apache-2.0 */
#include "probe/hello.h"

enum { HEADER = 4, RANDOM = 32, SUPPORTED_VERSIONS = 43 };

static size_t number_at(const unsigned char *at, int bytes)
{
	size_t number = 0;

	while (bytes-- > 0)
		number = number << 8 | *at++;
	return number;
}

/* Go past a vector with a length of so many bytes before it. False if it does not fit. */
static bool pass(const unsigned char **at, const unsigned char *end, int bytes)
{
	size_t length;

	if (end - *at < bytes)
		return false;
	length = number_at(*at, bytes);
	*at += bytes;
	if ((size_t)(end - *at) < length)
		return false;
	*at += length;
	return true;
}

/* RFC 8446 4.2.1: in a ServerHello the extension holds the one version. */
static int selected(const unsigned char *at, const unsigned char *end, int version)
{
	while (end - at >= 4) {
		size_t type = number_at(at, 2), length = number_at(at + 2, 2);

		at += 4;
		if ((size_t)(end - at) < length)
			return 0;
		if (type == SUPPORTED_VERSIONS && length == 2)
			return (int)number_at(at, 2);
		at += length;
	}
	return at == end ? version : 0;
}

int hello_version(const unsigned char *message, size_t length)
{
	const unsigned char *end = message + length, *at = message + HEADER + 2 + RANDOM;
	int version;

	if (length < HEADER + 2 + RANDOM)
		return 0;
	version = (int)number_at(message + HEADER, 2);
	if (!pass(&at, end, 1) || end - at < 3)
		return 0;
	at += 3;                /* cipher suite, compression method */
	if (at == end)
		return version;
	if (end - at < 2 || number_at(at, 2) != (size_t)(end - at - 2))
		return 0;
	return selected(at + 2, end, version);
}

bool hello_chain_open(struct hello_chain *chain, const unsigned char *message, size_t length, bool is_13)
{
	const unsigned char *end = message + length, *at = message + HEADER;

	*chain = (struct hello_chain){ message, message, is_13 };
	if (length < HEADER || (is_13 && !pass(&at, end, 1)))
		return false;
	if (end - at < 3 || number_at(at, 3) != (size_t)(end - at - 3))
		return false;
	chain->at = at + 3;
	chain->end = end;
	return true;
}

bool hello_chain_next(struct hello_chain *chain, const unsigned char **der, size_t *length)
{
	const unsigned char *at = chain->at;

	if (at == chain->end || !pass(&at, chain->end, 3))
		return false;
	*der = chain->at + 3;
	*length = (size_t)(at - *der);
	if (chain->is_13 && !pass(&at, chain->end, 2))
		return false;
	chain->at = at;
	return true;
}
