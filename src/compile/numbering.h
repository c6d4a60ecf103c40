/* SPDX-License-Identifier: Apache-2.0 */
/* numbering.h - the facts of all bases of a frame, counted through. */
#ifndef COMPILE_NUMBERING_H
#define COMPILE_NUMBERING_H

#include "lang/checked.h"

/* Number of a fact of the frame, and how many there are. */
uint32_t frame_fact(const struct frame *frame, struct path path);
uint32_t frame_fact_count(const struct frame *frame);

#endif
