/* SPDX-License-Identifier: Apache-2.0 */
#include "code/image.h"

#include <openssl/err.h>
#include <openssl/evp.h>

#include "base/guard.h"

/* A byte that is not ASCII, then what tools that change line ends or stop at ^Z would spoil. */
static const unsigned char magic[12] = "\x89""ASSAY\r\n\x1a\n";

enum {
	AT_FORMAT = 12, AT_LANGUAGE = 16, AT_SHAPE = 20, AT_LENGTH = 24, AT_SECTIONS = 28,
	ENTRY = 12              /* bytes of a row of the section table: id, offset, length */
};

enum section_id {
	SECTION_STRINGS = TABLE_COUNT, SECTION_CONSTANTS, SECTION_MAPS, SECTION_CODE,
	SECTION_COUNT
};

struct section {
	const char *name;
	const void *data;
	uint64_t length;        /* bytes */
	uint32_t unit;          /* bytes of one row or element */
	uint32_t width;         /* bytes of the numbers in it */
};

struct layout {
	uint64_t at[SECTION_COUNT], end;
};

/* A test has numbers put and taken byte by byte on any machine. */
#ifndef HOST_IS_LITTLE
#define HOST_IS_LITTLE host_is_little()
static bool host_is_little(void)
{
	const uint32_t one = 1;
	unsigned char first;

	memcpy(&first, &one, 1);
	return first == 1;
}
#endif

