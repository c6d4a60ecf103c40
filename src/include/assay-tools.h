/* SPDX-License-Identifier: Apache-2.0 */
/* assay-tools.h - what authors of policies need: formatting, tests, disassembly, facts as text.
 *
 * The conventions of assay.h hold. There is no promise of a stable binary interface.
 */
#ifndef ASSAY_TOOLS_H
#define ASSAY_TOOLS_H

#include <assay.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Text made by the library, owned by the caller. */
struct assay_text;
ASSAY_API const char *assay_text_bytes(const struct assay_text *text, size_t *length);
ASSAY_API void assay_text_free(struct assay_text *text);

/* The canonical form of a policy text. Mistakes of syntax are told by options->on_message. */
ASSAY_API enum assay_status assay_format(const char *name, const char *text, size_t length,
	const struct assay_compile_options *options, struct assay_text **formatted);

/* The instructions of a compiled policy, with the policy text they come from. */
ASSAY_API enum assay_status assay_disassemble(const struct assay_policy *policy, struct assay_text **listing);

struct assay_test {
	const char *name;
	const char *file;
	uint32_t line;
	int passed;
	const char *detail;     /* what was expected and what was found, when it did not pass */
};
typedef void assay_test_fn(const struct assay_test *test, void *user);

/* What tests say of a rule. A result is within reach when some facts lead to it: fail, pass, exempt, notapplicable
 * and notchecked by the compiled rule; unknown and error where it may fail or not and facts may be missing, or
 * not to be read. */
struct assay_coverage {
	size_t size;
	const char *rule;       /* its id */
	const char *level;      /* "required", "recommended", "supported" */
	const char *file;       /* where it is written */
	uint32_t line;
	int reachable[ASSAY_RESULT_COUNT];
	uint64_t expected[ASSAY_RESULT_COUNT];  /* expectations that held */
};
typedef void assay_coverage_fn(const struct assay_coverage *coverage, void *user);

struct assay_test_options {
	size_t size;
	const struct assay_compile_options *compile;    /* may be NULL */
	assay_test_fn *on_test;         /* may be NULL */
	assay_coverage_fn *on_coverage; /* for each rule, after all tests; may be NULL */
	void *user;                     /* of on_test and on_coverage */
};
#define ASSAY_TEST_OPTIONS_INIT { sizeof(struct assay_test_options), NULL, NULL, NULL, NULL }

struct assay_test_summary {
	size_t size;
	uint64_t passed, failed;
	uint64_t untested;      /* rules that no test names */
};

/* Run the tests of a policy text, or of every text in a folder. The result is ASSAY_OK when all of them
 * could be run, whether they passed or not. */
ASSAY_API enum assay_status assay_run_tests(const char *path, const struct assay_test_options *options,
	struct assay_test_summary *summary);

/* The facts that can be asked about a certificate: name and type, and below what it is. */
ASSAY_API enum assay_status assay_fact_list(struct assay_text **listing);

/* Some whole lines; borrowed. */
typedef void assay_lines_fn(const char *bytes, size_t length, void *user);

struct assay_facts_options {
	size_t size;
	assay_lines_fn *on_lines;
	assay_message_fn *on_message;   /* may be NULL */
	assay_password_fn *password;    /* may be NULL */
	void *user;
};
#define ASSAY_FACTS_OPTIONS_INIT { sizeof(struct assay_facts_options), NULL, NULL, NULL, NULL }

/* What is read from certificate files, as JSON that assay_run_add_file accepts: given to on_lines as it is
 * read. ASSAY_REFUSED if anything was told as an error. */
ASSAY_API enum assay_status assay_facts(const char *const *paths, size_t count,
	const struct assay_facts_options *options);

/* --- chains --------------------------------------------------------------------------------
 * From a certificate up to a root; each signature is verified by OpenSSL. Texts are never NULL. */

