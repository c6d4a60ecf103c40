/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/chain_export.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/file.h"
#include "cli/memory.h"
#include "cli/tell.h"

enum { NAME_MOST = 48, PRINT_SHOWN = 8 };

struct export_row {
	char *subject;
	bool is_root;
	const char *what;               /* "written", "replaced", "unchanged", "refused", "failed" */
};

static bool is_plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
		|| c == '-' || c == '.';
}

static char *name_of(const struct assay_chain_link *link)
{
	char *name = memory_print("%s-%.*s-%.*s.cer", link->role, NAME_MOST,
		*link->common_name ? link->common_name : "CA", PRINT_SHOWN, link->sha1);

	for (char *c = name; *c; c++)
		if (!is_plain(*c))
			*c = '_';
	return name;
}

static bool is_same(const char *path, const struct assay_chain_link *link, bool *readable)
{
	struct file file;
	bool same;

	*readable = file_read(path, &file);
	if (!*readable)
		return false;
	same = file.length == link->der_length
		&& memcmp(file.bytes, link->der, file.length) == 0;
	file_free(&file);
	return same;
}

static const char *write_link(const struct chain_export *export, const char *path,
	const struct assay_chain_link *link)
{
	bool exists, readable;

	if (file_create(path, link->der, link->der_length, &exists))
		return "written";
	if (!exists)
		return "failed";
	if (is_same(path, link, &readable))
		return "unchanged";
	if (readable && export->force)
		return file_replace(path, link->der, link->der_length) ? "replaced" : "failed";
	if (readable)
		tell("%s: there is another file of this name; --force replaces it", path);
	return readable ? "refused" : "failed";
}

static void take_link(struct chain_export *export, const struct assay_chain_link *link)
{
	char *name = name_of(link), *path = memory_print("%s/%s", export->folder, name);
	struct lookup_entry *entry = lookup_add(&export->written, name);
	struct export_row *row = entry->value;

	if (!row) {
		row = entry->value = memory_new(1, sizeof *row);
		row->subject = memory_copy(link->subject);
		row->is_root = strcmp(link->role, "root") == 0;
		row->what = write_link(export, path, link);
		if (strcmp(row->what, "failed") == 0 || strcmp(row->what, "refused") == 0)
			export->failed = true;
	}
	free(path);
	free(name);
}

static bool make_folder(struct chain_export *export)
{
	if (mkdir(export->folder, 0777) == 0 || errno == EEXIST)
		return true;
	if (!export->failed)
		tell("%s: %s", export->folder, strerror(errno));
	export->failed = true;
	return false;
}

void chain_export_take(struct chain_export *export, const struct assay_chain *chain)
{
	if (!export->folder || !make_folder(export))
		return;
	for (size_t i = 0; i < chain->link_count; i++)
		if (strcmp(chain->links[i].role, "leaf") != 0)
			take_link(export, &chain->links[i]);
}

/* The rows in the order in which they came, those of one kind; `visit` is told each. */
typedef void row_fn(const char *name, const struct export_row *row, void *user);

/* Entries are chained from the last one. */
static size_t each_row(const struct chain_export *export, bool roots, row_fn *visit, void *user)
{
	const struct lookup_entry **entries = memory_new(export->written.count + 1,
		sizeof(const struct lookup_entry *));
	size_t count = 0, seen = 0;

	for (const struct lookup_entry *e = export->written.last; e; e = e->next)
		entries[count++] = e;
	while (count-- > 0) {
		const struct export_row *row = entries[count]->value;

		if (row->is_root != roots)
			continue;
		seen++;
		if (visit)
			visit(entries[count]->key, row, user);
	}
	free(entries);
	return seen;
}

static void print_row(const char *name, const struct export_row *row, void *user)
{
	struct page *page = user;
	char *text = memory_print("%s, %s", row->subject, row->what);

	page_tab(page, 2);
	page_put(page, PAGE_BOLD, name);
	page_end(page);
	page_tab(page, 4);
	page->indent = 4;
	page_words(page, text);
	page_end(page);
	page->indent = 0;
	free(text);
}

void chain_export_print(const struct chain_export *export, struct page *page)
{
	size_t roots = each_row(export, true, NULL, NULL);
	size_t others = each_row(export, false, NULL, NULL);
	char *text = memory_print("%s: %zu root%s, %zu intermediate%s", export->folder, roots,
		roots == 1 ? "" : "s", others, others == 1 ? "" : "s");

	page_blank(page);
	page_put(page, PAGE_PLAIN, text);
	page_end(page);
	each_row(export, false, print_row, page);
	each_row(export, true, print_row, page);
	free(text);
}

static void put_row(const char *name, const struct export_row *row, void *user)
{
	struct json_out *json = user;

	json_out_line(json);
	json_out_open(json, '{');
	json_out_text_member(json, "file", name);
	json_out_text_member(json, "role", row->is_root ? "root" : "intermediate");
	json_out_text_member(json, "subject", row->subject);
	json_out_text_member(json, "what", row->what);
	json_out_close(json, '}');
}

void chain_export_json(const struct chain_export *export, struct json_out *json)
{
	each_row(export, false, put_row, json);
	each_row(export, true, put_row, json);
}

void chain_export_done(struct chain_export *export)
{
	for (struct lookup_entry *e = export->written.last; e; e = e->next) {
		struct export_row *row = e->value;

		free(row->subject);
		free(row);
	}
	lookup_done(&export->written);
}
