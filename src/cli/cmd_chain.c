/* SPDX-License-Identifier: Apache-2.0 */
/* cmd_chain.c - assay chain: from certificates to roots. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <assay-tools.h>

#include "cli/chain_export.h"
#include "cli/chain_page.h"
#include "cli/memory.h"
#include "cli/messages.h"
#include "cli/option.h"
#include "cli/password.h"

enum { OPTION_CERTIFICATES = OPTION_LONG + 96, OPTION_TRUST, OPTION_EXPORT, OPTION_FORCE,
       OPTION_CHAIN_NOW, OPTION_CHAIN_FORMAT };

const struct option_row cmd_chain_options[] = {
	{ OPTION_CERTIFICATES, "certificates", "PATH", NULL,
	  "look for issuers in this file, folder or archive, too; may be repeated" },
	{ OPTION_TRUST, "trust", "PATH", NULL,
	  "trust the roots in this file or folder, and no others; may be repeated. Without it, any root that "
	  "was given is trusted" },
	{ OPTION_EXPORT, "export", "FOLDER", NULL,
	  "write each CA certificate of the chains to a file there (DER, .cer)" },
	{ OPTION_FORCE, "force", NULL, NULL, "replace files there that are different" },
	{ OPTION_CHAIN_NOW, "now", "DATE", NULL, "judge as of this date, not as of today" },
	{ OPTION_CHAIN_FORMAT, "format", "FORMAT", "text json", "how to print" },
	PASSWORD_OPTIONS,
	OPTIONS_END
};

/* A list of paths; the rows are borrowed. */
struct paths {
	const char **all;
	size_t count;
};

struct wish {
	struct paths certificates, trust;
	int64_t now;
	bool as_json;
	struct passwords passwords;
	struct messages messages;
	struct chain_export export;
	struct page page;
	struct json_out json;
	size_t chains, valid;
};

static void add_path(struct paths *paths, const char *path)
{
	paths->all = memory_grow(paths->all, paths->count, sizeof *paths->all);
	paths->all[paths->count++] = path;
}

static int take_option(const struct call *call, int id, const char *argument, void *user)
{
	struct wish *wish = user;

	if (password_is_option(id))
		return password_take_option(call, id, argument, &wish->passwords);
	if (id == OPTION_CERTIFICATES)
		add_path(&wish->certificates, argument);
	else if (id == OPTION_TRUST)
		add_path(&wish->trust, argument);
	else if (id == OPTION_EXPORT)
		wish->export.folder = argument;
	else if (id == OPTION_FORCE)
		wish->export.force = true;
	else if (id == OPTION_CHAIN_FORMAT)
		wish->as_json = strcmp(argument, "json") == 0;
	else if (!assay_parse_date(argument, &wish->now))
		return call_wrong(call,
			"`%s` is no date; write 2026-11-22 or 2026-11-22T10:30:00Z", argument);
	return OPTION_TAKEN;
}

static void take_chain(const struct assay_chain *chain, void *user)
{
	struct wish *wish = user;

	if (wish->as_json)
		chain_page_json(&wish->json, chain);
	else {
		if (wish->chains)
			page_blank(&wish->page);
		chain_page_print(&wish->page, chain);
	}
	wish->chains++;
	wish->valid += strcmp(chain->verdict, "valid") == 0;
	chain_export_take(&wish->export, chain);
}

static void take_message(const struct assay_message *message, void *user)
{
	messages_take(message, &((struct wish *)user)->messages);
}

static const char *next_password(const char *file, unsigned int attempt, void *user)
{
	return password_next(&((struct wish *)user)->passwords, file, attempt);
}

static void end_json(struct wish *wish)
{
	putchar('\n');
	json_out_close(&wish->json, ']');
	json_out_key(&wish->json, "exported");
	json_out_open(&wish->json, '[');
	chain_export_json(&wish->export, &wish->json);
	json_out_close(&wish->json, ']');
	json_out_close(&wish->json, '}');
	putchar('\n');
}

static enum assay_status find_chains(const struct call *call, struct wish *wish)
{
	struct assay_chain_options options = ASSAY_CHAIN_OPTIONS_INIT;

	options.now = wish->now;
	options.certificates = wish->certificates.all;
	options.certificate_count = wish->certificates.count;
	options.trust = wish->trust.all;
	options.trust_count = wish->trust.count;
	options.on_chain = take_chain;
	options.on_message = take_message;
	options.password = next_password;
	options.user = wish;
	return assay_chains((const char *const *)call->argv, (size_t)call->argc, &options);
}

static int print_chains(const struct call *call, struct wish *wish)
{
	enum assay_status status;

	wish->messages = messages_on(stderr);
	wish->page = page_open();
	if (wish->as_json) {
		json_out_open(&wish->json, '{');
		json_out_key(&wish->json, "chains");
		json_out_open(&wish->json, '[');
	}
	status = find_chains(call, wish);
	if (wish->as_json)
		end_json(wish);
	else if (wish->export.folder)
		chain_export_print(&wish->export, &wish->page);
	messages_done(&wish->messages);
	if (status != ASSAY_OK || wish->export.failed)
		return EXIT_TROUBLE;
	return wish->valid == wish->chains ? EXIT_FINE : EXIT_MISTAKES;
}

static int run(const struct call *call, struct wish *wish)
{
	if (call->argc == 0)
		return call_wrong(call, "a certificate is needed; `-` is standard input");
	if (wish->export.force && !wish->export.folder)
		return call_wrong(call, "--force goes with --export");
	return print_chains(call, wish);
}

int cmd_chain(struct call *call)
{
	struct wish wish = { .now = assay_now() };
	int status = option_read(call, take_option, &wish);

	if (status == OPTION_TAKEN)
		status = run(call, &wish);
	chain_export_done(&wish.export);
	password_done(&wish.passwords);
	free(wish.certificates.all);
	free(wish.trust.all);
	return status;
}
