/* SPDX-License-Identifier: Apache-2.0 */
/* cmd_facts.c - assay facts: what is read from certificates, and what is found at endpoints. */
#include <stdio.h>

#include <assay-tools.h>

#include "cli/endpoints.h"
#include "cli/mapping.h"
#include "cli/messages.h"
#include "cli/option.h"
#include "cli/password.h"
#include "cli/tell.h"

const struct option_row cmd_facts_options[] = {
	{ 'l', "list", NULL, NULL, "print which facts there are, and what they mean" },
	MAPPING_OPTIONS,
	POLICY_INCLUDE_OPTION,
	PASSWORD_OPTIONS,
	ENDPOINT_OPTIONS,
	OPTIONS_END
};

struct wish {
	bool list;
	struct policy_options policy;
	struct mapping_options mapping;
	struct passwords passwords;
	struct endpoints endpoints;
	struct messages messages;
};

static int take_option(const struct call *call, int id, const char *argument, void *user)
{
	struct wish *wish = user;

	if (password_is_option(id))
		return password_take_option(call, id, argument, &wish->passwords);
	if (endpoints_is_option(id))
		return endpoints_take_option(call, id, argument, &wish->endpoints);
	if (mapping_is_option(id))
		return mapping_take_option(call, id, argument, &wish->mapping);
	if (id == 'I')
		return policy_take_option(call, id, argument, &wish->policy);
	if (id == OPTION_OPERAND)
		mapping_note_operand(&wish->mapping);
	else
		wish->list = true;
	return OPTION_TAKEN;
}

static int print_list(void)
{
	struct assay_text *list = NULL;
	enum assay_status status = assay_fact_list(&list);
	const char *bytes;
	size_t length;

	if (list) {
		bytes = assay_text_bytes(list, &length);
		fwrite(bytes, 1, length, stdout);
		assay_text_free(list);
	}
	return status_to_exit(status, EXIT_TROUBLE);
}

static void print_lines(const char *bytes, size_t length, void *user)
{
	(void)user;
	fwrite(bytes, 1, length, stdout);
}

static void take_message(const struct assay_message *message, void *user)
{
	messages_take(message, &((struct wish *)user)->messages);
}

static const char *next_password(const char *file, unsigned int attempt, void *user)
{
	return password_next(&((struct wish *)user)->passwords, file, attempt);
}

/* Of one file that a mapping reads. */
static enum assay_status print_mapped(const struct assay_mapping *mapping, const char *path,
	struct wish *wish)
{
	struct assay_compile_options compile = ASSAY_COMPILE_OPTIONS_INIT;
	struct assay_text *json = NULL;
	enum assay_status status;
	const char *bytes;
	size_t length;

	compile.on_message = take_message;
	compile.user = wish;
	status = assay_mapping_facts(mapping, path, &compile, &json);
	if (!json)
		return status;
	bytes = assay_text_bytes(json, &length);
	print_lines(bytes, length, wish);
	assay_text_free(json);
	return status;
}

static void print_endpoint(const struct assay_endpoint *endpoint, void *user)
{
	print_lines(endpoint->facts, endpoint->facts_length, user);
	fflush(stdout);
}

static enum assay_status print_certificates(const char *const *paths, size_t count,
	struct wish *wish)
{
	struct assay_facts_options options = ASSAY_FACTS_OPTIONS_INIT;

	options.on_lines = print_lines;
	options.on_message = take_message;
	options.password = next_password;
	options.user = wish;
	return assay_facts(paths, count, &options);
}

/* Certificates are read together as far as no other input stands between them. */
static enum assay_status print_files(const struct call *call, struct wish *wish)
{
	const char *const *paths = (const char *const *)call->argv;
	size_t all = (size_t)call->argc;
	enum assay_status status, worst = ASSAY_OK;

	for (size_t from = 0, to; from < all; from = to) {
		const struct assay_mapping *mapping = mapping_of(&wish->mapping, from);

		to = from + 1;
		if (endpoints_is_name(paths[from]))
			continue;
		while (!mapping && to < all && !mapping_of(&wish->mapping, to)
		       && !endpoints_is_name(paths[to]))
			to++;
		status = mapping ? print_mapped(mapping, paths[from], wish)
		                 : print_certificates(paths + from, to - from, wish);
		worst = status == ASSAY_OK ? worst : status;
	}
	return worst;
}

/* Files first, then endpoints, behind the line that names the format. */
static int print_facts(const struct call *call, struct wish *wish)
{
	enum assay_status worst, status = ASSAY_OK;

	wish->messages = messages_on(stderr);
	worst = print_files(call, wish);
	if (wish->endpoints.count > 0) {
		print_certificates(NULL, 0, wish);
		status = endpoints_probe(&wish->endpoints, print_endpoint, take_message, wish);
	}
	messages_done(&wish->messages);
	return status_to_exit(status == ASSAY_OK ? worst : status, EXIT_TROUBLE);
}

static int run(const struct call *call, struct wish *wish)
{
	bool given;
	int status;

	endpoints_take_operands(call, 0, &wish->endpoints);
	given = call->argc > 0 || wish->endpoints.count > 0;
	if (wish->list && given)
		return call_wrong(call, "--list takes no certificate");
	if (!wish->list && !given)
		return call_wrong(call, "a certificate is needed; `-` is standard input");
	if (wish->list)
		return print_list();
	status = mapping_open_all(call, &wish->mapping, &wish->policy);
	return status == OPTION_TAKEN ? print_facts(call, wish) : status;
}

int cmd_facts(struct call *call)
{
	struct wish wish = { .list = false };
	int status = option_read_in_order(call, take_option, &wish);

	if (status == OPTION_TAKEN)
		status = run(call, &wish);
	mapping_options_done(&wish.mapping);
	policy_options_done(&wish.policy);
	password_done(&wish.passwords);
	endpoints_done(&wish.endpoints);
	return status;
}
