/*
 * topic.h - the cards of the topics: read, changed, verified
 *
 * Whoever owns a topic may change its card: the person who handles it,
 * everybody of its department, and a supervisor. A version is never changed
 * but followed by another one; ^Z (desk_take_back) puts the one before it back
 * into use.
 */
#ifndef FRONTDESK_DESK_TOPIC_H
#define FRONTDESK_DESK_TOPIC_H

#include "frontdesk/core/topic.h"
#include "frontdesk/desk/desk.h"

/* A topic with its questions, as it is in use. */
bool desk_get_topic(struct desk *desk, int64_t topic_id, struct topic *out,
		    struct error *err);

/* By its code, as imports and scripts say it; *topic_id 0: there is none. */
bool desk_find_topic_code(struct desk *desk, const char *code,
			  int64_t *topic_id, struct error *err);

/* Else ERROR_DENIED in words. */
bool desk_may_change_topic(const struct desk *desk, const struct topic *topic,
			   struct error *err);

/*
 * A new version of the topic, which was read with topic->topic_version_id:
 * ERROR_CONFLICT where another one is in use since. is_verified: everything on
 * the card was checked today, by this person. Where nothing differs, nothing
 * is kept and it is true. A topic_id of 0 is a new one, with its code: for a
 * supervisor. Sets both ids.
 */
bool desk_save_topic(struct desk *desk, struct topic *topic, bool is_verified,
		     struct error *err);
/* Everything on the card in use was checked today, by this person. */
bool desk_verify_topic(struct desk *desk, int64_t topic_id, struct error *err);

/* Offered for nothing new any more, or again; requests of it keep it. By
 * whoever may change its card; ^Z takes it back. Where it is so already,
 * nothing is done and it is true. */
bool desk_retire_topic(struct desk *desk, int64_t topic_id, bool is_retired,
		       struct error *err);

/* How a card was, the newest first. */
struct topic_version {
	int64_t topic_version_id;
	int64_t made_at;
	char *made_by; /* "K. Osei", or NULL */
	bool is_in_use, is_taken_back;
};
struct topic_version_list {
	struct topic_version *items;
	size_t count;
};
void topic_version_list_release(struct topic_version_list *list);
bool desk_list_topic_versions(struct desk *desk, int64_t topic_id,
			      struct topic_version_list *out,
			      struct error *err);
bool desk_get_topic_version(struct desk *desk, int64_t topic_version_id,
			    struct topic *out, struct error *err);

#endif
