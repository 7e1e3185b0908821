/*
 * feedback_private.h - feedback noted within somebody's transaction
 */
#ifndef FRONTDESK_DESK_FEEDBACK_PRIVATE_H
#define FRONTDESK_DESK_FEEDBACK_PRIVATE_H

#include "desk_private.h"
#include "frontdesk/desk/feedback.h"

/* The same as desk_find_card, whoever asks. */
bool feedback_find(struct db *db, const char *reference, struct card_visit *out,
		   struct error *err);

/* visit_id, is_card, marks and comment are given; when, where and by whom is
 * the desk's. The same card twice is ERROR_CONFLICT. */
bool feedback_note(struct desk *desk, struct db *db, struct feedback *feedback,
		   struct error *err);

#endif
