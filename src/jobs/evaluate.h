/* SPDX-License-Identifier: Apache-2.0 */
/* evaluate.h - inputs become records, which are judged. evaluation.h has the whole of it. */
#ifndef JOBS_EVALUATE_H
#define JOBS_EVALUATE_H

#include <pthread.h>

#include "facts/inventory.h"
#include "facts/mapped.h"
#include "jobs/certificates.h"
#include "vm/vm.h"

struct described;

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
	vm_finding_fn *on_finding;      /* of the machine, for who wants to ask it; or NULL and ... */
	void (*on_described)(const struct described *described, void *user);
	uint32_t results;               /* ... told of these: bits by enum vm_result; others are counted */
	/* Asks the machine more about what was described; then one thread judges whole inputs. */
	void (*on_explained)(struct vm *vm, const struct vm_finding *finding,
	                     const struct described *described, void *user);
	bool lines;                     /* they come as JSON, too */
	uint32_t threads;               /* that judge the stream's records; at least 1 */
	void (*on_trouble)(const struct trouble *trouble, void *user);
	/* A password to try on a file, from 0; NULL when there is none left. May be NULL. */
	const char *(*password)(const char *file, unsigned int attempt, void *user);
	void *user;
};

struct json_places;

struct recorder;
struct fleet;
struct limit;
struct store;

struct input {
	struct text name;
	struct text bytes;              /* all of them; of a stream, those read so far */
	uint64_t offset, line;          /* of a piece of an input: bytes and line ends before it */
	const char *path;               /* of a stream: to be opened for it; or NULL ... */
	int file;                       /* ... and `bytes` were read from this open file already */
	bool is_walk;                   /* the name is to be walked; there are no bytes */
	bool is_transient;              /* the bytes go when it was read */
	struct mapped *mapped;          /* NULL: it is known by its content */
	struct json_places *places;     /* once somebody asked (jobs/place.h) */
	struct limit *limit;            /* of a stream: what was told of it (jobs/limit.h) */
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
	uint64_t counts[3][VM_RESULTS]; /* of findings, by level and result; with on_described */
	uint64_t cautioned;             /* findings with cautions that were only counted */
	uint64_t damaged;               /* certificates of the file being read that can't be */
	uint64_t wanted[CERTIFICATE_MASK];      /* facts of certificates that the program reads */
	struct text file;               /* being read */
	bool found_by_walk;             /* nobody named it */
	bool in_archive;                /* it has no folder that could be looked into */
	uint64_t passed_over;           /* files of the input that hold nothing */
	struct recorder *recorder;      /* what makes findings into words; NULL with on_finding */
	struct evaluation *parent;      /* of a worker: whose contexts it uses; else NULL */
	struct store *store;            /* what facts name by fingerprint; NULL if nothing was given */
	struct fleet *fleet;            /* its workers, once there are any */
	struct limit *limit;            /* of the stream whose start is being read; else NULL */
	/* Of a worker: what is told of its piece. */
	void (*on_piece_trouble)(void *e, const struct inventory_trouble *trouble);
	struct arena header;            /* of one input that a mapping reads */
	struct arena places;            /* of inputs, for all workers; under the lock */
	pthread_mutex_t places_lock;
	pthread_mutex_t password_lock;  /* one is asked for at a time */
};

/* Read an input of facts for its contexts, or for the stream's records (which are judged). */
void evaluate_facts(struct evaluation *e, struct inventory *inventory, const struct input *input,
                    enum inventory_pass pass);

/* Is it read in pieces? */
static inline bool input_is_stream(const struct input *input)
{
	return input->path || input->file >= 0;
}

/* The same for a piece of lines; contexts that come too late are told of. */
void evaluate_piece(struct evaluation *e, struct inventory *inventory, const struct input *piece,
                    bool is_late);

/* Read an input of certificates. */
void evaluate_certificates(struct evaluation *e, const struct input *input);

/* Say that a file that nobody named is something else, or can't be read. */
void evaluate_passed_over(struct evaluation *e, struct text name, const char *why);

/* Tell how many more there were of what can't be read or was passed over, and begin to count anew. */
void evaluate_tell_rest(struct evaluation *e, struct text name);

/* A password to try on the file at hand; user is a struct evaluation. */
const char *evaluate_password(void *user, unsigned int attempt);

/* Count a message, and tell it; user is a struct evaluation. */
void evaluate_tell(void *user, const struct inventory_trouble *trouble);

/* Are certificates given by themselves contexts (--as)? */
bool evaluate_place_is_context(const struct evaluation *e);

/* Of certificates of one file that can't be read, so many are told, and of files of one input that
 * are passed over. */
enum { DAMAGED_TOLD = 10, PASSED_OVER_TOLD = 10 };

/* Was the program compiled with the certificate facts of this library? */
bool program_fits(const struct program *program, struct arena *scratch);

#endif
