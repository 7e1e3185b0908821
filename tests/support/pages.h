/*
 * pages.h - a PDF as a reader's program has it, read with poppler's tools
 *
 * A test fails, and says what to install, where a tool or a font is missing.
 */
#ifndef FRONTDESK_TESTS_PAGES_H
#define FRONTDESK_TESTS_PAGES_H

#include <stdbool.h>

#include "frontdesk/report/pdf.h"

/* Renders with nothing to complain about; adds the bytes to out. */
void pages_render(const struct document *document, enum paper paper,
		  struct str *out);

/* A file's bytes. */
void pages_read(const char *path, struct str *out);

/*
 * What one of pdftotext, pdffonts or pdfinfo says about the bytes, with an
 * option or NULL. Text is composed (NFC) and without the marks that
 * pdftotext puts around what runs from right to left.
 */
void pages_ask(const struct str *bytes, const char *tool, const char *option,
	       struct str *out);

void pages_compose(struct str *text);

/*
 * The text without what repeats on each page. PAGES_READ: as a reader sees it,
 * names from right to left included. PAGES_DRAWN: as it was set, each cell of
 * a row before the next.
 */
#define PAGES_READ NULL
#define PAGES_DRAWN "-raw"
void pages_text(const struct str *bytes, const char *order, struct str *out);

/*
 * Each line of the text form stands in the text of the pages, in its order:
 * letters and figures alike, whatever blanks and commas are between them.
 * Returns how many lines did. Fails the test at the first that does not.
 */
size_t pages_agree(const char *form, const char *pages);

/* A text form without the four lines at the head of each page. */
void pages_drop_heads(const struct str *text, struct str *out);

/* The same place and days stand at the head of every page of both; returns how
 * many pages the PDF has. */
size_t pages_heads_agree(const char *text, const struct str *bytes);

/* The words are there, whatever line they stand on. */
void pages_contain(const char *pages, const char *words);

#endif
