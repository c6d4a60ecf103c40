/* SPDX-License-Identifier: Apache-2.0 */
/* Every file under a path is met once, in order; what is no file is told; archives are bounded. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <archive.h>
#include <archive_entry.h>
#include <cmocka.h>

#include "base/arena.h"
#include "files/walk.h"

static struct arena arena;
static char top[] = "/tmp/walk.XXXXXX";

static int make_top(void **state)
{
	(void)state;
	return mkdtemp(top) ? chdir(top) : -1;
}

static int remove_top(void **state)
{
	char command[64];

	(void)state;
	arena_free(&arena);
	snprintf(command, sizeof command, "rm -rf %s", top);
	return chdir("/") == 0 ? system(command) : -1;
}

static void put(const char *path, struct text bytes)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes.at, 1, bytes.length, file), bytes.length);
	fclose(file);
}

/* A line each: "name=bytes", "name: why" and "name? why" for what is passed over. */
struct visit {
	char log[4096];
	size_t used;
	uint64_t bytes;
	bool wants_none;
};

static bool wants(void *user, const struct walk_file *file)
{
	(void)file;
	return !((struct visit *)user)->wants_none;
}

static void note(struct visit *visit, struct text name, const char *mark, struct text what)
{
	int room = (int)(sizeof visit->log - visit->used);
	int length = snprintf(visit->log + visit->used, (size_t)room, "%.*s%s%.*s\n",
	                      TEXT_ARGS(name), mark, what.length < 80 ? (int)what.length : 80,
	                      what.at);

	visit->used += (size_t)(length < room ? length : 0);
}

static void take(void *user, const struct walk_file *file)
{
	struct visit *visit = user;

	assert_int_equal(file->name.at[file->name.length], '\0');
	visit->bytes += file->bytes.length;
	note(visit, file->name, file->named ? "==" : file->packed ? "!=" : "=", file->bytes);
}

static void trouble(void *user, const struct walk_trouble *trouble)
{
	note(user, trouble->name, trouble->passed_over ? "? " : ": ", text_from(trouble->why));
}

static void check_path(const char *path, const char *log)
{
	struct visit visit = { .used = 0 };
	struct walk walk = { wants, take, trouble, &visit };

	walk_path(&walk, path);
	assert_string_equal(visit.log, log);
}

static struct visit walk_over(struct text bytes)
{
	struct visit visit = { .used = 0 };
	struct walk walk = { wants, take, trouble, &visit };
	clock_t start = clock();

	walk_bytes(&walk, TEXT("x"), bytes);
	assert_true(clock() - start < CLOCKS_PER_SEC);
	return visit;
}

static void check(struct text bytes, const char *log)
{
	struct visit visit = walk_over(bytes);

	assert_string_equal(visit.log, log);
}

static void folders_are_read_in_the_order_of_their_names(void **state)
{
	(void)state;
	mkdir("a", 0700);
	mkdir("a/m", 0700);
	mkdir("a/empty", 0700);
	put("a/z", TEXT("1"));
	put("a/b", TEXT("2"));
	put("a/.hidden", TEXT("3"));
	put("a/m/x", TEXT("4"));
	check_path("a", "a/.hidden=3\na/b=2\na/m/x=4\na/z=1\n");
	check_path("a/", "a/.hidden=3\na/b=2\na/m/x=4\na/z=1\n");
	check_path("a/b", "a/b==2\n");
}

static void links_are_followed_but_not_in_circles(void **state)
{
	(void)state;
	mkdir("l", 0700);
	mkdir("l/d", 0700);
	put("l/d/f", TEXT("1"));
	assert_int_equal(symlink("..", "l/d/up"), 0);
	assert_int_equal(symlink("d", "l/e"), 0);
	assert_int_equal(symlink("d/f", "l/f"), 0);
	assert_int_equal(symlink("nowhere", "l/g"), 0);
	assert_int_equal(symlink("h", "l/h"), 0);
	check_path("l", "l/d/f=1\n"
	           "l/d/up? this folder was read before, under another name\n"
	           "l/e? this folder was read before, under another name\n"
	           "l/f=1\nl/g? it is a link that leads nowhere\n"
	           "l/h? it is a link that leads nowhere\n");
	check_path("l/g", "l/g: No such file or directory\n");
}

static void only_files_are_opened(void **state)
{
	(void)state;
	mkdir("p", 0700);
	assert_int_equal(mkfifo("p/pipe", 0600), 0);
	assert_int_equal(symlink("/dev/null", "p/null"), 0);
	check_path("p", "p/null? it is a device\np/pipe? it is a pipe\n");
}

