/* SPDX-License-Identifier: Apache-2.0 */
#include "space/space.h"

#include <assert.h>

enum {
	MAX_NODES = 1 << 24,            /* their children fit 32 bits */
	STEPS_PER_NODE = 256,
	CACHE_FIRST = 1 << 8,
	CACHE_LAST = 1 << 18,
	TABLE_FIRST = 1 << 6
};

#define TERMINAL_BIT 0x80000000u

struct node {
	uint32_t variable;
	uint32_t children;              /* index of the first one */
	uint32_t hash;
	uint32_t mark;                  /* number of the last walk that came by */
};

/* A question that was answered: "if condition then ... otherwise ...", or, with
 * FIX as `then`, "condition, with the variable and value in otherwise". */
struct answer {
	space_ref condition;            /* 0 when the place is free */
	space_ref then, otherwise;
	space_ref result;
};

#define FIX SPACE_FULL

struct space {
	struct arena *arena;
	uint8_t *sizes;
	uint32_t variables;
	uint32_t limit;
	uint64_t steps;                 /* left */
	bool full;

	struct node *nodes;             /* from 1; a reference is an index */
	uint32_t count, capacity;
	space_ref *children;
	uint32_t child_count, child_capacity;
	uint32_t *table;                /* of nodes by content; 0 is free */
	uint32_t table_size;            /* a power of two */
	uint32_t walk;

	struct answer *cache;
	uint32_t cache_size, cached;    /* a power of two */
};

struct space *space_new(struct arena *arena, const uint8_t *sizes,
                        uint32_t variables, uint32_t limit)
{
	struct space *space = arena_alloc(arena, sizeof *space);

	space->arena = arena;
	space->sizes = arena_alloc(arena, (size_t)variables + 1);
	for (uint32_t v = 0; v < variables; v++) {
		assert(sizes[v] >= 1 && sizes[v] <= SPACE_MAX_SIZE);
		space->sizes[v] = sizes[v];
	}
	space->variables = variables;
	space->limit = limit < MAX_NODES ? limit : MAX_NODES;
	space->steps = ((uint64_t)space->limit + 16) * STEPS_PER_NODE;
	space->table_size = TABLE_FIRST;
	space->table = arena_array(arena, TABLE_FIRST, sizeof *space->table);
	space->cache_size = CACHE_FIRST;
	space->cache = arena_array(arena, CACHE_FIRST, sizeof *space->cache);
	return space;
}

bool space_is_full(const struct space *space)
{
	return space->full;
}

space_ref space_terminal(uint32_t number)
{
	assert(number < TERMINAL_BIT - 1);
	return number | TERMINAL_BIT;
}

bool space_is_terminal(space_ref ref)
{
	return (ref & TERMINAL_BIT) != 0;
}

uint32_t space_number(space_ref ref)
{
	assert(space_is_terminal(ref));
	return ref & ~TERMINAL_BIT;
}

static space_ref give_up(struct space *space)
{
	space->full = true;
	return SPACE_FULL;
}

/* --- nodes ------------------------------------------------------------- */

static uint32_t mix(uint32_t hash, uint32_t word)
{
	hash = (hash ^ word) * 0x9e3779b1u;
	return hash ^ (hash >> 15);
}

static const space_ref *children_of(const struct space *space, space_ref node)
{
	return space->children + space->nodes[node].children;
}

/* Variable at the root; terminals come after every variable. */
static uint32_t level(const struct space *space, space_ref ref)
{
	return space_is_terminal(ref) ? space->variables
	                              : space->nodes[ref].variable;
}

static void grow_table(struct space *space)
{
	uint32_t mask = space->table_size * 2 - 1;
	uint32_t *table = arena_array(space->arena, (size_t)mask + 1,
	                              sizeof *table);

	for (uint32_t n = 1; n <= space->count; n++) {
		uint32_t i = space->nodes[n].hash & mask;

		while (table[i])
			i = (i + 1) & mask;
		table[i] = n;
	}
	space->table = table;
	space->table_size = mask + 1;
}

static space_ref add_node(struct space *space, struct node node,
                          const space_ref *children)
{
	uint32_t size = space->sizes[node.variable];

	if (space->count >= space->limit)
		return give_up(space);
	space->nodes = arena_grow(space->arena, space->nodes, &space->capacity,
	                          space->count + 2, sizeof *space->nodes);
	space->children = arena_grow(space->arena, space->children,
	                             &space->child_capacity,
	                             space->child_count + size,
	                             sizeof *space->children);
	node.children = space->child_count;
	memcpy(space->children + node.children, children,
	       size * sizeof *children);
	space->child_count += size;
	space->nodes[++space->count] = node;
	return space->count;
}

