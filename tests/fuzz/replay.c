/* SPDX-License-Identifier: Apache-2.0 */
/* replay.c - run a fuzz target over bytes that are kept.
 *
 * Linked with each fuzz_NAME.c. Without arguments it replays every file of
 * tests/fuzz/corpus/NAME, in order, and prints TAP; with arguments, the files named.
 * A target that survives its file has passed: sanitizers and asserts end it otherwise.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

struct content {
	uint8_t *bytes;
	size_t length;
};

/* Read a whole file into memory that is exactly as long, so that reading past it is seen. */
static int content_read(struct content *content, const char *path)
{
	FILE *file = fopen(path, "rb");
	long length;
	int done;

	if (!file)
		return 0;
	if (fseek(file, 0, SEEK_END) != 0 || (length = ftell(file)) < 0) {
		fclose(file);
		return 0;
	}
	rewind(file);
	content->length = (size_t)length;
	content->bytes = malloc(content->length ? content->length : 1);
	done = content->bytes
		&& fread(content->bytes, 1, content->length, file) == content->length;
	fclose(file);
	if (!done)
		free(content->bytes);
	return done;
}

/* One case. It is named before it runs, so that a crash can be told apart. */
static int replay_file(const char *path, int number)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	struct content content;

	printf("# %s\n", path);
	fflush(stdout);
	if (!content_read(&content, path)) {
		printf("not ok %d - %s can be read\n", number, name);
		return 1;
	}
	LLVMFuzzerTestOneInput(content.bytes, content.length);
	free(content.bytes);
	printf("ok %d - %s does no harm\n", number, name);
	return 0;
}

static int is_visible(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static int replay_folder(const char *folder)
{
	struct dirent **entries = NULL;
	int count = scandir(folder, &entries, is_visible, alphasort);
	int failed = 0;

	if (count <= 0) {
		printf("1..1\nnot ok 1 - %s holds files\n", folder);
		free(entries);
		return 1;
	}
	printf("1..%d\n", count);
	for (int i = 0; i < count; i++) {
		char path[8192];

		snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
		failed += replay_file(path, i + 1);
		free(entries[i]);
	}
	free(entries);
	return failed;
}

int main(int argc, char **argv)
{
	const char *source = getenv("top_srcdir");
	const char *name = strstr(argv[0], "fuzz_");
	char folder[4096];
	int failed = 0;

	if (argc > 1) {
		printf("1..%d\n", argc - 1);
		for (int i = 1; i < argc; i++)
			failed += replay_file(argv[i], i);
		return failed != 0;
	}
	for (const char *next = name; next; next = strstr(next + 1, "fuzz_"))
		name = next;
	snprintf(folder, sizeof folder, "%s/tests/fuzz/corpus/%s", source ? source : ".",
		name ? name + strlen("fuzz_") : "");
	return replay_folder(folder) != 0;
}
