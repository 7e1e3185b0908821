/*
 * away.h - who works here, who is in, and who is away until when
 *
 * Everybody notes their own absence; a supervisor anybody's.
 */
#ifndef FRONTDESK_DESK_AWAY_H
#define FRONTDESK_DESK_AWAY_H

#include "frontdesk/desk/desk.h"

struct away_row {
	int64_t staff_id;
	int64_t absence_id; /* the one that stands, or comes next; 0: none */
	char *name;	    /* "K. Osei" */
	char *login;
	char *department; /* or NULL */
	char *telephone;  /* or NULL */
	char *languages;  /* "en es" */
	struct day from, to;
	bool is_away; /* today */
	/* "in until 4 pm", "out until Wed Dec 2; Ms. Weber stands in", "out
	 * Mon Dec 7 to Fri Dec 11", or "" where nothing is known. */
	char *presence;
};
struct away_list {
	struct away_row *items; /* active staff by name */
	size_t count;
};
void away_list_release(struct away_list *list);
bool desk_list_away(struct desk *desk, struct away_list *out,
		    struct error *err);

/*
 * staff_id 0 is me. from and to are days as people say them (core/when.h),
 * from NULL or "": today; to NULL or "": that day alone. Both are included.
 * ERROR_INVALID, field "to", where it ends before it begins.
 */
bool desk_set_away(struct desk *desk, int64_t staff_id, const char *from,
		   const char *to, struct error *err);
/* Back, or it was a mistake. */
bool desk_end_away(struct desk *desk, int64_t absence_id, struct error *err);

#endif
