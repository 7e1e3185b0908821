/*
 * pdf.h - a document as pages for a printer and for a reader's program
 *
 * Fonts are embedded, text can be searched and copied in its logical order,
 * and the same document gives the same bytes on the same machine.
 */
#ifndef FRONTDESK_REPORT_PDF_H
#define FRONTDESK_REPORT_PDF_H

#include <stdbool.h>

#include "frontdesk/base/error.h"
#include "frontdesk/base/settings.h"
#include "frontdesk/base/str.h"
#include "frontdesk/desk/day.h"
#include "frontdesk/report/document.h"

/*
 * Adds the bytes to out, which may hold NUL. Adds to words, unless NULL, what
 * to do where no font on this machine has some of the letters. ERROR_SYSTEM
 * with what to do where the pages could not be set.
 */
bool pdf_render(const struct document *document, enum paper paper,
		struct str *out, struct str *words, struct error *err);

/* What the figures of the day say, before it is set: the first page in
 * sentences, then the tables, the charts and the lists. */
void summary_add_document(const struct summary *summary, bool with_names,
			  struct document *out);

#endif
