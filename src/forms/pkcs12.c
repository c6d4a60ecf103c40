/* SPDX-License-Identifier: Apache-2.0 */
#include "forms/pkcs12.h"

#include "base/guard.h"
#include "forms/pkcs12_part.h"

#define NEEDS_PASSWORD "it is protected by a password, and none was given"
#define WRONG_PASSWORD "it is protected by a password, and it is none of those given"

/* --- passwords --- */

/* The parts that are encrypted are what a password is needed for. */
static const PKCS7_ENC_CONTENT *encrypted_part(const PKCS7 *safe)
{
	const PKCS7_ENC_CONTENT *part = PKCS7_type_is_encrypted(safe) && safe->d.encrypted
		? safe->d.encrypted->enc_data : NULL;

	return part && part->algorithm && part->enc_data ? part : NULL;
}

/* Decrypt a part; NULL, and why not. */
static STACK_OF(PKCS12_SAFEBAG) *decrypt_part(struct pkcs12 *pkcs12, const PKCS7_ENC_CONTENT *part,
                                              const char **why)
{
	struct pbe pbe = pbe_read(part->algorithm);
	STACK_OF(PKCS12_SAFEBAG) *bags;
	OSSL_LIB_CTX *context;

	*why = pbe.why ? pbe.why : pbe_spend(&pkcs12->means, pbe.iterations, pbe.times);
	if (*why)
		return NULL;
	if (!pbe_context(&pkcs12->means, &pbe, &context)) {
		*why = "it is encrypted by RC2 or another old cipher, which this OpenSSL does not"
		       " offer";
		return NULL;
	}
	bags = PKCS12_item_decrypt_d2i_ex(part->algorithm, ASN1_ITEM_rptr(PKCS12_SAFEBAGS),
	                                  pkcs12->password, pkcs12->password_length,
	                                  part->enc_data, 1, context, NULL);
	if (!bags)
		*why = "it can't be decrypted";
	return bags;
}

static const PKCS7_ENC_CONTENT *first_encrypted(const struct pkcs12 *pkcs12)
{
	const PKCS7_ENC_CONTENT *part = NULL;

	for (int i = 0; !part && i < sk_PKCS7_num(pkcs12->safes); i++)
		part = encrypted_part(sk_PKCS7_value(pkcs12->safes, i));
	return part;
}

/* The MAC tells whether a password is right, and where there is none, decrypting. *why gets why it
 * can't be told. */
static bool is_right(struct pkcs12 *pkcs12, PKCS12 *file, bool has_mac, const char **why)
{
	STACK_OF(PKCS12_SAFEBAG) *bags;
	const ASN1_INTEGER *count = NULL;
	int64_t iterations = 1;

	if (!has_mac) {
		const char *ignored;

		bags = decrypt_part(pkcs12, first_encrypted(pkcs12), &ignored);
		sk_PKCS12_SAFEBAG_pop_free(bags, PKCS12_SAFEBAG_free);
		return bags != NULL;
	}
	PKCS12_get0_mac(NULL, NULL, NULL, &count, file);
	if (count && (!ASN1_INTEGER_get_int64(&iterations, count) || iterations < 1))
		iterations = INT64_MAX;
	*why = pbe_spend(&pkcs12->means, iterations, 1);
	return !*why && PKCS12_verify_mac(file, pkcs12->password, pkcs12->password_length) == 1;
}

/* Is the MAC of a kind that OpenSSL can check, with a password alone? */
static bool has_usable_mac(const PKCS12 *file)
{
	const X509_ALGOR *algorithm = NULL;
	const ASN1_OBJECT *digest = NULL;

	if (!PKCS12_mac_present(file))
		return false;
	PKCS12_get0_mac(NULL, &algorithm, NULL, NULL, file);
	if (algorithm)
		X509_ALGOR_get0(&digest, NULL, NULL, algorithm);
	return digest && EVP_get_digestbyobj(digest);
}

static bool next_password(struct pkcs12 *pkcs12, const struct pkcs12_visitor *visitor,
                          unsigned int attempt)
{
	pkcs12->password = attempt == 0 ? "" : NULL;
	pkcs12->password_length = 0;
	if (attempt < 2)
		return true;
	if (!visitor->password || attempt - 2 == PKCS12_MAX_PASSWORDS)
		return false;
	pkcs12->password = visitor->password(visitor->user, attempt - 2);
	pkcs12->password_length = -1;
	return pkcs12->password != NULL;
}

/* Find the password, if one is needed. NULL, or why there is none. */
static const char *find_password(struct pkcs12 *pkcs12, PKCS12 *file,
                                 const struct pkcs12_visitor *visitor)
{
	bool has_mac = has_usable_mac(file);
	const char *why = NULL;
	unsigned int attempt = 0;

	if (!first_encrypted(pkcs12))
		return NULL;
	for (; !pkcs12->has_password && next_password(pkcs12, visitor, attempt); attempt++) {
		pkcs12->has_password = is_right(pkcs12, file, has_mac, &why);
		if (why)
			return why;
	}
	if (pkcs12->has_password)
		return NULL;
	guard_probe();
	return attempt > 2 ? WRONG_PASSWORD : NEEDS_PASSWORD;
}

/* --- parts --- */

/* Room to keep one more part, before there is one. */
static void make_room(struct pkcs12 *pkcs12)
{
	pkcs12->opened = arena_grow(pkcs12->arena, (void *)pkcs12->opened,
	                            &pkcs12->opened_capacity, pkcs12->opened_count + 1,
	                            sizeof *pkcs12->opened);
}

