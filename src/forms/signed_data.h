/* SPDX-License-Identifier: Apache-2.0 */
/* signed_data.h - the certificates in PKCS #7 signed data (RFC 2315 9, RFC 5652 5), as in .p7b
 * files.
 *
 * DER is walked in place, so that damage in one certificate is its own. What the walk refuses,
 * such as BER with indefinite lengths, is given to OpenSSL's decoder. Signatures are not looked
 * at.
 */
#ifndef FORMS_SIGNED_DATA_H
#define FORMS_SIGNED_DATA_H

#include "base/text.h"

enum { SIGNED_DATA_MAX_BER = 1 << 20 };         /* bytes that OpenSSL is given */

/* The DER of one; valid during the call. False stops. */
typedef bool signed_data_fn(struct text der, void *user);

/* Visit the certificates in order. NULL, or why it can't be read; static. */
const char *signed_data_each(struct text bytes, signed_data_fn *found, void *user);

#endif
