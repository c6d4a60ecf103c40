/* SPDX-License-Identifier: Apache-2.0 */
#include "jobs/load.h"

#include "base/guard.h"
#include "compile/compile.h"
#include "grammar/parse.h"
#include "jobs/input.h"

enum { MAX_TEXT = 64 << 20 };

void load_init(struct load *load, struct arena *arena)
{
	*load = (struct load){ .arena = arena };
	load->sources.arena = arena;
	diags_init(&load->diags, arena);
	load->profile = TEXT("");
}

/* With its slash; empty for a file in the working folder. */
static struct text folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return (struct text){ path, slash ? (uint32_t)(slash - path) + 1 : 0 };
}

const char *load_path(struct load *load, const char *path)
{
	struct text folder = text_from(path), name;
	const char *slash;

	if (!input_is_folder(path))
		return path;
	while (folder.length > 1 && folder.at[folder.length - 1] == '/')
		folder.length--;
	folder = arena_text(load->arena, folder);
	slash = strrchr(folder.at, '/');
	name = slash ? text_from(slash + 1) : folder;
	return arena_printf(load->arena, "%.*s/%.*s.assay", TEXT_ARGS(folder),
	                    TEXT_ARGS(name)).at;
}

/* NAME.assay or NAME/NAME.assay in a folder, which ends in a slash or is empty; or NULL. */
static const char *find_in(struct load *load, struct text folder, struct text name)
{
	const char *path = arena_printf(load->arena, "%.*s%.*s.assay", TEXT_ARGS(folder),
	                                TEXT_ARGS(name)).at;

	if (input_exists(path))
		return path;
	path = arena_printf(load->arena, "%.*s%.*s/%.*s.assay", TEXT_ARGS(folder),
	                    TEXT_ARGS(name), TEXT_ARGS(name)).at;
	return input_exists(path) ? path : NULL;
}

static const char *find_file(struct load *load, const char *from, struct text name)
{
	const char *path = NULL;

	if (from) {
		path = find_in(load, folder_of(from), name);
		if (!path)
			path = find_in(load, arena_printf(load->arena, "%.*s../",
			                                  TEXT_ARGS(folder_of(from))), name);
	}
	for (size_t i = 0; i < load->folder_count && !path; i++)
		path = find_in(load, arena_printf(load->arena, "%s/", load->folders[i]), name);
	return path;
}

static bool embedded_text(const struct load *load, struct text name, struct text *text)
{
	const struct program *p = load->embedded;

	for (uint32_t i = 0; p && i < p->file_count; i++) {
		struct text file = program_text(p, p->file[i].name);

		if (text_ends(file, TEXT(".assay")) && file.length == name.length + 6
		    && text_starts(file, name)) {
			*text = program_text(p, p->file[i].text);
			return true;
		}
	}
	return false;
}

static const struct item *head_of(const struct file_tree *file, enum item_kind kind)
{
	for (const struct item *i = file->first; i; i = i->next)
		if (i->kind == kind)
			return i;
	return NULL;
}

/* Has the file been loaded already, under this policy or model name? */
static struct file_tree *loaded(const struct load *load, enum item_kind kind, struct text name)
{
	for (uint32_t i = 0; i < load->file_count; i++) {
		const struct item *head = head_of(load->files[i], kind);

		if (head && text_equal(head->name.text, name))
			return load->files[i];
	}
	return NULL;
}

static struct file_tree *parse_text(struct load *load, struct text name, struct text text,
                                    const char *path, enum file_role role)
{
	struct source *source;

	if (load->sources.count == LOAD_MAX_FILES)
		return NULL;
	load->roles[load->sources.count] = (uint8_t)role;
	load->paths[load->sources.count] = path;
	source = sources_add(&load->sources, name, text);
	return source ? parse_policy(load->arena, &load->diags, source) : NULL;
}

static struct file_tree *parse_named(struct load *load, const char *from, const struct item *use,
                                     enum file_role role)
{
	struct buffer bytes = { 0 };
	struct guard_cleanup cleanup;
	struct file_tree *tree = NULL;
	const char *path;
	struct text text;
	char why[INPUT_WHY];

	guard_keep(&cleanup, buffer_cleanup, &bytes);
	if (load->embedded) {
		if (embedded_text(load, use->name.text, &text))
			tree = parse_text(load, arena_printf(load->arena, "%.*s.assay",
				TEXT_ARGS(use->name.text)), text, NULL, role);
	} else if ((path = find_file(load, from, use->name.text))
	           && input_read(path, MAX_TEXT, &bytes, why)) {
		tree = parse_text(load, text_from(path), buffer_view(&bytes), path, role);
	}
	guard_give_back(&cleanup);
	if (!tree)
		diag_say(&load->diags, MSG_E0707, use->name.at,
		         role == ROLE_MODEL ? "model" : "policy", TEXT_ARGS(use->name.text));
	return tree;
}

