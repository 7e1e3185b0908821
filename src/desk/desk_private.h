/*
 * desk_private.h - what the files of this floor share
 */
#ifndef FRONTDESK_DESK_DESK_PRIVATE_H
#define FRONTDESK_DESK_DESK_PRIVATE_H

#include "frontdesk/core/reference.h"
#include "frontdesk/desk/desk.h"
#include "frontdesk/store/db.h"

struct request_row; /* frontdesk/store/request.h */
struct resident;
struct topic_index; /* topic_index.h: the topics, kept for the one box */

struct desk {
	struct db *db;
	const struct clock *clock;
	struct desk_session session; /* staff_id 0: nobody */
	struct site site;
	char *data_dir;
	char *city;
	char *store_id;
	char *language;	 /* the desk's, "en" */
	char *language2; /* the other one, or NULL */
	char *languages; /* that the signed-in person speaks: "en es" */
	bool is_demo;
	struct phrases *phrases;    /* NULL until they are first needed */
	struct topic_index *topics; /* NULL until they are first needed */
};

/* ERROR_DENIED in words when nobody is signed in. */
bool desk_need_session(const struct desk *desk, struct error *err);

/* Signed out here; the store is not told. */
void desk_forget_session(struct desk *desk);

/* A random reference that may be issued; on a collision take another one. */
void desk_new_reference(enum reference_kind kind, struct reference *out);

/* As something new, whose *reference is set to one that nobody has, also where
 * it fails. row->reference is borrowed from *reference. */
bool desk_insert_resident(struct db *db, struct resident *resident,
			  struct error *err);
bool desk_insert_request(struct db *db, struct request_row *row,
			 char **reference, struct error *err);

/* The greetings alone; whoever addresses somebody asks desk_phrases. */
bool desk_greetings(struct desk *desk, const struct phrases **out,
		    struct error *err);

#endif
