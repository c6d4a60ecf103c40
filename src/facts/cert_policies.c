/* SPDX-License-Identifier: Apache-2.0 */
/* Policies (RFC 5280 4.2.1.4), and what Windows adds: application policies, which have the same
 * form, and templates. */
#include "facts/cert_ext.h"
#include "facts/cert_string.h"

/* PolicyInformation ::= SEQUENCE { OID, qualifiers SEQUENCE OPTIONAL }. */
static const char *read_policy(struct cert *cert, const struct der_item *policy,
                               struct text *dotted)
{
	struct der inside = der_inside(policy);
	struct der_item oid, qualifiers;

	if (!der_expect(&inside, DER_OID, &oid)
	    || !der_optional(&inside, DER_SEQUENCE, &qualifiers))
		return inside.why;
	if (!der_at_end(&inside))
		return "there is another kind of value here";
	return der_oid_text(cert->arena, der_contents(&oid), dotted);
}

/* SEQUENCE OF PolicyInformation. */
static const char *read_policies(struct cert *cert, struct text bytes,
                                 struct cert_items *items)
{
	struct der outside = der_over(bytes), inside;
	struct der_item list, policy;
	struct text dotted;
	const char *flaw;

	if (!der_only(&outside, DER_SEQUENCE, &list))
		return outside.why;
	inside = der_inside(&list);
	while (!der_at_end(&inside)) {
		if (!der_expect(&inside, DER_SEQUENCE, &policy))
			return inside.why;
		flaw = read_policy(cert, &policy, &dotted);
		if (flaw)
			return flaw;
		if (!cert_items_add(cert, items, value_text(TYPE_OID, dotted)))
			return "there are more than 256 policies";
	}
	return NULL;
}

static struct value policies_value(struct cert *cert, enum cert_extension which,
                                   const char *name)
{
	struct cert_found found;
	struct cert_items items = { .count = 0 };
	const char *flaw;

	if (!cert_extension(cert, which, &found))
		return found.instead;
	flaw = read_policies(cert, found.bytes, &items);
	if (flaw)
		return cert_undecodable_at(cert, name, flaw);
	return cert_items_value(cert, &items);
}

struct value cert_fact_CERTIFICATE_POLICIES(struct cert *cert)
{
	return policies_value(cert, EXTENSION_POLICIES, "certificate policies");
}

struct value cert_fact_APPLICATION_POLICIES(struct cert *cert)
{
	return policies_value(cert, EXTENSION_APPLICATION_POLICIES,
	                      "application policies");
}

static bool holds(const struct list *list, struct text text)
{
	for (uint32_t i = 0; i < list->count; i++)
		if (text_equal(value_as_text(&list->items[i]), text))
			return true;
	return false;
}

static bool holds_all(const struct list *list, const struct list *others)
{
	for (uint32_t i = 0; i < others->count; i++)
		if (!holds(list, value_as_text(&others->items[i])))
			return false;
	return true;
}

/* What is absent disagrees with nothing, whatever the other is. */
struct value cert_fact_PURPOSES_DISAGREE(struct cert *cert)
{
	struct value a = cert_fact_EXTENDED_KEY_USAGE(cert);
	struct value b = cert_fact_APPLICATION_POLICIES(cert);

	if (a.state == STATE_ABSENT || b.state == STATE_ABSENT)
		return value_number(TYPE_BOOL, 0);
	if (a.state != STATE_PRESENT)
		return a;
	if (b.state != STATE_PRESENT)
		return b;
	return value_number(TYPE_BOOL, !holds_all(a.as.list, b.as.list)
	                               || !holds_all(b.as.list, a.as.list));
}

/* A string, BMPString as Windows writes it. */
struct value cert_fact_TEMPLATE_NAME(struct cert *cert)
{
	struct cert_found found;
	struct der in;
	struct der_item name;
	struct text text;
	const char *flaw;

	if (!cert_extension(cert, EXTENSION_TEMPLATE_NAME, &found))
		return found.instead;
	in = der_over(found.bytes);
	if (!der_next(&in, &name))
		flaw = in.why;
	else if (!der_at_end(&in))
		flaw = "bytes follow the value";
	else
		flaw = cert_string_text(cert->arena, name.tag,
		                        der_contents(&name), &text);
	if (flaw)
		return cert_undecodable_at(cert, "template name", flaw);
	return value_text(TYPE_TEXT, text);
}

/* SEQUENCE { template OID, major INTEGER OPTIONAL, minor INTEGER OPTIONAL }. */
struct template {
	struct der_item oid;
	struct der_item revisions[2];   /* start is NULL if there is none */
};

static const char *read_template(struct text bytes, struct template *template)
{
	struct der outside = der_over(bytes), inside;
	struct der_item whole;

	if (!der_only(&outside, DER_SEQUENCE, &whole))
		return outside.why;
	inside = der_inside(&whole);
	if (!der_expect(&inside, DER_OID, &template->oid)
	    || !der_optional(&inside, DER_INTEGER, &template->revisions[0])
	    || !der_optional(&inside, DER_INTEGER, &template->revisions[1]))
		return inside.why;
	return der_at_end(&inside)
		? NULL : "there is another kind of value here";
}

struct value cert_fact_TEMPLATE(struct cert *cert)
{
	struct cert_found found;
	struct template template;
	struct text dotted;
	const char *flaw;

	if (!cert_extension(cert, EXTENSION_TEMPLATE, &found))
		return found.instead;
	flaw = read_template(found.bytes, &template);
	if (!flaw)
		flaw = der_oid_text(cert->arena, der_contents(&template.oid),
		                    &dotted);
	if (flaw)
		return cert_undecodable_at(cert, "template", flaw);
	return value_text(TYPE_OID, dotted);
}

/* A number of 32 bits without sign. */
static const char *read_revision(const struct der_item *item, int64_t *number)
{
	const char *flaw = der_integer_flaw(item);

	if (flaw)
		return flaw;
	if (!der_integer(item, number) || *number < 0 || *number > UINT32_MAX)
		return "the revision is not a number of 32 bits";
	return NULL;
}

static struct value revision_value(struct cert *cert, int which)
{
	struct cert_found found;
	struct template template;
	int64_t number = 0;
	const char *flaw;

	if (!cert_extension(cert, EXTENSION_TEMPLATE, &found))
		return found.instead;
	flaw = read_template(found.bytes, &template);
	if (!flaw && !template.revisions[which].start)
		return cert_absent();
	if (!flaw)
		flaw = read_revision(&template.revisions[which], &number);
	if (flaw)
		return cert_undecodable_at(cert, "template", flaw);
	return value_number(TYPE_INTEGER, number);
}

struct value cert_fact_TEMPLATE_MAJOR(struct cert *cert)
{
	return revision_value(cert, 0);
}

struct value cert_fact_TEMPLATE_MINOR(struct cert *cert)
{
	return revision_value(cert, 1);
}
