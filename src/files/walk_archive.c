/* SPDX-License-Identifier: Apache-2.0 */
/* Archives, by libarchive. What it unpacks is counted, and so is what it passes over on the way. */
#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>
#include <unistd.h>

#include "base/guard.h"
#include "files/walk.h"
#include "files/walk_part.h"

/* A header of tar: its sum is right (POSIX pax, "ustar Interchange Format"). */
static bool is_tar(struct text head)
{
	enum { BLOCK = 512, SUM_AT = 148, SUM_END = 156 };
	unsigned int sum = 0, said = 0;
	uint32_t at = SUM_AT;

	if (head.length < BLOCK)
		return false;
	for (uint32_t i = 0; i < BLOCK; i++)
		sum += i < SUM_AT || i >= SUM_END ? (unsigned char)head.at[i] : ' ';
	while (at < SUM_END && head.at[at] == ' ')
		at++;
	for (; at < SUM_END && head.at[at] >= '0' && head.at[at] <= '7'; at++)
		said = said * 8 + (unsigned int)(head.at[at] - '0');
	return said == sum;
}

enum walk_packing walk_packing_of(struct text head)
{
	if (text_starts(head, TEXT("PK\x03\x04")) || text_starts(head, TEXT("PK\x05\x06")))
		return PACKING_ZIP;
	if (text_starts(head, TEXT("\x1f\x8b\x08")))
		return PACKING_GZIP;
	if (text_starts(head, TEXT("\x28\xb5\x2f\xfd")))
		return PACKING_ZSTD;
	return is_tar(head) ? PACKING_TAR : PACKING_NONE;
}

bool walk_is_archive(struct text head)
{
	return walk_packing_of(head) != PACKING_NONE;
}

/* An archive that is open. */
struct opened {
	struct walking *w;
	struct archive *archive;
	struct buffer member;
	size_t name;                    /* length of the archive's own */
	int64_t unpacked;               /* bytes counted so far */
	uint32_t members;
	bool told;                      /* that it can't be read */
};

static void tell_broken(struct opened *o, const char *what)
{
	const char *why = archive_error_string(o->archive);
	char text[256];

	snprintf(text, sizeof text, "%s: %s", what, why ? why : "it is broken");
	walk_tell(o->w, false, text);
	o->told = true;
}

/* --- limits --- */

/* Count what came out of the decompressor since the last time; false, and told, if it is too
 * much. */
static bool count_unpacked(struct opened *o, uint64_t taken)
{
	int64_t so_far = archive_filter_bytes(o->archive, 0);
	uint64_t passed = so_far > o->unpacked ? (uint64_t)(so_far - o->unpacked) : 0;
	uint64_t most = taken > passed ? taken : passed;

	if (so_far > o->unpacked)
		o->unpacked = so_far;
	if (most <= o->w->may_unpack) {
		o->w->may_unpack -= most;
		return true;
	}
	o->w->may_unpack = 0;
	walk_tell(o->w, false, "it unpacks to more than 64 times its size and 64 MiB; what follows is"
	                       " not read");
	o->told = true;
	return false;
}

/* --- members --- */

static void give_member(struct opened *o)
{
	struct walking *w = o->w;
	struct text bytes = buffer_view(&o->member);
	enum walk_packing packing = walk_packing_of(bytes);
	struct walk_file file = { buffer_view(&w->name), bytes, false, true };
	struct walk_file head = file;

	if (packing != PACKING_NONE && w->nesting > WALK_MAX_NESTING) {
		walk_tell(w, false, "archives are nested deeper than 3");
		return;
	}
	if (packing != PACKING_NONE) {
		walk_archive(w, packing, &(struct walk_source){ .file = -1, .bytes = bytes,
			.size = bytes.length });
		return;
	}
	head.bytes.length = bytes.length < WALK_HEAD ? bytes.length : WALK_HEAD;
	if (!w->walk->wants || w->walk->wants(w->walk->user, &head))
		w->walk->file(w->walk->user, &file);
}

/* What there is of a block that fits. Holes of sparse files are not filled: no certificate has
 * any. */
static bool take_block(struct opened *o, const void *block, size_t size)
{
	if (o->member.length + size <= WALK_MAX)
		buffer_add(&o->member, block, size);
	else
		o->member.length = WALK_MAX + 1;
	return count_unpacked(o, size);
}

/* Unpack a member to its end: skipping would unpack it too, but uncounted. False if no more can be
 * read. */
static bool read_member(struct opened *o, bool is_wanted)
{
	const void *block;
	size_t size;
	la_int64_t offset;
	int status;

	buffer_reset(&o->member);
	while ((status = archive_read_data_block(o->archive, &block, &size, &offset)) == ARCHIVE_OK
	       || status == ARCHIVE_WARN)
		if (!take_block(o, block, size))
			return false;
	if (status != ARCHIVE_EOF)
		tell_broken(o, "this member can't be unpacked");
	else if (o->member.length > WALK_MAX)
		walk_tell(o->w, false, "it is larger than 64 MiB");
	else if (is_wanted)
		give_member(o);
	return status > ARCHIVE_FATAL;
}