struct assay_chain_link {
	const char *name;       /* where it stands: "ca.pem#2" */
	const char *role;       /* "leaf", "intermediate", "root" */
	const char *subject, *issuer;   /* RFC 4514 */
	const char *common_name;        /* or what else names it; may be empty */
	const char *sha1, *sha256;      /* lower-case hexadecimal */
	const char *key, *digest;       /* "rsa 2048", "sha256" (of its signature) */
	int64_t valid_from, valid_until;        /* seconds since 1970; 0 and 0 if they can't be read */
	int trusted;            /* it is one of those given as trusted */
	int given;              /* it is one of the other certificates */
	const char *const *troubles;    /* why the chain is not valid, as far as it lies here */
	size_t trouble_count;
	const char *const *remarks;     /* what is weak, but valid */
	size_t remark_count;
	const void *der;
	size_t der_length;
};

struct assay_chain {
	size_t size;
	const char *name;       /* "pc1.pem", "bundle.pem#2" */
	const char *file;
	const char *verdict;    /* "valid", "invalid", "incomplete" (an issuer is missing), "undecided" (there were too
	                           many ways to try) */
	const char *missing;    /* incomplete: the issuer that was not given (RFC 4514) */
	const char *impostor;   /* incomplete: what has its name, but another key ("ca.pem"); may be empty */
	const char *order;      /* of the file: "alone", "in-order" (each signed by the next one), "out-of-order" */
	const char *order_why;  /* out-of-order: what stands wrongly; else empty */
	int root_in_file;
	const struct assay_chain_link *links;   /* the certificate first */
	size_t link_count;
};

struct assay_chain_options {
	size_t size;
	int64_t now;
	const char *const *certificates;        /* files and folders in which issuers are looked for, too */
	size_t certificate_count;
	const char *const *trust;       /* of trusted roots. None: any root that was given is trusted */
	size_t trust_count;
	void (*on_chain)(const struct assay_chain *chain, void *user);
	assay_message_fn *on_message;   /* may be NULL */
	assay_password_fn *password;    /* may be NULL */
	void *user;
};
#define ASSAY_CHAIN_OPTIONS_INIT { sizeof(struct assay_chain_options), 0, NULL, 0, NULL, 0, NULL, NULL, NULL, NULL }

/* Find the chain of each certificate in the files that signed no other one of its file. All of the files together are looked
 * through for issuers; the system's own store never is. ASSAY_REFUSED if anything was told as an error. */
ASSAY_API enum assay_status assay_chains(const char *const *paths, size_t count,
	const struct assay_chain_options *options);

/* --- endpoints ----------------------------------------------------------------------------- */

/* What was found at tls://HOST:PORT; borrowed until the callback returns. */
struct assay_endpoint {
	size_t size;
	const char *name;       /* as the facts have it: lower case, always with its port */
	const char *facts;      /* its record, "endpoint", as a line of JSON that assay_run_add_bytes accepts */
	size_t facts_length;
	const void *leaf;       /* the certificate that it showed, in DER; NULL if none */
	size_t leaf_length;
	const void *chain;      /* all that it sent, the leaf first, in DER one after another; NULL if none */
	size_t chain_length;
	const char *why;        /* why it could not be spoken with; empty if it was */
};
typedef void assay_endpoint_fn(const struct assay_endpoint *endpoint, void *user);

struct assay_probe_options {
	size_t size;
	uint32_t timeout;       /* milliseconds for a connection and its handshake; 0: 10,000. Four are made to an
	                           endpoint at most, and none after one that took longer */
	uint32_t hosts;         /* that are probed at the same time, 64 at most; 0: 8. The endpoints of one host
	                           are probed one after another */
	const char *roots;      /* certificates where chains may end, as PEM; NULL: it is not known which */
	size_t roots_length;
	assay_endpoint_fn *on_endpoint;
	assay_message_fn *on_message;   /* what is no endpoint (an error), and which could not be spoken with (a
	                                   warning); may be NULL */
	void *user;
};
#define ASSAY_PROBE_OPTIONS_INIT { sizeof(struct assay_probe_options), 0, 0, NULL, 0, NULL, NULL, NULL }

