/* SPDX-License-Identifier: Apache-2.0 */
/* assay.h - compile policies and evaluate them against facts.
 *
 * The whole public interface. Conventions:
 *  - Handles are opaque. Whoever gets one through a pointer-to-pointer owns it and gives
 *    it back with the matching _free; a NULL handle may be freed.
 *  - A returned `const char *` or `const ... *` is borrowed: it lives as long as the handle
 *    it came from, or for a callback's argument until the callback returns.
 *  - Text is UTF-8 and NUL-terminated unless a length stands beside it.
 *  - Functions that can fail return an enum assay_status; out-parameters are set to NULL or 0 first.
 *  - Option structs begin with their size and are filled with their _INIT macro.
 *  - A policy is immutable and may be shared by threads; every other handle belongs to one thread at a time.
 *  - When memory ends a call gives ASSAY_NO_MEMORY and keeps nothing of what it began; the handles that it was
 *    given can still be freed.
 *  - Nothing is printed, no signal handler or locale is touched, the process is never ended, and
 *    the clock is read only by assay_now().
 */
#ifndef ASSAY_H
#define ASSAY_H

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define ASSAY_API __attribute__((visibility("default")))
#else
#define ASSAY_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

enum assay_status {
	ASSAY_OK = 0,
	ASSAY_MISTAKES,         /* the policy has errors; see the messages */
	ASSAY_UNREADABLE,       /* an input can't be opened or read */
	ASSAY_REFUSED,          /* bytes that are no image, facts or certificate */
	ASSAY_USAGE,            /* an argument that makes no sense */
	ASSAY_NO_MEMORY
};

/* The version of the library, and of the language and image format that it speaks. */
ASSAY_API const char *assay_version(void);
ASSAY_API int assay_language_version(void);
ASSAY_API int assay_image_version(void);

/* Seconds since 1970-01-01T00:00:00Z, from the system's clock. */
ASSAY_API int64_t assay_now(void);

/* "2026-11-22" or RFC 3339 to seconds. 1 when it is a date, else 0. */
ASSAY_API int assay_parse_date(const char *text, int64_t *seconds);

/* --- messages ------------------------------------------------------------------------------ */

enum assay_severity { ASSAY_ERROR, ASSAY_WARNING, ASSAY_NOTE };

struct assay_message {
	enum assay_severity severity;
	const char *code;       /* "E0203"; empty for trouble outside a policy */
	const char *file;       /* empty if it is about no file */
	uint32_t line, column;  /* from 1, the column in bytes; 0 if there is none */
	const char *text;       /* one line */
	const char *rendered;   /* as for a person: place, underlined source, notes, help */
	const char *json;       /* the same as a JSON object (docs/schema/message.json) */
};

typedef void assay_message_fn(const struct assay_message *message, void *user);

/* The long explanation of a message code, or NULL if there is no such code. */
ASSAY_API const char *assay_explain(const char *code);

/* --- policies ------------------------------------------------------------------------------ */

struct assay_policy;

struct assay_setting {
	const char *name;
	const char *value;      /* as it would stand in the policy */
};

struct assay_compile_options {
	size_t size;
	assay_message_fn *on_message;   /* may be NULL */
	void *user;
	const char *const *include;     /* folders searched for models and policies after the file's own */
	size_t include_count;
	const char *profile;            /* NULL: none */
	const struct assay_setting *settings;   /* parameters, after the profile */
	size_t setting_count;
	int color;                      /* rendered messages carry ANSI colours */
};
#define ASSAY_COMPILE_OPTIONS_INIT { sizeof(struct assay_compile_options), NULL, NULL, NULL, 0, NULL, NULL, 0, 0 }

/* Read a policy: a text (.assay), a folder that holds one named like itself, or an image (.assayc).
 * An image is verified before anything of it is used. */
ASSAY_API enum assay_status assay_policy_open(const char *path,
	const struct assay_compile_options *options, struct assay_policy **policy);

/* The same from memory. `name` stands in messages; models are searched in the include folders. */
ASSAY_API enum assay_status assay_policy_compile(const char *name, const char *text, size_t length,
	const struct assay_compile_options *options, struct assay_policy **policy);
ASSAY_API enum assay_status assay_policy_load(const char *name, const void *image, size_t length,
	const struct assay_compile_options *options, struct assay_policy **policy);
