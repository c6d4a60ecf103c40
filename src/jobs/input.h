/* SPDX-License-Identifier: Apache-2.0 */
/* input.h - reading files whole. */
#ifndef JOBS_INPUT_H
#define JOBS_INPUT_H

#include "base/buffer.h"

enum { INPUT_WHY = 160 };

/* Read a file, or standard input for "-", to the end of `out`. False, and why, when it can't be opened or
 * read, is a directory, or is larger than `most` bytes. */
bool input_read(const char *path, size_t most, struct buffer *out, char why[INPUT_WHY]);

/* The same of an ordinary file only: one that a record names must not be a pipe that nobody writes to. */
bool input_read_file(const char *path, size_t most, struct buffer *out, char why[INPUT_WHY]);

/* Read the first `window` bytes at most. When that was all, *file is -1; else it is the open file, and the caller's. */
bool input_begin(const char *path, size_t window, struct buffer *out, int *file,
                 char why[INPUT_WHY]);

/* Read what is left of an open file, which is closed. */
bool input_rest(int file, size_t most, struct buffer *out, char why[INPUT_WHY]);

/* Is it an ordinary file, which can be opened again? */
bool input_is_regular(int file);

/* Is it a folder, an archive or a file of certificates, so that it can be read piece by piece, and
 * more than once? The content says it. */
bool input_is_walked(const char *path);

bool input_is_folder(const char *path);
bool input_exists(const char *path);

#endif
