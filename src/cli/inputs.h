/* SPDX-License-Identifier: Apache-2.0 */
/* inputs.h - the inputs of an evaluation and the options about reading them, the same in all
 * commands. */
#ifndef CLI_INPUTS_H
#define CLI_INPUTS_H

#include <assay.h>

#include "cli/password.h"

enum { OPTION_CERTIFICATES = 560 };

#define INPUT_OPTIONS \
	PASSWORD_OPTIONS, \
	{ OPTION_CERTIFICATES, "certificates", "PATH", NULL, \
	  "certificates that facts name by their fingerprints: a file, folder or archive; may be " \
	  "repeated" }

/* Empty when zeroed. */
struct inputs {
	struct passwords passwords;
	const char **certificates;
	size_t certificate_count;
};

/* Is it one of INPUT_OPTIONS? */
bool inputs_is_option(int id);

/* Take one of them (option.h). */
int inputs_take_option(const struct call *call, int id, const char *argument,
	struct inputs *inputs);

/* Give the run the certificates that facts name. Trouble is told by the run, whose summary knows of it. */
void inputs_add_certificates(const struct inputs *inputs, struct assay_run *run);

void inputs_done(struct inputs *inputs);

#endif
