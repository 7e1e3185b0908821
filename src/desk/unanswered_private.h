/*
 * unanswered_private.h - what the files of unanswered questions share
 */
#ifndef FRONTDESK_DESK_UNANSWERED_PRIVATE_H
#define FRONTDESK_DESK_UNANSWERED_PRIVATE_H

#include "desk_private.h"
#include "frontdesk/core/topic.h"
#include "frontdesk/store/unanswered.h"

/* "Mr. Osei, Planning" */
void unanswered_add_owner(const struct topic *topic, struct str *out);
/* ERROR_CONFLICT in words where it is answered, or was taken back. */
bool unanswered_get_open(struct db *db, int64_t unanswered_id,
			 struct unanswered *out, struct error *err);
/* Else ERROR_DENIED in words. */
bool unanswered_may_answer(const struct desk *desk,
			   const struct unanswered *question,
			   struct error *err);

#endif
