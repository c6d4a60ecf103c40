/* SPDX-License-Identifier: Apache-2.0 */
#include "probe/roots.h"

#include <limits.h>
#include <openssl/err.h>
#include <openssl/pem.h>

STACK_OF(X509) *roots_read(struct text pem)
{
	BIO *in = pem.length > INT_MAX ? NULL : BIO_new_mem_buf(pem.at, (int)pem.length);
	STACK_OF(X509) *roots = sk_X509_new_null();
	X509 *root;

	while (in && roots && (root = PEM_read_bio_X509(in, NULL, NULL, NULL)))
		if (!sk_X509_push(roots, root))
			X509_free(root);
	BIO_free(in);
	ERR_clear_error();
	if (sk_X509_num(roots) > 0)
		return roots;
	roots_free(roots);
	return NULL;
}

void roots_free(STACK_OF(X509) *roots)
{
	sk_X509_pop_free(roots, X509_free);
}
