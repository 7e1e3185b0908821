/*
 * slip_options.h - in which form a slip was asked for, and where it goes
 */
#ifndef FRONTDESK_CLI_SLIP_OPTIONS_H
#define FRONTDESK_CLI_SLIP_OPTIONS_H

#include "cli.h"
#include "frontdesk/report/slip_form.h"

/* Borrowed from the arguments; NULL: not given. */
struct slip_options {
	const char *format, *paper, *width, *output;
	bool is_printed;
};

/*
 * Where nothing is said it is text, but printed the settings' form; widths and
 * paper are the settings'. ERROR_INVALID in words for what cannot be, and for
 * a PDF that would go to a terminal. words, the caller's, are the form's.
 */
bool slip_options_read(const struct cli *cli,
		       const struct slip_options *options, struct str *words,
		       struct slip_form *out, struct error *err);

/* Says them on standard error where there are any, and releases them. */
void slip_options_tell(const struct cli *cli, struct str *words);

#endif
