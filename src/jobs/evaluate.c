/* SPDX-License-Identifier: Apache-2.0 */
#include "jobs/evaluate.h"

#include "code/uses.h"
#include "base/guard.h"
#include "facts/cert.h"
#include "facts/inventory.h"
#include "jobs/input.h"
#include "jobs/limit.h"
#include "jobs/store.h"

enum { MAX_CERTIFICATE_FILE = 64 << 20 };

bool program_fits(const struct program *program, struct arena *scratch)
{
	const struct entity *own = certificate_entity_new(scratch);
	const struct row_entity *row = &program->entity[0];

	if (row->fact_count != own->fact_count)
		return false;
	for (uint32_t i = 0; i < own->fact_count; i++) {
		const struct row_fact *fact = &program->fact[row->first_fact + i];

		if (!text_equal(program_text(program, fact->name), own->facts[i].name)
		    || fact->type != (uint32_t)own->facts[i].type
		    || fact->element != (uint32_t)own->facts[i].element
		    || fact->choice_count != own->facts[i].choice_count)
			return false;
	}
	return true;
}

/* Of a worker: among what is told of its piece, of which so many are told. */
static void say_of_piece(struct evaluation *e, const struct trouble *trouble)
{
	enum { MOST = 10 };
	const uint64_t group = UINT64_C(1) << 62 | trouble->remark;

	e->on_piece_trouble(e, &(struct inventory_trouble){
		.fault = trouble->remark ? INVENTORY_REMARK : INVENTORY_REFUSED,
		.file = trouble->file, .text = trouble->text, .count = trouble->count,
		.kind = group, .group = group, .most = MOST,
		.what = trouble->remark ? "remarks on certificates"
		                        : "certificates that are not used" });
}

static void say(struct evaluation *e, const struct trouble *trouble)
{
	if (e->on_piece_trouble) {
		say_of_piece(e, trouble);
		return;
	}
	if (trouble->remark)
		e->remarks += trouble->count;
	else
		e->refused += trouble->count;
	if (e->options.on_trouble)
		e->options.on_trouble(trouble, e->options.user);
}

void evaluate_tell(void *user, const struct inventory_trouble *trouble)
{
	bool remark = trouble->fault == INVENTORY_REMARK || trouble->fault == INVENTORY_MISFIT;
	struct evaluation *e = user;

	if (e->limit && !limit_admits(e->limit, trouble))
		return;
	say(e, &(struct trouble){ remark, trouble->count, trouble->file, trouble->line,
	                             trouble->column, trouble->text });
}

static bool take_context(void *user, struct record *record)
{
	struct evaluation *e = user;

	return world_add(e->world, record);
}

static void take_stream(void *user, struct record *record)
{
	struct evaluation *e = user;

	inventory_link(e->world, record, &e->stream);
	e->records++;
	vm_record(e->vm, record);
	arena_reset(&e->stream);
}

/* A certificate that can't be read is a subject nonetheless: nothing of it can be decoded. */
static void take_damaged(struct evaluation *e, const struct certificate_refusal *refusal)
{
	struct record *record = record_new(&e->stream, e->model->certificate);
	const char *reason = arena_text(&e->stream, text_from(refusal->why)).at;

	for (uint32_t i = 0; i < record->entity->fact_count; i++)
		record->values[i] = value_in_state(STATE_UNDECODABLE, reason);
	record->key = refusal->inside
		? arena_printf(&e->stream, "%.*s#%u", TEXT_ARGS(e->file), refusal->ordinal)
		: arena_printf(&e->stream, "%.*s@%llu", TEXT_ARGS(e->file),
		               (unsigned long long)refusal->offset);
	record->file = e->file;
	record->offset = refusal->offset;
	take_stream(e, record);
}

void evaluate_passed_over(struct evaluation *e, struct text name, const char *why)
{
	if (e->passed_over++ < PASSED_OVER_TOLD)
		say(e, &(struct trouble){ .remark = true, .count = 1, .file = name, .text = why });
}

static void refuse_certificate(void *user, const struct certificate_refusal *refusal)
{
	struct evaluation *e = user;
	struct text text = certificate_trouble(&e->messages, refusal);

	if (refusal->nothing && e->found_by_walk)
		evaluate_passed_over(e, e->file, refusal->why);
	else if (e->damaged++ < DAMAGED_TOLD)
		say(e, &(struct trouble){ .file = e->file, .text = text.at, .count = 1 });
	if (refusal->ordinal && e->model->stream == e->model->certificate && !e->place_entity)
		take_damaged(e, refusal);
	arena_reset(&e->messages);
}

static void remark_certificate(void *user, const char *what)
{
	struct evaluation *e = user;

	say(e, &(struct trouble){ .remark = true, .count = 1, .file = e->file, .text = what });
}

