/*
 * names.h - names that many rows share, each asked once in one reading
 */
#ifndef FRONTDESK_STORE_NAMES_H
#define FRONTDESK_STORE_NAMES_H

#include "frontdesk/store/db.h"

enum names_of {
	NAMES_OF_TOPIC, /* as it is now */
	NAMES_OF_TOPIC_VERSION,
	NAMES_OF_TOPIC_DEPARTMENT, /* that handles the topic now */
	NAMES_OF_STAFF,
	NAMES_OF_STAFF_DEPARTMENT,
	NAMES_OF_DEPARTMENT,
	NAMES_OF_ORGANISATION,
};

/* {.db = db} to begin with; within one transaction or snapshot. */
struct names {
	struct db *db;
	struct named {
		enum names_of of;
		int64_t id; /* 0: a free place */
		char *text;
	} * places;
	size_t count, size;
};
void names_release(struct names *names);

/* *out is borrowed until the release; NULL for the id 0, and where there is
 * none. */
bool names_get(struct names *names, enum names_of of, int64_t id,
	       const char **out, struct error *err);

#endif
