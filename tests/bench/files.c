/* SPDX-License-Identifier: Apache-2.0 */
/* files.c - certificates in files: made, read by other libraries, and read by whole programs.
 *
 * usage: files make FOLDER COUNT          leaf-000000.cer (DER), leaf-000001.cer, ... all different
 *        files decode FILE...             by OpenSSL's d2i_X509 and, if it was there, by GnuTLS
 *        files run COUNT LABEL COMMAND ARGUMENT...
 *                                         a program that reads so many certificates
 *
 * Times are of the processor; the greatest memory is that of the program.
 */
#include <openssl/x509v3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef HAVE_GNUTLS
#include <gnutls/x509.h>
#endif

static double seconds(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Times of everything, and what follows in the line. */
static void report(const char *label, long count, double time, const char *rest)
{
	printf("%-44s %9.0f/s %8.2f us each%s\n", label, (double)count / time,
	       time * 1e6 / (double)count, rest);
}

/* --- making ------------------------------------------------------------ */

static void add_extension(X509 *x509, int nid, const char *value)
{
	X509V3_CTX context;
	X509_EXTENSION *extension;

	X509V3_set_ctx(&context, x509, x509, NULL, NULL, 0);
	extension = X509V3_EXT_conf_nid(NULL, &context, nid, value);
	X509_add_ext(x509, extension, -1);
	X509_EXTENSION_free(extension);
}

static X509 *make_leaf(EVP_PKEY *key)
{
	X509 *x509 = X509_new();
	X509_NAME *name = X509_get_subject_name(x509), *issuer = X509_get_issuer_name(x509);

	X509_set_version(x509, 2);
	ASN1_INTEGER_set_int64(X509_get_serialNumber(x509), 0x7000000000);
	X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
		(const unsigned char *)"pc.example.org", -1, -1, 0);
	X509_NAME_add_entry_by_txt(issuer, "CN", MBSTRING_UTF8,
		(const unsigned char *)"Example Issuing CA", -1, -1, 0);
	X509_gmtime_adj(X509_getm_notBefore(x509), 0);
	X509_gmtime_adj(X509_getm_notAfter(x509), 31536000);
	X509_set_pubkey(x509, key);
	add_extension(x509, NID_key_usage, "critical,digitalSignature,keyEncipherment");
	add_extension(x509, NID_ext_key_usage, "clientAuth");
	add_extension(x509, NID_subject_alt_name, "DNS:pc.example.org");
	X509_sign(x509, key, EVP_sha256());
	return x509;
}

/* Signing 100,000 of them takes minutes: one is signed, and its serial number changed. */
static int make(const char *folder, long count)
{
	EVP_PKEY *key = EVP_PKEY_Q_keygen(NULL, NULL, "RSA", (size_t)2048);
	X509 *x509 = make_leaf(key);
	unsigned char *der = NULL, *serial;
	int length = i2d_X509(x509, &der);
	char path[4096];

	for (serial = der; memcmp(serial, "\x02\x05\x70", 3) != 0;)
		serial++;
	for (long i = 0; i < count; i++) {
		FILE *file;

		for (int octet = 0; octet < 4; octet++)
			serial[3 + octet] = (unsigned char)(i >> (24 - 8 * octet));
		snprintf(path, sizeof path, "%s/leaf-%06ld.cer", folder, i);
		file = fopen(path, "wb");
		if (!file || fwrite(der, 1, (size_t)length, file) != (size_t)length)
			return 3;
		fclose(file);
	}
	OPENSSL_free(der);
	X509_free(x509);
	EVP_PKEY_free(key);
	return 0;
}

/* --- decoding ---------------------------------------------------------- */

typedef int decode_fn(const unsigned char *bytes, size_t length);

static int decode_openssl(const unsigned char *bytes, size_t length)
{
	X509 *x509 = d2i_X509(NULL, &bytes, (long)length);

	X509_free(x509);
	return x509 != NULL;
}

#ifdef HAVE_GNUTLS
static int decode_gnutls(const unsigned char *bytes, size_t length)
{
	gnutls_datum_t datum = { (unsigned char *)bytes, (unsigned int)length };
	gnutls_x509_crt_t crt;
	int done;

	if (gnutls_x509_crt_init(&crt) < 0)
		return 0;
	done = gnutls_x509_crt_import(crt, &datum, GNUTLS_X509_FMT_DER) >= 0;
	gnutls_x509_crt_deinit(crt);
	return done;
}
#endif

static void decode_all(const char *label, char **paths, int count, decode_fn *decode)
{
	unsigned char bytes[65536];
	double start = seconds(CLOCK_PROCESS_CPUTIME_ID);
	long decoded = 0;

	for (int i = 0; i < count; i++) {
		FILE *file = fopen(paths[i], "rb");
		size_t length = file ? fread(bytes, 1, sizeof bytes, file) : 0;

		if (file)
			fclose(file);
		decoded += decode(bytes, length);
	}
	report(label, decoded, seconds(CLOCK_PROCESS_CPUTIME_ID) - start, "");
}

/* --- programs ---------------------------------------------------------- */

static int run(long count, const char *label, char **command)
{
	double start = seconds(CLOCK_MONOTONIC), wall, cpu;
	struct rusage usage;
	char rest[80];
	int status;
	pid_t child = fork();

	if (child == 0) {
		if (!freopen("/dev/null", "w", stdout) || !freopen("/dev/null", "w", stderr))
			_exit(3);
		execvp(command[0], command);
		_exit(127);
	}
	if (child < 0 || waitpid(child, &status, 0) < 0
	    || (WIFEXITED(status) && WEXITSTATUS(status) == 127))
		return 3;
	wall = seconds(CLOCK_MONOTONIC) - start;
	getrusage(RUSAGE_CHILDREN, &usage);
	cpu = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
	    + (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
	snprintf(rest, sizeof rest, "   %7.2f s wall, %5.1f MiB", wall,
	         (double)usage.ru_maxrss / 1024);
	report(label, count, cpu, rest);
	return 0;
}

int main(int argc, char **argv)
{
	if (argc == 4 && strcmp(argv[1], "make") == 0)
		return make(argv[2], atol(argv[3]));
	if (argc > 4 && strcmp(argv[1], "run") == 0)
		return run(atol(argv[2]), argv[3], argv + 4);
	if (argc < 3 || strcmp(argv[1], "decode") != 0)
		return 64;
	decode_all("OpenSSL's d2i_X509, a file each", argv + 2, argc - 2, decode_openssl);
#ifdef HAVE_GNUTLS
	decode_all("GnuTLS, a file each", argv + 2, argc - 2, decode_gnutls);
#endif
	return 0;
}
