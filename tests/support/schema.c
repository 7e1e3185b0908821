/*
 * schema.c - a document held against a schema of data/schemas
 */
#include "schema.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "run.h"

#define IS_WRONG 3 /* the status of a document that is not as it should be */

static const char check[] = SOURCE_DIR "/tests/support/check_schema.py";

static void validate(const char *name, const char *how, const char *document,
		     struct run *run)
{
	struct str schema = STR_INIT;

	str_addf(&schema, SOURCE_DIR "/data/schemas/%s.schema.json", name);
	/* The system's own: the module is of its packages. */
	run_program((const char *[]){"/usr/bin/python3", "-I", check,
				     str_text(&schema), how, NULL},
		    document, run);
	str_release(&schema);
	if (run->status != 0 && run->status != IS_WRONG)
		fail_msg("status %d: %s", run->status,
			 str_text(&run->complaints));
}

static void accept(const char *name, const char *how, const char *document)
{
	struct run run;

	validate(name, how, document, &run);
	if (run.status != 0)
		fail_msg("not as %s.schema.json has it:\n%s", name,
			 str_text(&run.out));
	run_release(&run);
}

void schema_accepts(const char *name, const char *document)
{
	accept(name, NULL, document);
}

void schema_accepts_lines(const char *name, const char *lines)
{
	if (*lines == '\0')
		fail_msg("no line for %s", name);
	accept(name, "--lines", lines);
}

void schema_refuses(const char *name, const char *document, const char *path)
{
	struct run run;

	validate(name, NULL, document, &run);
	if (run.status != IS_WRONG || strstr(str_text(&run.out), path) == NULL)
		fail_msg("%s is not refused for %s: %s", name, path,
			 str_text(&run.out));
	run_release(&run);
}
