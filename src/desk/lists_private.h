/*
 * lists_private.h - what the files of the lists share
 */
#ifndef FRONTDESK_DESK_LISTS_PRIVATE_H
#define FRONTDESK_DESK_LISTS_PRIVATE_H

#include "frontdesk/desk/lists.h"
#include "frontdesk/store/list.h"

/* A zeroed row at the end, or NULL and has_more where limit is reached. */
struct list_row *list_page_add(struct list_page *page, size_t limit);

/* Where rows go: one more than the limit says that there are more. */
struct list_reading {
	const struct desk *desk;
	enum desk_list list;
	struct list_page *page;
	size_t limit;
};
struct list_row *lists_add_row(struct list_reading *reading);

/* lists_row.c: adds a row of this; state is the list_reading. */
void lists_add_entry(const struct list_entry *entry, void *state);

/* lists_handed.c */
bool lists_read_handed(const struct desk *desk, const struct list_query *query,
		       struct list_reading *reading, struct error *err);

/* lists_voice.c; the query's limit is one more than is shown. */
bool lists_read_feedback(struct db *db, const struct list_query *query,
			 struct list_page *page, struct error *err);
bool lists_read_ideas(struct db *db, const struct list_query *query,
		      struct list_page *page, struct error *err);
bool lists_read_thanks(struct db *db, const struct list_query *query,
		       struct list_page *page, struct error *err);

#endif
