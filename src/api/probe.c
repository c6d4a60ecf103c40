/* SPDX-License-Identifier: Apache-2.0 */
/* probe.c - assay_probe: endpoints as facts and certificates; assay_run_add_endpoint: and into a run. */
#include <assay-tools.h>

#include "api/run.h"
#include "base/guard.h"
#include "base/json.h"
#include "facts/write.h"
#include "probe/endpoint.h"
#include "probe/probes.h"
#include "probe/roots.h"

enum { TIMEOUT = 10000, HOSTS = 8 };

static const struct assay_probe_options defaults = ASSAY_PROBE_OPTIONS_INIT;

/* Freed by assay_probe, whatever happens. */
struct probing {
	const struct assay_probe_options *options;
	struct arena arena, words;      /* of all; of one endpoint */
	const struct entity *entity;
	STACK_OF(X509) *roots;          /* NULL: not told */
	struct probe *all;
	uint32_t count;
	bool refused;
};

static void tell(const struct probing *probing, enum assay_severity severity, const char *name,
                 const char *text)
{
	tell_input(probing->options->on_message, probing->options->user, severity, name, text);
}

static void read_names(struct probing *probing, const char *const *names, size_t count)
{
	probing->all = arena_array(&probing->arena, count + 1, sizeof *probing->all);
	for (size_t i = 0; i < count; i++) {
		const char *why = address_read(names[i], &probing->all[probing->count].address);

		if (!why) {
			probing->count++;
			continue;
		}
		probing->refused = true;
		tell(probing, ASSAY_ERROR, names[i], why);
	}
}

static void hand_on(struct probing *probing, const struct probe *probe)
{
	struct buffer facts = { .arena = &probing->words }, chain = { .arena = &probing->words };
	struct text ders[ENDPOINT_MOST_ISSUERS + 1] = { 0 };
	uint32_t count = endpoint_chain(probe, ders, ENDPOINT_MOST_ISSUERS + 1);
	struct assay_endpoint endpoint = { .size = sizeof endpoint, .name = probe->address.name,
		.why = probe->why };

	write_record(&facts, endpoint_record(&probing->words, probing->entity, probe,
	             probing->roots), WRITE_GIVEN);
	for (uint32_t i = 0; i < count; i++)
		buffer_text(&chain, ders[i]);
	endpoint.facts = facts.at;
	endpoint.facts_length = facts.length;
	endpoint.leaf = ders[0].at;
	endpoint.leaf_length = ders[0].length;
	endpoint.chain = chain.at;
	endpoint.chain_length = chain.length;
	if (probe->why[0])
		tell(probing, ASSAY_WARNING, endpoint.name, probe->why);
	probing->options->on_endpoint(&endpoint, probing->options->user);
	arena_reset(&probing->words);
}

static void read_roots(struct probing *probing)
{
	const struct assay_probe_options *options = probing->options;

	if (!options->roots)
		return;
	probing->roots = roots_read((struct text){ options->roots, (uint32_t)options->roots_length });
	if (probing->roots)
		return;
	probing->refused = true;
	tell(probing, ASSAY_ERROR, "roots", "there is no certificate (PEM) among them");
}

static void run(struct probing *probing, const char *const *names, size_t count)
{
	uint32_t timeout = probing->options->timeout, hosts = probing->options->hosts;
	struct guard_cleanup cleanup;
	struct probes *probes;

	read_roots(probing);
	probing->entity = endpoint_entity_new(&probing->arena);
	read_names(probing, names, count);
	if (hosts > PROBES_THREADS)
		hosts = PROBES_THREADS;
	probes = probes_start(&probing->arena, probing->all, probing->count, hosts ? hosts : HOSTS,
	                      timeout ? timeout : TIMEOUT);
	guard_keep(&cleanup, probes_stop, probes);
	for (uint32_t i = 0; i < probing->count; i++)
		hand_on(probing, probes_wait(probes, i));
	guard_give_back(&cleanup);
}

enum assay_status assay_probe(const char *const *names, size_t count,
	const struct assay_probe_options *options)
{
	struct probing probing = { .options = options };
	volatile enum assay_status status = ASSAY_NO_MEMORY;
	struct guard guard;

	if (!options || options->size != defaults.size || !options->on_endpoint || count >= UINT32_MAX
	    || options->roots_length > UINT32_MAX)
		return ASSAY_USAGE;
	if (!GUARD_ENTER(&guard)) {
		run(&probing, names, count);
		status = probing.refused ? ASSAY_REFUSED : ASSAY_OK;
		guard_leave(&guard);
	}
	roots_free(probing.roots);
	arena_free(&probing.words);
	arena_free(&probing.arena);
	return status;
}

/* --- into a run -------------------------------------------------------- */

/* The record that would stand at the place, of whose certificate nothing is known. */
static void write_unseen(struct buffer *out, const struct evaluation *e,
                         const struct assay_endpoint *endpoint)
{
	const struct entity *owner = e->place_entity;

	buffer_byte(out, '{');
	json_text(out, owner->name);
	buffer_string(out, ": {");
	if (owner->key != NO_SLOT) {
		json_text(out, owner->facts[owner->key].name);
		buffer_string(out, ": ");
		json_text(out, text_from(endpoint->name));
		buffer_string(out, ", ");
	}
	json_text(out, owner->facts[e->place_slot].name);
	buffer_string(out, ": {\"state\": \"missing\", \"why\": ");
	json_text(out, text_from(endpoint->why[0] ? endpoint->why : "it showed no certificate"));
	buffer_string(out, "}}}\n");
}

static enum assay_status add_chain(struct assay_run *run, const struct assay_endpoint *endpoint)
{
	if (endpoint->chain)
		return assay_run_add_bytes(run, endpoint->name, endpoint->chain, endpoint->chain_length);
	run->evaluation->refused++;
	tell_input(run->options.on_message, run->options.user, ASSAY_ERROR, endpoint->name,
	           "it showed no certificate");
	return ASSAY_REFUSED;
}

static enum assay_status add(struct assay_run *run, const struct assay_endpoint *endpoint,
                             struct buffer *unseen)
{
	const struct evaluation *e = run->evaluation;

	if (e->place_entity && endpoint->leaf)
		return assay_run_add_bytes(run, endpoint->name, endpoint->leaf, endpoint->leaf_length);
	if (e->place_entity) {
		write_unseen(unseen, e, endpoint);
		return assay_run_add_bytes(run, endpoint->name, unseen->at, unseen->length);
	}
	if (!model_entity(e->model, TEXT("endpoint")))
		return add_chain(run, endpoint);
	return assay_run_add_bytes(run, endpoint->name, endpoint->facts, endpoint->facts_length);
}

enum assay_status assay_run_add_endpoint(struct assay_run *run, const struct assay_endpoint *endpoint)
{
	volatile enum assay_status status = ASSAY_NO_MEMORY;
	struct buffer unseen = { 0 };
	struct guard guard;

	if (endpoint->size != sizeof *endpoint)
		return ASSAY_USAGE;
	if (!GUARD_ENTER(&guard)) {
		status = add(run, endpoint, &unseen);
		guard_leave(&guard);
	}
	buffer_done(&unseen);
	return status;
}
