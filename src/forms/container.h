/* SPDX-License-Identifier: Apache-2.0 */
/* container.h - what a container says of a certificate, besides the certificate. */
#ifndef FORMS_CONTAINER_H
#define FORMS_CONTAINER_H

#include "model/certificate.h"
#include "model/record.h"

enum container_key {
	CONTAINER_KEY_UNKNOWN,          /* it holds keys, but which one it is can't be told */
	CONTAINER_KEY_NONE,
	CONTAINER_KEY_THERE
};

struct container {
	enum container_key key;
	struct text provider;           /* of a key that is there; NULL where none is named */
	enum certificate_protection protection;         /* of a key that is there */
	bool knows_name;                /* all that could hold the name was read */
	struct text name;               /* friendly; NULL where there is none */
};

/* Set the facts that come from containers. The texts are borrowed. */
void container_note(struct record *record, const struct container *container);

#endif