/* The one node with this content. */
static space_ref intern(struct space *space, struct node node,
                        const space_ref *children)
{
	uint32_t size = space->sizes[node.variable];
	uint32_t mask, i, found;

	if (space->count >= space->table_size / 2)
		grow_table(space);
	node.hash = mix(0, node.variable);
	for (uint32_t v = 0; v < size; v++)
		node.hash = mix(node.hash, children[v]);
	mask = space->table_size - 1;
	for (i = node.hash & mask; (found = space->table[i]) != 0;
	     i = (i + 1) & mask)
		if (space->nodes[found].hash == node.hash
		    && space->nodes[found].variable == node.variable
		    && memcmp(children_of(space, found), children,
		              size * sizeof *children) == 0)
			return found;
	found = add_node(space, node, children);
	if (found != SPACE_FULL)
		space->table[i] = found;
	return found;
}

space_ref space_node(struct space *space, uint32_t variable,
                     const space_ref *children)
{
	bool same = true;

	assert(variable < space->variables);
	if (space->full)
		return SPACE_FULL;
	for (uint32_t v = 0; v < space->sizes[variable]; v++) {
		if (children[v] == SPACE_FULL)
			return SPACE_FULL;
		assert(level(space, children[v]) > variable);
		same = same && children[v] == children[0];
	}
	if (same)
		return children[0];
	return intern(space, (struct node){ .variable = variable }, children);
}

space_ref space_test(struct space *space, uint32_t variable, uint64_t values)
{
	space_ref children[SPACE_MAX_SIZE];

	assert(variable < space->variables);
	for (uint32_t v = 0; v < space->sizes[variable]; v++)
		children[v] = values >> v & 1 ? SPACE_YES : SPACE_NO;
	return space_node(space, variable, children);
}

/* --- operations -------------------------------------------------------- */

static struct answer *place_of(struct answer *cache, uint32_t size,
                               const struct answer *question)
{
	uint32_t hash = mix(mix(mix(0, question->condition), question->then),
	                    question->otherwise);
	uint32_t i = hash & (size - 1);

	while (cache[i].condition != 0
	       && (cache[i].condition != question->condition
	           || cache[i].then != question->then
	           || cache[i].otherwise != question->otherwise))
		i = (i + 1) & (size - 1);
	return &cache[i];
}

/* Twice the places, or, at the largest size, an empty cache. */
static void grow_cache(struct space *space)
{
	struct answer *old = space->cache;
	uint32_t size = space->cache_size;

	if (size >= CACHE_LAST) {
		memset(old, 0, size * sizeof *old);
		space->cached = 0;
		return;
	}
	space->cache_size = size * 2;
	space->cache = arena_array(space->arena, space->cache_size,
	                           sizeof *space->cache);
	for (uint32_t i = 0; i < size; i++)
		if (old[i].condition)
			*place_of(space->cache, space->cache_size,
			          &old[i]) = old[i];
}

static void remember(struct space *space, struct answer answer)
{
	if (space->full)
		return;
	if (space->cached >= space->cache_size / 2)
		grow_cache(space);
	*place_of(space->cache, space->cache_size, &answer) = answer;
	space->cached++;
}

/* The answer remembered, or 0. Each question without one is a step. */
static space_ref recall(struct space *space, const struct answer *question)
{
	space_ref result = place_of(space->cache, space->cache_size,
	                            question)->result;

	if (result)
		return result;
	if (space->steps == 0)
		return give_up(space);
	space->steps--;
	return 0;
}

/* What follows when `variable`, at or above the root, has this value. */
static space_ref follow(const struct space *space, space_ref ref,
                        uint32_t variable, uint32_t value)
{
	if (level(space, ref) != variable)
		return ref;
	return children_of(space, ref)[value];
}