/* Connect to endpoints, find out which versions of TLS they accept, and what they show, and give it to on_endpoint
 * in the order of the names. Callbacks come from the calling thread; connections are made by others, which are
 * gone when this returns (but for a name server's answer that is still awaited). No other function of this
 * library opens a connection or asks a name server. Nothing is sent but hellos, and what ends a handshake.
 * A name is "tls://HOST:PORT"; "tls://" and ":PORT" (443) may be left out, an IPv6 address stands in brackets.
 * ASSAY_REFUSED if a name is none, or there is no certificate in `roots`; the other names are probed. An endpoint
 * that can't be spoken with is no failure: its facts are missing, and say why. */
ASSAY_API enum assay_status assay_probe(const char *const *names, size_t count,
	const struct assay_probe_options *options);

/* Give a run what was found: its leaf, where the run's options have a place for certificates; else its facts, where
 * the policy's model has the entity "endpoint"; else what it sent, as certificates. Connects to nothing. */
ASSAY_API enum assay_status assay_run_add_endpoint(struct assay_run *run, const struct assay_endpoint *endpoint);

/* --- explanations --------------------------------------------------------------------------
 * Asked for between assay_run_new and assay_run_finish, told while the run finishes. Texts are never NULL. */

/* The value of a fact and where it comes from. What a derived fact follows from stands after it, one deeper. */
struct assay_value {
	uint32_t depth;
	const char *path;       /* "management-point.mode" */
	const char *state, *value, *why;        /* as in assay_fact */
	const char *label;      /* of a one-of's word: as people read it */
	const char *meaning;    /* what the fact is, by the model */
	const char *source;     /* "facts", "certificate", "derived", "none" */
	const char *file;       /* facts, certificate: the input */
	uint32_t line;          /* facts: in the input */
	uint64_t offset;        /* certificate: of its first byte */
	const char *where;      /* facts: "device[5].os"; derived: where that is written, "model.assay:19" */
	const char *how;        /* derived: "lookup site-builds", "a table", "a condition" */
	int decides;            /* it is not known, and the result depends on it */
};

/* All conditions hold; none: in any case. */
struct assay_case {
	enum assay_result result;
	const char *const *conditions;
	size_t condition_count;
	const char *const *then;        /* of a change: what derived facts come to */
	size_t then_count;
};

struct assay_cell {
	const char *text;       /* "E-HTTP[1]" */
	uint32_t row, column;   /* row 0 is the head */
	int chosen;             /* the value that the subject has, in its row */
};

struct assay_note {
	const char *mark, *title;
	const char *const *requires;
	size_t require_count;
	int applies;            /* its mark stands in a chosen row */
};

/* A decision table as it is printed. */
struct assay_table {
	uint32_t row_count, column_count;       /* without the head */
	const struct assay_cell *cells; /* by row and column; several values of a cell follow one another */
	size_t cell_count;
	const char *chosen_rows;        /* a byte for each row: 1 where the subject is in it, or may be */
	const struct assay_note *notes;
	size_t note_count;
	const char *target;     /* the fact of the last column */
};

/* A definition or parameter that the deciding clause uses. */
struct assay_name {
	const char *name, *text, *place;        /* "cmg.assay:39"; empty for a parameter */
	int is_parameter;
};

struct assay_explanation {
	size_t size;
	const struct assay_finding *finding;
	const char *cite;       /* sources by title and date, with sections */
	const char *place;      /* of the clause that decided, else of the rule */
	const struct assay_name *names;
	size_t name_count;
	const struct assay_value *values;       /* what the result rests on */
	size_t value_count;
	const struct assay_case *outcomes;      /* of unknown and error: what comes out when */
	size_t outcome_count;
	int outcomes_cut;       /* there are more */
	const struct assay_case *ways;  /* of a failure: the smallest changes after which it would not fail */
	size_t way_count;
	int ways_cut;
	const struct assay_table *table;        /* NULL unless the rule is one */
};

