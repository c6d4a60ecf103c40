/* SPDX-License-Identifier: Apache-2.0 */
/* suggest.h - "did you mean". Offer candidates; the nearest that is near enough wins. */
#ifndef DIAG_SUGGEST_H
#define DIAG_SUGGEST_H

#include "base/text.h"

struct suggest {
	struct text wanted;
	struct text best;       /* empty until one is near enough */
	uint32_t distance;
};

static inline struct suggest suggest_for(struct text wanted)
{
	return (struct suggest){ .wanted = wanted, .distance = UINT32_MAX };
}

void suggest_offer(struct suggest *suggest, struct text candidate);

#endif
