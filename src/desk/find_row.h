/*
 * find_row.h - hits of the search as rows that a visitor may see
 */
#ifndef FRONTDESK_DESK_FIND_ROW_H
#define FRONTDESK_DESK_FIND_ROW_H

#include "desk_private.h"
#include "frontdesk/desk/find.h"
#include "frontdesk/store/search.h"

/* One row for each hit that is still there, added to rows; *count grows. rows
 * has room for all of them. Hits of merged records become their survivor's. */
bool find_rows_add(struct desk *desk, struct search_hits *hits,
		   struct find_row *rows, size_t *count, struct error *err);
void find_row_release(struct find_row *row);

/* The greeting of one resident, or of somebody unnamed (NULL). */
struct resident;
bool cue_of_resident(struct desk *desk, const struct resident *resident,
		     struct cue *out, struct error *err);

/* They are not asked how to address them, not now. */
void cue_drop_ask(struct cue *cue);

#endif
