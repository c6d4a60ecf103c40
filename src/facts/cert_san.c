/* SPDX-License-Identifier: Apache-2.0 */
/* The alternative names of the subject (RFC 5280 4.2.1.6): a fact for each kind, and for all. */
#include "facts/cert_ext.h"
#include "facts/cert_general.h"

/* What is wanted of the names, and what was found. */
struct wanted {
	uint8_t tag;                    /* 0: of every kind */
	cert_general_reader *read;
	struct cert_items items;
	const char *flaw;               /* of the first wanted name that is broken */
};

static void take_name(struct cert *cert, struct wanted *wanted,
                      const struct der_item *name)
{
	struct text text;

	if ((wanted->tag && name->tag != wanted->tag) || wanted->flaw)
		return;
	wanted->flaw = wanted->read(cert, name, &text);
	if (wanted->flaw || !text.at)
		return;
	if (!cert_items_add(cert, &wanted->items, value_text(TYPE_TEXT, text)))
		wanted->flaw = "there are more than 256 names of this kind";
}

/* GeneralNames ::= SEQUENCE OF GeneralName. NULL, or the flaw. */
static const char *read_names(struct cert *cert, struct text bytes,
                              struct wanted *wanted)
{
	struct der outside = der_over(bytes), inside;
	struct der_item list, name;

	if (!der_only(&outside, DER_SEQUENCE, &list))
		return outside.why;
	inside = der_inside(&list);
	while (!der_at_end(&inside)) {
		if (!cert_general_next(&inside, &name))
			return inside.why;
		take_name(cert, wanted, &name);
	}
	return wanted->flaw;
}

static struct value names(struct cert *cert, uint8_t tag,
                          cert_general_reader *read)
{
	struct cert_found found;
	struct wanted wanted = { .tag = tag, .read = read };
	const char *flaw;

	if (!cert_extension(cert, EXTENSION_ALTERNATIVE_NAMES, &found))
		return found.instead;
	flaw = read_names(cert, found.bytes, &wanted);
	if (flaw)
		return cert_undecodable_at(cert, "alternative names", flaw);
	if (wanted.items.count == 0 && tag)
		return cert_absent();
	return cert_items_value(cert, &wanted.items);
}

struct value cert_fact_DNS_NAMES(struct cert *cert)
{
	return names(cert, CERT_GENERAL_DNS, cert_general_ia5);
}

struct value cert_fact_IP_ADDRESSES(struct cert *cert)
{
	return names(cert, CERT_GENERAL_ADDRESS, cert_general_address);
}

struct value cert_fact_EMAIL_ADDRESSES(struct cert *cert)
{
	return names(cert, CERT_GENERAL_MAIL, cert_general_ia5);
}

struct value cert_fact_URIS(struct cert *cert)
{
	return names(cert, CERT_GENERAL_URI, cert_general_ia5);
}

struct value cert_fact_UPNS(struct cert *cert)
{
	return names(cert, CERT_GENERAL_OTHER, cert_general_upn);
}

/* An extension without any name is an empty set. */
struct value cert_fact_ALTERNATIVE_NAMES(struct cert *cert)
{
	return names(cert, 0, cert_general_text);
}

/* Later names may be broken, but the list must be one. */
struct value cert_fact_FIRST_ALTERNATIVE_NAME(struct cert *cert)
{
	struct cert_found found;
	struct der outside, inside;
	struct der_item list, first;
	struct text text;
	const char *flaw;

	if (!cert_extension(cert, EXTENSION_ALTERNATIVE_NAMES, &found))
		return found.instead;
	outside = der_over(found.bytes);
	if (!der_only(&outside, DER_SEQUENCE, &list))
		return cert_undecodable_at(cert, "alternative names", outside.why);
	inside = der_inside(&list);
	if (der_at_end(&inside))
		return cert_absent();
	flaw = cert_general_next(&inside, &first)
		? cert_general_text(cert, &first, &text) : inside.why;
	if (flaw)
		return cert_undecodable_at(cert, "alternative names", flaw);
	return value_text(TYPE_TEXT, text);
}
