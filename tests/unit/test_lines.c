/* SPDX-License-Identifier: Apache-2.0 */
/* A large input in pieces: nothing is lost, lines stay whole, and where the cuts are depends on the bytes alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "jobs/lines.h"

/* An open file with these bytes. */
static int file_of(const struct buffer *bytes)
{
	FILE *file = tmpfile();
	int copy;

	assert_non_null(file);
	assert_int_equal(fwrite(bytes->at, 1, bytes->length, file), bytes->length);
	rewind(file);
	copy = dup(fileno(file));
	fclose(file);
	return copy;
}

static struct buffer lines_of(uint32_t count, uint32_t length)
{
	struct buffer bytes = { 0 };

	for (uint32_t i = 0; i < count; i++) {
		buffer_printf(&bytes, "{\"n\": %u}", i);
		buffer_repeat(&bytes, 'x', (i * 7919) % length);
		buffer_byte(&bytes, '\n');
	}
	return bytes;
}

/* Read all pieces and check them; what they say together. */
static uint64_t read_pieces(struct lines *lines, const struct buffer *all, uint64_t *cuts)
{
	struct piece piece = { 0 };
	uint64_t offset = 0, line = 0, sum = 0;

	while (lines_next(lines, &piece)) {
		assert_int_equal(piece.offset, offset);
		assert_int_equal(piece.line, line);
		assert_memory_equal(piece.bytes.at, all->at + offset, piece.bytes.length);
		offset += piece.bytes.length;
		for (size_t i = 0; i < piece.bytes.length; i++)
			line += piece.bytes.at[i] == '\n';
		if (offset < all->length)
			assert_int_equal(all->at[offset - 1], '\n');
		sum = sum * 31 + offset;
	}
	assert_int_equal(lines->too_long, 0);
	assert_int_equal(offset, all->length);
	buffer_done(&piece.bytes);
	lines_close(lines);
	*cuts = sum;
	return offset;
}

static void check_all_ways(const struct buffer *all)
{
	const size_t kept[] = { 0, 1, LINES_PIECE - 1, LINES_PIECE, LINES_PIECE + 1, 1 << 20 };
	uint64_t first = 0, cuts;

	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
		size_t read = kept[i] < all->length ? kept[i] : all->length;
		int file = file_of(all);
		struct lines lines;

		assert_int_equal(lseek(file, (off_t)read, SEEK_SET), read);
		lines_open(&lines, file, (struct text){ all->at, (uint32_t)read });
		read_pieces(&lines, all, &cuts);
		assert_true(i == 0 || cuts == first);
		first = cuts;
		close(file);
	}
}

static void pieces_are_whole_lines_and_lose_nothing(void **state)
{
	struct buffer all = lines_of(20000, 300);

	(void)state;
	check_all_ways(&all);
	all.length--;
	check_all_ways(&all);
	buffer_done(&all);
}

static void a_line_longer_than_a_piece_stays_whole(void **state)
{
	struct buffer all = lines_of(60, 5 * LINES_PIECE);

	(void)state;
	check_all_ways(&all);
	buffer_done(&all);
}

static void nothing_has_no_pieces(void **state)
{
	struct lines lines;
	struct piece piece = { 0 };

	(void)state;
	lines_open(&lines, -1, TEXT(""));
	assert_false(lines_next(&lines, &piece));
	buffer_done(&piece.bytes);
	lines_close(&lines);
}

static void a_line_too_long_is_passed_and_told(void **state)
{
	struct buffer all = lines_of(3, 10);
	struct lines lines;
	struct piece piece = { 0 };
	size_t first = all.length, last;
	int file;

	(void)state;
	buffer_repeat(&all, 'y', (size_t)LINES_MOST + 5);
	buffer_string(&all, "\nlast\n");
	last = all.length - 5;
	file = file_of(&all);
	lines_open(&lines, file, TEXT(""));
	assert_true(lines_next(&lines, &piece));
	assert_int_equal(piece.bytes.length, first);
	assert_false(lines_next(&lines, &piece));
	assert_int_equal(lines.too_long, 4);
	assert_true(lines_next(&lines, &piece));
	assert_int_equal(piece.offset, last);
	assert_int_equal(piece.line, 4);
	assert_int_equal(piece.bytes.length, 5);
	assert_false(lines_next(&lines, &piece));
	assert_int_equal(lines.too_long, 0);
	close(file);
	buffer_done(&piece.bytes);
	buffer_done(&all);
	lines_close(&lines);
}

static void an_error_of_reading_is_kept(void **state)
{
	struct lines lines;
	struct piece piece = { 0 };

	(void)state;
	lines_open(&lines, 12345, TEXT("{}\n"));
	assert_true(lines_next(&lines, &piece));
	assert_false(lines_next(&lines, &piece));
	assert_int_not_equal(lines.error, 0);
	buffer_done(&piece.bytes);
	lines_close(&lines);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pieces_are_whole_lines_and_lose_nothing),
		cmocka_unit_test(a_line_longer_than_a_piece_stays_whole),
		cmocka_unit_test(nothing_has_no_pieces),
		cmocka_unit_test(a_line_too_long_is_passed_and_told),
		cmocka_unit_test(an_error_of_reading_is_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
