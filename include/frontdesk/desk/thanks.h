/*
 * thanks.h - thanks to a colleague, from a visitor's mouth or one's own
 */
#ifndef FRONTDESK_DESK_THANKS_H
#define FRONTDESK_DESK_THANKS_H

#include "frontdesk/desk/desk.h"

#define THANKS_TEXT_MAX 500 /* code points */

/* visit_id 0: none. ERROR_INVALID at "to" where it is oneself, or somebody who
 * does not work here any more; at "thanks" for the text. */
bool desk_thank(struct desk *desk, int64_t to_staff_id, bool is_from_visitor,
		int64_t visit_id, const char *text, struct error *err);

/* It is before whoever is thanked; anybody else's look changes nothing. */
bool desk_read_thanks(struct desk *desk, int64_t thanks_id, struct error *err);

#endif
