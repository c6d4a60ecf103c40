/* SPDX-License-Identifier: Apache-2.0 */
/* shop_model.h - the model `shop` of docs/language.md, built by hand, for tests.
 *
 * Facts that its text has not stand after those that it has, so that every type occurs.
 */
#ifndef TESTS_UNIT_SHOP_MODEL_H
#define TESTS_UNIT_SHOP_MODEL_H

#include "model/entity.h"

enum site_fact {
	SITE_VERSION, SITE_OPEN,
	SITE_BUILD, SITE_SINCE, SITE_BREAK, SITE_PURPOSE, SITE_ROOTS, SITE_SIGNS,
	SITE_FACT_COUNT
};

enum till_fact {
	TILL_NAME, TILL_KIND, TILL_CERT,
	TILL_FACT_COUNT
};

enum visit_fact {
	VISIT_ID, VISIT_PAID, VISIT_TILL, VISIT_AGE, VISIT_FAST,
	VISIT_HIDDEN, VISIT_TILLS, VISIT_TAGS, VISIT_CARDS, VISIT_NOTES,
	VISIT_FACT_COUNT
};

enum { KIND_STAFFED, KIND_SELF_SERVICE };
enum { PAID_CASH, PAID_CARD };

/* Entities in this order; `certificate` comes last. */
enum { SHOP_SITE, SHOP_TILL, SHOP_VISIT, SHOP_CERTIFICATE, SHOP_ENTITY_COUNT };

struct model *shop_model_new(struct arena *arena);

#endif
