/* SPDX-License-Identifier: Apache-2.0 */
/* file.h - whole files, and which there are. */
#ifndef CLI_FILE_H
#define CLI_FILE_H

#include <stdbool.h>
#include <stddef.h>

/* A file's bytes, with a NUL after them. */
struct file {
	char *bytes;
	size_t length;
};

/* Read a file, or standard input ("-"). False after trouble was told. */
bool file_read(const char *path, struct file *file);
void file_free(struct file *file);

/* Replace the contents of a file, or make it: all of them or, after trouble, which is told,
 * none. What a symbolic link points to is replaced, and keeps its permissions. */
bool file_replace(const char *path, const void *bytes, size_t length);

/* Make a file, which must not be there yet. False after trouble; it is told, unless `exists` is set: then
 * there is one. */
bool file_create(const char *path, const void *bytes, size_t length, bool *exists);

typedef void file_fn(const char *path, void *user);

/* Call `visit` for the path if it is a file, else for each .assay file in the folder and those
 * in it, in the order of their names; hidden ones are left out. False after trouble was told. */
bool file_walk(const char *path, file_fn *visit, void *user);

#endif
