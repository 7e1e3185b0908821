/*
 * cli.h - the command line: a table of commands over the desk's use cases
 */
#ifndef FRONTDESK_CLI_CLI_H
#define FRONTDESK_CLI_CLI_H

#include <stdbool.h>
#include <stdio.h>

#include "frontdesk/base/clock.h"
#include "frontdesk/base/error.h"
#include "frontdesk/base/settings.h"

enum cli_exit { CLI_DONE = 0, CLI_NOT_DONE = 1, CLI_USAGE = 2 };

struct cli {
	const struct clock *clock;
	const struct settings *settings;
	const char *store;    /* the store's path; never NULL */
	const char *data_dir; /* phrases, topics, the demo city */
	bool is_demo;	      /* --demo was given */
	const char *as;	      /* --as: a login of a demo store, or NULL */
	FILE *in, *out, *complaints;
};

/* Runs the command argv[0] with its arguments. */
int cli_run(struct cli *cli, int argc, char **argv);

/* Makes the demo city at cli->store where nothing is there. */
bool cli_make_demo(const struct cli *cli, struct error *err);

/* "frontdesk: …" on complaints, cleaned, ended with a full stop as it is. */
void cli_complain(const struct cli *cli, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* What went wrong: as it goes on behind "frontdesk:", its sentence begins with
 * a small letter, unless a name stands there. */
void cli_problem(const struct cli *cli, const struct error *err);
/* Each line by itself. */
void cli_complain_of(const struct cli *cli, const char *lines);

/* People's text on out, cleaned; newlines are the format's and the text's. */
void cli_print(const struct cli *cli, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
