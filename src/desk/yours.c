/*
 * yours.c - the counts at the foot of the home screen
 */
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/lists.h"
#include "passing.h"

bool desk_yours(struct desk *desk, struct yours *out, struct error *err)
{
	struct list_query query;
	struct list_counts counts;
	struct error ignored;

	*out = (struct yours){0};
	if (!desk_need_session(desk, err))
		return false;
	passing_asks(desk, &query);
	if (!list_count(desk->db, &query, &counts, err))
		return false;
	*out = (struct yours){
	    .aside = counts.aside,
	    .handed = counts.handed,
	    .returned = counts.returned,
	    .to_tell = counts.to_tell,
	    .promises = counts.promises,
	    .promises_late = counts.promises_late,
	    .promises_today = counts.promises_today,
	    .to_acknowledge = counts.to_acknowledge,
	    .unanswered = counts.unanswered,
	    .unaccepted =
		desk_has_list(desk, LIST_UNACCEPTED) ? counts.unaccepted : 0,
	    .ideas_to_read = counts.ideas_to_read,
	    .thanks = counts.thanks,
	    .ideas_new =
		desk_may(desk, DUTY_DECIDE, &ignored) ? counts.ideas_new : 0,
	};
	return true;
}
