/*
 * schema.h - a document held against a schema of data/schemas, by the
 * validator of python3-jsonschema
 */
#ifndef SUPPORT_SCHEMA_H
#define SUPPORT_SCHEMA_H

#include "frontdesk/base/json.h"

/* "summary" or "corrections". Fails the test, with what is wrong and where,
 * where the document is not as the schema has it, and where the schema lets
 * keys in that it does not name. */
void schema_accepts(const char *name, const char *document);

/* The same for each line, of which there is one at least. */
void schema_accepts_lines(const char *name, const char *lines);

/* Fails the test where it is as the schema has it, or where the validator
 * complains of something else than path. */
void schema_refuses(const char *name, const char *document, const char *path);

#endif
