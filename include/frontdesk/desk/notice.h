/*
 * notice.h - what everybody at this site must know for now
 *
 * "Permit system down since 10:00": noted by anybody, ended by anybody. It
 * stands on the desk and in the briefing until it is ended, or its hour comes.
 */
#ifndef FRONTDESK_DESK_NOTICE_H
#define FRONTDESK_DESK_NOTICE_H

#include "frontdesk/desk/desk.h"

struct notice {
	int64_t notice_id;
	char *words;
	char *staff;  /* who noted it */
	char *detail; /* "since 10:00 am, until 3:00 pm; M. Hale" */
	/* Of a day's figures: "2026-11-23T14:14" at the site; NULL: until now
	 * nobody ended it. */
	char *from, *until;
	int64_t from_at, until_at; /* 0: until somebody ends it */
};
struct notice_list {
	struct notice *items; /* the oldest first */
	size_t count;
};
void notice_list_release(struct notice_list *list);
bool desk_list_notices(struct desk *desk, struct notice_list *out,
		       struct error *err);

/* words (field "words", required) from now on; until is "by when" as people
 * say it (field "when"), NULL or "": until somebody ends it. */
bool desk_post_notice(struct desk *desk, const char *words, const char *until,
		      struct error *err);
/* ERROR_CONFLICT where it has ended already. */
bool desk_end_notice(struct desk *desk, int64_t notice_id, struct error *err);

#endif
