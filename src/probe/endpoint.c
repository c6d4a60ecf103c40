/* SPDX-License-Identifier: Apache-2.0 */
#include "probe/endpoint.h"

#include <openssl/ssl.h>

#include "facts/cert.h"
#include "model/certificate.h"
#include "probe/hello.h"
#include "probe/served.h"

struct row {
	struct text name;
	enum type type, element;
	uint32_t flags;
};

static const struct row rows[ENDPOINT_FACT_COUNT] = {
#define FACT(id, spelling, type, element, flags) \
	[ENDPOINT_##id] = { { spelling, sizeof(spelling) - 1 }, TYPE_##type, TYPE_##element, flags },
#include "probe/endpoint.def"
};

static struct choice connections[PROBE_CONNECTIONS] = {
#define CONNECTION(id, word, label) { { word, sizeof(word) - 1 }, { label, sizeof(label) - 1 } },
#include "probe/endpoint.def"
};

struct entity *endpoint_entity_new(struct arena *arena)
{
	struct entity *entity = arena_alloc(arena, sizeof *entity);

	entity->facts = arena_array(arena, ENDPOINT_FACT_COUNT, sizeof *entity->facts);
	for (uint32_t i = 0; i < ENDPOINT_FACT_COUNT; i++)
		entity->facts[i] = (struct fact){ .name = rows[i].name, .type = rows[i].type,
			.element = rows[i].element, .flags = rows[i].flags, .order = i };
	entity->facts[ENDPOINT_CONNECTION].choices = connections;
	entity->facts[ENDPOINT_CONNECTION].choice_count = PROBE_CONNECTIONS;
	entity->facts[ENDPOINT_LEAF].target = certificate_entity_new(arena);
	entity->facts[ENDPOINT_ISSUERS].target = entity->facts[ENDPOINT_LEAF].target;
	entity->name = TEXT("endpoint");
	entity->label = TEXT("Endpoint");
	entity->kind = ENTITY_CONTEXT;
	entity->fact_count = ENDPOINT_FACT_COUNT;
	entity->key = ENDPOINT_NAME;
	return entity;
}

/* --- what the handshakes showed ---------------------------------------- */

static struct value missing(const char *why)
{
	return value_in_state(STATE_MISSING, why);
}

static struct value flag(bool is)
{
	return value_number(TYPE_BOOL, is);
}

static void set_versions(struct record *record, const struct probe *p)
{
	for (int i = 0; i < PROBE_VERSIONS; i++)
		record->values[ENDPOINT_TLS_10 + i] = p->answers[i] == PROBE_UNKNOWN
			? missing(p->whys[i]) : flag(p->answers[i] == PROBE_ACCEPTED);
	record->values[ENDPOINT_SSL_3] = missing("OpenSSL does not send it, so it was not tried");
}

static struct value authorities(struct arena *arena, const struct handshake *h)
{
	struct list *list = arena_alloc(arena, sizeof *list);
	int count = h->authorities ? sk_X509_NAME_num(h->authorities) : 0;
	struct value *items = arena_array(arena, (size_t)count + 1, sizeof *items);

	if (count > ENDPOINT_MOST_NAMES)
		return missing("the server names more than 256");
	for (int i = 0; i < count; i++) {
		struct text name;

		if (!served_name(arena, sk_X509_NAME_value(h->authorities, i), &name))
			return missing("a name in it can't be read");
		items[i] = value_text(TYPE_TEXT, name);
	}
	*list = (struct list){ (uint32_t)count, items };
	return value_list(TYPE_LIST, list);
}

/* The request's names are read by OpenSSL when it comes to the end of the server's messages. */
static void set_asked(struct arena *arena, struct record *record, const struct handshake *h)
{
	static const char *const why = "the handshake ended before the server would have said so";

	record->values[ENDPOINT_ASKS] = h->asked || h->settled ? flag(h->asked) : missing(why);
	if (h->asked && h->settled)
		record->values[ENDPOINT_AUTHORITIES] = authorities(arena, h);
	else if (h->settled)
		record->values[ENDPOINT_AUTHORITIES] = value_in_state(STATE_ABSENT, NULL);
	else
		record->values[ENDPOINT_AUTHORITIES] = missing(why);
	record->values[ENDPOINT_STAPLED] = h->settled ? flag(h->stapled) : missing(why);
}

/* --- what was served --------------------------------------------------- */

uint32_t endpoint_chain(const struct probe *p, struct text *ders, uint32_t most)
{
	const struct handshake *h = &p->shown;
	struct hello_chain chain;
	const unsigned char *der;
	uint32_t count = 0;
	size_t length;

	if (!h->chain || !hello_chain_open(&chain, h->chain, h->chain_length,
	                                   h->selected == TLS1_3_VERSION))
		return 0;
	while (count < most && hello_chain_next(&chain, &der, &length))
		ders[count++] = (struct text){ (const char *)der, (uint32_t)length };
	return count;
}

static struct value certificate(struct arena *arena, const struct entity *entity, struct text der)
{
	struct cert_result result = cert_read(arena, entity, der, NULL);

	return result.record ? value_record(result.record)
	                     : value_in_state(STATE_UNDECODABLE, result.why);
}

static struct value issuers(struct arena *arena, const struct entity *entity, const struct text *ders,
                            uint32_t count)
{
	struct list *list = arena_alloc(arena, sizeof *list);
	struct value *items = arena_array(arena, count + 1, sizeof *items);

	if (count > ENDPOINT_MOST_ISSUERS)
		return missing("the server sends more than 16");
	for (uint32_t i = 0; i < count; i++) {
		items[i] = certificate(arena, entity, ders[i]);
		if (items[i].state != STATE_PRESENT)
			items[i] = missing(items[i].as.text);
	}
	*list = (struct list){ count, items };
	return value_list(TYPE_LIST, list);
}

static const char *why_no_chain(const struct handshake *h)
{
	if (h->chain_too_long)
		return "the chain that the server sends is longer than 128 KiB";
	if (h->chain)
		return "the server sends no certificate, or a message that is damaged";
	return "the handshake ended before the server sent a certificate";
}

static void set_chain(struct arena *arena, struct record *record, const struct probe *p,
                      const STACK_OF(X509) *roots)
{
	struct text ders[ENDPOINT_MOST_ISSUERS + 2];
	uint32_t count = endpoint_chain(p, ders, ENDPOINT_MOST_ISSUERS + 2);
	struct value *values = record->values;
	const struct entity *entity = record->entity->facts[ENDPOINT_LEAF].target;

	if (count == 0) {
		const char *why = why_no_chain(&p->shown);

		for (int i = ENDPOINT_IN_ORDER; i < ENDPOINT_FACT_COUNT; i++)
			values[i] = missing(why);
		values[ENDPOINT_NAME_MATCHES] = missing(why);
		return;
	}
	values[ENDPOINT_LEAF] = certificate(arena, entity, ders[0]);
	values[ENDPOINT_ISSUERS] = issuers(arena, entity, ders + 1, count - 1);
	served_judge(arena, &p->address, &(struct served){ ders, count, roots,
		&values[ENDPOINT_NAME_MATCHES], &values[ENDPOINT_IN_ORDER],
		&values[ENDPOINT_COMPLETE], &values[ENDPOINT_MISSING_ISSUER] });
}

struct record *endpoint_record(struct arena *arena, const struct entity *entity,
                               const struct probe *p, const STACK_OF(X509) *roots)
{
	struct record *record = record_new(arena, entity);
	struct text name = arena_text(arena, text_from(p->address.name));

	record->key = name;
	record->file = name;
	for (int i = 0; i < ENDPOINT_FACT_COUNT; i++)
		record->values[i] = missing(p->why[0] ? p->why : NULL);
	record->values[ENDPOINT_NAME] = value_text(TYPE_TEXT, name);
	record->values[ENDPOINT_CONNECTION] = value_number(TYPE_CHOICE, p->connection);
	if (p->ip[0])
		record->values[ENDPOINT_ADDRESS] = value_text(TYPE_TEXT, text_from(p->ip));
	set_versions(record, p);
	if (p->has_shown) {
		set_asked(arena, record, &p->shown);
		set_chain(arena, record, p, roots);
	}
	return record;
}
