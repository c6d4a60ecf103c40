/* SPDX-License-Identifier: Apache-2.0 */
/* pool.h - the certificates among which a chain's issuers are looked for.
 *
 * Members are added, then the pool is sealed (signers.h): OpenSSL verifies which of them signed which.
 * From then on nothing in it changes, and threads may share it. Each certificate is in it once. What it
 * holds is bounded: so many certificates, and so many of one name.
 */
#ifndef CHAINS_POOL_H
#define CHAINS_POOL_H

#include "base/map.h"
#include "model/certificate.h"
#include "model/record.h"

enum {
	POOL_MOST = 4096,               /* certificates */
	POOL_NAMESAKES = 32             /* of one subject that are tried as issuers */
};

struct x509_st;
struct ossl_lib_ctx_st;

/* A certificate, its facts, and who signed it. */
struct member {
	struct text der;
	struct text sha256;             /* lower-case hexadecimal */
	struct text key, file;          /* "ca.pem#2", "ca.pem"; of one that is in the pool */
	uint64_t offset;
	const struct record *record;    /* NULL if it is no certificate */
	struct x509_st *x509;           /* NULL when OpenSSL can't decode it */
	bool trusted;                   /* from a store of trusted roots */
	bool given;                     /* from elsewhere; both may be */
	bool self_signed;
	/* By signers.h: */
	const struct member **signers;  /* members whose keys verify its signature, best first */
	uint32_t signer_count;
	const struct member *impostor;  /* has its issuer's name, but another key; or NULL */
	bool cut;                       /* there are more namesakes than were tried */
	struct member *namesake;        /* the one before with the same subject */
};

struct pool {
	struct arena *arena;            /* of the members */
	const struct entity *entity;    /* made by certificate_entity_new */
	struct ossl_lib_ctx_st *library;        /* see library.h */
	int64_t now;
	struct member **members;
	uint32_t count, capacity;
	uint64_t left_out;              /* that came when the pool was full */
	bool has_trusted;               /* trusted roots were named: only they count */
	struct map subjects, digests;   /* index of the last one of that name; index */
};

/* Where one comes from. */
struct pool_source {
	struct text key, file;          /* "ca.pem#2", "ca.pem" */
	uint64_t offset;
	bool trusted;
};

/* Give back with pool_done, whatever happens. */
void pool_begin(struct pool *pool, struct arena *arena, int64_t now);
void pool_done(void *what);

/* Add a certificate; bytes and texts are copied. The result is its index, that of the same one added before, or
 * POOL_NONE if it is none or there is no room. */
#define POOL_NONE UINT32_MAX
uint32_t pool_add(struct pool *pool, struct text der, const struct pool_source *source);

/* Fill a zeroed member with a certificate that need not be in the pool; it is copied into the arena. False if it is
 * none. Whatever happens it is given back with member_done. */
bool member_read(struct member *member, const struct pool *pool, struct arena *arena,
                 struct text der);
void member_done(void *what);

/* Text of a fact of it; empty unless present. */
struct text member_text(const struct member *member, enum certificate_fact fact);

/* The number of a fact of it, or `otherwise`. */
int64_t member_number(const struct member *member, enum certificate_fact fact, int64_t otherwise);

#endif
