/* SPDX-License-Identifier: Apache-2.0 */
/* handle.h - what stands behind the handles of assay.h. Private to this room. */
#ifndef API_HANDLE_H
#define API_HANDLE_H

#include <assay.h>

#include "base/buffer.h"
#include "code/program.h"
#include "jobs/load.h"

struct assay_policy {
	struct arena arena;
	struct buffer image;
	struct program program;
	char digest[65];
};

struct assay_text {
	struct buffer bytes;
};

/* Tell what was said while loading. */
void tell_diags(const struct load *load, const struct assay_compile_options *options);

/* Tell of an input, or of a place in one: severity, file, line, column and text are set. */
void tell_message(assay_message_fn *fn, void *user, struct assay_message message);

/* Tell of an input that can't be used. */
void tell_input(assay_message_fn *fn, void *user, enum assay_severity severity, const char *file,
                const char *text);

/* A load with these options, including the folder of installed policies. False when an option makes no sense. */
bool load_begin(struct load *load, struct arena *arena, const struct assay_compile_options *options);

/* The bytes become the policy's program, once they are verified. */
enum assay_status policy_take_image(struct assay_policy *policy, const char *name,
                                    const struct assay_compile_options *options);

/* Compile what was loaded into the policy. */
enum assay_status policy_take_load(struct assay_policy *policy, struct load *load,
                                   const struct assay_compile_options *options);

extern const struct assay_compile_options default_options;

#endif
