/*
 * demo_deed_day.c - the demo's supervisor closes a day, and what comes after:
 * a remark beside it, a visit that was left on paper
 */
#include <stdlib.h>
#include <string.h>

#include "demo_deed.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/desk/closing.h"
#include "frontdesk/desk/visit.h"

#define BETWEEN " / "

/* Parts text where it stands. */
static void part_remarks(char *text, const char *remarks[CLOSING_REMARKS])
{
	for (int i = 0; i < CLOSING_REMARKS && text != NULL; i++) {
		char *end = strstr(text, BETWEEN);

		remarks[i] = text;
		if (end != NULL) {
			*end = '\0';
			end += strlen(BETWEEN);
		}
		text = end;
	}
}

/* Forms are rendered when they are first asked for: a fortnight of them would
 * be seen at the first start. */
static bool close_day(const struct deed *deed, struct error *err)
{
	struct closing_order order = {
	    .day = zone_day(deed->demo->zone, deed->demo->clock.now),
	    .with_open = true,
	};
	char *text = mem_copy(deed_text(deed, "text"));
	bool is_closed;

	part_remarks(text, order.remarks);
	is_closed = desk_close_day(deed->desk, &order, err);
	free(text);
	return is_closed;
}

static bool add_beside(const struct deed *deed, int64_t of, struct error *err)
{
	const char *remarks[CLOSING_REMARKS] = {deed_text(deed, "text")};

	return desk_add_day_remarks(deed->desk, zone_day(deed->demo->zone, of),
				    remarks, err);
}

static bool enter_visit(const struct deed *deed, int64_t arrived_at,
			struct error *err)
{
	const struct visit_times times = {
	    .arrived_at = arrived_at,
	    .called_at = arrived_at + 6 * CLOCK_MINUTE,
	    .begun_at = arrived_at + 7 * CLOCK_MINUTE,
	    .ended_at = arrived_at + 12 * CLOCK_MINUTE,
	};
	struct visit visit = {.channel = CHANNEL_WALK_IN};
	bool is_entered = deed_fill_visit(deed, &visit, err) &&
			  desk_enter_visit(deed->desk, &visit, &times, err);

	visit_release(&visit);
	return is_entered;
}

bool deed_is_of_day(const char *what)
{
	return str_same(what, "close") || str_same(what, "beside") ||
	       str_same(what, "enter");
}

bool deed_day(const struct deed *deed, const char *what, struct error *err)
{
	const char *to = deed_text(deed, "to");
	int64_t of = to != NULL ? demo_when(deed->demo, to) : 0;

	if (strcmp(what, "close") == 0)
		return close_day(deed, err);
	if (of == 0)
		return deed_wrong(deed, err, _("when is not understood"));
	return strcmp(what, "beside") == 0 ? add_beside(deed, of, err)
					   : enter_visit(deed, of, err);
}
