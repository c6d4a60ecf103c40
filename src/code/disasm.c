/* SPDX-License-Identifier: Apache-2.0 */
#include "code/disasm.h"

#include "code/image.h"
#include "code/lister.h"

static void write_digest(const struct lister *l)
{
	unsigned char digest[IMAGE_DIGEST];

	if (!image_digest(l->program, l->scratch, digest))
		return;
	buffer_string(l->out, "  sha256 ");
	for (int i = 0; i < IMAGE_DIGEST; i++)
		buffer_printf(l->out, "%02x", digest[i]);
	buffer_byte(l->out, '\n');
}

static void write_about(const struct lister *l)
{
	const struct program *p = l->program;

	buffer_string(l->out, "policy ");
	lister_text(l, p->about->name);
	buffer_byte(l->out, ' ');
	lister_text(l, p->about->version);
	buffer_byte(l->out, ' ');
	lister_quoted(l, program_text(p, p->about->title));
	buffer_string(l->out, "\n  model ");
	lister_text(l, p->about->model);
	buffer_string(l->out, ", stream ");
	lister_text(l, p->entity[p->about->stream].name);
	if (program_text(p, p->about->profile).length) {
		buffer_string(l->out, ", profile ");
		lister_text(l, p->about->profile);
	}
	buffer_printf(l->out, "\n  language %d, image format %d, %u bytes, %u rules\n",
	              IMAGE_LANGUAGE, IMAGE_FORMAT, image_size(p), p->rule_count);
	write_digest(l);
}

static void write_parameters(const struct lister *l)
{
	for (uint32_t i = 0; i < l->program->parameter_count; i++) {
		buffer_string(l->out, "  parameter ");
		lister_text(l, l->program->parameter[i].name);
		buffer_string(l->out, " = ");
		lister_text(l, l->program->parameter[i].value);
		buffer_byte(l->out, '\n');
	}
}

static void write_bases(const struct lister *l)
{
	static const char *const kinds[] = {
		[CODE_BASE_SELF] = "the subject, a", [CODE_BASE_CONTEXT] = "the",
		[CODE_BASE_STEP] = "reached as", [CODE_BASE_ELEMENT] = "each of",
	};

	for (uint32_t i = 0; i < l->frame->base_count; i++) {
		const struct row_base *base = &l->program->base[l->frame->first_base + i];

		buffer_printf(l->out, "  base %u: %s ", i, kinds[base->kind]);
		lister_text(l, i == 0 ? l->program->entity[base->entity - 1].name : base->name);
		buffer_byte(l->out, '\n');
	}
}

enum { COLUMNS = 80, CONTINUED = 16 };

/* How many bytes of a text go on one line: up to a space, or all. */
static uint32_t fitting(struct text text, uint32_t columns)
{
	uint32_t used = 0, space = 0;

	for (uint32_t i = 0; i < text.length; i++) {
		if (text.at[i] == ' ' && (used <= columns || space == 0))
			space = i;
		used += ((unsigned char)text.at[i] & 0xc0) != 0x80;
		if (used > columns && space > 0)
			return space;
	}
	return text.length;
}

static void write_wrapped(struct buffer *out, struct text line)
{
	uint32_t indent = 0, bytes;

	while (indent < line.length && line.at[indent] == ' ')
		indent++;
	line = (struct text){ line.at + indent, line.length - indent };
	for (;;) {
		bytes = fitting(line, COLUMNS - indent);
		buffer_repeat(out, ' ', line.length ? indent : 0);
		buffer_text(out, (struct text){ line.at, bytes });
		buffer_byte(out, '\n');
		if (bytes == line.length)
			return;
		line = (struct text){ line.at + bytes + 1, line.length - bytes - 1 };
		indent = CONTINUED;
	}
}

/* Lay out again, in lines of COLUMNS where there are spaces, what was added from `start` on. */
static void wrap_lines(struct buffer *out, size_t start, struct arena *scratch)
{
	struct text all = arena_text(scratch, (struct text){ out->at + start,
		(uint32_t)(out->length - start) });
	uint32_t from = 0;

	out->length = start;
	for (uint32_t i = 0; i < all.length; i++) {
		if (all.at[i] != '\n')
			continue;
		write_wrapped(out, (struct text){ all.at + from, i - from });
		from = i + 1;
	}
}

static void write_frame(struct lister *l, uint32_t index)
{
	const struct row_frame *frame = &l->program->frame[index];

	l->frame = frame;
	buffer_string(l->out, "\nframe of ");
	lister_text(l, l->program->entity[frame->entity].name);
	buffer_printf(l->out, ": at most %u instructions, %u values on the stack\n",
	              frame->bound, frame->stack);
	write_bases(l);
	lister_code(l);
}

void disasm_program(struct buffer *out, const struct program *program, struct arena *scratch)
{
	struct lister l = { .out = out, .program = program, .scratch = scratch,
	                    .model = program_model(program, scratch) };
	size_t start = out->length;

	write_about(&l);
	write_parameters(&l);
	for (uint32_t i = 0; i < program->frame_count; i++)
		write_frame(&l, i);
	wrap_lines(out, start, scratch);
}