/* A single packed file has no name of its own. */
static void name_member(struct opened *o, struct archive_entry *entry)
{
	struct buffer *name = &o->w->name;
	const char *path = archive_entry_pathname(entry);

	if (archive_format(o->archive) == ARCHIVE_FORMAT_RAW)
		return;
	if (!path)
		path = archive_entry_pathname_utf8(entry);
	buffer_byte(name, '!');
	if (path)
		buffer_string(name, path);
	else
		buffer_printf(name, "#%u", o->members);
}

static bool take_member(struct opened *o, struct archive_entry *entry)
{
	bool is_link = archive_entry_hardlink(entry) || archive_entry_symlink(entry);
	bool is_file = !is_link && archive_entry_filetype(entry) == AE_IFREG;

	if (archive_entry_is_encrypted(entry)) {
		walk_tell(o->w, false, "it is encrypted");
		return true;
	}
	if (is_link)
		walk_tell(o->w, true, "it is a link");
	else if (!is_file && archive_entry_filetype(entry) != AE_IFDIR)
		walk_tell(o->w, true, "it is no file");
	return read_member(o, is_file);
}

static bool next_member(struct opened *o)
{
	struct archive_entry *entry;
	int status = archive_read_next_header(o->archive, &entry);
	bool go_on;

	if (status == ARCHIVE_EOF)
		return false;
	if (status < ARCHIVE_WARN) {
		tell_broken(o, "the archive can't be read any further");
		return false;
	}
	if (o->members++ == WALK_MAX_MEMBERS) {
		walk_tell(o->w, false, "the archive has more than 1,048,576 members");
		o->told = true;
		return false;
	}
	name_member(o, entry);
	go_on = count_unpacked(o, 0) && take_member(o, entry);
	buffer_cut(&o->w->name, o->name);
	return go_on;
}

/* --- the whole --- */

/* The last bytes of the source. */
static struct text read_end(struct opened *o, const struct walk_source *source, uint64_t most)
{
	size_t length = source->size < most ? (size_t)source->size : (size_t)most;
	off_t at = (off_t)(source->size - length);
	ssize_t got;

	if (source->file < 0)
		return (struct text){ source->bytes.at + at, (uint32_t)length };
	buffer_reset(&o->member);
	got = pread(source->file, buffer_room(&o->member, length), length, at);
	return (struct text){ o->member.at, got > 0 ? (uint32_t)got : 0 };
}

/* Libarchive takes what is there; where the mark at the end is missing, more may have followed. A
 * packed file is told by its filter if it is cut off. */
static bool is_cut_off(struct opened *o, enum walk_packing packing,
                       const struct walk_source *source)
{
	static const char zeros[512];
	struct text end;

	if (packing == PACKING_ZIP)
		return !text_contains(read_end(o, source, 65536 + 22), TEXT("PK\5\6"));
	if (packing != PACKING_TAR)
		return false;
	end = read_end(o, source, sizeof zeros);
	return !text_equal(end, (struct text){ zeros, sizeof zeros });
}

/* One filter, chosen by the first bytes: a second would unpack what nobody counts. */
static bool set_up(struct archive *archive, enum walk_packing packing)
{
	int status = ARCHIVE_OK;

	if (packing == PACKING_ZIP)
		return archive_read_support_format_zip(archive) == ARCHIVE_OK;
	if (packing == PACKING_GZIP)
		status = archive_read_append_filter(archive, ARCHIVE_FILTER_GZIP);
	if (packing == PACKING_ZSTD)
		status = archive_read_append_filter(archive, ARCHIVE_FILTER_ZSTD);
	if (packing != PACKING_TAR && archive_read_support_format_raw(archive) != ARCHIVE_OK)
		return false;
	return status == ARCHIVE_OK && archive_read_support_format_tar(archive) == ARCHIVE_OK;
}

static void read_archive(struct opened *o, enum walk_packing packing,
                         const struct walk_source *source)
{
	int status = ARCHIVE_FATAL;

	if (!set_up(o->archive, packing)) {
		walk_tell(o->w, false, "archives of this kind can't be read here");
		return;
	}
	status = source->file >= 0
		? archive_read_open_fd(o->archive, source->file, 65536)
		: archive_read_open_memory(o->archive, source->bytes.at, source->bytes.length);
	if (status < ARCHIVE_WARN) {
		tell_broken(o, "the archive can't be opened");
		return;
	}
	while (next_member(o))
		;
	if (!o->told && is_cut_off(o, packing, source)) {
		walk_tell(o->w, false, "the end of the archive is missing; it may have been cut off");
		o->told = true;
	}
	if (o->members == 0 && !o->told)
		walk_tell(o->w, o->w->depth > 0 || o->w->nesting > 1, "the archive is empty");
}

static void finish(void *what)
{
	struct opened *o = what;

	archive_read_free(o->archive);
	buffer_done(&o->member);
}

void walk_archive(struct walking *w, enum walk_packing packing, const struct walk_source *source)
{
	struct opened o = { .w = w, .archive = archive_read_new(), .name = w->name.length };
	struct guard_cleanup cleanup;

	if (!o.archive)
		guard_no_memory();
	guard_keep(&cleanup, finish, &o);
	if (w->nesting++ == 0)
		w->may_unpack = WALK_UNPACKED + WALK_RATIO * source->size;
	read_archive(&o, packing, source);
	w->nesting--;
	guard_give_back(&cleanup);
}
