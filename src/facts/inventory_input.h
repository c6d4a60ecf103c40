/* SPDX-License-Identifier: Apache-2.0 */
/* inventory_input.h - what an inventory is read from, and whom it is told to. */
#ifndef FACTS_INVENTORY_INPUT_H
#define FACTS_INVENTORY_INPUT_H

#include "model/record.h"

enum inventory_fault {
	INVENTORY_BROKEN,       /* bytes that are not JSON, or not this format */
	INVENTORY_REFUSED,      /* a record, or a part of the input, is not used */
	INVENTORY_UNREADABLE,   /* a certificate that is named can't be read; it is
	                           there, with all its facts missing */
	INVENTORY_REMARK,       /* everything is used but what the model lacks */
	INVENTORY_MISFIT,       /* a value does not fit its fact, or is given again; the
	                           rest of the record is used */
	INVENTORY_FAULTS
};

/* Borrowed until the call that tells it returns. */
struct inventory_trouble {
	enum inventory_fault fault;
	struct text file;       /* name of the input */
	uint64_t offset;        /* bytes before it */
	uint64_t line, column;  /* from 1; the column in bytes; 0 if it is about no place */
	const char *text;       /* one line, without the place */
	uint64_t count;         /* of what it is about: 1, or all that was left untold */
	bool rest;              /* it tells how much was left untold */

	/* So that the like of several pieces of an input can be told together. */
	uint64_t kind;          /* what is told no more than `most` times */
	uint32_t most;
	uint64_t group;         /* what is counted together if it is left untold: */
	const char *what;       /* "values of `os` of a device that do not fit" */
};

/* A certificate that is not written down in facts. */
struct inventory_wanted {
	enum inventory_source {
		INVENTORY_PATH,         /* as written, relative to the folder of the input */
		INVENTORY_INLINE,       /* PEM, or base64 of DER */
		INVENTORY_FINGERPRINT
	} kind;
	struct text source;
	struct text file;       /* name of the input */
	struct arena *arena;    /* lives as long as the record it belongs to */
	const char *why;        /* to be set if it can't be had; copied */
};

struct inventory_sink {
	void *user;

	/* A context record. False if one with its key is there already (world_add
	 * knows); then the input is told so. */
	bool (*context)(void *user, struct record *record);
	void (*stream)(void *user, struct record *record);

	/* A certificate that belongs to no record. NULL: they are passed over. */
	void (*certificate)(void *user, struct record *record);
	void (*trouble)(void *user, const struct inventory_trouble *trouble);

	/* The certificate that is asked for, or NULL and why. It has a key if it is
	 * asked for by a path. NULL instead of the function: none can be had. */
	struct record *(*load)(void *user, struct inventory_wanted *wanted);
};

/* Bytes at the start of a large input in which contexts are looked for. */
enum { INVENTORY_WINDOW = 8 << 20 };

enum inventory_pass {
	INVENTORY_CONTEXTS = 1,
	INVENTORY_STREAM = 2,   /* bare certificates too */
	INVENTORY_BOTH = 3
};

struct inventory_input {
	struct text name;       /* the path, or what stands for it */
	struct text bytes;
	uint64_t offset;        /* if it is a part of something: bytes before it */
	uint64_t line;          /* and line ends before it */
	bool borrow;            /* bytes outlive the records */
	bool is_piece;          /* of lines: records without a key are called by their line */
	bool is_late;           /* stream records were judged already: contexts come too late */
	enum inventory_pass pass;
	struct arena *contexts; /* for context records */
	struct arena *stream;   /* for all other records */
	struct arena *messages; /* for what is told; emptied after each telling */
	const struct inventory_sink *sink;
};

#endif
