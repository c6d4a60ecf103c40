/* SPDX-License-Identifier: Apache-2.0 */
/* schema.h - the layout of the database, and how older ones become newer. Private to this room. */
#ifndef HISTORY_SCHEMA_H
#define HISTORY_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>

#include <sqlite3.h>

enum {
	SCHEMA_VERSION = 1,             /* PRAGMA user_version */
	SCHEMA_APPLICATION = 0x41735379 /* PRAGMA application_id: "AsSy" */
};

/* Make the database one of this version. NULL, or why it can't be (borrowed or static). */
const char *schema_prepare(sqlite3 *database);

#endif
