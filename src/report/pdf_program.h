/*
 * pdf_program.h - the program that sets pages
 */
#ifndef PDF_PROGRAM_H
#define PDF_PROGRAM_H

#include "frontdesk/report/pdf.h"

/* Adds the path of the one that belongs to this program: beside it where it
 * was built, else where it was installed. */
void pdf_program_find(struct str *out);

/* pdf_render by the program at path. */
bool pdf_program_run(const char *path, const struct document *document,
		     enum paper paper, struct str *out, struct str *words,
		     struct error *err);

#endif