static uint32_t least(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

/* Recursion goes down one variable at a time. */
static space_ref choose(struct space *space, struct answer q)
{
	space_ref children[SPACE_MAX_SIZE];
	uint32_t top;

	if (space_is_terminal(q.condition)) {
		assert(q.condition == SPACE_YES || q.condition == SPACE_NO);
		return q.condition == SPACE_YES ? q.then : q.otherwise;
	}
	if (q.then == q.condition)
		q.then = SPACE_YES;
	if (q.otherwise == q.condition)
		q.otherwise = SPACE_NO;
	if (q.then == q.otherwise)
		return q.then;
	if (q.then == SPACE_YES && q.otherwise == SPACE_NO)
		return q.condition;
	q.result = recall(space, &q);
	if (q.result)
		return q.result;
	top = least(level(space, q.condition),
	            least(level(space, q.then), level(space, q.otherwise)));
	for (uint32_t v = 0; v < space->sizes[top] && !space->full; v++)
		children[v] = choose(space, (struct answer){
			follow(space, q.condition, top, v),
			follow(space, q.then, top, v),
			follow(space, q.otherwise, top, v), 0 });
	if (space->full)
		return SPACE_FULL;
	q.result = space_node(space, top, children);
	remember(space, q);
	return q.result;
}

space_ref space_if(struct space *space, space_ref condition, space_ref then,
                   space_ref otherwise)
{
	if (space->full || condition == SPACE_FULL || then == SPACE_FULL
	    || otherwise == SPACE_FULL)
		return SPACE_FULL;
	return choose(space, (struct answer){ condition, then, otherwise, 0 });
}

space_ref space_and(struct space *space, space_ref a, space_ref b)
{
	return a < b ? space_if(space, a, b, SPACE_NO)
	             : space_if(space, b, a, SPACE_NO);
}

space_ref space_or(struct space *space, space_ref a, space_ref b)
{
	return a < b ? space_if(space, a, SPACE_YES, b)
	             : space_if(space, b, SPACE_YES, a);
}

space_ref space_not(struct space *space, space_ref a)
{
	return space_if(space, a, SPACE_NO, SPACE_YES);
}

struct place {
	uint32_t variable, value;
};

static space_ref fix(struct space *space, space_ref diagram,
                     struct place place)
{
	uint32_t top = level(space, diagram);
	space_ref children[SPACE_MAX_SIZE];
	struct answer q;

	if (top >= place.variable)
		return follow(space, diagram, place.variable, place.value);
	q = (struct answer){ diagram, FIX,
		place.variable * SPACE_MAX_SIZE + place.value, 0 };
	q.result = recall(space, &q);
	if (q.result)
		return q.result;
	for (uint32_t v = 0; v < space->sizes[top] && !space->full; v++)
		children[v] = fix(space, children_of(space, diagram)[v], place);
	if (space->full)
		return SPACE_FULL;
	q.result = space_node(space, top, children);
	remember(space, q);
	return q.result;
}

space_ref space_fix(struct space *space, space_ref diagram, uint32_t variable,
                    uint32_t value)
{
	assert(variable < space->variables && value < space->sizes[variable]);
	if (space->full || diagram == SPACE_FULL)
		return SPACE_FULL;
	return fix(space, diagram, (struct place){ variable, value });
}

/* --- looking inside ---------------------------------------------------- */

uint32_t space_variable(const struct space *space, space_ref node)
{
	return level(space, node);
}

space_ref space_child(const struct space *space, space_ref node,
                      uint32_t value)
{
	assert(!space_is_terminal(node));
	assert(value < space->sizes[space->nodes[node].variable]);
	return children_of(space, node)[value];
}

uint32_t space_size(const struct space *space, uint32_t variable)
{
	assert(variable < space->variables);
	return space->sizes[variable];
}

/* Was this node come by on this walk already? Terminals always were. */
static bool seen(struct space *space, space_ref ref)
{
	if (space_is_terminal(ref) || space->nodes[ref].mark == space->walk)
		return true;
	space->nodes[ref].mark = space->walk;
	return false;
}

/* Append to `list` (or only count, if it has no place) what was not seen. */
static void visit(struct space *space, space_ref ref, struct space_list *list)
{
	if (seen(space, ref))
		return;
	if (list->nodes)
		list->nodes[list->count] = ref;
	list->count++;
	for (uint32_t v = 0; v < space->sizes[level(space, ref)]; v++)
		visit(space, children_of(space, ref)[v], list);
}

uint32_t space_count(struct space *space, space_ref diagram)
{
	struct space_list list = { 0 };

	space->walk++;
	visit(space, diagram, &list);
	return list.count;
}

struct space_list space_nodes(struct space *space, space_ref diagram,
                              struct arena *arena)
{
	struct space_list visited = { 0 }, sorted = { 0 };
	uint32_t count = space_count(space, diagram);
	uint32_t *starts = arena_array(arena, (size_t)space->variables + 1,
	                               sizeof *starts);

	visited.nodes = arena_array(arena, count, sizeof *visited.nodes);
	sorted.nodes = arena_array(arena, count, sizeof *sorted.nodes);
	space->walk++;
	visit(space, diagram, &visited);
	for (uint32_t i = 0; i < count; i++)
		starts[level(space, visited.nodes[i]) + 1]++;
	for (uint32_t v = 1; v <= space->variables; v++)
		starts[v] += starts[v - 1];
	for (uint32_t i = 0; i < count; i++) {
		uint32_t v = level(space, visited.nodes[i]);

		sorted.nodes[starts[v]++] = visited.nodes[i];
	}
	sorted.count = count;
	return sorted;
}

/* A node that was seen and is asked about again leads nowhere. */
static bool search(struct space *space, space_ref ref, space_ref wanted,
                   uint8_t *values)
{
	uint32_t variable;

	if (ref == wanted || seen(space, ref))
		return ref == wanted;
	variable = level(space, ref);
	for (uint32_t v = 0; v < space->sizes[variable]; v++) {
		values[variable] = (uint8_t)v;
		if (search(space, children_of(space, ref)[v], wanted, values))
			return true;
	}
	values[variable] = UINT8_MAX;
	return false;
}

bool space_witness(struct space *space, space_ref diagram, uint32_t terminal,
                   uint8_t *values)
{
	memset(values, UINT8_MAX, space->variables);
	if (diagram == SPACE_FULL)
		return false;
	space->walk++;
	return search(space, diagram, space_terminal(terminal), values);
}