static uint32_t get_word(const void *at)
{
	const unsigned char *b = at;

	return b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

static void put_number(unsigned char *at, uint64_t number, uint32_t width)
{
	for (uint32_t i = 0; i < width; i++)
		at[i] = (unsigned char)(number >> 8 * i & 0xff);
}

static uint32_t mix(uint32_t shape, const char *name)
{
	return shape * 31 + text_hash(text_from(name));
}

/* A number for the tables and instructions of this library, so that an image made with
 * others is refused even if the version was forgotten. */
static uint32_t image_shape(void)
{
	uint32_t shape = 0;

	for (int t = 0; t < TABLE_COUNT; t++) {
		const struct table_info *info = table_info((enum table)t);

		shape = mix(shape, info->name);
		for (uint32_t c = 0; c < info->column_count; c++)
			shape = mix(mix(shape, info->columns[c]), info->kinds[c]);
	}
	for (uint32_t op = 0; op < OP_COUNT; op++)
		shape = mix(mix(shape, operation_info(op)->name), operation_info(op)->operands);
	return shape;
}

static struct section table_section(const struct program *program, enum table table)
{
	const struct table_info *info = table_info(table);
	uint32_t count;
	const uint32_t *rows = program_rows(program, table, &count);

	return (struct section){ info->name, rows, (uint64_t)count * info->column_count * 4,
	                         info->column_count * 4, 4 };
}

static struct section section_of(const struct program *program, uint32_t id)
{
	switch ((int)id) {
	case SECTION_STRINGS:
		return (struct section){ "strings", program->strings, program->string_bytes, 4, 1 };
	case SECTION_CONSTANTS:
		return (struct section){ "constants", program->constants,
		                         (uint64_t)program->constant_count * 8, 8, 8 };
	case SECTION_MAPS:
		return (struct section){ "maps", program->maps, program->map_count, 1, 1 };
	case SECTION_CODE:
		return (struct section){ "code", program->code,
		                         (uint64_t)program->code_count * 4, 4, 4 };
	default:
		return table_section(program, (enum table)id);
	}
}

static uint64_t align(uint64_t at)
{
	return (at + IMAGE_ALIGN - 1) / IMAGE_ALIGN * IMAGE_ALIGN;
}

static struct layout layout_of(const struct program *program)
{
	struct layout layout = { .end = IMAGE_HEADER + SECTION_COUNT * ENTRY };

	for (uint32_t id = 0; id < SECTION_COUNT; id++) {
		layout.at[id] = align(layout.end);
		layout.end = layout.at[id] + section_of(program, id).length;
	}
	return layout;
}

uint32_t image_size(const struct program *program)
{
	uint64_t end = layout_of(program).end;

	return end > UINT32_MAX ? 0 : (uint32_t)end;
}

static void put_section(unsigned char *to, const struct section *section)
{
	uint64_t number;
	uint32_t word;

	if (section->length == 0)
		return;
	if (section->width == 1 || HOST_IS_LITTLE) {
		memcpy(to, section->data, (size_t)section->length);
		return;
	}
	for (uint64_t at = 0; at < section->length; at += section->width) {
		const char *from = (const char *)section->data + at;

		memcpy(&word, from, 4);
		memcpy(&number, from, section->width == 8 ? 8 : 4);
		put_number(to + at, section->width == 8 ? number : word, section->width);
	}
}

/* Turn the lengths in a pool, from those of this machine into little-endian ones or back: the
 * same copy either way. A pool that is not well made is left to the verifier. */
static void turn_lengths(unsigned char *pool, uint64_t bytes, bool reading)
{
	for (uint64_t at = 0; at + 4 <= bytes; ) {
		uint32_t length;

		if (reading)
			length = get_word(pool + at);
		else
			memcpy(&length, pool + at, 4);
		if (reading)
			memcpy(pool + at, &length, 4);
		else
			put_number(pool + at, length, 4);
		at += ((uint64_t)length + 8) / 4 * 4;
	}
}

static bool put_digest(const unsigned char *image, uint32_t length, unsigned char *digest)
{
	int done = 0;

	ERR_set_mark();
	for (int tries = 0; tries < 2 && done != 1; tries++) {
		if (tries > 0)
			guard_probe();
		done = EVP_Digest(image + IMAGE_HEADER, length - IMAGE_HEADER, digest, NULL,
		                  EVP_sha256(), NULL);
	}
	ERR_pop_to_mark();
	return done == 1;
}

/* `image` is zero and as long as image_size said. */
static bool image_put(unsigned char *image, const struct program *program)
{
	struct layout layout = layout_of(program);

	memcpy(image, magic, sizeof magic);
	put_number(image + AT_FORMAT, IMAGE_FORMAT, 4);
	put_number(image + AT_LANGUAGE, IMAGE_LANGUAGE, 4);
	put_number(image + AT_SHAPE, image_shape(), 4);
	put_number(image + AT_LENGTH, layout.end, 4);
	put_number(image + AT_SECTIONS, SECTION_COUNT, 4);
	for (uint32_t id = 0; id < SECTION_COUNT; id++) {
		struct section section = section_of(program, id);
		unsigned char *entry = image + IMAGE_HEADER + (size_t)id * ENTRY;

		put_number(entry, id + 1, 4);
		put_number(entry + 4, layout.at[id], 4);
		put_number(entry + 8, section.length, 4);
		put_section(image + layout.at[id], &section);
	}
	turn_lengths(image + layout.at[SECTION_STRINGS], program->string_bytes, false);
	return put_digest(image, (uint32_t)layout.end, image + IMAGE_DIGEST_AT);
}

bool image_write(struct buffer *out, const struct program *program)
{
	uint32_t size = image_size(program);
	size_t start = out->length;

	if (size == 0)
		return false;
	buffer_repeat(out, '\0', size);
	if (image_put((unsigned char *)out->at + start, program))
		return true;
	out->length = start;
	out->at[start] = '\0';
	return false;
}

bool image_digest(const struct program *program, struct arena *scratch,
                  unsigned char digest[IMAGE_DIGEST])
{
	uint32_t size = image_size(program);
	unsigned char *image;

	if (size == 0)
		return false;
	image = arena_alloc(scratch, size);
	if (!image_put(image, program))
		return false;
	memcpy(digest, image + IMAGE_DIGEST_AT, IMAGE_DIGEST);
	return true;
}

static struct trouble_place header_at(uint32_t byte, const char *detail)
{
	return (struct trouble_place){ "header", "byte", byte, detail };
}

/* What must stand in the header, in the order in which it is asked. */
static bool read_header(struct text bytes, struct image_trouble *why)
{
	const struct {
		uint32_t at, wanted;
		const char *what;
	} words[] = {
		{ AT_FORMAT, IMAGE_FORMAT, "image format" },
		{ AT_LANGUAGE, IMAGE_LANGUAGE, "language version" },
		{ AT_SHAPE, image_shape(), "shape of tables and instructions" },
		{ AT_LENGTH, bytes.length, "length" },
		{ AT_SECTIONS, SECTION_COUNT, "number of sections" },
	};

	if (bytes.length < sizeof magic || memcmp(bytes.at, magic, sizeof magic) != 0)
		return trouble_say(why, header_at(0, ""), "this is not an assay image");
	if (bytes.length < IMAGE_HEADER + SECTION_COUNT * ENTRY)
		return trouble_say(why, header_at(bytes.length, ""), "the image ends here");
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		uint32_t found = get_word(bytes.at + words[i].at);

		if (found != words[i].wanted)
			return trouble_say(why, header_at(words[i].at, words[i].what),
			                   "expected %u, found %u", words[i].wanted, found);
	}
	return true;
}

