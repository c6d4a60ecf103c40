/* SPDX-License-Identifier: Apache-2.0 */
/* reader.c - how fast are certificates read, DER in memory, on one thread?
 *
 * The facts of the five rules of decisions.assay, and all facts, of leaves made here and of the
 * certificates in the files given; beside it, in the same run, OpenSSL's d2i_X509. Rounds of all
 * alternate; the best of each counts.
 *
 * usage: reader FOLDER [FILE...]
 */
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "api/handle.h"
#include "code/uses.h"
#include "facts/cert.h"

enum { LEAVES = 500, MOST = 4096, ROUNDS = 30 };

struct bench {
	struct arena arena, record;
	const struct entity *entity;
	struct text ders[MOST];
	uint32_t count;
	uint64_t bytes;
};

static void add_der(struct bench *b, X509 *x509)
{
	unsigned char *bytes = NULL;
	int length = i2d_X509(x509, &bytes);

	if (length > 0 && b->count < MOST) {
		b->ders[b->count++] = arena_text(&b->arena,
			(struct text){ (char *)bytes, (uint32_t)length });
		b->bytes += (uint64_t)length;
	}
	OPENSSL_free(bytes);
}

static void add_extension(X509 *x509, int nid, const char *value)
{
	X509V3_CTX context;
	X509_EXTENSION *extension;

	X509V3_set_ctx(&context, x509, x509, NULL, NULL, 0);
	extension = X509V3_EXT_conf_nid(NULL, &context, nid, value);
	X509_add_ext(x509, extension, -1);
	X509_EXTENSION_free(extension);
}

static void add_name(X509_NAME *name, const char *common_name)
{
	X509_NAME_add_entry_by_txt(name, "O", MBSTRING_UTF8,
		(const unsigned char *)"Example, Inc.", -1, -1, 0);
	X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
		(const unsigned char *)common_name, -1, -1, 0);
}

static void make_leaf(struct bench *b, EVP_PKEY *key, long number)
{
	X509 *x509 = X509_new();
	char name[64], names[128];

	snprintf(name, sizeof name, "pc%ld.example.org", number);
	snprintf(names, sizeof names, "DNS:%s,DNS:pc%ld", name, number);
	X509_set_version(x509, 2);
	ASN1_INTEGER_set_int64(X509_get_serialNumber(x509), 1000000 + number);
	add_name(X509_get_subject_name(x509), name);
	add_name(X509_get_issuer_name(x509), "Example Issuing CA");
	X509_gmtime_adj(X509_getm_notBefore(x509), 0);
	X509_gmtime_adj(X509_getm_notAfter(x509), 31536000);
	X509_set_pubkey(x509, key);
	add_extension(x509, NID_key_usage, "critical,digitalSignature,keyEncipherment");
	add_extension(x509, NID_ext_key_usage, "clientAuth,serverAuth");
	add_extension(x509, NID_subject_alt_name, names);
	add_extension(x509, NID_subject_key_identifier, "hash");
	add_extension(x509, NID_crl_distribution_points, "URI:http://crl.example.org/1.crl");
	X509_sign(x509, key, EVP_sha256());
	add_der(b, x509);
	X509_free(x509);
}

static void make_leaves(struct bench *b)
{
	EVP_PKEY *key = EVP_PKEY_Q_keygen(NULL, NULL, "RSA", (size_t)2048);

	for (long i = 0; i < LEAVES; i++)
		make_leaf(b, key, i);
	EVP_PKEY_free(key);
}

static void read_file(struct bench *b, const char *path)
{
	BIO *bio = BIO_new_file(path, "r");
	X509 *x509;

	while (bio && (x509 = PEM_read_bio_X509(bio, NULL, NULL, NULL))) {
		add_der(b, x509);
		X509_free(x509);
	}
	BIO_free(bio);
}

static double seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double decode(struct bench *b)
{
	double start = seconds();

	for (uint32_t i = 0; i < b->count; i++) {
		const unsigned char *at = (const unsigned char *)b->ders[i].at;

		X509_free(d2i_X509(NULL, &at, (long)b->ders[i].length));
	}
	return seconds() - start;
}

static double walk(struct bench *b, const uint64_t *mask)
{
	double start = seconds();

	for (uint32_t i = 0; i < b->count; i++) {
		if (!cert_read(&b->record, b->entity, b->ders[i], mask).record)
			abort();
		arena_reset(&b->record);
	}
	return seconds() - start;
}

static void report(const struct bench *b, const char *what, double time, double d2i)
{
	printf("%-32s %8.0f thousand/s %6.2f us each   %6.1f times d2i_X509\n", what,
	       b->count / time / 1e3, time * 1e6 / b->count, d2i / time);
}

static void measure(struct bench *b, const char *what, const uint64_t *five)
{
	uint64_t all[CERTIFICATE_MASK], slow = UINT64_C(1) << CERTIFICATE_SELF_SIGNED % 64;
	double best[4] = { 1e9, 1e9, 1e9, 1e9 };

	for (uint32_t i = 0; i < CERTIFICATE_MASK; i++)
		all[i] = UINT64_MAX;
	all[CERTIFICATE_SELF_SIGNED / 64] &= ~slow;
	for (int round = 0; round < ROUNDS; round++) {
		double times[4] = { decode(b), walk(b, five), walk(b, all), walk(b, NULL) };

		for (int i = 0; i < 4; i++)
			best[i] = times[i] < best[i] ? times[i] : best[i];
	}
	printf("%u %s of %.0f bytes on average\n", b->count, what, (double)b->bytes / b->count);
	report(b, "  OpenSSL's d2i_X509", best[0], best[0]);
	report(b, "  facts of the five rules", best[1], best[0]);
	report(b, "  all facts but self-signed", best[2], best[0]);
	report(b, "  all facts", best[3], best[0]);
}

int main(int argc, char **argv)
{
	static struct bench b;
	struct assay_compile_options options = ASSAY_COMPILE_OPTIONS_INIT;
	struct assay_policy *policy;
	uint64_t five[CERTIFICATE_MASK] = { 0 };
	char path[4096];

	if (argc < 2)
		return 64;
	snprintf(path, sizeof path, "%s/decisions.assay", argv[1]);
	if (assay_policy_open(path, &options, &policy) != ASSAY_OK)
		return 3;
	program_uses(&policy->program, five);
	b.entity = certificate_entity_new(&b.arena);
	make_leaves(&b);
	measure(&b, "leaves", five);
	b.count = 0;
	b.bytes = 0;
	for (int i = 2; i < argc; i++)
		read_file(&b, argv[i]);
	if (b.count)
		measure(&b, "roots", five);
	arena_free(&b.record);
	arena_free(&b.arena);
	assay_policy_free(policy);
	return 0;
}
