/* SPDX-License-Identifier: Apache-2.0 */
/* A mapping and an input, with a line of `====` between them; without one, all is input for a mapping that has
 * everything. Whatever the bytes: the mapping is checked, and one without mistakes reads the input in
 * one pass as in two, and what it gives is what JSON gives when it is read again. */
#include <stdio.h>
#include <stdlib.h>

#include "facts/inventory.h"
#include "facts/mapped.h"
#include "facts/write.h"
#include "tests/unit/mapping_trial.h"

/* A fuzz target is linked with the library alone. */
#include "tests/unit/mapping_trial.c" /* NOLINT(bugprone-suspicious-include) */

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static const char everything[] =
	"parameter old: set of text = \"Bob, Eve\"\n"
	"parameter strict: bool\n"
	"from columns\n"
	"  unknown: \"-\"\n"
	"  Id:     text required called \"Id\", \"Name\"\n"
	"  Age:    integer optional\n"
	"  Fast:   bool\n"
	"  Build:  version\n"
	"  Day:    date day-month-year\n"
	"  Flags:  bits 192 called \"Age\"\n"
	"  Goods:  split at \";\"\n"
	"  Till:   text\n"
	"to visit\n"
	"  id:     Id or file-name\n"
	"  age:    Age\n"
	"  fast:   Fast\n"
	"  member: Flags\n"
	"  build:  Build\n"
	"  come:   Day\n"
	"  goods:  Goods\n"
	"  paid:   Goods\n"
	"  till:   Till\n"
	"  purpose: Till\n"
	"  kind:   by\n"
	"    | Till | strict | Age | kind |\n"
	"    |------|--------|-----|------|\n"
	"    | \"x\", \"*y*\" | any | any | old |\n"
	"    | in old | yes | < 9 | young |\n"
	"    | in old | yes | >= 9, absent | conflict \"no\" |\n"
	"    | other | yes | any | unborn |\n"
	"    | other, in old | no | any | not known \"so\" |\n"
	"to till\n"
	"  name:   Till\n"
	"  kind:   Id\n";

static void check(bool holds, const char *what)
{
	if (holds)
		return;
	fprintf(stderr, "this does not hold: %s\n", what);
	abort();
}

static bool ignore_context(void *user, struct record *record)
{
	write_record(user, record, WRITE_GIVEN);
	return true;
}

static void ignore_stream(void *user, struct record *record)
{
	write_record(user, record, WRITE_GIVEN);
}

static void is_trouble(void *user, const struct inventory_trouble *trouble)
{
	(void)user;
	/* A record without a usable key is told again. */
	check(trouble->fault == INVENTORY_REMARK, "what a mapping gives is read");
}

/* What was written is facts, and the same when it is read and written. */
static void check_json(struct mapping_trial *trial, struct text json)
{
	struct buffer again = { 0 };
	struct inventory_sink sink = { .user = &again, .context = ignore_context,
		.stream = ignore_stream, .trouble = is_trouble };
	struct arena arena = { 0 }, messages = { 0 };

	inventory_read(inventory_new(&arena, trial->mapping->model), &(struct inventory_input){
		.name = TEXT("again"), .bytes = json, .borrow = true, .pass = INVENTORY_BOTH,
		.contexts = &arena, .stream = &arena, .messages = &messages, .sink = &sink });
	check(text_equal(json, buffer_view(&again)), "what is written is read as the same");
	buffer_done(&again);
	arena_free(&arena);
	arena_free(&messages);
}

/* Lines that are records; trouble is told in others. */
static void take_records(struct buffer *out, const char *printed)
{
	while (*printed) {
		const char *end = strchr(printed, '\n');

		if (*printed == '{')
			buffer_add(out, printed, (size_t)(end - printed) + 1);
		printed = end + 1;
	}
}

static void read_input(struct mapping_trial *trial, struct text input)
{
	struct buffer one = { 0 }, contexts = { 0 }, stream = { 0 };

	take_records(&one, mapping_trial_read(trial, input, INVENTORY_BOTH));
	take_records(&contexts, mapping_trial_read(trial, input, INVENTORY_CONTEXTS));
	take_records(&stream, mapping_trial_read(trial, input, INVENTORY_STREAM));
	check(one.length == contexts.length + stream.length, "two passes read what one reads");
	check_json(trial, buffer_view(&one));
	buffer_done(&one);
	buffer_done(&contexts);
	buffer_done(&stream);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	static const char line[] = "\n====\n";
	struct text input = { (const char *)bytes, (uint32_t)length };
	char *text = malloc(length + 1), *parted;
	struct mapping_trial trial;

	if (length > UINT32_MAX / 4 || !text) {
		free(text);
		return 0;
	}
	memcpy(text, bytes, length);
	text[length] = '\0';
	parted = strstr(text, line);
	if (parted) {
		uint32_t begin = (uint32_t)(parted - text) + (uint32_t)sizeof line - 1;

		*parted = '\0';
		input = (struct text){ (const char *)bytes + begin, (uint32_t)length - begin };
	}
	mapping_trial_open(&trial, parted ? text : everything, NULL);
	check(parted || trial.diags.errors == 0, "the mapping with everything has no mistakes");
	if (trial.diags.errors == 0)
		read_input(&trial, input);
	mapping_trial_close(&trial);
	free(text);
	return 0;
}
