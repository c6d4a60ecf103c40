/* SPDX-License-Identifier: Apache-2.0 */
/* Policy text. Whatever the bytes: they are read without harm; and what has no mistakes is laid
 * out as text that is read as the same tree, keeps its comments, and is laid out the same again. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/guard.h"
#include "diag/render.h"
#include "grammar/parse.h"
#include "tree/format.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void check(bool holds, const char *what)
{
	if (holds)
		return;
	fprintf(stderr, "this does not hold: %s\n", what);
	abort();
}

/* One reading, and what it takes. */
struct reading {
	struct arena arena;
	struct sources sources;
	struct diags diags;
	struct file_tree *file;
	struct buffer layout;
};

static void reading_open(struct reading *reading, struct text text)
{
	const struct source *source;

	*reading = (struct reading){ 0 };
	reading->sources.arena = &reading->arena;
	diags_init(&reading->diags, &reading->arena);
	source = sources_add(&reading->sources, TEXT("fuzz.assay"), text);
	check(source != NULL, "there is room for the text");
	reading->file = parse_policy(&reading->arena, &reading->diags, source);
	if (reading->diags.count == 0)
		format_file(&reading->layout, &reading->sources, reading->file);
}

static void reading_close(struct reading *reading)
{
	buffer_done(&reading->layout);
	arena_free(&reading->arena);
}

/* Every message can be shown. */
static void render_all(const struct reading *reading)
{
	struct buffer out = { 0 };

	for (const struct diag *diag = reading->diags.first; diag; diag = diag->next) {
		render_text(&out, &reading->sources, diag, true);
		render_json(&out, &reading->sources, diag);
	}
	buffer_done(&out);
}

static uint32_t comment_count(const struct file_tree *file)
{
	uint32_t count = 0;

	for (const struct comment *comment = file->comments; comment; comment = comment->next)
		count++;
	return count;
}

static void check_layout(const struct reading *first)
{
	struct reading again;

	reading_open(&again, buffer_view(&first->layout));
	check(again.diags.count == 0, "a layout has no mistakes");
	check(ast_equal(first->file, again.file), "a layout is the same tree");
	check(comment_count(first->file) == comment_count(again.file),
	      "a layout keeps the comments");
	check(text_equal(buffer_view(&first->layout), buffer_view(&again.layout)),
	      "a layout is laid out the same");
	reading_close(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct reading reading;
	struct guard guard;

	if (length > UINT32_MAX / 2)
		return 0;
	if (GUARD_ENTER(&guard))
		check(false, "there is enough memory");
	reading_open(&reading, (struct text){ (const char *)bytes, (uint32_t)length });
	render_all(&reading);
	if (reading.diags.count == 0)
		check_layout(&reading);
	reading_close(&reading);
	guard_leave(&guard);
	return 0;
}
