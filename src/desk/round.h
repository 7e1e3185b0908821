/*
 * round.h - what the morning's and the evening's rows share
 */
#ifndef ROUND_H
#define ROUND_H

#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/round.h"

#define ROUND_MANY 5 /* rows of one kind; one more says that there are more */

/* An empty row at the end. */
struct round_row *round_add(struct round *round, enum round_kind kind);

/* The rows of a list of this person or site; of promises those that are due
 * today, and the late ones. */
bool round_add_list(struct desk *desk, enum desk_list list,
		    enum round_kind kind, struct round *round,
		    struct error *err);
/* All rows of a page, as of that kind. */
void round_add_page(const struct desk *desk, const struct list_page *page,
		    enum round_kind kind, struct round *round);
/* That there are more of it than stand here. */
void round_add_more(enum round_kind kind, struct round *round);

#endif
