/*
 * slip.h - a hand-off with its whole context on paper
 */
#ifndef FRONTDESK_REPORT_SLIP_H
#define FRONTDESK_REPORT_SLIP_H

#include "frontdesk/base/str.h"
#include "frontdesk/core/handoff.h"

#define SLIP_COLUMNS 80
#define SLIP_NARROW 42 /* of a receipt printer */

/*
 * Lines of at most columns: who passes what to whom, how soon, the one thing
 * asked, and everything that came along, below it where the answer goes. Every
 * text is cleaned, so that nobody's words can break out of their line. Times
 * are of zone. Adds to out.
 */
void slip_format(const struct handoff *handoff, const char *city,
		 const char *zone, int columns, struct str *out);

#endif
