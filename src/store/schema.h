/*
 * schema.h - the migrations of data/schema, embedded, in ascending order
 */
#ifndef FRONTDESK_STORE_SCHEMA_H
#define FRONTDESK_STORE_SCHEMA_H

struct migration {
	int number;	  /* the version of the store after it; 0 ends */
	const char *name; /* its file's name */
	const char *sql;
};

extern const struct migration schema_migrations[];

#endif
