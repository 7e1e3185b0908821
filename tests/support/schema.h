/*
 * schema.h - a document held against a schema of data/schemas, by the
 * validator of python3-jsonschema
 */
#ifndef SUPPORT_SCHEMA_H
#define SUPPORT_SCHEMA_H

#include "frontdesk/base/json.h"

/* "summary" or "corrections". Fails the test, with what is wrong and where,
 * where the document is not as the schema has it. */
void schema_accepts(const char *name, const char *document);

/* Fails the test where it is as the schema has it, or where the validator
 * complains of something else than path. */
void schema_refuses(const char *name, const char *document, const char *path);

#endif
