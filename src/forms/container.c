/* SPDX-License-Identifier: Apache-2.0 */
#include "forms/container.h"

#include "facts/provider.h"

static void set_missing(struct record *record, enum certificate_fact fact, const char *why)
{
	record->values[fact] = value_in_state(STATE_MISSING, why);
}

static void note_provider(struct record *record, struct text name)
{
	const char *why = "the file names no provider; Windows chooses one when it imports the file";

	if (name.at) {
		provider_note(record, name);
		return;
	}
	set_missing(record, CERTIFICATE_KEY_PROVIDER, why);
	set_missing(record, CERTIFICATE_KEY_PROVIDER_KIND, why);
}

static void note_key(struct record *record, const struct container *container)
{
	record->values[CERTIFICATE_PRIVATE_KEY] = value_number(TYPE_BOOL, 1);
	/* It has been exported. */
	record->values[CERTIFICATE_KEY_EXPORTABLE] = value_number(TYPE_BOOL, 1);
	record->values[CERTIFICATE_PROTECTION] = value_number(TYPE_CHOICE, container->protection);
	note_provider(record, container->provider);
}

static void note_no_key(struct record *record, const struct container *container)
{
	static const enum certificate_fact facts[] = { CERTIFICATE_KEY_PROVIDER,
		CERTIFICATE_KEY_PROVIDER_KIND, CERTIFICATE_KEY_EXPORTABLE, CERTIFICATE_PROTECTION };
	bool none = container->key == CONTAINER_KEY_NONE;
	const char *why = none ? "the file does not hold the private key"
		: "it can't be told whether a key in the file is this certificate's";

	for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++)
		set_missing(record, facts[i], why);
	if (none)
		record->values[CERTIFICATE_PRIVATE_KEY] = value_number(TYPE_BOOL, 0);
	else
		set_missing(record, CERTIFICATE_PRIVATE_KEY, why);
}

void container_note(struct record *record, const struct container *container)
{
	if (container->key == CONTAINER_KEY_THERE)
		note_key(record, container);
	else
		note_no_key(record, container);
	if (container->name.at)
		record->values[CERTIFICATE_FRIENDLY_NAME] =
			value_text(TYPE_TEXT, container->name);
	else if (container->knows_name)
		record->values[CERTIFICATE_FRIENDLY_NAME] = value_in_state(STATE_ABSENT, NULL);
	else
		set_missing(record, CERTIFICATE_FRIENDLY_NAME,
		            "the part of the file that could hold it can't be opened");
}
