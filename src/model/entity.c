/* SPDX-License-Identifier: Apache-2.0 */
#include "model/entity.h"

struct entity *model_entity(const struct model *model, struct text name)
{
	for (uint32_t i = 0; i < model->entity_count; i++)
		if (text_equal(model->entities[i]->name, name))
			return model->entities[i];
	return NULL;
}

uint32_t entity_slot(const struct entity *entity, struct text name)
{
	for (uint32_t i = 0; i < entity->fact_count; i++)
		if (text_equal(entity->facts[i].name, name))
			return i;
	return NO_SLOT;
}

uint32_t fact_choice(const struct fact *fact, struct text name)
{
	for (uint32_t i = 0; i < fact->choice_count; i++)
		if (text_equal(fact->choices[i].name, name))
			return i;
	return NO_SLOT;
}

uint32_t fact_choice_by_label(const struct fact *fact, struct text label)
{
	for (uint32_t i = 0; i < fact->choice_count; i++)
		if (text_equal_folded(fact->choices[i].label, label)
		    || text_equal_folded(fact->choices[i].name, label))
			return i;
	return NO_SLOT;
}
