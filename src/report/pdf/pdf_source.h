/*
 * pdf_source.h - the operations of a document, as they came
 */
#ifndef PDF_SOURCE_H
#define PDF_SOURCE_H

#include <stdio.h>

#include "frontdesk/base/error.h"
#include "frontdesk/base/str.h"

#define SOURCE_FIELDS 12

/* Texts are borrowed from the source. */
struct operation {
	const char *word;
	const char *fields[SOURCE_FIELDS]; /* "" beyond count */
	size_t count;
};

struct source {
	struct str text;
	struct operation *items;
	size_t count;
};

/* To the end of the file. ERROR_INVALID where it is of another version. */
bool source_read(FILE *file, struct source *out, struct error *err);
void source_release(struct source *source);

bool operation_is(const struct operation *operation, const char *word);

/* What the document says about itself under this name, or "". */
const char *source_about(const struct source *source, const char *name);

#endif
