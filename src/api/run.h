/* SPDX-License-Identifier: Apache-2.0 */
/* run.h - what stands behind an assay_run. Private to this room. */
#ifndef API_RUN_H
#define API_RUN_H

#include "api/handle.h"
#include "jobs/describe.h"
#include "jobs/place.h"

struct assay_run {
	const struct assay_policy *policy;
	struct assay_run_options options;
	struct arena arena, words;      /* of the run; of one finding */
	struct evaluation *evaluation;
	struct place_names names;       /* of certificates, in `words` */
	struct describe_with describe;
	struct assay_summary summary;
	bool finished;
};

#endif
