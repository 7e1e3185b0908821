/*
 * slip.h - a hand-off with its whole context on paper
 */
#ifndef FRONTDESK_REPORT_SLIP_H
#define FRONTDESK_REPORT_SLIP_H

#include "frontdesk/base/str.h"
#include "frontdesk/core/handoff.h"
#include "frontdesk/report/slip_form.h"

/*
 * Lines of at most columns: who passes what to whom, how soon, the one thing
 * asked, and everything that came along, below it where the answer goes. Every
 * text is cleaned, so that nobody's words can break out of their line. Times
 * are of zone. Adds to out.
 */
void slip_format(const struct handoff *handoff, const char *city,
		 const char *zone, int columns, struct str *out);

/* The same in any form; errors as pdf_render's. */
bool slip_make(const struct handoff *handoff, const char *city,
	       const char *zone, const struct slip_form *form, struct str *out,
	       struct error *err);

#endif
