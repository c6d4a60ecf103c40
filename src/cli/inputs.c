/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/inputs.h"

#include <stdlib.h>

#include "cli/memory.h"
#include "cli/option.h"

bool inputs_is_option(int id)
{
	return id == OPTION_CERTIFICATES || password_is_option(id);
}

int inputs_take_option(const struct call *call, int id, const char *argument,
	struct inputs *inputs)
{
	if (id != OPTION_CERTIFICATES)
		return password_take_option(call, id, argument, &inputs->passwords);
	inputs->certificates = memory_grow(inputs->certificates, inputs->certificate_count,
		sizeof *inputs->certificates);
	inputs->certificates[inputs->certificate_count++] = argument;
	return OPTION_TAKEN;
}

void inputs_add_certificates(const struct inputs *inputs, struct assay_run *run)
{
	for (size_t i = 0; i < inputs->certificate_count; i++)
		assay_run_add_certificates(run, inputs->certificates[i]);
}

void inputs_done(struct inputs *inputs)
{
	password_done(&inputs->passwords);
	free(inputs->certificates);
}
