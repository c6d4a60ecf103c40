/* SPDX-License-Identifier: Apache-2.0 */
/* certgen.h - certificates with anything in them, for tests.
 *
 * A certificate is put together from raw DER parts; certgen_parts gives proper
 * ones, of which a test replaces what it is about. Signatures are dummies.
 */
#ifndef TESTS_CERTGEN_H
#define TESTS_CERTGEN_H

#include "base/arena.h"

/* One item: tag, length as DER wants it, contents. */
struct text certgen_item(struct arena *arena, uint8_t tag, struct text contents);

/* The texts up to one whose `at` is NULL, one after the other. */
struct text certgen_join(struct arena *arena, const struct text *texts);
#define CERTGEN_JOIN(arena, ...) \
	certgen_join((arena), (const struct text[]){ __VA_ARGS__, { NULL, 0 } })

/* A SEQUENCE of them. */
#define CERTGEN_SEQUENCE(arena, ...) \
	certgen_item((arena), 0x30, CERTGEN_JOIN((arena), __VA_ARGS__))

/* The bytes of "30 0a ff". */
struct text certgen_hex(struct arena *arena, const char *digits);

/* The text, so many times. */
struct text certgen_repeat(struct arena *arena, struct text text, uint32_t count);

/* SET { SEQUENCE { 2.5.4.TYPE, value of that kind } }. */
struct text certgen_attribute(struct arena *arena, uint8_t type, uint8_t kind,
                              struct text value);

/* A name of one UTF8String common name. */
struct text certgen_name(struct arena *arena, const char *common_name);

/* Extension 2.5.29.ID, or of the contents of an identifier, not critical; and [3] with a list of
 * them. */
struct text certgen_extension(struct arena *arena, uint8_t id, struct text value);
struct text certgen_extension_of(struct arena *arena, struct text oid, struct text value);
struct text certgen_extensions(struct arena *arena, struct text list);

/* SubjectPublicKeyInfo of contents given as DER: identifier with parameters, and key octets. */
struct text certgen_key(struct arena *arena, struct text algorithm, struct text key);
struct text certgen_rsa_key(struct arena *arena, struct text modulus, struct text exponent);

struct certgen {
	struct text version;            /* [0] with its header; may be empty */
	struct text serial;
	struct text inner;              /* signature algorithm inside */
	struct text issuer;
	struct text from, until;
	struct text subject;
	struct text key;
	struct text extensions;         /* [3] with its header; may be empty */
	struct text outer;              /* signature algorithm outside */
	struct text signature;
};

struct certgen certgen_parts(struct arena *arena);
struct text certgen_build(struct arena *arena, const struct certgen *parts);

/* Made and signed by OpenSSL, with all extensions that facts are read from. */
enum certgen_kind { CERTGEN_RSA, CERTGEN_EC, CERTGEN_ED25519, CERTGEN_KINDS };
struct text certgen_real(struct arena *arena, enum certgen_kind kind);

/* The PEM of it, lines of 64, with this label. */
struct text certgen_pem(struct arena *arena, const char *label, struct text der);

#endif
