/* SPDX-License-Identifier: Apache-2.0 */
#include "chains/library.h"

#include <pthread.h>

#include <openssl/crypto.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static OSSL_LIB_CTX *context;

OSSL_LIB_CTX *library_context(void)
{
	OSSL_LIB_CTX *made;

	pthread_mutex_lock(&lock);
	if (!context)
		context = OSSL_LIB_CTX_new();
	made = context;
	pthread_mutex_unlock(&lock);
	return made;
}
