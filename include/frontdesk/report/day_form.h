/*
 * day_form.h - a day in the forms that it is given out in, by name
 *
 * A closed day is what was kept of it, to the byte; any other is rendered from
 * the records as they are now.
 */
#ifndef FRONTDESK_REPORT_DAY_FORM_H
#define FRONTDESK_REPORT_DAY_FORM_H

#include "frontdesk/desk/closing.h"

/* A day_render_fn (desk/closing.h): "text" has form feeds between its pages,
 * "csv", "json". ERROR_INVALID for a form that there is none of. */
bool day_form_render(const struct summary *summary, const char *form,
		     bool with_names, struct str *out, struct error *err);

/* Closes a day; render of order is set here. */
bool day_form_close(struct desk *desk, struct closing_order *order,
		    struct error *err);

/* *is_closed says whether these are kept bytes, of a day that was closed. */
bool day_form_make(struct desk *desk, const struct summary_scope *scope,
		   const char *form, bool with_names, struct str *out,
		   bool *is_closed, struct error *err);

/* Text for a screen or a file, where a form feed is a blank line. */
void day_form_unfeed(struct str *text);

#endif
