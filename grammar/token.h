/* SPDX-License-Identifier: Apache-2.0 */
/* token.h - what the scanner does with what it found. Private to this room.
 *
 * A function that can refuse its text says why and returns TOK_REPORTED, upon which the parser
 * recovers without saying more.
 */
#ifndef GRAMMAR_TOKEN_H
#define GRAMMAR_TOKEN_H

#include "grammar/state.h"
#include "grammar/parser.h"

void token_begin(struct parse *p);
bool token_comment(struct parse *p, struct span at);
void token_word(struct parse *p, YYSTYPE *value, struct span at, const char *text, int length);
int token_name(struct parse *p, YYSTYPE *value, struct span at, const char *text, int length);
int token_date(struct parse *p, YYSTYPE *value, struct span at, const char *text, int length);
int token_number(struct parse *p, YYSTYPE *value, struct span at, const char *text, int length);
int token_mark(struct parse *p, YYSTYPE *value, struct span at, const char *text, int length);
int token_cell_text(struct parse *p, YYSTYPE *value, struct span at, const char *text, int length);
void token_slip(struct parse *p, struct span at, const char *written, const char *meant);
int token_first_word(const char *text);
int token_open(struct parse *p, struct span at, int token);
void token_close(struct parse *p);
void token_text_begin(struct parse *p, struct span at);
void token_text_add(struct parse *p, const char *text, int length);
void token_bad_escape(struct parse *p, struct span at);
int token_text_end(struct parse *p, YYSTYPE *value, struct span *at);
int token_text_unclosed(struct parse *p, struct span *at);
int token_stray(struct parse *p, struct span at, const char *text, int length);

/* flex ran out of memory or met a state that can't be. */
_Noreturn void token_fatal(const char *message);

#endif
