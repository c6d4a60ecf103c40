/* SPDX-License-Identifier: Apache-2.0 */
/* order.h - the derived facts and invariants of each frame, in an order of use. */
#ifndef LANG_ORDER_H
#define LANG_ORDER_H

#include "lang/checker.h"

/* Bind in each frame the derived facts that its rules and derivations use, sort them so that each comes
 * after those it uses, and put the frames in an order of preparation. */
void order_frames(struct checker *c);

#endif
