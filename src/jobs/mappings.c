/* SPDX-License-Identifier: Apache-2.0 */
#include "jobs/mappings.h"

#include <dirent.h>
#include <stdlib.h>

#include "diag/suggest.h"
#include "base/guard.h"
#include "facts/mapped.h"
#include "jobs/input.h"

enum { MAX_MAPPING = 4 << 20, MOST_MAPPINGS = 256 };

bool mapping_takes(const struct mapping *mapping, struct text name)
{
	for (uint32_t i = 0; i < mapping->parameter_count; i++)
		if (text_equal(mapping->parameters[i].type.name, name))
			return true;
	return text_equal(name, TEXT("encoding")) || text_equal(name, TEXT("delimiter"))
	    || text_equal(name, TEXT("dates"));
}

/* --- names in folders --- */

struct names {
	struct arena *arena;
	const char **all;
	uint32_t count, capacity;
};

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void close_folder(void *stream)
{
	closedir(stream);
}

static void read_folder(struct names *names, DIR *stream, const char *path)
{
	struct guard_cleanup cleanup;
	struct dirent *entry;

	guard_keep(&cleanup, close_folder, stream);
	while ((entry = readdir(stream)) != NULL && names->count < MOST_MAPPINGS) {
		struct text name = text_from(entry->d_name);

		if (name.at[0] == '.' || !text_ends(name, TEXT(".assay")))
			continue;
		names->all = arena_grow(names->arena, names->all, &names->capacity,
		                        names->count + 1, sizeof *names->all);
		names->all[names->count++] = arena_printf(names->arena, "%s/%s", path,
		                                          entry->d_name).at;
	}
	guard_give_back(&cleanup);
}

/* The files in the folder `mappings` of a folder, in the order of their names. */
static void list_folder(struct names *names, const char *folder)
{
	const char *path = arena_printf(names->arena, "%s/mappings", folder).at;
	DIR *stream = opendir(path);
	uint32_t begin = names->count;

	if (stream)
		read_folder(names, stream, path);
	if (names->count > begin)
		qsort(names->all + begin, names->count - begin, sizeof *names->all,
		      compare_names);
}

static struct names list_all(const struct load *load)
{
	struct names names = { .arena = load->arena };

	for (size_t i = 0; i < load->folder_count; i++)
		list_folder(&names, load->folders[i]);
	return names;
}

/* "Get-CMDevice" of ".../Get-CMDevice.assay" */
static struct text name_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	struct text name = text_from(slash ? slash + 1 : path);

	name.length -= 6;
	return name;
}

static const char *find_named(struct load *load, struct text name, const char **why)
{
	struct names names = list_all(load);
	struct suggest near = suggest_for(name);

	for (uint32_t i = 0; i < names.count; i++)
		if (text_equal_folded(name_of(names.all[i]), name))
			return names.all[i];
	for (uint32_t i = 0; i < names.count; i++)
		suggest_offer(&near, name_of(names.all[i]));
	*why = near.best.length
		? arena_printf(load->arena, "there is no mapping of this name; did you mean %.*s?",
		               TEXT_ARGS(near.best)).at
		: "there is no mapping of this name; `assay help eval` lists those installed";
	return NULL;
}

/* --- loading --- */

static struct file_tree *read_file(struct load *load, const char *path, const char **why)
{
	struct buffer bytes = { 0 };
	struct file_tree *tree = NULL;
	struct guard_cleanup cleanup;
	char reason[INPUT_WHY];

	guard_keep(&cleanup, buffer_cleanup, &bytes);
	if (input_read(path, MAX_MAPPING, &bytes, reason))
		tree = load_text(load, text_from(path), buffer_view(&bytes), path);
	else
		*why = arena_text(load->arena, text_from(reason)).at;
	guard_give_back(&cleanup);
	return tree;
}

struct mapping *mapping_open(struct load *load, const char *name, const char **why)
{
	const char *path = name;
	struct mapping *mapping;

	*why = NULL;
	if (!input_exists(name)) {
		path = strchr(name, '/') ? name : find_named(load, text_from(name), why);
		if (!path)
			return NULL;
	}
	if (!read_file(load, path, why))
		return NULL;
	if (!load->mapping) {
		if (load->diags.errors == 0)
			*why = "this is no mapping; it has no `mapping` line";
		return NULL;
	}
	mapping = load_mapping(load);
	return load->diags.errors ? NULL : mapping;
}

/* --- which mapping an input is for --- */

void mappings_find(struct load *load, struct mapping_list *list)
{
	struct names names = list_all(load);

	for (uint32_t i = 0; i < names.count; i++) {
		struct load one;
		const struct mapping *mapping;
		const char *why;

		load_init(&one, load->arena);
		one.folders = load->folders;
		one.folder_count = load->folder_count;
		mapping = mapping_open(&one, names.all[i], &why);
		if (!mapping)
			continue;
		list->all = arena_grow(load->arena, list->all, &list->capacity, list->count + 1,
		                       sizeof *list->all);
		list->all[list->count++] = mapping;
	}
}

/* A mapping of the same name in an earlier folder hides this one. */
static bool is_hidden(const struct mapping_list *list, uint32_t index)
{
	for (uint32_t i = 0; i < index; i++)
		if (text_equal(list->all[i]->name, list->all[index]->name))
			return true;
	return false;
}

const struct mapping *mappings_fit(const struct mapping_list *list, struct text bytes,
                                   struct arena *scratch, struct text *names)
{
	const struct mapping *only = NULL;
	struct arena reading = { 0 };
	struct guard_cleanup cleanup;
	uint32_t count = 0;

	guard_keep(&cleanup, arena_cleanup, &reading);
	*names = TEXT("");
	for (uint32_t i = 0; i < list->count; i++) {
		if (is_hidden(list, i) || !mapped_fits(list->all[i], bytes, &reading))
			continue;
		only = list->all[i];
		*names = arena_printf(scratch, "%.*s%s%.*s", TEXT_ARGS(*names), count++ ? ", " : "",
		                      TEXT_ARGS(only->name));
		arena_reset(&reading);
	}
	guard_give_back(&cleanup);
	return count == 1 ? only : NULL;
}