/* Open a part and sort what is in it. */
static void open_part(struct pkcs12 *pkcs12, PKCS7 *safe)
{
	const PKCS7_ENC_CONTENT *part = encrypted_part(safe);
	STACK_OF(PKCS12_SAFEBAG) *bags = NULL;
	const char *why = "a part of the PKCS #12 is broken";

	if (part && !pkcs12->has_password)
		return;
	make_room(pkcs12);
	if (part)
		bags = decrypt_part(pkcs12, part, &why);
	else if (PKCS7_type_is_data(safe) && safe->d.data)
		bags = PKCS12_unpack_p7data(safe);
	else if (!PKCS7_type_is_data(safe))
		why = "a part of the PKCS #12 is protected by a key, not by a password";
	if (bags) {
		pkcs12->opened[pkcs12->opened_count++] = bags;
		pkcs12_sort(pkcs12, bags, 0);
		return;
	}
	guard_probe();
	if (!pkcs12->sealed)
		pkcs12->sealed = why;
}

/* --- telling --- */

static bool tell(const struct pkcs12_visitor *visitor, const struct pkcs12_bag *bag, bool beside)
{
	struct pkcs12_found found = { .der = bag->der, .container = &bag->container,
	                              .beside = beside };

	if (found.der.length == 0)
		found.why = "its place in the PKCS #12 is empty or broken";
	return visitor->found(&found, visitor->user);
}

/* Keys whose certificates are out of reach; without any, the file as such. */
static void tell_sealed(const struct pkcs12 *pkcs12, const struct pkcs12_visitor *visitor)
{
	static const struct container nothing = { .key = CONTAINER_KEY_UNKNOWN };
	struct pkcs12_found found = { .why = pkcs12->sealed, .container = &nothing };
	uint32_t told = 0;

	for (uint32_t i = 0; i < pkcs12->keys.count; i++) {
		if (pkcs12->keys.all[i].mate)
			continue;
		found.container = &pkcs12->keys.all[i].container;
		told++;
		if (!visitor->found(&found, visitor->user))
			return;
	}
	if (told == 0)
		visitor->found(&found, visitor->user);
}

static void tell_all(const struct pkcs12 *pkcs12, const struct pkcs12_visitor *visitor)
{
	const struct pkcs12_bags *certificates = &pkcs12->certificates;
	uint32_t with_key = 0;
	bool go_on = true;

	for (uint32_t i = 0; go_on && i < certificates->count; i++) {
		if (!certificates->all[i].mate)
			continue;
		with_key++;
		go_on = tell(visitor, &certificates->all[i], false);
	}
	if (go_on && pkcs12->sealed)
		tell_sealed(pkcs12, visitor);
	for (uint32_t i = 0; go_on && i < certificates->count; i++)
		if (!certificates->all[i].mate)
			go_on = tell(visitor, &certificates->all[i], with_key > 0);
}

/* --- the whole --- */

static void read_parts(struct pkcs12 *pkcs12, PKCS12 *file, const struct pkcs12_visitor *visitor)
{
	pkcs12->sealed = find_password(pkcs12, file, visitor);
	for (int i = 0; i < sk_PKCS7_num(pkcs12->safes); i++)
		open_part(pkcs12, sk_PKCS7_value(pkcs12->safes, i));
	pkcs12_match(pkcs12);
	tell_all(pkcs12, visitor);
}

static void done(void *what)
{
	struct pkcs12 *pkcs12 = what;

	for (uint32_t i = 0; i < pkcs12->opened_count; i++)
		sk_PKCS12_SAFEBAG_pop_free(pkcs12->opened[i], PKCS12_SAFEBAG_free);
	sk_PKCS7_pop_free(pkcs12->safes, PKCS7_free);
	pbe_done(&pkcs12->means);
}

static struct pkcs12_trouble read_file(PKCS12 *file, struct pkcs12_visitor *visitor)
{
	struct pkcs12 pkcs12 = { .arena = visitor->arena, .means.iterations = PBE_MAX_ALL };
	struct guard_cleanup cleanup;

	pkcs12.safes = PKCS12_unpack_authsafes(file);
	if (!pkcs12.safes) {
		guard_probe();
		return (struct pkcs12_trouble){
			"the PKCS #12 is broken, or protected by a key, not by a password", false };
	}
	guard_keep(&cleanup, done, &pkcs12);
	read_parts(&pkcs12, file, visitor);
	guard_give_back(&cleanup);
	if (pkcs12.certificates.count == 0 && !pkcs12.sealed)
		return (struct pkcs12_trouble){ "PKCS #12 without a certificate", true };
	return (struct pkcs12_trouble){ NULL, false };
}

static void free_file(void *file)
{
	PKCS12_free(file);
}

struct pkcs12_trouble pkcs12_each(struct text bytes, struct pkcs12_visitor *visitor)
{
	const unsigned char *at = (const unsigned char *)bytes.at;
	struct pkcs12_trouble trouble = { "the PKCS #12 is broken or cut off", false };
	struct guard_cleanup cleanup;
	PKCS12 *file;

	if (bytes.length > PKCS12_MAX)
		return (struct pkcs12_trouble){ "the PKCS #12 is larger than 16 MiB", false };
	file = d2i_PKCS12(NULL, &at, (long)bytes.length);
	if (!file) {
		guard_probe();
		return trouble;
	}
	guard_keep(&cleanup, free_file, file);
	trouble = read_file(file, visitor);
	guard_give_back(&cleanup);
	return trouble;
}
