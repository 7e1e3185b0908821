/*
 * slip_form.h - the forms that slips are given in: lines of text, or a PDF
 */
#ifndef FRONTDESK_REPORT_SLIP_FORM_H
#define FRONTDESK_REPORT_SLIP_FORM_H

#include <stdbool.h>

#include "frontdesk/base/settings.h"
#include "frontdesk/base/str.h"
#include "frontdesk/report/print.h"

#define SLIP_COLUMNS 80
#define SLIP_NARROW 42 /* of a receipt printer */

struct slip_form {
	bool is_pdf;
	int columns;	  /* of text */
	enum paper paper; /* of a PDF */
	/* What to do where letters of a PDF have no font is added, and told as
	 * the note of its print; NULL: it is the log's alone. */
	struct str *words;
};

/* What the settings say of slips on paper. */
struct slip_form slip_form_of(const struct settings *settings);

/* One of it through lp, as print_start and as print_bytes. */
struct print_job *slip_form_start(const struct slip_form *form,
				  const struct str *bytes, const char *printer,
				  const char *title, struct error *err);
bool slip_form_print(const struct slip_form *form, const struct str *bytes,
		     const char *printer, const char *title,
		     char job[PRINT_JOB_SIZE], struct error *err);

#endif