static void check_version(struct load *load, const struct item *use, const struct file_tree *tree)
{
	const struct item *head = head_of(tree, ITEM_MODEL);

	if (head && !text_equal(head->version.text, use->version.text))
		diag_say(&load->diags, MSG_E0708, use->at, TEXT_ARGS(use->name.text),
		         TEXT_ARGS(head->version.text), TEXT_ARGS(use->version.text));
}

static void use_model(struct load *load, const char *from, const struct item *use)
{
	if (!load->model)
		load->model = parse_named(load, from, use, ROLE_MODEL);
	else if (!head_of(load->model, ITEM_MODEL)
	         || !text_equal(head_of(load->model, ITEM_MODEL)->name.text, use->name.text))
		diag_say(&load->diags, MSG_E0712, use->at);
	if (load->model)
		check_version(load, use, load->model);
}

static bool add_file(struct load *load, struct file_tree *tree)
{
	if (load->file_count == LOAD_MAX_FILES)
		return false;
	load->files[load->file_count++] = tree;
	return true;
}

static const char *path_of(const struct load *load, const struct file_tree *tree)
{
	for (uint32_t i = 0; i < load->sources.count; i++)
		if (load->sources.all[i] == tree->source)
			return load->paths[i];
	return NULL;
}

/* The model of a mapping. */
static void load_model_of(struct load *load, const struct file_tree *mapping)
{
	for (const struct item *i = mapping->first; i; i = i->next)
		if (i->kind == ITEM_USE_MODEL)
			use_model(load, path_of(load, mapping), i);
}

/* Files are added at the end while the list is walked, so a circle ends by itself. */
static void load_uses(struct load *load)
{
	for (uint32_t f = 0; f < load->file_count; f++) {
		const char *path = path_of(load, load->files[f]);

		for (const struct item *i = load->files[f]->first; i; i = i->next) {
			struct file_tree *tree;

			if (i->kind == ITEM_USE_MODEL)
				use_model(load, path, i);
			if (i->kind != ITEM_USE_POLICY || loaded(load, ITEM_POLICY, i->name.text))
				continue;
			tree = parse_named(load, path, i, ROLE_USED);
			if (tree)
				add_file(load, tree);
		}
	}
}

struct file_tree *load_text(struct load *load, struct text name, struct text text, const char *path)
{
	struct file_tree *tree = parse_text(load, name, text, path, ROLE_POLICY);

	if (!tree)
		return NULL;
	if (head_of(tree, ITEM_MODEL)) {
		load->roles[load->sources.count - 1] = ROLE_MODEL;
		load->model = tree;
		return tree;
	}
	if (head_of(tree, ITEM_MAPPING)) {
		load->mapping = tree;
		load_model_of(load, tree);
		return tree;
	}
	if (load->diags.errors == 0 && !head_of(tree, ITEM_POLICY)
	    && !head_of(tree, ITEM_USE_POLICY))
		diag_say(&load->diags, MSG_E0709, (struct span){ tree->source->base,
		         tree->source->base });
	add_file(load, tree);
	load_uses(load);
	return tree;
}

struct checked_policy *load_check(struct load *load)
{
	struct check_input input = {
		.sources = &load->sources, .model = load->model,
		.files = (const struct file_tree *const *)load->files,
		.file_count = load->file_count, .profile = load->profile,
		.settings = load->settings, .setting_count = load->setting_count,
	};

	return check_policy(load->arena, &load->diags, &input);
}

struct mapping *load_mapping(struct load *load)
{
	return check_mapping(load->arena, &load->diags, &(struct check_mapping_input){
		.sources = &load->sources, .model = load->model, .mapping = load->mapping,
		.settings = load->settings, .setting_count = load->setting_count });
}

bool load_compile(struct load *load, struct program *program)
{
	struct compile_input input = { .sources = &load->sources, .roles = load->roles };

	if (load->diags.errors && load->model == NULL && load->file_count == 0)
		return false;
	if (load->mapping && load->file_count == 0) {
		load_mapping(load);
		load->setting_count = 0;        /* they are the mapping's */
	}
	input.policy = load_check(load);
	if (load->diags.errors)
		return false;
	return compile_program(load->arena, &load->diags, &input, program);
}
