/* SPDX-License-Identifier: Apache-2.0 */
#include "grammar/parse.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "grammar/parser.h"
#include "grammar/scanner.h"
#include "grammar/state.h"

/* From `begin` on: bytes that are not UTF-8, and characters that a reader can't see. */
static void check_characters(struct diags *diags, const struct source *source, uint32_t begin)
{
	struct text text = source->text;
	uint32_t length;

	for (uint32_t at = begin; at < text.length; at += length) {
		uint32_t from = source->base + at;
		uint32_t character;
		struct span span;

		length = 1;
		if ((unsigned char)text.at[at] < 0x80)
			continue;
		character = utf8_next(text, at, &length);
		span = (struct span){ from, from + length };
		if (character == UTF8_BAD)
			diag_say(diags, MSG_E0005, span);
		else if (utf8_is_hidden(character))
			diag_say(diags, MSG_E0004, span, (unsigned)character);
	}
}

/* A carriage return is part of a line's end, or could hide what stands before it. */
static void check_control(struct diags *diags, const struct source *source)
{
	for (uint32_t i = 0; i < source->text.length; i++) {
		unsigned char c = (unsigned char)source->text.at[i];
		uint32_t from = source->base + i;

		if (c == '\r' && i + 1 < source->text.length && source->text.at[i + 1] == '\n')
			continue;
		if ((c < 0x20 && c != '\t' && c != '\n') || c == 0x7f)
			diag_say(diags, MSG_E0004, (struct span){ from, from + 1 },
			         (unsigned)c);
	}
}

/* A file that begins with a byte order mark is read without it. */
/* Is there a NUL? Then this is no text, and all else that could be said about it is noise. */
static bool check_nul(struct diags *diags, const struct source *source)
{
	const char *nul = source->text.length
		? memchr(source->text.at, '\0', source->text.length) : NULL;
	uint32_t from = source->base + (nul ? (uint32_t)(nul - source->text.at) : 0);

	if (nul)
		diag_say(diags, MSG_E0004, (struct span){ from, from + 1 }, 0u);
	return nul != NULL;
}

static struct text without_mark(struct text text, uint32_t *skipped)
{
	*skipped = text_starts(text, TEXT("\xef\xbb\xbf")) ? 3 : 0;
	text.at += *skipped;
	text.length -= *skipped;
	return text;
}

/* The scanner's memory is the arena's: nothing is left when memory ends amid a token. Its header
 * says how much there is, for growing. */
union scanner_block {
	size_t size;
	max_align_t align;
};

void *policy_alloc(size_t size, yyscan_t scanner)
{
	const struct parse *p = policy_get_extra(scanner);
	union scanner_block *block = arena_alloc(p->arena, sizeof *block + size);

	block->size = size;
	return block + 1;
}

void *policy_realloc(void *memory, size_t size, yyscan_t scanner)
{
	void *larger = policy_alloc(size, scanner);
	size_t old = memory ? ((union scanner_block *)memory)[-1].size : 0;

	if (old > 0)
		memcpy(larger, memory, old < size ? old : size);
	return larger;
}

void policy_free(void *memory, yyscan_t scanner)
{
	(void)memory;
	(void)scanner;
}

static void scan_all(struct parse *p, struct text text)
{
	yyscan_t scanner;

	policy_lex_init_extra(p, &scanner);
	policy__scan_bytes(text.at, (int)text.length, scanner);
	policy_parse(scanner, p);
	policy_lex_destroy(scanner);
}

struct file_tree *parse_policy(struct arena *arena, struct diags *diags,
                               const struct source *source)
{
	struct file_tree *file = arena_alloc(arena, sizeof *file);
	struct buffer buffer = { .arena = arena };
	struct parse p = { .arena = arena, .diags = diags, .file = file,
	                   .text = &buffer };
	uint32_t skipped;
	struct text text = without_mark(source->text, &skipped);

	file->source = source;
	p.offset = source->base + skipped;
	if (source->text.length > PARSE_MAX_SIZE) {
		diag_say(diags, MSG_E0007, (struct span){ 0, 0 });
		return file;
	}
	if (check_nul(diags, source))
		return file;
	check_control(diags, source);
	check_characters(diags, source, skipped);
	scan_all(&p, text);
	return file;
}
