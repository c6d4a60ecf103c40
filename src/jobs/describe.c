/* SPDX-License-Identifier: Apache-2.0 */
#include "jobs/describe.h"

#include "base/buffer.h"
#include "model/certificate.h"

enum { MAX_FACTS = 256 };

struct describing {
	struct arena *arena;
	const struct program *program;
	const struct value_names *names;
	const struct vm *vm;
	const struct vm_finding *finding;
	const struct row_check *check;
};

const char *result_name(enum vm_result result)
{
	static const char *const names[] = {
		[VM_FAIL] = "fail", [VM_ERROR] = "error", [VM_UNKNOWN] = "unknown",
		[VM_WAIVED] = "waived", [VM_PASS] = "pass", [VM_EXEMPT] = "exempt",
		[VM_NOTAPPLICABLE] = "notapplicable", [VM_NOTCHECKED] = "notchecked",
		[VM_NOTSELECTED] = "notselected",
	};

	return names[result];
}

const char *rule_level_name(const struct row_rule *rule)
{
	static const char *const names[] = { "required", "recommended", "supported" };

	return names[rule->level];
}

static const char *value_of(struct describing *d, const struct fact *fact,
                            const struct value *value)
{
	struct buffer text = { .arena = d->arena };

	if (value->state == STATE_PRESENT)
		value_write_named(&text, fact, value, d->names);
	return buffer_view(&text).at;
}

static const char *why_of(struct describing *d, const struct value *value)
{
	if (value->state == STATE_PRESENT || !value->as.text)
		return "";
	return arena_text(d->arena, text_from(value->as.text)).at;
}

static void add_fact(struct describing *d, struct described_fact *facts, uint32_t *count,
                     const struct vm_fact *fact)
{
	for (uint32_t i = 0; i < *count; i++)
		if (text_equal(text_from(facts[i].path), fact->name))
			return;
	facts[(*count)++] = (struct described_fact){
		fact->name.at, state_name((enum state)fact->value->state),
		value_of(d, fact->fact, fact->value), why_of(d, fact->value) };
}

static void add_group(struct describing *d, struct described_fact *facts, uint32_t *count,
                      uint32_t group, bool only_unknown)
{
	uint32_t read[64];
	struct vm_fact fact;
	uint32_t n;

	if (vm_group_fact(d->vm, group, &fact)) {
		add_fact(d, facts, count, &fact);
		return;
	}
	if (vm_group_kind(d->vm, group) == GROUP_FLEET) {
		if (only_unknown)
			facts[(*count)++] = (struct described_fact){ "fleet", "missing", "",
				"more records may exist" };
		return;
	}
	n = vm_atom_unknown(d->vm, group, read);
	if (only_unknown) {
		for (uint32_t i = 0; i < n; i++)
			if (vm_group_fact(d->vm, read[i], &fact))
				add_fact(d, facts, count, &fact);
		return;
	}
	n = vm_atom_reads(d->vm, group, read);
	for (uint32_t i = 0; i < n; i++)
		if (vm_group_fact(d->vm, read[i], &fact) && !fact.of_element)
			add_fact(d, facts, count, &fact);
}

static void describe_facts(struct describing *d, struct described *out)
{
	const struct vm_finding *f = d->finding;

	uint32_t groups[MAX_FACTS];
	uint32_t count = vm_asked_groups(d->vm, f, groups, MAX_FACTS);

	out->facts = arena_array(d->arena, count * 64 + 1, sizeof *out->facts);
	for (uint32_t i = 0; i < count; i++)
		add_group(d, out->facts, &out->fact_count, groups[i], false);
	out->unknown = arena_array(d->arena, f->named_count * 64 + 1, sizeof *out->unknown);
	for (uint32_t i = 0; i < f->named_count; i++)
		add_group(d, out->unknown, &out->unknown_count, f->named[i], true);
}

static void write_witnesses(struct describing *d, struct buffer *out)
{
	const struct text *keys;
	uint32_t written = 0;

	for (uint32_t t = 0; t < d->check->tally_count; t++) {
		uint32_t count = vm_witnesses(d->vm, d->check->first_tally + t, &keys);

		for (uint32_t i = 0; i < count; i++)
			buffer_printf(out, "%s%.*s", written++ ? ", " : "", TEXT_ARGS(keys[i]));
	}
	if (!written)
		buffer_string(out, "none known");
}