struct assay_explain_options {
	size_t size;
	/* Is this finding to be explained? NULL: each is. */
	int (*wants)(const struct assay_finding *finding, void *user);
	void (*on_explanation)(const struct assay_explanation *explanation, void *user);
	void *user;
};

/* Have findings explained while a run finishes; to be called before inputs are added. They are judged one
 * after another then. */
ASSAY_API enum assay_status assay_run_explain(struct assay_run *run,
	const struct assay_explain_options *options);

/* --- what a table would allow -------------------------------------------------------------- */

/* A value of the fact that a table allows. */
struct assay_option {
	const char *word, *label;
	const char *verdict;    /* "works", "depends" (on what is not known), "change" (of other facts), "no",
	                           "silent" (the table does not judge it) */
	const char *reason;     /* silent: why */
	int has_now;            /* the subject has it */
	const struct assay_case *cases; /* depends: when it works; change: what would have to change */
	size_t case_count;
	int cases_cut;
	const char *const *notes;       /* marks of the table's notes that bind it */
	size_t note_count;
	const char *const *cautions;    /* remarks of the table that it would bring */
	size_t caution_count;
};

struct assay_answer {
	size_t size;
	const struct assay_finding *finding;
	const char *cite, *place;       /* of the table */
	int applies;            /* 0: the table is not about this subject; the finding says why */
	const struct assay_option *options;     /* in the model's order */
	size_t option_count;
	const struct assay_table *table;        /* NULL if it does not apply */
};

struct assay_ask_options {
	size_t size;
	/* Is this finding of a table asked about? NULL: each is. */
	int (*wants)(const struct assay_finding *finding, void *user);
	void (*on_answer)(const struct assay_answer *answer, void *user);
	void *user;
};
ASSAY_API enum assay_status assay_run_ask(struct assay_run *run, const struct assay_ask_options *options);

/* --- which certificates are required ------------------------------------------------------- */

/* What one rule says about a certificate of a subject. */
struct assay_need_rule {
	uint32_t rule;          /* index in the policy */
	const char *verdict;    /* "required", "conditional", "not-required" */
	const struct assay_case *cases; /* conditional: required in these */
	size_t case_count;
	int cases_cut;
	const char *reason;     /* not-required: what the rule says without one: "pass", "exempt", "notapplicable",
	                           ...; "fail": with one, too */
	const char *clause, *message;   /* that says so, and the reason of an exemption; may be empty */
	const char *cite;
};

/* A certificate, or list of certificates, of a subject. It is required where a rule fails without one, all else being as it is,
 * and need not fail with one. */
struct assay_need {
	size_t size;
	const char *subject;    /* "device/PC06" */
	const char *entity, *place;     /* "device", "client-auth" */
	const char *meaning;
	const char *state;      /* of the fact now; "empty" for a list without certificates */
	const char *verdict;    /* as of rules; "unasked": no rule ever requires it */
	const char *level;      /* of the rules that give the verdict, the strongest; empty if unasked */
	const struct assay_need_rule *rules;    /* that can require it */
	size_t rule_count;
};

struct assay_needs_options {
	size_t size;
	void (*on_need)(const struct assay_need *need, void *user);
	void *user;
};
/* Told for each certificate fact of each record that a rule is about. */
ASSAY_API enum assay_status assay_run_needs(struct assay_run *run, const struct assay_needs_options *options);

/* The facts that a mapping reads from a file: JSON that assay_run_add_file accepts, also where the status
 * says that something was refused. */
ASSAY_API enum assay_status assay_mapping_facts(const struct assay_mapping *mapping, const char *path,
	const struct assay_compile_options *options, struct assay_text **json);

#ifdef __cplusplus
}
#endif

#endif
