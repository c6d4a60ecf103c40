/* SPDX-License-Identifier: Apache-2.0 */
#include "history/schema.h"

/* Step n leads from version n to n + 1. A step is never changed once it was released. */
static const char *const steps[SCHEMA_VERSION] = {
	"CREATE TABLE run ("
	" id INTEGER PRIMARY KEY AUTOINCREMENT,"
	" state INTEGER NOT NULL,"
	" started INTEGER NOT NULL, finished INTEGER NOT NULL, as_of INTEGER NOT NULL,"
	" policy TEXT NOT NULL, policy_version TEXT NOT NULL, policy_digest TEXT NOT NULL,"
	" engine TEXT NOT NULL, parameters TEXT NOT NULL,"
	" facts_digest TEXT NOT NULL, findings_digest TEXT NOT NULL,"
	" complete INTEGER NOT NULL, subjects INTEGER NOT NULL, refused INTEGER NOT NULL,"
	" exit_status INTEGER NOT NULL);"
	"CREATE TABLE tally ("
	" run INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE,"
	" level INTEGER NOT NULL, result INTEGER NOT NULL, count INTEGER NOT NULL,"
	" PRIMARY KEY (run, level, result)) WITHOUT ROWID;"
	"CREATE TABLE block ("
	" id INTEGER PRIMARY KEY,"
	" run INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE,"
	" piece INTEGER NOT NULL,"
	" findings BLOB NOT NULL, names BLOB NOT NULL, state BLOB NOT NULL,"
	" UNIQUE (run, piece));",
};

static bool run(sqlite3 *database, const char *text)
{
	return sqlite3_exec(database, text, NULL, NULL, NULL) == SQLITE_OK;
}

/* The number that a pragma gives; -1 after trouble. */
static sqlite3_int64 number(sqlite3 *database, const char *text)
{
	sqlite3_stmt *statement;
	sqlite3_int64 value = -1;

	if (sqlite3_prepare_v2(database, text, -1, &statement, NULL) != SQLITE_OK)
		return -1;
	if (sqlite3_step(statement) == SQLITE_ROW)
		value = sqlite3_column_int64(statement, 0);
	sqlite3_finalize(statement);
	return value;
}

/* Inside a transaction, so that two processes do not both migrate. */
static const char *migrate(sqlite3 *database)
{
	sqlite3_int64 version = number(database, "PRAGMA user_version");
	sqlite3_int64 application = number(database, "PRAGMA application_id");
	char text[64];

	if (version < 0)
		return sqlite3_errmsg(database);
	if (application != SCHEMA_APPLICATION
	    && number(database, "SELECT count(*) FROM sqlite_master") != 0)
		return "it is a database of another program";
	if (version > SCHEMA_VERSION)
		return "a newer version of assay made it";
	for (; version < SCHEMA_VERSION; version++)
		if (!run(database, steps[version]))
			return sqlite3_errmsg(database);
	sqlite3_snprintf(sizeof text, text, "PRAGMA user_version = %d", SCHEMA_VERSION);
	if (!run(database, text))
		return sqlite3_errmsg(database);
	sqlite3_snprintf(sizeof text, text, "PRAGMA application_id = %d", SCHEMA_APPLICATION);
	return run(database, text) ? NULL : sqlite3_errmsg(database);
}

/* To become a database with a write-ahead log, one has to be alone; SQLite does not wait for that by itself. */
static bool use_log(sqlite3 *database)
{
	enum { TRIES = 200, PAUSE = 50 /* milliseconds */ };

	for (int i = 0; i < TRIES; i++) {
		if (run(database, "PRAGMA journal_mode = WAL"))
			return true;
		if (sqlite3_errcode(database) != SQLITE_BUSY)
			return false;
		sqlite3_sleep(PAUSE);
	}
	return false;
}

const char *schema_prepare(sqlite3 *database)
{
	const char *why;

	if (!use_log(database)
	    || !run(database, "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL"))
		return sqlite3_errmsg(database);
	if (number(database, "PRAGMA user_version") == SCHEMA_VERSION
	    && number(database, "PRAGMA application_id") == SCHEMA_APPLICATION)
		return NULL;
	if (!run(database, "BEGIN IMMEDIATE"))
		return sqlite3_errmsg(database);
	why = migrate(database);
	if (!run(database, why ? "ROLLBACK" : "COMMIT") && !why)
		why = sqlite3_errmsg(database);
	return why;
}
