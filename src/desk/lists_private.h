/*
 * lists_private.h - what the files of the lists share
 */
#ifndef FRONTDESK_DESK_LISTS_PRIVATE_H
#define FRONTDESK_DESK_LISTS_PRIVATE_H

#include "frontdesk/desk/lists.h"
#include "frontdesk/store/list.h"

/* A zeroed row at the end, or NULL and has_more where limit is reached. */
struct list_row *list_page_add(struct list_page *page, size_t limit);

/* lists_voice.c; the query's limit is one more than is shown. */
bool lists_read_feedback(struct db *db, const struct list_query *query,
			 struct list_page *page, struct error *err);
bool lists_read_ideas(struct db *db, const struct list_query *query,
		      struct list_page *page, struct error *err);
bool lists_read_thanks(struct db *db, const struct list_query *query,
		       struct list_page *page, struct error *err);

#endif