ASSAY_API void assay_policy_free(struct assay_policy *policy);

ASSAY_API const char *assay_policy_name(const struct assay_policy *policy);
ASSAY_API const char *assay_policy_version(const struct assay_policy *policy);
ASSAY_API const char *assay_policy_title(const struct assay_policy *policy);

/* Lower-case hexadecimal SHA-256 of the image after its header, where it stands too. */
ASSAY_API const char *assay_policy_digest(const struct assay_policy *policy);

/* The compiled image, byte for byte the same for the same input. */
ASSAY_API const void *assay_policy_image(const struct assay_policy *policy, size_t *length);

struct assay_rule {
	size_t size;
	const char *id, *title;
	const char *severity;   /* "low", "medium", "high", "critical" */
	const char *level;      /* "required", "recommended", "supported" */
	const char *fix;        /* as written, with its {paths}; empty if there is none */
	const char *cite;       /* "source, section; ..."; empty if there is none */
	const char *file;       /* where it is written */
	uint32_t line;
	int approximate;
	int selected;
	uint64_t bound;         /* greatest number of instructions to decide it for one subject */
};
ASSAY_API uint32_t assay_policy_rule_count(const struct assay_policy *policy);
ASSAY_API enum assay_status assay_policy_rule(const struct assay_policy *policy, uint32_t index,
	struct assay_rule *rule);

/* --- mappings ------------------------------------------------------------------------------ */

/* How an export of an administrator's tool, such as CSV, becomes facts. Read-only; may be shared by
 * threads. */
struct assay_mapping;

/* Read a mapping: a file (.assay), or the name of one in a folder `mappings` of those searched, case
 * ignored. options->settings are its parameters; besides, `encoding`, `delimiter` and `dates` may be set. */
ASSAY_API enum assay_status assay_mapping_open(const char *name,
	const struct assay_compile_options *options, struct assay_mapping **mapping);
ASSAY_API void assay_mapping_free(struct assay_mapping *mapping);
ASSAY_API const char *assay_mapping_name(const struct assay_mapping *mapping);
ASSAY_API const char *assay_mapping_title(const struct assay_mapping *mapping);

/* 1 if it has a parameter or setting of this name. */
ASSAY_API int assay_mapping_takes(const struct assay_mapping *mapping, const char *setting);

/* --- runs ---------------------------------------------------------------------------------- */

/* From worst to best; the order is total. */
enum assay_result {
	ASSAY_FAIL, ASSAY_RESULT_ERROR, ASSAY_UNKNOWN, ASSAY_WAIVED, ASSAY_PASS, ASSAY_EXEMPT,
	ASSAY_NOTAPPLICABLE, ASSAY_NOTCHECKED, ASSAY_NOTSELECTED, ASSAY_RESULT_COUNT
};
ASSAY_API const char *assay_result_name(enum assay_result result);

struct assay_fact {
	const char *path;       /* as it reads in the rule: "client-auth.key.bits" */
	const char *state;      /* "present", "absent", "missing", ... */
	const char *value;      /* as it would stand in the policy; empty unless present */
	const char *why;        /* of an undecodable or conflicting one; may be empty */
};

struct assay_finding {
	size_t size;
	enum assay_result result;
	uint32_t rule;          /* index in the policy */
	const char *subject;    /* "device/PC1/client-auth" */
	const char *name;       /* of a certificate: its common name, else its organization; else empty */
	const char *file;       /* input that the subject came from; may be empty */
	uint64_t offset;        /* of its first byte there */
	const char *clause;     /* the clause that decided, as written; may be empty */
	const char *clause_kind;        /* "when", "unless", "require", "row", "note", "manual", "" */
	const char *clause_name;        /* of an exemption or a note: its name */
	const char *message;    /* reason of an exemption, title of a note, instruction; may be empty */
	const char *fix;        /* filled in; empty unless the result is fail */
	uint32_t line;          /* of the clause in the rule's file; 0 if none */
	const struct assay_fact *facts; /* what the result rests on */
	size_t fact_count;
	const struct assay_fact *unknown;       /* what it is unknown or in error for */
	size_t unknown_count;
	const char *const *cautions;
	size_t caution_count;
	int approximate;
	const char *json;       /* the same as a JSON object on one line (docs/schema/results.json); empty unless
	                           options->json asked for it */
};