static bool read_digest(struct text bytes, struct image_trouble *why)
{
	const unsigned char *image = (const unsigned char *)bytes.at;
	unsigned char digest[IMAGE_DIGEST];

	if (!put_digest(image, bytes.length, digest))
		return trouble_say(why, header_at(IMAGE_DIGEST_AT, "digest"),
		                   "OpenSSL can't make a SHA-256");
	if (memcmp(digest, image + IMAGE_DIGEST_AT, IMAGE_DIGEST) != 0)
		return trouble_say(why, header_at(IMAGE_DIGEST_AT, "digest"),
		                   "it is not that of the rest of the image");
	return true;
}

struct reading {
	struct text bytes;
	struct image_trouble *why;
	struct arena *arena;            /* for a copy; NULL when read in place */
	struct program *program;
	uint64_t end;                   /* of what was read so far */
};

static bool read_entry(struct reading *r, uint32_t id, uint32_t entry[3],
                       const struct section *section)
{
	uint32_t at = IMAGE_HEADER + id * ENTRY;
	struct trouble_place place = { "sections", "row", id, section->name };

	for (size_t i = 0; i < 3; i++)
		entry[i] = get_word(r->bytes.at + at + 4 * i);
	if (entry[0] != id + 1)
		return trouble_say(r->why, place, "expected id %u, found %u", id + 1, entry[0]);
	if (entry[1] != align(r->end))
		return trouble_say(r->why, place, "expected offset %u, found %u",
		                   (uint32_t)align(r->end), entry[1]);
	if (entry[1] > r->bytes.length || entry[2] > r->bytes.length - entry[1])
		return trouble_say(r->why, place, "expected at most %u bytes, found %u",
		                   r->bytes.length - (uint32_t)align(r->end), entry[2]);
	if (entry[2] % section->unit != 0)
		return trouble_say(r->why, place, "expected rows of %u bytes, found %u bytes",
		                   section->unit, entry[2]);
	for (uint64_t i = r->end; i < entry[1]; i++)
		if (r->bytes.at[i] != 0)
			return trouble_say(r->why, place, "expected 0 before it, found %u",
			                   (unsigned char)r->bytes.at[i]);
	r->end = (uint64_t)entry[1] + entry[2];
	return true;
}

/* The bytes as numbers of this machine. */
static const void *take_section(const struct reading *r, const char *from,
                                const struct section *section)
{
	unsigned char *copy;

	if (!r->arena)
		return from;
	copy = arena_alloc(r->arena, (size_t)section->length + IMAGE_ALIGN);
	if (section->length)
		memcpy(copy, from, (size_t)section->length);
	for (uint64_t at = 0; section->width == 4 && at < section->length; at += 4) {
		uint32_t word = get_word(from + at);

		memcpy(copy + at, &word, 4);
	}
	for (uint64_t at = 0; section->width == 8 && at < section->length; at += 8) {
		uint64_t number = get_word(from + at) | (uint64_t)get_word(from + at + 4) << 32;

		memcpy(copy + at, &number, 8);
	}
	if (section->width == 1 && section->unit == 4)
		turn_lengths(copy, section->length, true);
	return copy;
}

static void set_section(struct program *program, uint32_t id, const void *data, uint32_t count)
{
	switch ((int)id) {
	case SECTION_STRINGS:
		program->strings = data;
		program->string_bytes = count * 4;
		break;
	case SECTION_CONSTANTS:
		program->constants = data;
		program->constant_count = count;
		break;
	case SECTION_MAPS:
		program->maps = data;
		program->map_count = count;
		break;
	case SECTION_CODE:
		program->code = data;
		program->code_count = count;
		break;
	default:
		program_set_rows(program, (enum table)id, data, count);
		break;
	}
}

static bool read_section(struct reading *r, uint32_t id)
{
	struct section section = section_of(r->program, id);
	uint32_t entry[3];
	const void *data;

	if (!read_entry(r, id, entry, &section))
		return false;
	section.length = entry[2];
	data = take_section(r, r->bytes.at + entry[1], &section);
	set_section(r->program, id, data, entry[2] / section.unit);
	return true;
}

bool image_read(struct arena *arena, struct text bytes, struct program *program,
                struct image_trouble *why)
{
	bool in_place = HOST_IS_LITTLE && (uintptr_t)bytes.at % IMAGE_ALIGN == 0;
	struct reading r = { .bytes = bytes, .why = why, .arena = in_place ? NULL : arena,
	                     .program = program, .end = IMAGE_HEADER + SECTION_COUNT * ENTRY };

	*program = (struct program){ 0 };
	if (!read_header(bytes, why) || !read_digest(bytes, why))
		return false;
	for (uint32_t id = 0; id < SECTION_COUNT; id++)
		if (!read_section(&r, id))
			return false;
	if (r.end != bytes.length)
		return trouble_say(why, (struct trouble_place){ "sections", "byte",
			(uint32_t)r.end, "" }, "expected the end of the image, found %u bytes",
			bytes.length - (uint32_t)r.end);
	return true;
}
