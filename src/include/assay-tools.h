/* SPDX-License-Identifier: Apache-2.0 */
/* assay-tools.h - what authors of policies need: formatting, tests, disassembly, facts as text.
 *
 * The conventions of assay.h hold. There is no promise of a stable binary interface.
 */
#ifndef ASSAY_TOOLS_H
#define ASSAY_TOOLS_H

#include <assay.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Text made by the library, owned by the caller. */
struct assay_text;
ASSAY_API const char *assay_text_bytes(const struct assay_text *text, size_t *length);
ASSAY_API void assay_text_free(struct assay_text *text);

/* The canonical form of a policy text. Mistakes of syntax are told by options->on_message. */
ASSAY_API enum assay_status assay_format(const char *name, const char *text, size_t length,
	const struct assay_compile_options *options, struct assay_text **formatted);

/* The instructions of a compiled policy, with the policy text they come from. */
ASSAY_API enum assay_status assay_disassemble(const struct assay_policy *policy, struct assay_text **listing);

struct assay_test {
	const char *name;
	const char *file;
	uint32_t line;
	int passed;
	const char *detail;     /* what was expected and what was found, when it did not pass */
};
typedef void assay_test_fn(const struct assay_test *test, void *user);

/* Run the tests of a policy text, or of every text in a folder. The result is ASSAY_OK when all of them
 * could be run, whether they passed or not; `untested` counts rules that no test names. */
struct assay_test_summary {
	size_t size;
	uint64_t passed, failed, untested;
};
ASSAY_API enum assay_status assay_run_tests(const char *path, const struct assay_compile_options *options,
	assay_test_fn *on_test, void *user, struct assay_test_summary *summary);

/* The facts that can be asked about a certificate: name and type, and below what it is. */
ASSAY_API enum assay_status assay_fact_list(struct assay_text **listing);

/* What is read from certificate files: JSON that assay_run_add_file accepts. */
ASSAY_API enum assay_status assay_facts(const char *const *paths, size_t count,
	assay_message_fn *on_message, void *user, struct assay_text **json);

#ifdef __cplusplus
}
#endif

#endif
