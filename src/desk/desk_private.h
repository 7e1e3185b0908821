/*
 * desk_private.h - what the files of this floor share
 */
#ifndef FRONTDESK_DESK_DESK_PRIVATE_H
#define FRONTDESK_DESK_DESK_PRIVATE_H

#include "frontdesk/base/str.h"
#include "frontdesk/core/reference.h"
#include "frontdesk/desk/desk.h"
#include "frontdesk/store/db.h"
#include "taking_back.h"

struct cue_table;   /* frontdesk/core/cue.h */
struct calendar;    /* frontdesk/core/calendar.h */
struct card_texts;  /* frontdesk/core/card.h */
struct request_row; /* frontdesk/store/request.h */
struct resident;
struct topic_index; /* topic_index.h: the topics, kept for the one box */

#define DESK_ACTS 16
#define DESK_REOPENED 8

/* What came of a request before its visit was opened again. */
struct reopened {
	int64_t visit_id, request_id;
	enum result result;
};

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
	/* What this person did that ^Z takes back, the last one last. */
	struct act acts[DESK_ACTS];
	size_t act_count;
	int64_t act_serial; /* of the last that was remembered */
	/* The oldest makes room. */
	struct reopened reopened[DESK_REOPENED];
	size_t reopened_count;
	struct card_texts *card_texts; /* of the comment card; the same */
	struct str wrong_words; /* desk_wrong_words(), once it was asked */
	bool has_checked_words;
	struct cue_table *cues;	    /* NULL until they are first needed */
	struct str cue_room;	    /* what a cue is picked in, at each key */
	struct phrases *phrases;    /* NULL until they are first needed */
	struct topic_index *topics; /* NULL until they are first needed */
	struct calendar *calendar;  /* NULL until it is first needed */
	int64_t calendar_seen;	    /* desk_changed() when it was read */
};

/* ERROR_DENIED in words when nobody is signed in. */
bool desk_need_session(const struct desk *desk, struct error *err);

/* The calendar kept in memory, forgotten. */
void desk_forget_calendar(struct desk *desk);

/* Signed out here; the store is not told. */
void desk_forget_session(struct desk *desk);

/* A store that is whole takes its place, where nothing is yet; made is gone. */
bool desk_put_in_place(const char *made, const char *path, struct error *err);

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