const char *evaluate_password(void *user, unsigned int attempt)
{
	struct evaluation *e = user, *asker = e->parent ? e->parent : e;
	const char *password;

	if (!e->options.password)
		return NULL;
	pthread_mutex_lock(&asker->password_lock);
	password = e->options.password(e->file.at, attempt, e->options.user);
	pthread_mutex_unlock(&asker->password_lock);
	return password;
}

bool evaluate_place_is_context(const struct evaluation *e)
{
	return e->place_entity && e->place_entity->kind == ENTITY_CONTEXT;
}

/* A certificate that the policy has no use for. In a folder it may be there because facts name it. */
static void take_homeless(struct evaluation *e, const struct record *record)
{
	if (e->found_by_walk)
		evaluate_passed_over(e, record->file, "this policy is not about bare certificates");
	else
		say(e, &(struct trouble){ .file = record->file, .count = 1, .text =
			"this policy is not about bare certificates; say with --as where "
			"this one stands, such as `gateway.server-auth`" });
	arena_reset(&e->stream);
}

/* A certificate given by itself: a record of the stream, or at the place. */
static void take_certificate(void *user, struct record *record)
{
	struct evaluation *e = user;
	struct record *owner;

	if (e->model->stream == e->model->certificate && !e->place_entity) {
		take_stream(user, record);
		return;
	}
	if (!e->place_entity) {
		take_homeless(e, record);
		return;
	}
	owner = record_new(evaluate_place_is_context(e) ? e->arena : &e->stream, e->place_entity);
	owner->key = record->key;
	owner->file = record->file;
	owner->offset = record->offset;
	if (e->place_entity->key != NO_SLOT)
		owner->values[e->place_entity->key] = value_text(TYPE_TEXT, record->key);
	owner->values[e->place_slot] = value_record(record);
	if (!evaluate_place_is_context(e)) {
		e->records++;
		vm_record(e->vm, owner);
		arena_reset(&e->stream);
	} else if (!world_add(e->world, owner)) {
		say(e, &(struct trouble){ .file = record->file, .count = 1,
			.text = "a record with this name was given before" });
	}
}

/* One certificate of a file that facts name. */
struct wanted_one {
	struct evaluation *e;
	struct record *record;
	const char *why;
	bool sealed;                    /* its container keeps it */
};

static void take_wanted(void *user, struct record *record)
{
	struct wanted_one *one = user;

	if (!one->record)
		one->record = record;
}

static void refuse_wanted(void *user, const struct certificate_refusal *refusal)
{
	struct wanted_one *one = user;

	if (!one->why)
		one->why = refusal->why;
	if (refusal->ordinal == 0)
		one->sealed = true;
}

static const char *wanted_password(void *user, unsigned int attempt)
{
	return evaluate_password(((struct wanted_one *)user)->e, attempt);
}

/* Does the path lead out of the folder that it starts in? */
static bool leads_out(struct text path)
{
	int depth = 0;
	uint32_t at = 0, end;

	if (text_starts(path, TEXT("/")))
		return true;
	for (; at < path.length && depth >= 0; at = end + 1) {
		struct text part;

		for (end = at; end < path.length && path.at[end] != '/';)
			end++;
		part = (struct text){ path.at + at, end - at };
		if (text_equal(part, TEXT("..")))
			depth--;
		else if (part.length && !text_equal(part, TEXT(".")))
			depth++;
	}
	return depth < 0;
}

/* The path that the facts name, from the folder that they are in. */
static struct text wanted_path(const struct inventory_wanted *wanted)
{
	struct text path = wanted->source;
	uint32_t folder = wanted->file.length;

	while (folder > 0 && wanted->file.at[folder - 1] != '/')
		folder--;
	if (folder)
		path = arena_printf(wanted->arena, "%.*s%.*s", (int)folder, wanted->file.at,
		                    TEXT_ARGS(path));
	return arena_text(wanted->arena, path);
}

static void read_wanted(struct certificate_visit *visit, struct wanted_one *one)
{
	struct evaluation *e = one->e;
	struct buffer bytes = { 0 };
	struct guard_cleanup cleanup;
	char why[INPUT_WHY] = "";

	e->file = visit->name;
	guard_keep(&cleanup, buffer_cleanup, &bytes);
	if (input_read_file(visit->name.at, MAX_CERTIFICATE_FILE, &bytes, why))
		certificates_read(visit, buffer_view(&bytes));
	else
		one->why = arena_text(visit->arena, text_from(why)).at;
	guard_give_back(&cleanup);
	if (one->record && one->sealed)
		say(e, &(struct trouble){ .count = 1, .file = e->file, .text = one->why });
}

/* Nobody who gives facts can have any file of the machine read. */
static void read_path(struct certificate_visit *visit, struct wanted_one *one,
                      const struct inventory_wanted *wanted)
{
	if (one->e->in_archive)
		one->why = "facts in an archive can't name files; use --certificates and fingerprints";
	else if (leads_out(wanted->source))
		one->why = "it is not in the folder of these facts; use --certificates and its"
		           " fingerprint";
	else if (memchr(wanted->source.at, '\0', wanted->source.length))
		one->why = "a path has no NUL";
	if (one->why)
		return;
	visit->name = wanted_path(wanted);
	read_wanted(visit, one);
}

