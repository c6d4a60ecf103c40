/* SPDX-License-Identifier: Apache-2.0 */
/* evaluate.h - a program over inputs: contexts first, then the stream, then the contexts' own
 * rules. */
#ifndef JOBS_EVALUATE_H
#define JOBS_EVALUATE_H

#include "model/certificate.h"
#include "vm/vm.h"

struct trouble {
	bool remark;                    /* the record, or what else it is about, is used */
	uint64_t count;                 /* of what it is about: 1, or all that was left untold */
	struct text file;
	uint64_t line, column;          /* 0 where there is none */
	const char *text;
};

struct evaluation_options {
	int64_t now;
	bool complete;
	struct text place;              /* of bare certificates: "gateway.server-auth"; empty: none */
	vm_finding_fn *on_finding;
	void (*on_trouble)(const struct trouble *trouble, void *user);
	/* A password to try on a file, from 0; NULL when there is none left. May be NULL. */
	const char *(*password)(const char *file, unsigned int attempt, void *user);
	void *user;
};

struct json_places;

struct input {
	struct text name;
	struct text bytes;
	struct json_places *places;     /* once somebody asked (jobs/place.h) */
	struct input *next;
};

struct evaluation {
	struct arena *arena;            /* contexts, inputs, the machine */
	struct arena stream, messages;  /* of one stream record; of one message */
	const struct program *program;
	struct model *model;
	struct world *world;
	struct vm *vm;
	struct evaluation_options options;
	struct input *first, *last;
	struct entity *place_entity;    /* of options.place, once resolved */
	uint32_t place_slot;
	uint64_t refused, remarks, records;
	uint64_t damaged;               /* certificates of the file being read that can't be */
	uint64_t wanted[CERTIFICATE_MASK];      /* facts of certificates that the program reads */
	struct text file;               /* being read */
};

/* NULL, and why, when the place makes no sense. */
struct evaluation *evaluation_new(struct arena *arena, const struct program *program,
                                  const struct evaluation_options *options, const char **why);

/* Take an input; name and bytes are copied. */
void evaluation_add(struct evaluation *e, struct text name, struct text bytes);

/* Evaluate all that was given. Once. */
void evaluation_finish(struct evaluation *e);

/* Records given, of the stream and of contexts. */
uint64_t evaluation_subjects(const struct evaluation *e);
void evaluation_done(struct evaluation *e);

/* Of certificates of one file that can't be read, so many are told. */
enum { DAMAGED_TOLD = 10 };

/* Something that is no certificate, or none that can be read. */
struct certificate_refusal {
	uint64_t offset;
	uint32_t ordinal;               /* which it is, from 1; 0: the input as a whole */
	bool inside;                    /* of a container: others have its offset, too */
	const char *why;
};

/* Read all certificates of `bytes`; each is given to `take`, what is none to `refuse`, and what
 * should be known of those that are used to `remark`, which may be NULL. The arena may be reset in
 * `take`. */
struct certificate_visit {
	struct arena *arena;            /* for records and reasons */
	const struct entity *entity;
	const uint64_t *wanted;         /* facts, as cert_read takes them */
	struct text name;
	void (*take)(void *user, struct record *record);
	void (*refuse)(void *user, const struct certificate_refusal *refusal);
	void (*remark)(void *user, const char *what);
	/* A password to try on what needs one, from 0; NULL when there is none left. May be NULL. */
	const char *(*password)(void *user, unsigned int attempt);
	void *user;
	bool leave_out_chain;           /* of a file that holds a key, what has none */
	uint32_t taken;
};
void certificates_read(struct certificate_visit *visit, struct text bytes);

/* What to say of it. */
struct text certificate_trouble(struct arena *arena, const struct certificate_refusal *refusal);

/* Do these bytes look like JSON rather than certificates? */
bool bytes_are_json(struct text bytes);

/* Was the program compiled with the certificate facts of this library? */
bool program_fits(const struct program *program, struct arena *scratch);

#endif
