/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/provider.h"

/* Cryptographic service providers that come with Windows. */
static const char *const service_providers[] = {
	"Microsoft Base Cryptographic Provider v1.0",
	"Microsoft Base DSS Cryptographic Provider",
	"Microsoft Base DSS and Diffie-Hellman Cryptographic Provider",
	"Microsoft Base Smart Card Crypto Provider",
	"Microsoft DH SChannel Cryptographic Provider",
	"Microsoft Enhanced Cryptographic Provider v1.0",
	"Microsoft Enhanced DSS and Diffie-Hellman Cryptographic Provider",
	"Microsoft Enhanced RSA and AES Cryptographic Provider",
	"Microsoft Enhanced RSA and AES Cryptographic Provider (Prototype)",
	"Microsoft RSA SChannel Cryptographic Provider",
	"Microsoft RSA Signature Cryptographic Provider",
	"Microsoft Strong Cryptographic Provider",
};

#define STORAGE_PROVIDER "Key Storage Provider"

static bool find_kind(struct text name, enum certificate_provider *kind)
{
	const uint32_t length = sizeof STORAGE_PROVIDER - 1;
	struct text end = name;

	if (name.length > length) {
		end.at += name.length - length;
		end.length = length;
	}
	*kind = CERTIFICATE_PROVIDER_IS_KSP;
	if (text_equal_folded(end, TEXT(STORAGE_PROVIDER))
	    || text_equal_folded(name, TEXT("Microsoft Platform Crypto Provider")))
		return true;
	*kind = CERTIFICATE_PROVIDER_IS_CSP;
	for (size_t i = 0; i < sizeof service_providers / sizeof service_providers[0]; i++)
		if (text_equal_folded(name, text_from(service_providers[i])))
			return true;
	return false;
}

void provider_note(struct record *record, struct text name)
{
	enum certificate_provider kind;

	record->values[CERTIFICATE_KEY_PROVIDER] = value_text(TYPE_TEXT, name);
	record->values[CERTIFICATE_KEY_PROVIDER_KIND] = find_kind(name, &kind)
		? value_number(TYPE_CHOICE, kind)
		: value_in_state(STATE_MISSING,
		                 "it is not known of what kind this provider is");
}