static void what_is_not_there_is_told(void **state)
{
	(void)state;
	check_path("missing", "missing: No such file or directory\n");
}

static void folders_that_are_too_deep_are_told(void **state)
{
	struct visit visit = { .used = 0 };
	struct walk walk = { wants, take, trouble, &visit };
	char path[400] = "n";

	(void)state;
	for (int i = 0; i <= WALK_MAX_DEPTH; i++) {
		assert_int_equal(mkdir(path, 0700), 0);
		strcat(path, "/n");
	}
	walk_path(&walk, "n");
	assert_non_null(strstr(visit.log, ": folders are nested deeper than 64\n"));
}

static void what_is_not_wanted_is_not_given(void **state)
{
	struct visit visit = { .wants_none = true };
	struct walk walk = { wants, take, trouble, &visit };

	(void)state;
	put("w", TEXT("1"));
	walk_path(&walk, "w");
	assert_int_equal(visit.used, 0);
}

/* --- archives --- */

struct member {
	const char *name;
	struct text bytes;
	int type;               /* 0: a file */
};

enum { ROOM = 1 << 22 };

static void add_member(struct archive *out, const struct member *member)
{
	struct archive_entry *entry = archive_entry_new();

	archive_entry_set_pathname(entry, member->name);
	archive_entry_set_filetype(entry, member->type ? (unsigned int)member->type : AE_IFREG);
	if (member->type == AE_IFLNK)
		archive_entry_set_symlink(entry, "target");
	archive_entry_set_perm(entry, 0600);
	archive_entry_set_size(entry, member->bytes.length);
	archive_write_header(out, entry);
	archive_write_data(out, member->bytes.at, member->bytes.length);
	archive_entry_free(entry);
}

/* An archive of the members up to one without a name. */
static struct text pack(int format, int filter, const struct member *members)
{
	struct archive *out = archive_write_new();
	char *bytes = arena_alloc(&arena, ROOM);
	size_t used = 0;

	archive_write_set_format(out, format);
	archive_write_add_filter(out, filter);
	archive_write_set_bytes_per_block(out, 0);
	assert_int_equal(archive_write_open_memory(out, bytes, ROOM, &used), ARCHIVE_OK);
	for (; members->name; members++)
		add_member(out, members);
	assert_int_equal(archive_write_close(out), ARCHIVE_OK);
	archive_write_free(out);
	return (struct text){ bytes, (uint32_t)used };
}

#define TAR ARCHIVE_FORMAT_TAR_USTAR
#define ZIP ARCHIVE_FORMAT_ZIP
#define RAW ARCHIVE_FORMAT_RAW
#define NONE ARCHIVE_FILTER_NONE
#define GZIP ARCHIVE_FILTER_GZIP
#define ZSTD ARCHIVE_FILTER_ZSTD

static const struct member two[] = {
	{ "d", { "", 0 }, AE_IFDIR },
	{ "d/b", { "1", 1 }, 0 },
	{ "a", { "2", 1 }, 0 },
	{ NULL, { NULL, 0 }, 0 }
};

static void members_are_given_in_their_order(void **state)
{
	static const int kinds[][2] = { { TAR, NONE }, { TAR, GZIP }, { TAR, ZSTD },
	                                { ARCHIVE_FORMAT_TAR_GNUTAR, NONE }, { ZIP, NONE } };

	(void)state;
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		check(pack(kinds[i][0], kinds[i][1], two), "x!d/b!=1\nx!a!=2\n");
	put("x", pack(ZIP, NONE, two));
	check_path("x", "x!d/b!=1\nx!a!=2\n");
	put("x", pack(TAR, GZIP, two));
	check_path("x", "x!d/b!=1\nx!a!=2\n");
}

static void a_single_packed_file_has_no_other_name(void **state)
{
	const struct member one[] = { { "data", TEXT("1"), 0 }, { NULL, TEXT(""), 0 } };

	(void)state;
	check(pack(RAW, GZIP, one), "x!=1\n");
	check(pack(RAW, ZSTD, one), "x!=1\n");
	check(TEXT("1"), "x==1\n");
}

static void links_and_devices_in_archives_are_passed_over(void **state)
{
	const struct member members[] = { { "l", TEXT(""), AE_IFLNK }, { "p", TEXT(""), AE_IFIFO },
	                                  { "a", TEXT("1"), 0 }, { NULL, TEXT(""), 0 } };

	(void)state;
	check(pack(TAR, NONE, members), "x!l? it is a link\nx!p? it is no file\nx!a!=1\n");
}

