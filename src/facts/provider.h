/* SPDX-License-Identifier: Apache-2.0 */
/* provider.h - Windows' providers, which keep private keys, by their names.
 *
 * A name that ends in "Key Storage Provider", and the platform's, are CNG's; those of the
 * cryptographic service providers that come with Windows are known. The kind of any other is
 * missing.
 */
#ifndef FACTS_PROVIDER_H
#define FACTS_PROVIDER_H

#include "model/certificate.h"
#include "model/record.h"

/* Set key.provider and key.provider-kind of a certificate's record. The name is borrowed. */
void provider_note(struct record *record, struct text name);

#endif
