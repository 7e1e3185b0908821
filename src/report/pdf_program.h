/*
 * pdf_program.h - the program that sets pages
 */
#ifndef PDF_PROGRAM_H
#define PDF_PROGRAM_H

#include "frontdesk/report/pdf.h"

/* Adds the path of the one that belongs to this program: beside it where it
 * was built, else where it was installed. */
void pdf_program_find(struct str *out);

/* What it says beside the pages, behind which stands how many letters no font
 * has: a line of its own among what libraries may say. */
#define PDF_MISSING "letters without a font: "

struct pdf_program {
	const char *path;
	int limit; /* ms; then it is ended */
};

/* pdf_render by this program. */
bool pdf_program_run(const struct pdf_program *program,
		     const struct document *document, enum paper paper,
		     struct str *out, struct str *words, struct error *err);

#endif
