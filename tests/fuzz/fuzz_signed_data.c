/* SPDX-License-Identifier: Apache-2.0 */
/* fuzz_signed_data.c - any bytes as PKCS #7: all the certificates in it can be looked at. */
#include <openssl/err.h>
#include <stdlib.h>

#include "forms/signed_data.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static bool found(struct text der, void *user)
{
	uint64_t *sum = user;

	if (der.length < 2 || der.at[0] != 0x30)
		abort();
	for (uint32_t i = 0; i < der.length; i++)
		*sum += (unsigned char)der.at[i];
	return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	uint64_t sum = 0;

	if (length <= UINT32_MAX)
		signed_data_each((struct text){ (const char *)bytes, (uint32_t)length }, found,
		                 &sum);
	ERR_clear_error();
	return 0;
}
