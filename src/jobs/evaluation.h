/* SPDX-License-Identifier: Apache-2.0 */
/* evaluation.h - a program over inputs: contexts first, then the stream, then the contexts' own
 * rules. */
#ifndef JOBS_EVALUATION_H
#define JOBS_EVALUATION_H

#include "jobs/evaluate.h"

/* NULL, and why, when the place makes no sense. */
struct evaluation *evaluation_new(struct arena *arena, const struct program *program,
                                  const struct evaluation_options *options, const char **why);

/* Take an input; name and bytes are copied. */
void evaluation_add(struct evaluation *e, struct text name, struct text bytes);

/* Take an input that this mapping reads, which must live as long. False, and why, if it gives facts that the
 * program has not. */
bool evaluation_add_mapped(struct evaluation *e, const struct mapping *mapping,
                           const struct input *input, const char **why);

/* Take an input of lines that is read when it is judged: the file at `path`, or the rest of an open `file` (owned
 * from now on) of which `read` was read. Names and bytes are copied. */
void evaluation_add_path(struct evaluation *e, struct text path);
void evaluation_add_rest(struct evaluation *e, struct text name, struct text read, int file);

/* Take a path of which input_is_walked is true; it is read when it is judged. */
void evaluation_add_walk(struct evaluation *e, struct text path);

/* Take the certificates at a path, now: facts name them by their fingerprints. */
void evaluation_add_certificates(struct evaluation *e, const char *path);

/* Evaluate all that was given. Once. */
void evaluation_finish(struct evaluation *e);

/* Records given, of the stream and of contexts. */
uint64_t evaluation_subjects(const struct evaluation *e);
void evaluation_done(struct evaluation *e);

#endif
