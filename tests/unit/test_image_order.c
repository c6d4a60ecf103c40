/* SPDX-License-Identifier: Apache-2.0 */
/* Images on machines whose numbers are not little-endian: there each number is put and taken byte
 * by byte. The same code must do the same where they are, so it is run here by the side of the
 * code that copies. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define HOST_IS_LITTLE false
#define image_size bytewise_size
#define image_write bytewise_write
#define image_digest bytewise_digest
#define image_read bytewise_read
#include "code/image.c"
#undef image_size
#undef image_write
#undef image_digest
#undef image_read

#include "tests/unit/sample_program.h"

/* As code/image.h declares them; that header was read under the other names. */
bool image_write(struct buffer *out, const struct program *program);
bool image_read(struct arena *arena, struct text bytes, struct program *program,
                struct image_trouble *why);

static struct sample sample;
static struct buffer image, other;

static int begin(void **state)
{
	(void)state;
	sample_open(&sample);
	assert_true(image_write(&image, &sample.program));
	return 0;
}

static int end(void **state)
{
	(void)state;
	buffer_done(&image);
	buffer_done(&other);
	sample_close(&sample);
	return 0;
}

static void assert_same_image(void)
{
	assert_int_equal(other.length, image.length);
	assert_memory_equal(other.at, image.at, image.length);
}

static void what_is_put_byte_by_byte_is_the_same_image(void **state)
{
	(void)state;
	assert_true(bytewise_write(&other, &sample.program));
	assert_same_image();
}

static void what_is_taken_byte_by_byte_is_the_same_program(void **state)
{
	struct image_trouble why;
	struct program program;

	(void)state;
	assert_true(bytewise_read(&sample.arena, buffer_view(&image), &program, &why));
	assert_true((const void *)program.code < (const void *)image.at
	            || (const void *)program.code >= (const void *)(image.at + image.length));
	assert_true(image_write(&other, &program));
	assert_same_image();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_is_put_byte_by_byte_is_the_same_image, begin, end),
		cmocka_unit_test_setup_teardown(what_is_taken_byte_by_byte_is_the_same_program, begin,
		                                end),
	};

	return cmocka_run_group_tests_name("image_order", tests, NULL, NULL);
}
