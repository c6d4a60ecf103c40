/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/chain_page.h"

#include <stdlib.h>
#include <string.h>

#include "cli/memory.h"
#include "cli/why_json.h"
#include "cli/writer.h"

enum { ROLE_COLUMN = 2, TEXT_COLUMN = 16 };

static void put_line(struct page *page, enum page_style style, const char *text)
{
	page_tab(page, TEXT_COLUMN);
	page->indent = TEXT_COLUMN + (style == PAGE_PLAIN ? 0 : 2);
	page_put(page, style, style == PAGE_RED ? "! " : style == PAGE_YELLOW ? "~ " : "");
	page_words(page, text);
	page_end(page);
	page->indent = 0;
}

static void put_link(struct page *page, const struct assay_chain_link *link)
{
	char from[WRITER_DATE], until[WRITER_DATE], *text;

	writer_date(link->valid_from, from);
	writer_date(link->valid_until, until);
	page_tab(page, ROLE_COLUMN);
	page_put(page, PAGE_PLAIN, link->role);
	page_tab(page, TEXT_COLUMN);
	page_put(page, PAGE_BOLD, *link->subject ? link->subject : "(no subject)");
	page_end(page);
	text = memory_print("%s%s, %.10s to %.10s, %s, %s", link->name,
		link->trusted ? " (trusted)" : "", from, until, link->key, link->digest);
	put_line(page, PAGE_PLAIN, text);
	free(text);
	for (size_t i = 0; i < link->trouble_count; i++)
		put_line(page, PAGE_RED, link->troubles[i]);
	for (size_t i = 0; i < link->remark_count; i++)
		put_line(page, PAGE_YELLOW, link->remarks[i]);
}

static void put_missing(struct page *page, const struct assay_chain *chain)
{
	char *text;

	page_tab(page, ROLE_COLUMN);
	page_put(page, PAGE_RED, "missing");
	page_tab(page, TEXT_COLUMN);
	page_put(page, PAGE_BOLD, chain->missing);
	page_end(page);
	if (*chain->impostor) {
		text = memory_print("%s has this name, but another key: the signature below does"
			" not verify with it", chain->impostor);
		put_line(page, PAGE_RED, text);
		free(text);
	}
}

void chain_page_print(struct page *page, const struct assay_chain *chain)
{
	bool valid = strcmp(chain->verdict, "valid") == 0;

	page_put(page, PAGE_BOLD, chain->name);
	page_put(page, PAGE_PLAIN, ": ");
	page_put(page, valid ? PAGE_GREEN : PAGE_RED, chain->verdict);
	page_end(page);
	for (size_t i = 0; i < chain->link_count; i++)
		put_link(page, &chain->links[i]);
	if (*chain->missing)
		put_missing(page, chain);
	if (strcmp(chain->verdict, "undecided") == 0)
		put_line(page, PAGE_RED, "more certificates have the issuer's name, or more ways lead"
			" up, than are tried; give only those that matter");
	if (*chain->order_why) {
		char *text = memory_print("out of order in %s: %s", chain->file, chain->order_why);

		page->indent = ROLE_COLUMN;
		page_tab(page, ROLE_COLUMN);
		page_put(page, PAGE_YELLOW, "~ ");
		page_words(page, text);
		page_end(page);
		page->indent = 0;
		free(text);
	}
}

static void put_date(struct json_out *json, const char *key, int64_t seconds)
{
	char date[WRITER_DATE];

	writer_date(seconds, date);
	json_out_text_member(json, key, date);
}

static void put_json_link(struct json_out *json, const struct assay_chain_link *link)
{
	json_out_line(json);
	json_out_open(json, '{');
	json_out_text_member(json, "role", link->role);
	json_out_text_member(json, "name", link->name);
	json_out_text_member(json, "subject", link->subject);
	json_out_text_member(json, "issuer", link->issuer);
	json_out_text_member(json, "sha1", link->sha1);
	json_out_text_member(json, "sha256", link->sha256);
	json_out_text_member(json, "key", link->key);
	json_out_text_member(json, "digest", link->digest);
	put_date(json, "validFrom", link->valid_from);
	put_date(json, "validUntil", link->valid_until);
	json_out_bool_member(json, "trusted", link->trusted);
	json_out_bool_member(json, "given", link->given);
	why_json_texts(json, "troubles", link->troubles, link->trouble_count);
	why_json_texts(json, "remarks", link->remarks, link->remark_count);
	json_out_close(json, '}');
}

void chain_page_json(struct json_out *json, const struct assay_chain *chain)
{
	json_out_line(json);
	json_out_open(json, '{');
	json_out_text_member(json, "name", chain->name);
	json_out_text_member(json, "file", chain->file);
	json_out_text_member(json, "verdict", chain->verdict);
	json_out_text_member(json, "missing", chain->missing);
	json_out_text_member(json, "impostor", chain->impostor);
	json_out_text_member(json, "order", chain->order);
	json_out_text_member(json, "orderWhy", chain->order_why);
	json_out_bool_member(json, "rootInFile", chain->root_in_file);
	json_out_key(json, "links");
	json_out_open(json, '[');
	for (size_t i = 0; i < chain->link_count; i++)
		put_json_link(json, &chain->links[i]);
	json_out_close(json, ']');
	json_out_close(json, '}');
}
