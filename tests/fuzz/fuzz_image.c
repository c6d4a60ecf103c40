/* SPDX-License-Identifier: Apache-2.0 */
/* Images. Bytes that begin as one are an image whose header is put right; others
 * are changes to the image of the sample program, five bytes each: which word (3), and what it
 * becomes (2). Whatever the bytes: the image is refused with a reason; or it is the very one
 * that its program gives, and a program that is accepted can be listed and run, over facts in any state,
 * without a read or write out of bounds. */
#include <stdio.h>
#include <stdlib.h>

#include <openssl/evp.h>

#include "code/disasm.h"
#include "code/image.h"
#include "code/uses.h"
#include "code/verify.h"
#include "tests/unit/run_program.h"
#include "tests/unit/sample_program.h"

/* A fuzz target is linked with the library alone. */
#include "tests/unit/run_program.c"    /* NOLINT(bugprone-suspicious-include) */
#include "tests/unit/sample_program.c" /* NOLINT(bugprone-suspicious-include) */

enum { EDIT = 5, MAGIC = 6, LENGTH_AT = 24 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void check(bool holds, const char *what)
{
	if (holds)
		return;
	fprintf(stderr, "this does not hold: %s\n", what);
	abort();
}

/* The image of the sample, made once. */
static const struct buffer *sample_image(void)
{
	static struct buffer image;
	struct sample sample;

	if (image.length == 0) {
		sample_open(&sample);
		check(image_write(&image, &sample.program), "the sample has an image");
		sample_close(&sample);
	}
	return &image;
}

/* Put the header right, so that what follows is looked at. */
static void mend(struct buffer *image)
{
	uint32_t length = (uint32_t)image->length;

	if (length < IMAGE_HEADER)
		return;
	memcpy(image->at, sample_image()->at, IMAGE_DIGEST_AT);
	for (int i = 0; i < 4; i++)
		image->at[LENGTH_AT + i] = (char)(length >> 8 * i & 0xff);
	EVP_Digest(image->at + IMAGE_HEADER, length - IMAGE_HEADER,
	           (unsigned char *)image->at + IMAGE_DIGEST_AT, NULL, EVP_sha256(), NULL);
}

static void put_word(char *at, uint32_t code)
{
	uint32_t word = code & 0x8000 ? CODE_LEAF | (code & 0x7fff) : code;

	for (int i = 0; i < 4; i++)
		at[i] = (char)(word >> 8 * i & 0xff);
}

static void change_sample(struct buffer *image, const uint8_t *bytes, size_t length)
{
	uint32_t words;

	buffer_text(image, buffer_view(sample_image()));
	words = (uint32_t)(image->length - IMAGE_HEADER) / 4;
	for (; length >= EDIT; bytes += EDIT, length -= EDIT) {
		uint32_t at = (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8
			| (uint32_t)bytes[2] << 16;

		put_word(image->at + IMAGE_HEADER + (size_t)(at % words) * 4,
		         (uint32_t)bytes[3] | (uint32_t)bytes[4] << 8);
	}
}

/* Verify; where only a measure of a frame is wrong, put it right and try again, so that other
 * programs than the sample are accepted. */
static bool verify_measured(struct program *program, struct arena *arena,
                            struct image_trouble *why)
{
	size_t bytes = program->frame_count * sizeof *program->frame;
	struct row_frame *frames = arena_alloc(arena, bytes + 1);

	if (bytes)
		memcpy(frames, program->frame, bytes);
	program->frame = frames;
	for (uint32_t i = 0; i < 2 * program->frame_count; i++) {
		uint32_t row;

		if (verify_program(program, arena, why))
			return true;
		row = why->at.index;
		if (strcmp(why->at.detail, "stack") != 0 && strcmp(why->at.detail, "bound") != 0)
			return false;
		verify_measure(program, row, &frames[row].stack, &frames[row].bound);
	}
	return verify_program(program, arena, why);
}

static void use(const struct program *program, struct arena *arena)
{
	struct buffer listing = { 0 };
	uint64_t mask[CERTIFICATE_MASK] = { 0 };

	disasm_program(&listing, program, arena);
	check(listing.length > 0, "what is accepted can be listed");
	buffer_done(&listing);
	program_uses(program, mask);
	for (uint64_t i = 1; i <= 4; i++) {
		uint64_t seed = i * 7919 + program->code_count;

		check(run_program(program, seed, NULL) == run_program(program, seed, mask),
		      "facts that are not used change nothing");
	}
}

static void try_image(const struct buffer *image)
{
	struct arena arena = { 0 };
	struct image_trouble why = { .reason = "" };
	struct program program;
	struct buffer again = { 0 };

	if (image_read(&arena, buffer_view(image), &program, &why)) {
		check(image_write(&again, &program), "what is read can be written");
		check(text_equal(buffer_view(image), buffer_view(&again)),
		      "what is read is what is written");
		if (verify_measured(&program, &arena, &why))
			use(&program, &arena);
		else
			check(why.reason[0] != '\0', "a refusal has a reason");
	} else {
		check(why.reason[0] != '\0', "a refusal has a reason");
	}
	buffer_done(&again);
	arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct buffer image = { 0 };

	if (length > UINT32_MAX)
		return 0;
	if (length >= MAGIC && memcmp(bytes, "\x89""ASSAY", MAGIC) == 0)
		buffer_add(&image, bytes, length);
	else
		change_sample(&image, bytes, length);
	try_image(&image);
	mend(&image);
	try_image(&image);
	buffer_done(&image);
	return 0;
}