static void archives_in_archives_are_read_up_to_a_depth(void **state)
{
	struct member one[] = { { "f", TEXT("1"), 0 }, { NULL, TEXT(""), 0 } };

	(void)state;
	for (int i = 0; i < 4; i++)
		one[0].bytes = pack(i % 2 ? ZIP : TAR, NONE, one);
	check(one[0].bytes, "x!f!f!f!f!=1\n");
	one[0].bytes = pack(TAR, GZIP, one);
	check(one[0].bytes, "x!f!f!f!f: archives are nested deeper than 3\n");
}

static void bombs_do_not_go_off(void **state)
{
	static char zeros[1 << 20];
	struct member many[400] = { { NULL, { NULL, 0 }, 0 } };
	struct visit visit;

	(void)state;
	for (int i = 0; i < 399; i++)
		many[i] = (struct member){ "z", { zeros, sizeof zeros }, 0 };
	for (int i = 0; i < 3; i++) {
		visit = walk_over(pack(i == 1 ? ZIP : TAR, i == 0 ? GZIP : i == 2 ? ZSTD : NONE, many));
		assert_non_null(strstr(visit.log, "it unpacks to more than 64 times its size"));
		assert_true(visit.bytes < 100U << 20);
	}
	/* The same inside another archive: the outer one's size counts. */
	visit = walk_over(pack(TAR, GZIP, (const struct member[]){
		{ "i", pack(TAR, GZIP, many), 0 }, { NULL, TEXT(""), 0 } }));
	assert_true(visit.bytes < 100U << 20);
	assert_non_null(strstr(visit.log, "it unpacks to more than 64 times its size"));
}

static void a_member_that_is_too_large_is_told(void **state)
{
	char *large = calloc(1, WALK_MAX + 1);
	struct archive *out = archive_write_new();
	char *bytes = malloc((size_t)WALK_MAX + ROOM);
	size_t used = 0;
	struct visit visit;

	(void)state;
	archive_write_set_format(out, TAR);
	archive_write_open_memory(out, bytes, (size_t)WALK_MAX + ROOM, &used);
	add_member(out, &(struct member){ "l", { large, WALK_MAX + 1 }, 0 });
	add_member(out, &(struct member){ "a", { "1", 1 }, 0 });
	archive_write_close(out);
	archive_write_free(out);
	visit = walk_over((struct text){ bytes, (uint32_t)used });
	assert_string_equal(visit.log, "x!l: it is larger than 64 MiB\nx!a!=1\n");
	free(large);
	free(bytes);
}

static void damage_is_told_and_what_was_before_is_given(void **state)
{
	static const int kinds[][2] = { { TAR, GZIP }, { TAR, ZSTD }, { TAR, NONE }, { ZIP, NONE } };

	(void)state;
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		struct text whole = pack(kinds[i][0], kinds[i][1], two);

		for (uint32_t length = 4; length < whole.length; length += 3)
			walk_over((struct text){ whole.at, length });
		whole.length = kinds[i][1] == NONE && kinds[i][0] == TAR ? 1600 : whole.length / 2;
		assert_non_null(strstr(walk_over(whole).log, ": "));
	}
	for (size_t i = 0; i < 2; i++) {
		struct text whole = pack(kinds[2 + i][0], NONE, two);

		whole.length = i ? whole.length - 22 : 2560;
		assert_string_equal(walk_over(whole).log, "x!d/b!=1\nx!a!=2\n"
		                    "x: the end of the archive is missing; it may have been cut off\n");
		put("x", whole);
		check_path("x", "x!d/b!=1\nx!a!=2\n"
		           "x: the end of the archive is missing; it may have been cut off\n");
	}
	assert_non_null(strstr(walk_over(TEXT("PK\5\6")).log, "x: "));
	assert_non_null(strstr(walk_over(TEXT("\x1f\x8b\x08")).log, "x: "));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(folders_are_read_in_the_order_of_their_names),
		cmocka_unit_test(links_are_followed_but_not_in_circles),
		cmocka_unit_test(only_files_are_opened),
		cmocka_unit_test(what_is_not_there_is_told),
		cmocka_unit_test(folders_that_are_too_deep_are_told),
		cmocka_unit_test(what_is_not_wanted_is_not_given),
		cmocka_unit_test(members_are_given_in_their_order),
		cmocka_unit_test(a_single_packed_file_has_no_other_name),
		cmocka_unit_test(links_and_devices_in_archives_are_passed_over),
		cmocka_unit_test(archives_in_archives_are_read_up_to_a_depth),
		cmocka_unit_test(bombs_do_not_go_off),
		cmocka_unit_test(a_member_that_is_too_large_is_told),
		cmocka_unit_test(damage_is_told_and_what_was_before_is_given),
	};

	return cmocka_run_group_tests_name("walk", tests, make_top, remove_top);
}
