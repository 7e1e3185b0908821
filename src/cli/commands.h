/*
 * commands.h - the commands, each in a cmd_*.c, and what they share
 */
#ifndef FRONTDESK_CLI_COMMANDS_H
#define FRONTDESK_CLI_COMMANDS_H

#include "cli.h"
#include "frontdesk/base/error.h"

struct desk;

struct command {
	const char *name;
	const char *usage; /* NULL: another name of one, not listed */
	const char *help;
	/* argv[0] is the command's name; returns an enum cli_exit. */
	int (*run)(struct cli *cli, int argc, char **argv);
};

/* NULL where there is none. */
const struct command *command_find(const char *name);

/* Opens the store and signs in the operating-system account's person. The
 * caller closes the desk. */
bool cli_open_desk(const struct cli *cli, struct desk **out, struct error *err);

/* Says what went wrong; CLI_NOT_DONE. */
int cli_fail(const struct cli *cli, const struct error *err);
/* How a command ends: CLI_DONE, or what went wrong is said. What cannot be, as
 * a day that does not exist, is wrong usage and not a failure. */
int cli_end(const struct cli *cli, bool is_done, const struct error *err);
/* Says what is wrong with the arguments; CLI_USAGE. */
int cli_misused(const struct cli *cli, const struct error *err);
/* Says how the command is used; CLI_USAGE. */
int cli_usage(const struct cli *cli, const char *name);

int cmd_init(struct cli *cli, int argc, char **argv);
int cmd_find(struct cli *cli, int argc, char **argv);
int cmd_show(struct cli *cli, int argc, char **argv);
int cmd_slip(struct cli *cli, int argc, char **argv);
int cmd_merge(struct cli *cli, int argc, char **argv);
int cmd_unmerge(struct cli *cli, int argc, char **argv);
int cmd_log(struct cli *cli, int argc, char **argv);
int cmd_cue(struct cli *cli, int argc, char **argv);
int cmd_day(struct cli *cli, int argc, char **argv);
int cmd_summary(struct cli *cli, int argc, char **argv);
int cmd_printers(struct cli *cli, int argc, char **argv);
int cmd_import(struct cli *cli, int argc, char **argv);
int cmd_export(struct cli *cli, int argc, char **argv);
int cmd_backup(struct cli *cli, int argc, char **argv);
int cmd_check(struct cli *cli, int argc, char **argv);
int cmd_staff(struct cli *cli, int argc, char **argv);
int cmd_feedback(struct cli *cli, int argc, char **argv);
int cmd_idea(struct cli *cli, int argc, char **argv);
int cmd_thanks(struct cli *cli, int argc, char **argv);
int cmd_department(struct cli *cli, int argc, char **argv);
int cmd_site(struct cli *cli, int argc, char **argv);
int cmd_board(struct cli *cli, int argc, char **argv);
int cmd_acknowledge(struct cli *cli, int argc, char **argv);
int cmd_promise(struct cli *cli, int argc, char **argv);
int cmd_handoff(struct cli *cli, int argc, char **argv);
int cmd_tell(struct cli *cli, int argc, char **argv);
int cmd_resolve(struct cli *cli, int argc, char **argv);
int cmd_question(struct cli *cli, int argc, char **argv);
int cmd_notice(struct cli *cli, int argc, char **argv);
int cmd_round(struct cli *cli, int argc, char **argv);
int cmd_patterns(struct cli *cli, int argc, char **argv);
int cmd_topic(struct cli *cli, int argc, char **argv);
int cmd_calendar(struct cli *cli, int argc, char **argv);

#endif