typedef void assay_finding_fn(const struct assay_finding *finding, void *user);

/* A password to try on a file that is protected by one, in UTF-8. `attempt` counts from 0 for each file;
 * NULL when there is none left. It must stay until the next call. The empty one is tried anyway. One call is
 * made at a time, perhaps by another thread of the run. */
typedef const char *assay_password_fn(const char *file, unsigned int attempt, void *user);

struct assay_run_options {
	size_t size;
	int64_t now;                    /* seconds since 1970-01-01T00:00:00Z */
	int complete;                   /* the stream is the whole fleet */
	assay_finding_fn *on_finding;   /* may be NULL */
	assay_message_fn *on_message;   /* what of the inputs was refused, or does not fit, and why; may be NULL */
	void *user;
	const char *place;              /* for bare certificates: "gateway.server-auth"; NULL: the policy must be about certificates */
	assay_password_fn *password;    /* may be NULL */
	uint32_t results;               /* which findings are given: bits by enum assay_result; 0: all. Others are counted */
	uint32_t threads;               /* that judge large inputs; 0: one. Callbacks come from the thread that calls
	                                   assay_run_finish, in the same order for any number */
	int json;                       /* findings come as JSON, too */
	const char *const *include;     /* folders whose folder `mappings` is searched, too */
	size_t include_count;
};
#define ASSAY_RUN_OPTIONS_INIT { sizeof(struct assay_run_options), 0, 0, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, NULL, 0 }

struct assay_run;

ASSAY_API enum assay_status assay_run_new(const struct assay_policy *policy,
	const struct assay_run_options *options, struct assay_run **run);
ASSAY_API void assay_run_free(struct assay_run *run);

/* Give an input, known by its content: a file of certificates (docs/guide/certificates.md) or of facts (JSON), a
 * folder or an archive of such files; "-" is standard input. Context records are kept. Folders, archives, files of
 * certificates and large inputs of lines (NDJSON) are read when they are judged, by assay_run_finish, and must
 * still be there; contexts stand among the first 8 MiB of lines. All else is kept until then. Trouble is told by on_message
 * and counted; the rest of the input is used. What does not fit the
 * model but leaves its record of use (a value of the wrong type, a name that the model lacks) is a warning.
 * Of trouble of one kind in one input the first messages are told, and then how many there are more. */
ASSAY_API enum assay_status assay_run_add_file(struct assay_run *run, const char *path);
ASSAY_API enum assay_status assay_run_add_bytes(struct assay_run *run, const char *name,
	const void *bytes, size_t length);

/* The same for an input that a mapping reads. The mapping must live until the run is freed. An input
 * that assay_run_add_file can't know is read by the one installed mapping whose titles it has, if there
 * is exactly one, and a note tells which. */
struct assay_bytes {
	const void *at;
	size_t length;
};
ASSAY_API enum assay_status assay_run_add_mapped_file(struct assay_run *run,
	const struct assay_mapping *mapping, const char *path);
ASSAY_API enum assay_status assay_run_add_mapped_bytes(struct assay_run *run,
	const struct assay_mapping *mapping, const char *name, const struct assay_bytes *bytes);

/* Give certificates that facts name by their fingerprints: a file, folder or archive, read now. They are not
 * judged for themselves. ASSAY_REFUSED if something in it could not be used, which was told. */
ASSAY_API enum assay_status assay_run_add_certificates(struct assay_run *run, const char *path);

/* Evaluate everything given, call on_finding for each rule and subject in a fixed order, and sum up. */
ASSAY_API enum assay_status assay_run_finish(struct assay_run *run);

struct assay_summary {
	size_t size;
	uint64_t counts[3][ASSAY_RESULT_COUNT]; /* by level: required, recommended, supported */
	uint64_t subjects;
	uint64_t refused;       /* inputs and records that could not be used */
	uint64_t warnings;      /* values and names in the inputs that do not fit the model */
	uint64_t remarks;       /* findings with cautions that were not given, as options->results says */
	int exit_status;        /* 0, 1, 2, 3 as docs/language.md defines */
};
ASSAY_API enum assay_status assay_run_summary(const struct assay_run *run, struct assay_summary *summary);

#ifdef __cplusplus
}
#endif

#endif
