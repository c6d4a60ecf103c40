/* SPDX-License-Identifier: Apache-2.0 */
#include "jobs/certificates.h"

#include "base/guard.h"
#include "facts/cert.h"
#include "facts/json_reader.h"

bool bytes_are_lines(struct text bytes)
{
	uint32_t at = text_starts(bytes, TEXT("\xef\xbb\xbf")) ? 3 : 0;

	return at < bytes.length && bytes.at[at] == '{' && reader_is_line(bytes, at, false);
}

bool bytes_are_json(struct text bytes)
{
	if (text_starts(bytes, TEXT("\xef\xbb\xbf"))) {
		bytes.at += 3;
		bytes.length -= 3;
	}
	while (bytes.length && (bytes.at[0] == ' ' || bytes.at[0] == '\t'
	       || bytes.at[0] == '\r' || bytes.at[0] == '\n'))
		bytes.at++, bytes.length--;
	return bytes.length && (bytes.at[0] == '{' || bytes.at[0] == '[');
}

struct text certificate_trouble(struct arena *arena, const struct certificate_refusal *refusal)
{
	if (refusal->ordinal == 0)
		return text_from(refusal->why);
	if (refusal->inside)
		return arena_printf(arena, "certificate #%u can't be read: %s", refusal->ordinal,
		                    refusal->why);
	return arena_printf(arena, "the certificate at byte %llu can't be read: %s",
	                    (unsigned long long)refusal->offset, refusal->why);
}

struct reading {
	struct certificate_visit *visit;
	struct arena scratch;
	struct form_found first;        /* kept back until there is a second; copied */
	const char *foreign;            /* why the first block of another kind is none */
	bool told;                      /* something was refused */
	uint32_t requests;              /* that were handed on */
	uint32_t left_out;              /* that stand beside one with a key */
};

/* A certificate that its container keeps: it is there, and all that is in it is missing. */
static struct record *read_sealed(struct certificate_visit *visit, const struct form_found *found)
{
	struct record *record = record_new(visit->arena, visit->entity);

	for (uint32_t i = 0; i < CERTIFICATE_FACT_COUNT; i++)
		record->values[i] = value_in_state(STATE_MISSING, found->why);
	visit->refuse(visit->user, &(struct certificate_refusal){ .why = found->why });
	return record;
}

/* NULL when it is refused. */
static struct record *read_found(struct certificate_visit *visit, const struct form_found *found)
{
	struct cert_result result;

	if (found->why)
		return read_sealed(visit, found);
	result = found->request
		? cert_read_request(visit->arena, visit->entity, found->der, visit->wanted)
		: cert_read(visit->arena, visit->entity, found->der, visit->wanted);
	if (!result.record)
		visit->refuse(visit->user, &(struct certificate_refusal){ found->offset,
			found->ordinal, false, found->inside, result.why });
	return result.record;
}

static void note_container(struct certificate_visit *visit, struct record *record,
                           const struct container *said)
{
	struct container container = *said;

	if (container.provider.at)
		container.provider = arena_text(visit->arena, container.provider);
	if (container.name.at)
		container.name = arena_text(visit->arena, container.name);
	container_note(record, &container);
}

struct record *certificate_read(struct certificate_visit *visit, const struct form_found *found)
{
	struct record *record = read_found(visit, found);

	if (record && found->container)
		note_container(visit, record, found->container);
	return record;
}

static void hand_on(struct reading *reading, const struct form_found *found, bool only)
{
	struct certificate_visit *visit = reading->visit;
	struct text key = only ? visit->name : arena_printf(visit->arena, "%.*s#%u",
		TEXT_ARGS(visit->name), found->ordinal);
	struct record *record;

	if (visit->keep) {
		visit->keep(visit->user, found, key);
		return;
	}
	if (found->beside && visit->leave_out_chain) {
		reading->left_out++;
		return;
	}
	record = certificate_read(visit, found);
	if (!record)
		return;
	record->key = key;
	record->file = visit->name;
	record->offset = found->offset;
	reading->requests += found->request;
	visit->taken++;
	visit->der = found->request ? TEXT("") : found->der;
	visit->take(visit->user, record);
}

/* The first is called by the name of the file if there is no second. */
static bool found(const struct form_found *found, void *user)
{
	struct reading *reading = user;

	if (found->ordinal == 1) {
		reading->first = *found;
		reading->first.der = arena_text(&reading->scratch, found->der);
		return true;
	}
	if (reading->first.ordinal)
		hand_on(reading, &reading->first, false);
	reading->first.ordinal = 0;
	hand_on(reading, found, false);
	return true;
}

static bool refused(const struct form_refused *refused, void *user)
{
	struct reading *reading = user;
	struct certificate_visit *visit = reading->visit;

	if (refused->trouble == FORM_FOREIGN) {
		reading->foreign = reading->foreign ? reading->foreign : refused->why;
		return true;
	}
	if (reading->first.ordinal)
		hand_on(reading, &reading->first, false);
	reading->first.ordinal = 0;
	reading->told = true;
	visit->refuse(visit->user, &(struct certificate_refusal){ refused->offset,
		refused->ordinal, refused->trouble == FORM_NOTHING, refused->inside,
		refused->why });
	return true;
}

static void remark(struct reading *reading)
{
	struct certificate_visit *visit = reading->visit;
	struct arena *arena = &reading->scratch;

	if (reading->requests == 1)
		visit->remark(visit->user, "a request for a certificate: what is left to its"
		              " issuer is missing");
	else if (reading->requests > 1)
		visit->remark(visit->user, arena_printf(arena, "%u requests for certificates:"
			" what is left to their issuers is missing", reading->requests).at);
	if (reading->left_out)
		visit->remark(visit->user, arena_printf(arena, "%u certificate%s beside the one"
			" with the key left out", reading->left_out,
			reading->left_out > 1 ? "s" : "").at);
}

static const char *next_password(void *user, unsigned int attempt)
{
	const struct certificate_visit *visit = ((struct reading *)user)->visit;

	return visit->password ? visit->password(visit->user, attempt) : NULL;
}

void certificates_read(struct certificate_visit *visit, struct text bytes)
{
	struct reading reading = { .visit = visit };
	struct guard_cleanup cleanup;
	struct form_visitor visitor = { .arena = &reading.scratch, .found = found,
	                                .refused = refused, .password = next_password,
	                                .user = &reading };

	guard_keep(&cleanup, arena_cleanup, &reading.scratch);
	forms_each(bytes, &visitor);
	if (reading.first.ordinal)
		hand_on(&reading, &reading.first, true);
	if (visit->remark)
		remark(&reading);
	/* A key beside its certificate is passed over; a file of nothing but keys is told. */
	if (visitor.found_count == 0 && !reading.told && reading.foreign)
		visit->refuse(visit->user, &(struct certificate_refusal){ .nothing = true,
			.why = reading.foreign });
	guard_give_back(&cleanup);
}
