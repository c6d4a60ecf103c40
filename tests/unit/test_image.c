/* SPDX-License-Identifier: Apache-2.0 */
#include "code/image.h"

#include <openssl/evp.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tests/unit/sample_program.h"

/* The sample, and its image in memory that is aligned. */
struct images {
	struct sample sample;
	struct buffer image;
	struct arena arena;
	struct program read;
	struct image_trouble why;
};

static void images_open(struct images *i)
{
	*i = (struct images){ 0 };
	sample_open(&i->sample);
	assert_true(image_write(&i->image, &i->sample.program));
}

static void images_close(struct images *i)
{
	sample_close(&i->sample);
	buffer_done(&i->image);
	arena_free(&i->arena);
}

static bool read_image(struct images *i)
{
	return image_read(&i->arena, buffer_view(&i->image), &i->read, &i->why);
}

/* Give the image the digest of what it holds now. */
static void seal(struct buffer *image)
{
	EVP_Digest(image->at + IMAGE_HEADER, image->length - IMAGE_HEADER,
	           (unsigned char *)image->at + IMAGE_DIGEST_AT, NULL, EVP_sha256(), NULL);
}

static void programs_equal(const struct program *a, const struct program *b)
{
	for (int t = 0; t < TABLE_COUNT; t++) {
		uint32_t count, other;
		const uint32_t *x = program_rows(a, (enum table)t, &count);
		const uint32_t *y = program_rows(b, (enum table)t, &other);

		assert_int_equal(count, other);
		if (count)
			assert_memory_equal(x, y, (size_t)count * 4
			                    * table_info((enum table)t)->column_count);
	}
	assert_int_equal(a->string_bytes, b->string_bytes);
	assert_memory_equal(a->strings, b->strings, a->string_bytes);
	assert_int_equal(a->constant_count, b->constant_count);
	assert_memory_equal(a->constants, b->constants, (size_t)a->constant_count * 8);
	assert_int_equal(a->map_count, b->map_count);
	assert_memory_equal(a->maps, b->maps, a->map_count);
	assert_int_equal(a->code_count, b->code_count);
	assert_memory_equal(a->code, b->code, (size_t)a->code_count * 4);
}

static void what_was_written_is_read(void **state)
{
	struct images i;

	(void)state;
	images_open(&i);
	assert_int_equal(i.image.length, image_size(&i.sample.program));
	assert_true(read_image(&i));
	programs_equal(&i.sample.program, &i.read);
	images_close(&i);
}

static void an_image_that_is_not_aligned_is_read_too(void **state)
{
	struct images i;
	char *room;

	(void)state;
	images_open(&i);
	room = malloc(i.image.length + IMAGE_ALIGN);
	assert_non_null(room);
	for (uint32_t shift = 1; shift < IMAGE_ALIGN; shift++) {
		memcpy(room + shift, i.image.at, i.image.length);
		assert_true(image_read(&i.arena, (struct text){ room + shift,
			(uint32_t)i.image.length }, &i.read, &i.why));
		memset(room, 0xff, i.image.length + IMAGE_ALIGN);
		programs_equal(&i.sample.program, &i.read);
	}
	free(room);
	images_close(&i);
}

static void an_aligned_image_is_read_in_place(void **state)
{
	struct images i;
	const char *code;

	(void)state;
	images_open(&i);
	assert_true(read_image(&i));
	code = (const char *)i.read.code;
	assert_int_equal((uintptr_t)i.image.at % IMAGE_ALIGN, 0);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	assert_true(code > i.image.at && code < i.image.at + i.image.length);
#else
	assert_non_null(code);
#endif
	images_close(&i);
}

static void the_same_program_has_the_same_image(void **state)
{
	struct images i;
	struct buffer again = { 0 };
	unsigned char digest[IMAGE_DIGEST];

	(void)state;
	images_open(&i);
	assert_true(read_image(&i));
	buffer_string(&again, "before");
	assert_true(image_write(&again, &i.read));
	assert_int_equal(again.length, i.image.length + 6);
	assert_memory_equal(again.at + 6, i.image.at, i.image.length);
	assert_true(image_digest(&i.sample.program, &i.arena, digest));
	assert_memory_equal(digest, i.image.at + IMAGE_DIGEST_AT, IMAGE_DIGEST);
	buffer_done(&again);
	images_close(&i);
}

static void an_image_with_any_byte_changed_is_refused(void **state)
{
	struct images i;

	(void)state;
	images_open(&i);
	for (size_t at = 0; at < i.image.length; at++) {
		i.image.at[at] ^= 0x10;
		i.why.reason[0] = '\0';
		assert_false(read_image(&i));
		assert_true(i.why.reason[0] != '\0');
		i.image.at[at] ^= 0x10;
	}
	assert_true(read_image(&i));
	images_close(&i);
}

