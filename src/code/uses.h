/* SPDX-License-Identifier: Apache-2.0 */
/* uses.h - which facts of certificates a program reads, so that readers compute no others. */
#ifndef CODE_USES_H
#define CODE_USES_H

#include "code/program.h"

/* Set bit n % 64 of mask[n / 64] for each fact n (a slot) of certificates that instructions of the
 * verified program read, directly or by comparing certificates, or that findings show. The mask
 * has a bit for each fact of certificates, and no bit is cleared. */
void program_uses(const struct program *program, uint64_t *mask);

#endif
