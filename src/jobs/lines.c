/* SPDX-License-Identifier: Apache-2.0 */
#include "jobs/lines.h"

#include <errno.h>
#include <unistd.h>

void lines_open(struct lines *lines, int file, struct text read)
{
	*lines = (struct lines){ .file = file, .ended = file < 0 };
	buffer_text(&lines->rest, read);
}

void lines_behind(struct lines *lines, int file, struct text read)
{
	buffer_reset(&lines->rest);
	buffer_text(&lines->rest, read);
	lines->given = 0;
	lines->file = file;
	lines->ended = file < 0;
}

size_t lines_whole(struct text bytes)
{
	size_t at = bytes.length;

	while (at > 0 && bytes.at[at - 1] != '\n')
		at--;
	return at ? at : bytes.length;
}

void lines_close(struct lines *lines)
{
	buffer_done(&lines->rest);
}

/* At most `most` bytes; 0 at the end, and after an error. */
static size_t read_some(struct lines *lines, struct buffer *bytes, size_t most)
{
	char *room = buffer_room(bytes, most);
	size_t kept = lines->rest.length - lines->given;
	ssize_t got = 0;

	if (kept > 0) {
		kept = kept < most ? kept : most;
		memcpy(room, lines->rest.at + lines->given, kept);
		lines->given += kept;
		return kept;
	}
	if (lines->ended)
		return 0;
	do
		got = read(lines->file, room, most);
	while (got < 0 && errno == EINTR);
	if (got < 0)
		lines->error = errno;
	lines->ended = got <= 0;
	return got > 0 ? (size_t)got : 0;
}

/* Read until there are `length` bytes; false when there are fewer. */
static bool fill(struct lines *lines, struct buffer *bytes, size_t length)
{
	size_t got = 1;

	while (bytes->length < length && got > 0) {
		got = read_some(lines, bytes, length - bytes->length);
		bytes->length += got;
	}
	return bytes->length >= length;
}

static uint64_t count_ends(struct text text)
{
	const char *at = text.at, *end = at + text.length;
	uint64_t count = 0;

	while (at < end && (at = memchr(at, '\n', (size_t)(end - at)))) {
		count++;
		at++;
	}
	return count;
}

/* Behind the last line end; 0 if there is none. */
static size_t after_last_end(const struct buffer *bytes)
{
	size_t at = bytes->length;

	while (at > 0 && bytes->at[at - 1] != '\n')
		at--;
	return at;
}

/* Behind the first line end from `at` on; 0 if there is none. */
static size_t after_next_end(const struct buffer *bytes, size_t at)
{
	const char *end = memchr(bytes->at + at, '\n', bytes->length - at);

	return end ? (size_t)(end - bytes->at) + 1 : 0;
}

/* Give back what is behind the cut. */
static void keep_rest(struct lines *lines, struct buffer *bytes, size_t cut)
{
	struct text after = { bytes->at + cut, (uint32_t)(bytes->length - cut) };
	size_t left = lines->rest.length - lines->given;

	if (left == 0) {
		buffer_reset(&lines->rest);
		buffer_text(&lines->rest, after);
		lines->given = 0;
	} else {
		lines->given -= after.length;
	}
	bytes->length = cut;
}

/* The first line is longer than a piece: as far as it goes. 0 when it is longer than any may be. */
static size_t find_long(struct lines *lines, struct buffer *bytes)
{
	size_t cut = 0, searched;
	bool more = true;

	while (cut == 0 && more && bytes->length <= LINES_MOST) {
		searched = bytes->length;
		more = fill(lines, bytes, searched + LINES_PIECE);
		cut = after_next_end(bytes, searched);
	}
	if (cut == 0 && !more)
		cut = bytes->length;
	return cut <= LINES_MOST ? cut : 0;
}

/* Pass the line that `bytes` begins with. */
static void pass_line(struct lines *lines, struct buffer *bytes)
{
	size_t cut = after_next_end(bytes, 0);

	while (cut == 0 && bytes->length > 0) {
		lines->offset += bytes->length;
		bytes->length = 0;
		fill(lines, bytes, LINES_PIECE);
		cut = after_next_end(bytes, 0);
	}
	lines->offset += cut;
	keep_rest(lines, bytes, cut);
	lines->too_long = ++lines->line;
	bytes->length = 0;
}

bool lines_next(struct lines *lines, struct piece *piece)
{
	struct buffer *bytes = &piece->bytes;
	size_t cut;

	lines->too_long = 0;
	buffer_reset(bytes);
	buffer_room(bytes, LINES_PIECE);
	piece->offset = lines->offset;
	piece->line = lines->line;
	cut = fill(lines, bytes, LINES_PIECE) ? after_last_end(bytes) : bytes->length;
	if (cut == 0 && bytes->length > 0)
		cut = find_long(lines, bytes);
	if (cut == 0 && bytes->length > 0) {
		pass_line(lines, bytes);
		return false;
	}
	keep_rest(lines, bytes, cut);
	lines->offset += cut;
	lines->line += count_ends(buffer_view(bytes));
	return cut > 0;
}
