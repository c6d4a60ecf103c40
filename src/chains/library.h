/* SPDX-License-Identifier: Apache-2.0 */
/* library.h - a context of OpenSSL for verifying chains: with its own providers, and without the system's
 * configuration, which may forbid some digests.
 *
 * It is made once, when first needed, and kept until the process ends, as OpenSSL's default one is: making
 * one takes longer than verifying many chains, and OpenSSL gives back half-made ones only in part.
 */
#ifndef CHAINS_LIBRARY_H
#define CHAINS_LIBRARY_H

struct ossl_lib_ctx_st;

/* The context; may be called by any thread. NULL when memory ended. */
struct ossl_lib_ctx_st *library_context(void);

#endif
