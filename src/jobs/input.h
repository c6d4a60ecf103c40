/* SPDX-License-Identifier: Apache-2.0 */
/* input.h - reading files whole. */
#ifndef JOBS_INPUT_H
#define JOBS_INPUT_H

#include "base/buffer.h"

enum { INPUT_WHY = 160 };

/* Read a file, or standard input for "-", to the end of `out`. False, and why, when it can't be opened or
 * read, is a directory, or is larger than `most` bytes. */
bool input_read(const char *path, size_t most, struct buffer *out, char why[INPUT_WHY]);

bool input_is_folder(const char *path);
bool input_exists(const char *path);

#endif
