/*
 * slip_render.h - a slip that is said once, in the form that is asked for
 */
#ifndef SLIP_RENDER_H
#define SLIP_RENDER_H

#include "frontdesk/base/error.h"
#include "frontdesk/report/slip_form.h"
#include "slip_document.h"
#include "slip_lines.h"

/* Says the slip, of whatever it is. */
typedef void slip_say_fn(const struct slip *slip, const void *of);

/* Adds to out the text, or a PDF's bytes, which may hold NUL. Errors as
 * pdf_render's; text has none. */
bool slip_render(const struct slip_form *form, const struct slip_about *about,
		 slip_say_fn *say, const void *of, struct str *out,
		 struct error *err);

#endif
