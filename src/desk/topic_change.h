/*
 * topic_change.h - a card changed within somebody's transaction
 */
#ifndef FRONTDESK_DESK_TOPIC_CHANGE_H
#define FRONTDESK_DESK_TOPIC_CHANGE_H

#include "desk_private.h"
#include "frontdesk/core/topic.h"

struct topic_change {
	struct desk *desk;
	struct topic *topic; /* as it is to be, read with its version */
	bool is_verified;
	int64_t topic_id, version_id; /* made; version 0: nothing differed */
};

/* A db_work_fn over a struct topic_change; see desk_save_topic. */
bool topic_change(struct db *db, void *state, struct error *err);
/* Behind the commit: ^Z takes it back, and the topic is of that version. */
void topic_change_done(struct topic_change *work);

#endif