/* What the digest does not find, since it was made anew, is refused or is another program. */
static void every_image_that_is_read_is_the_one_that_is_written(void **state)
{
	struct images i;
	struct buffer again = { 0 };
	size_t read = 0;

	(void)state;
	images_open(&i);
	for (size_t at = IMAGE_HEADER; at < i.image.length; at += 3) {
		i.image.at[at] ^= 1;
		seal(&i.image);
		if (read_image(&i)) {
			read++;
			buffer_reset(&again);
			assert_true(image_write(&again, &i.read));
			assert_int_equal(again.length, i.image.length);
			assert_memory_equal(again.at, i.image.at, again.length);
		}
		i.image.at[at] ^= 1;
	}
	assert_true(read > 0);
	buffer_done(&again);
	images_close(&i);
}

static void an_image_that_ends_early_is_refused(void **state)
{
	struct images i;

	(void)state;
	images_open(&i);
	for (uint32_t length = 0; length < i.image.length; length++) {
		char *part = malloc(length + 1);

		assert_non_null(part);
		memcpy(part, i.image.at, length);
		assert_false(image_read(&i.arena, (struct text){ part, length }, &i.read,
		                        &i.why));
		free(part);
	}
	buffer_byte(&i.image, '\0');
	assert_false(read_image(&i));
	images_close(&i);
}

static void refused_for(struct images *i, const char *what)
{
	struct buffer out = { 0 };

	assert_false(read_image(i));
	trouble_write(&out, &i->why);
	assert_string_equal(out.at, what);
	buffer_done(&out);
}

static void an_unknown_version_is_told(void **state)
{
	struct images i;

	(void)state;
	images_open(&i);
	i.image.at[12] = 9;
	refused_for(&i, "header, byte 12, image format: expected 1, found 9");
	i.image.at[12] = IMAGE_FORMAT;
	i.image.at[16] = 2;
	refused_for(&i, "header, byte 16, language version: expected 1, found 2");
	i.image.at[16] = IMAGE_LANGUAGE;
	i.image.at[0] = 'x';
	refused_for(&i, "header, byte 0: this is not an assay image");
	images_close(&i);
}

static void a_digest_that_is_not_the_contents_is_told(void **state)
{
	struct images i;

	(void)state;
	images_open(&i);
	i.image.at[i.image.length - 1] ^= 1;
	refused_for(&i, "header, byte 32, digest: it is not that of the rest of the image");
	images_close(&i);
}

static uint32_t word_at(const struct buffer *image, uint32_t at)
{
	uint32_t word;

	memcpy(&word, image->at + at, 4);
	return word;
}

/* Sections are aligned; what lies between them is zero. */
static void bytes_that_belong_to_no_section_are_refused(void **state)
{
	struct images i;
	uint32_t gaps = 0, entry = IMAGE_HEADER, end;

	(void)state;
	images_open(&i);
	for (uint32_t n = 1; n < word_at(&i.image, 28); n++, entry += 12) {
		end = word_at(&i.image, entry + 4) + word_at(&i.image, entry + 8);
		if (end == word_at(&i.image, entry + 16))
			continue;
		gaps++;
		i.image.at[end] = 1;
		seal(&i.image);
		assert_false(read_image(&i));
		assert_string_equal(i.why.reason, "expected 0 before it, found 1");
		i.image.at[end] = 0;
	}
	assert_true(gaps > 0);
	images_close(&i);
}

static void sections_stand_in_their_order(void **state)
{
	struct images i;
	char entry[12];

	(void)state;
	images_open(&i);
	memcpy(entry, i.image.at + IMAGE_HEADER, 12);
	memcpy(i.image.at + IMAGE_HEADER, i.image.at + IMAGE_HEADER + 12, 12);
	memcpy(i.image.at + IMAGE_HEADER + 12, entry, 12);
	seal(&i.image);
	refused_for(&i, "sections, row 0, entity: expected id 1, found 2");
	images_close(&i);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_written_is_read),
		cmocka_unit_test(an_image_that_is_not_aligned_is_read_too),
		cmocka_unit_test(an_aligned_image_is_read_in_place),
		cmocka_unit_test(the_same_program_has_the_same_image),
		cmocka_unit_test(an_image_with_any_byte_changed_is_refused),
		cmocka_unit_test(every_image_that_is_read_is_the_one_that_is_written),
		cmocka_unit_test(an_image_that_ends_early_is_refused),
		cmocka_unit_test(an_unknown_version_is_told),
		cmocka_unit_test(a_digest_that_is_not_the_contents_is_told),
		cmocka_unit_test(bytes_that_belong_to_no_section_are_refused),
		cmocka_unit_test(sections_stand_in_their_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