static void read_fingerprint(struct certificate_visit *visit, struct wanted_one *one,
                             const struct inventory_wanted *wanted)
{
	const struct evaluation *main = one->e->parent ? one->e->parent : one->e;
	struct fingerprint fingerprint;

	if (!fingerprint_parse(wanted->source, &fingerprint))
		one->why = "a fingerprint is 40 (SHA-1) or 64 (SHA-256) hexadecimal digits";
	else if (!main->store)
		one->why = "certificates that are named by fingerprint are given by --certificates";
	else
		one->record = store_read(main->store, &fingerprint, visit);
	if (!one->record && !one->why)
		one->why = "no certificate with this fingerprint was given by --certificates";
}

static struct record *load_certificate(void *user, struct inventory_wanted *wanted)
{
	struct evaluation *e = user;
	struct wanted_one one = { .e = e };
	struct certificate_visit visit = { .arena = wanted->arena,
		.entity = e->model->certificate, .wanted = e->wanted, .take = take_wanted,
		.refuse = refuse_wanted, .password = wanted_password, .user = &one };

	switch (wanted->kind) {
	case INVENTORY_PATH:
		read_path(&visit, &one, wanted);
		break;
	case INVENTORY_FINGERPRINT:
		read_fingerprint(&visit, &one, wanted);
		break;
	case INVENTORY_INLINE:
	default:
		visit.name = wanted->file;
		certificates_read(&visit, wanted->source);
		break;
	}
	wanted->why = one.why ? one.why : "it holds no certificate";
	return one.record;
}

static struct inventory_sink sink_of(struct evaluation *e)
{
	return (struct inventory_sink){ .user = e, .context = take_context, .stream = take_stream,
		.certificate = take_certificate, .trouble = evaluate_tell,
		.load = load_certificate };
}

void evaluate_facts(struct evaluation *e, struct inventory *inventory, const struct input *input,
                    enum inventory_pass pass)
{
	struct inventory_sink sink = sink_of(e);
	struct inventory_input in = { .name = input->name, .bytes = input->bytes,
		.borrow = !input_is_stream(input) && !input->is_transient, .pass = pass, .contexts = e->arena,
		.stream = &e->stream, .messages = &e->messages, .sink = &sink };

	if (input->mapped)
		mapped_read(input->mapped, &in, &e->header);
	else
		inventory_read(inventory, &in);
}

void evaluate_piece(struct evaluation *e, struct inventory *inventory, const struct input *piece,
                    bool is_late)
{
	struct inventory_sink sink = sink_of(e);
	struct inventory_input in = { .name = piece->name, .bytes = piece->bytes,
		.offset = piece->offset, .line = piece->line, .borrow = true, .is_piece = true,
		.is_late = is_late, .pass = is_late ? INVENTORY_BOTH : INVENTORY_STREAM,
		.contexts = e->arena, .stream = &e->stream, .messages = &e->messages, .sink = &sink };

	sink.trouble = e->on_piece_trouble;
	inventory_read(inventory, &in);
}

static void tell_rest(struct evaluation *e, bool remark, uint64_t count, const char *what)
{
	struct text text = arena_printf(&e->messages, "%llu more: %s", (unsigned long long)count,
	                                what);

	say(e, &(struct trouble){ .remark = remark, .file = e->file, .text = text.at,
	                          .count = count });
	arena_reset(&e->messages);
}

void evaluate_tell_rest(struct evaluation *e, struct text name)
{
	e->file = name;
	if (e->damaged > DAMAGED_TOLD)
		tell_rest(e, false, e->damaged - DAMAGED_TOLD, "certificates that can't be read");
	if (e->passed_over > PASSED_OVER_TOLD)
		tell_rest(e, true, e->passed_over - PASSED_OVER_TOLD,
		          "files that hold no certificate and no facts");
	e->damaged = e->passed_over = 0;
}

void evaluate_certificates(struct evaluation *e, const struct input *input)
{
	struct certificate_visit visit = { .arena = evaluate_place_is_context(e) ? e->arena : &e->stream,
		.entity = e->model->certificate, .wanted = e->wanted, .name = input->name,
		.take = take_certificate, .refuse = refuse_certificate,
		.remark = remark_certificate, .password = evaluate_password,
		.leave_out_chain = e->place_entity != NULL, .user = e };

	e->file = input->name;
	e->damaged = 0;
	certificates_read(&visit, input->bytes);
	if (e->damaged > DAMAGED_TOLD)
		tell_rest(e, false, e->damaged - DAMAGED_TOLD, "certificates that can't be read");
	e->damaged = 0;
	arena_reset(&e->stream);
}
