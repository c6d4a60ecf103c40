/* SPDX-License-Identifier: Apache-2.0 */
#include "aggregate.h"

#include "complete.h"

/* The truth vectors that the completions of one record give. */
struct vectors {
	const struct plan *plan;
	unsigned seen;                          /* bit n: vector n */
};

static void see_vector(const int64_t *values, const uint8_t *indexes, void *user)
{
	struct vectors *vectors = user;
	unsigned vector = 0;

	(void)indexes;
	for (int i = 0; i < vectors->plan->step_count; i++)
		if (node_holds(vectors->plan->steps[i].node, values))
			vector |= 1u << i;
	vectors->seen |= 1u << vector;
}

/* None, if the record contradicts itself. */
static bool record_vectors(const struct scene *scene, const struct plan *body,
                           const struct record *record, unsigned *seen)
{
	size_t mark = store_mark();
	struct vectors vectors = { .plan = body };
	bool done = complete_all(bind_plan(body, scene, record, NULL), see_vector, &vectors);

	store_release(mark);
	*seen = vectors.seen;
	return done;
}

static unsigned or_each(unsigned a, unsigned b)
{
	unsigned both = 0;

	for (unsigned i = 0; i < 8; i++)
		for (unsigned j = 0; j < 8; j++)
			if ((a >> i & 1) && (b >> j & 1))
				both |= 1u << (i | j);
	return both;
}

bool decide_joint(const struct scene *scene, const struct plan *plan, unsigned *vectors)
{
	const struct plan *body = plan->joint_body;
	int stream = body->root->index;

	*vectors = 1;
	for (int i = 0; i < scene->counts[stream]; i++) {
		unsigned seen;

		if (!record_vectors(scene, body, &scene->records[stream][i], &seen))
			return false;
		if (seen == 0)
			seen = (1u << (1u << body->step_count)) - 1;
		*vectors = or_each(*vectors, seen);
	}
	if (!scene->complete)
		*vectors = or_each(*vectors, (1u << (1u << body->step_count)) - 1);
	return true;
}

/* Least and greatest of what is summed up. */
struct interval {
	int64_t least, most;
};

/* What a record adds for a vector: to a count 0 or 1, to a share 100·have − p·where. */
static int64_t worth(const struct condition *aggregate, unsigned vector)
{
	if (aggregate->kind == CONDITION_COUNT || !(vector & 1))
		return vector & 1;
	return (vector & 2 ? 100 : 0) - aggregate->number;
}

static void add_record(const struct condition *aggregate, unsigned seen,
                       struct interval *interval)
{
	int64_t least = INT64_MAX, most = INT64_MIN;

	for (unsigned vector = 0; vector < 4; vector++) {
		int64_t value = worth(aggregate, vector);

		if (!(seen >> vector & 1))
			continue;
		least = value < least ? value : least;
		most = value > most ? value : most;
	}
	interval->least += least;
	interval->most += most;
}

static enum truth compare_interval(struct interval interval, enum comparison comparison,
                                   int64_t number)
{
	int64_t tries[] = { interval.least, interval.most, number - 1, number, number + 1 };
	bool yes = false, no = false;

	for (int i = 0; i < 5; i++) {
		if (tries[i] < interval.least || tries[i] > interval.most)
			continue;
		if (compare_numbers(tries[i], comparison, number))
			yes = true;
		else
			no = true;
	}
	if (yes && no)
		return TRUTH_UNKNOWN;
	return yes ? TRUTH_YES : TRUTH_NO;
}

/* What the conditions allow of a record that was not seen. */
static bool unseen_vectors(const struct scene *scene, const struct plan *body, unsigned *seen)
{
	size_t mark = store_mark();
	struct scene *blank = store_take(sizeof *blank);
	struct record *record = store_take(sizeof *record);
	bool done;

	blank->policy = scene->policy;
	blank->now = scene->now;
	for (int e = 0; e < scene->policy->entity_count; e++)
		blank->records[e][0].entity = scene->policy->entities[e];
	record->entity = body->root;
	done = record_vectors(blank, body->unseen, record, seen);
	store_release(mark);
	return done;
}

/* Any number of records that were not seen. */
static void add_unseen(const struct condition *aggregate, unsigned seen,
                       struct interval *interval)
{
	for (unsigned vector = 0; vector < 4; vector++) {
		int64_t value = worth(aggregate, vector);

		if (!(seen >> vector & 1))
			continue;
		if (value < 0)
			interval->least = INT64_MIN / 2;
		if (value > 0)
			interval->most = INT64_MAX / 2;
	}
}

bool decide_number(const struct scene *scene, const struct plan *body,
                   const struct condition *aggregate, enum truth *truth)
{
	struct interval interval = { 0, 0 };
	int stream = body->root->index;
	unsigned seen;

	for (int i = 0; i < scene->counts[stream]; i++) {
		if (!record_vectors(scene, body, &scene->records[stream][i], &seen))
			return false;
		if (seen == 0 && !unseen_vectors(scene, body, &seen))
			return false;
		add_record(aggregate, seen, &interval);
	}
	if (!scene->complete) {
		if (!unseen_vectors(scene, body, &seen))
			return false;
		add_unseen(aggregate, seen, &interval);
	}
	if (aggregate->kind == CONDITION_SHARE)
		*truth = compare_interval(interval, AT_LEAST, 0);
	else
		*truth = compare_interval(interval, aggregate->comparison, aggregate->number);
	return true;
}
