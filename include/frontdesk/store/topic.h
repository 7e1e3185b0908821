/*
 * topic.h - kinds of business, each in versions; the one in use is the topic
 */
#ifndef FRONTDESK_STORE_TOPIC_H
#define FRONTDESK_STORE_TOPIC_H

#include "frontdesk/core/topic.h"
#include "frontdesk/store/db.h"

bool topic_get(struct db *db, int64_t topic_id, struct topic *out,
	       struct error *err);
/* As it was when a request was made of it; topic_version_id 0: in use. */
bool topic_get_version(struct db *db, int64_t topic_version_id,
		       struct topic *out, struct error *err);

/* 0: there is none of that code. */
bool topic_find_code(struct db *db, const char *code, int64_t *topic_id,
		     struct error *err);

/*
 * A new topic, or a new version of the one with that code (questions too);
 * open questions go to whoever keeps it now. Whether it is retired stays as it
 * is. made_by is the actor. *topic_id is set, and *is_new when it is not NULL.
 */
bool topic_save(struct db *db, const struct topic *topic, int64_t *topic_id,
		bool *is_new, struct error *err);

/* Offered no more, or again; ERROR_NOT_FOUND without a text where it is so
 * already. */
bool topic_retire(struct db *db, int64_t topic_id, bool is_retired,
		  struct error *err);

/* topic_version.c */

/* Each version of a topic, the newest first; made_by is borrowed, or NULL. */
typedef void topic_version_fn(int64_t topic_version_id, int64_t made_at,
			      const char *made_by, bool is_in_use,
			      bool is_taken_back, void *state);
bool topic_each_version(struct db *db, int64_t topic_id, topic_version_fn *each,
			void *state, struct error *err);
/* The version in use was a mistake: this earlier one is in use again.
 * ERROR_NOT_FOUND without a text where another one is in use since. */
bool topic_take_back(struct db *db, int64_t topic_id, int64_t version_id,
		     int64_t earlier_id, int64_t at, struct error *err);

/* topic_word.c: what they said about a request of it, once a request: a word
 * that two requests said is one that the topic is found by. Not audited. */
bool topic_hear(struct db *db, int64_t topic_id, int64_t request_id,
		const char *words, struct error *err);

/* Counts one use, for the order in the one box; not audited. */
bool topic_count_use(struct db *db, int64_t topic_id, struct error *err);

/* What the one box needs of each topic. */
struct topic_brief {
	int64_t topic_id;
	char *name;
	char *folded_name; /* folded words of the name */
	char *folded;	   /* and of the other words too */
	char *folded_card; /* of what its card says */
	char *heard;	   /* of what was said about it, "" for nothing */
	int64_t times_used;
	bool is_retired;
};
struct topic_brief_list {
	struct topic_brief *items;
	size_t count;
};
void topic_brief_list_release(struct topic_brief_list *list);
bool topic_list(struct db *db, struct topic_brief_list *out, struct error *err);
/* Another one where the list would be another one; cheaper than the list. */
bool topic_list_stamp(struct db *db, uint64_t *out, struct error *err);

#endif
