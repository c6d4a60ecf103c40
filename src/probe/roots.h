/* SPDX-License-Identifier: Apache-2.0 */
/* roots.h - certificates where the chains that servers send may end. */
#ifndef PROBE_ROOTS_H
#define PROBE_ROOTS_H

#include <openssl/x509.h>

#include "base/text.h"

/* The certificates among the blocks of a PEM text, for roots_free. NULL if there is none. */
STACK_OF(X509) *roots_read(struct text pem);

void roots_free(STACK_OF(X509) *roots);

#endif
