/*
 * prompt.h - asking on a terminal, line by line
 */
#ifndef FRONTDESK_CLI_PROMPT_H
#define FRONTDESK_CLI_PROMPT_H

#include "cli.h"
#include "frontdesk/base/error.h"

/* Whether somebody sits at cli->in who can be asked. */
bool prompt_is_possible(const struct cli *cli);

/*
 * Asks on cli->complaints, so that the output stays clean; an empty answer is
 * otherwise, and where that is NULL it asks again. ERROR_INVALID at the end
 * of the input. The caller frees *out.
 */
bool prompt_ask(const struct cli *cli, const char *question,
		const char *otherwise, char **out, struct error *err);

/* A PIN, asked twice without echo; checked. */
bool prompt_pin(const struct cli *cli, const char *question, char **out,
		struct error *err);

/* The first line of a file, "-" for the input: a PIN for scripts; checked. */
bool prompt_pin_file(const struct cli *cli, const char *path, char **out,
		     struct error *err);

/* Wipes and frees a PIN. */
void prompt_forget(char *pin);

#endif
