/*
 * evening.c - what is left before the doors close
 */
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/desk/calendar.h"
#include "frontdesk/desk/closing.h"
#include "frontdesk/desk/line.h"
#include "passing.h"
#include "round.h"

#define EVENING_MINUTES 30
#define OFFERED_MAX 50

static bool add_line(struct desk *desk, struct round *round, struct error *err)
{
	struct line line;
	struct str what = STR_INIT;
	struct round_row *row;

	if (!desk_line(desk, &line, err))
		return false;
	if (line.count > 0) {
		row = round_add(round, ROUND_LINE);
		str_addf(&what,
			 ngettext("%zu person waits or is called",
				  "%zu people wait or are called",
				  (unsigned long)line.count),
			 line.count);
		row->what = str_take(&what);
	}
	line_release(&line);
	return true;
}

/* No list of a clerk's goes on with these: all of them stand here. */
static bool add_offered(struct desk *desk, struct round *round,
			struct error *err)
{
	bool is_listed = desk_has_list(desk, LIST_UNACCEPTED);
	struct list_page page;

	if (!desk_read_offered(desk, is_listed ? ROUND_MANY : OFFERED_MAX,
			       &page, err))
		return false;
	round_add_page(desk, &page, ROUND_OFFERED, round);
	if (page.has_more && is_listed)
		round_add_more(ROUND_OFFERED, round);
	list_page_release(&page);
	return true;
}

/* A supervisor's own last work of the day. */
static bool add_day(struct desk *desk, struct round *round, struct error *err)
{
	struct error unused = {0};
	struct closing closing;
	struct round_row *row;

	if (!desk_may(desk, DUTY_CLOSE_DAY, &unused))
		return true;
	if (!desk_read_closing(desk, desk_today(desk), &closing, err))
		return false;
	if (closing.closing_id == 0) {
		row = round_add(round, ROUND_DAY);
		row->id = 1;
		row->what = mem_copy(_("its figures are kept as they stand"));
	}
	closing_release(&closing);
	return true;
}

bool desk_read_evening(struct desk *desk, struct round *out, struct error *err)
{
	*out = (struct round){0};
	if (desk_need_session(desk, err) &&
	    round_add_list(desk, LIST_TO_ACKNOWLEDGE, ROUND_ACKNOWLEDGE, out,
			   err) &&
	    round_add_list(desk, LIST_TO_TELL, ROUND_TO_TELL, out, err) &&
	    round_add_list(desk, LIST_PROMISES, ROUND_PROMISE, out, err) &&
	    round_add_list(desk, LIST_HANDED, ROUND_HANDED, out, err) &&
	    add_offered(desk, out, err) &&
	    round_add_list(desk, LIST_ASIDE, ROUND_ASIDE, out, err) &&
	    add_line(desk, out, err) && add_day(desk, out, err))
		return true;
	round_release(out);
	return false;
}

bool desk_is_evening(struct desk *desk, int *closes_minute, bool *out,
		     struct error *err)
{
	const struct calendar *calendar;
	struct local now;
	struct hours hours;
	int minute;

	*out = false;
	*closes_minute = 0;
	if (!desk_calendar(desk, &calendar, err))
		return false;
	hours = calendar_hours(calendar, desk_today(desk));
	if (hours.count == 0)
		return true;
	desk_local(desk, desk_now(desk), &now);
	minute = now.hour * 60 + now.minute;
	*closes_minute = hours.spans[hours.count - 1].to;
	*out = minute >= *closes_minute - EVENING_MINUTES &&
	       minute < *closes_minute + EVENING_MINUTES;
	return true;
}
