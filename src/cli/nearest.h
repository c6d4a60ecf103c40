/* SPDX-License-Identifier: Apache-2.0 */
/* nearest.h - "did you mean": the word that is nearest to what was written. */
#ifndef CLI_NEAREST_H
#define CLI_NEAREST_H

struct nearest {
	const char *wanted;
	const char *best;       /* NULL until one was near enough */
	unsigned distance;
};

struct nearest nearest_to(const char *wanted);
void nearest_offer(struct nearest *nearest, const char *word);

#endif