static void write_piece(struct describing *d, struct buffer *out, const struct row_piece *piece)
{
	const struct fact *fact;
	const struct value *value;

	buffer_text(out, program_text(d->program, piece->text));
	if (piece->kind == 2)
		write_witnesses(d, out);
	if (piece->kind != 1)
		return;
	value = vm_base_value(d->vm, piece->base, piece->slot, &fact);
	if (!value)
		buffer_string(out, "<not known>");
	else if (value->state == STATE_PRESENT)
		value_write_named(out, fact, value, d->names);
	else
		buffer_printf(out, "<%s>", value->state == STATE_MISSING ? "not known"
		              : state_name((enum state)value->state));
}

static const char *message_of(struct describing *d, uint32_t first, uint32_t count)
{
	struct buffer text = { .arena = d->arena };

	for (uint32_t i = 0; i < count; i++)
		write_piece(d, &text, &d->program->piece[first + i]);
	return buffer_view(&text).at;
}

/* device/PC1/client-auth */
static const char *subject_of(struct describing *d)
{
	const struct record *record = d->finding->record;
	const struct row_frame *frame = vm_frame(d->vm);
	struct buffer text = { .arena = d->arena };

	buffer_text(&text, record->entity->name);
	if (!entity_is_single(record->entity))
		buffer_printf(&text, "/%.*s", TEXT_ARGS(record->key));
	if (d->check->place)
		buffer_printf(&text, "/%.*s", TEXT_ARGS(program_text(d->program,
			d->program->base[frame->first_base + d->check->place].name)));
	return buffer_view(&text).at;
}

/* What a certificate calls itself: its common name, else its organization. */
static const char *name_of(struct describing *d)
{
	static const uint32_t slots[] = { CERTIFICATE_COMMON_NAME, CERTIFICATE_ORGANIZATION };
	const struct row_frame *frame = vm_frame(d->vm);
	const struct row_base *base = &d->program->base[frame->first_base + d->check->place];
	const struct fact *fact;

	if (base->entity == 0 || d->program->entity[base->entity - 1].kind != ENTITY_CERTIFICATE)
		return "";
	for (size_t i = 0; i < sizeof slots / sizeof *slots; i++) {
		const struct value *value = vm_base_value(d->vm, d->check->place, slots[i], &fact);

		if (value && value->state == STATE_PRESENT)
			return arena_text(d->arena, value_as_text(value)).at;
	}
	return "";
}

static void describe_clause(struct describing *d, struct described *out)
{
	const struct row_clause *clause = d->finding->clause;

	out->clause = out->clause_kind = out->clause_name = out->message = "";
	if (!clause)
		return;
	out->clause = program_string(d->program, clause->text);
	out->clause_kind = program_string(d->program, clause->kind);
	out->clause_name = program_string(d->program, clause->name);
	out->message = program_string(d->program, clause->message);
	out->line = clause->line;
}

const char *describe_message(const struct describe_with *with, const struct vm *vm,
                             const struct vm_finding *finding, uint32_t first, uint32_t count)
{
	struct describing d = { with->arena, with->program, with->names, vm, finding,
	                        &with->program->check[finding->check] };

	return message_of(&d, first, count);
}

void describe_finding(const struct describe_with *with, const struct vm *vm,
                      const struct vm_finding *finding, struct described *out)
{
	const struct program *program = with->program;
	struct describing d = { with->arena, program, with->names, vm, finding,
	                        &program->check[finding->check] };

	*out = (struct described){ .result = finding->result, .rule_index = d.check->rule,
		.rule = &program->rule[d.check->rule], .file = finding->record->file,
		.offset = finding->record->offset, .approximate = d.check->approximate };
	out->subject = subject_of(&d);
	out->name = name_of(&d);
	describe_clause(&d, out);
	describe_facts(&d, out);
	out->fix = finding->result == VM_FAIL
		? message_of(&d, d.check->first_piece, d.check->piece_count) : "";
	out->cautions = arena_array(with->arena, finding->caution_count + 1, sizeof *out->cautions);
	for (uint32_t i = 0; i < finding->caution_count; i++) {
		const struct row_caution *caution = &program->caution[finding->cautions[i]];

		out->cautions[out->caution_count++] = message_of(&d, caution->first_piece,
		                                                 caution->piece_count);
	}
}
