/* SPDX-License-Identifier: Apache-2.0 */
/* render.h - messages for people and for machines. */
#ifndef DIAG_RENDER_H
#define DIAG_RENDER_H

#include "base/buffer.h"
#include "diag/diag.h"

/* One message as text: place, underlined line, notes, help. `color` adds ANSI escapes. */
void render_text(struct buffer *out, const struct sources *sources,
                 const struct diag *diag, bool color);

/* One message as a JSON object (docs/schema/message.json). */
void render_json(struct buffer *out, const struct sources *sources,
                 const struct diag *diag);

#endif
