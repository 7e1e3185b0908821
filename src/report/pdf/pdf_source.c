/*
 * pdf_source.c - the operations of a document, as they came
 */
#include "pdf_source.h"

#include <stdlib.h>
#include <string.h>

#include "../document_words.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"

/* The line that begins at text, its fields ended where the tabs were. */
static struct operation take_line(char *text)
{
	struct operation operation = {.word = text};
	char *tab = text;

	for (size_t i = 0; i < SOURCE_FIELDS; i++)
		operation.fields[i] = "";
	while ((tab = strchr(tab, '\t')) != NULL) {
		*tab++ = '\0';
		if (operation.count < SOURCE_FIELDS)
			operation.fields[operation.count++] = tab;
	}
	return operation;
}

static void take_lines(struct source *source)
{
	char *line = source->text.text, *end;

	while (line != NULL && (end = strchr(line, '\n')) != NULL) {
		*end = '\0';
		source->items = mem_grow(source->items, source->count,
					 sizeof(source->items[0]));
		source->items[source->count++] = take_line(line);
		line = end + 1;
	}
}

bool source_read(FILE *file, struct source *out, struct error *err)
{
	char block[8192];
	size_t len;

	*out = (struct source){0};
	while ((len = fread(block, 1, sizeof(block), file)) > 0)
		str_add_n(&out->text, block, len);
	take_lines(out);
	if (out->count > 0 && operation_is(&out->items[0], DOCUMENT_FORM) &&
	    strcmp(out->items[0].fields[0], DOCUMENT_VERSION) == 0)
		return true;
	source_release(out);
	return error_set(err, ERROR_INVALID, "",
			 _("the program that sets pages is of another version "
			   "than the desk; install both again"));
}

void source_release(struct source *source)
{
	str_release(&source->text);
	free(source->items);
	*source = (struct source){0};
}

bool operation_is(const struct operation *operation, const char *word)
{
	return strcmp(operation->word, word) == 0;
}

const char *source_about(const struct source *source, const char *name)
{
	for (size_t i = 0; i < source->count; i++) {
		const struct operation *operation = &source->items[i];

		if (operation_is(operation, DOCUMENT_ABOUT) &&
		    strcmp(operation->fields[0], name) == 0)
			return operation->fields[1];
	}
	return "";
}
