/*
 * output.h - what a command gives out: into a file, or to standard output
 */
#ifndef FRONTDESK_CLI_OUTPUT_H
#define FRONTDESK_CLI_OUTPUT_H

#include "cli.h"
#include "frontdesk/base/error.h"
#include "frontdesk/base/str.h"

/* Bytes, which may hold NUL; path NULL is standard output. ERROR_FULL or
 * ERROR_SYSTEM with what to do. */
bool output_write(const struct cli *cli, const char *path,
		  const struct str *bytes, struct error *err);

bool output_write_file(const char *path, const struct str *bytes,
		       struct error *err);
/* Says why, from errno; false. */
bool output_cannot_write(const char *path, struct error *err);

/* ERROR_INVALID where it cannot be the name of a file: a folder's, or none. */
bool output_check_file(const char *path, struct error *err);

/* That lp took it: "Printed: desk-12". */
void output_say_printed(const struct cli *cli, const char *job);

/* Before a PDF is made that would go to standard output: ERROR_INVALID where
 * that is a terminal, which bytes that are no text would garble. instead:
 * "--output day.pdf, or --print". */
bool output_check_terminal(const struct cli *cli, const char *instead,
			   struct error *err);

#endif
