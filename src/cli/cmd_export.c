/*
 * cmd_export.c - frontdesk export: everything as JSON lines, or a kind of it
 */
#include <errno.h>
#include <string.h>

#include "arguments.h"
#include "commands.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/import.h"

static bool write_line(const char *line, void *state, struct error *err)
{
	FILE *out = state;

	if (fputs(line, out) != EOF)
		return true;
	return error_set(err, ERROR_SYSTEM, "", _("cannot write: %s"),
			 strerror(errno));
}

static bool parse_kind(const char *text, enum export_kind *out)
{
	static const char *const kinds[] = {[EXPORT_ALL] = "all",
					    [EXPORT_RESIDENTS] = "residents",
					    [EXPORT_ORGANISATIONS] =
						"organisations",
					    [EXPORT_TOPICS] = "topics",
					    [EXPORT_FEEDBACK] = "feedback",
					    [EXPORT_IDEAS] = "ideas",
					    [EXPORT_THANKS] = "thanks"};

	for (size_t i = 0; i < MEM_COUNT(kinds); i++)
		if (str_same(kinds[i], text)) {
			*out = (enum export_kind)i;
			return true;
		}
	return false;
}

int cmd_export(struct cli *cli, int argc, char **argv)
{
	struct argument_list words;
	struct error err = {0};
	enum export_kind kind;
	struct desk *desk;
	bool is_done;

	if (!arguments_parse(argc, argv, NULL, 0, &words, &err))
		return cli_misused(cli, &err);
	if (words.count != 1 || !parse_kind(words.items[0], &kind))
		return cli_usage(cli, argv[0]);
	if (!cli_open_desk(cli, &desk, &err))
		return cli_fail(cli, &err);
	is_done = desk_export(desk, kind, write_line, cli->out, &err);
	desk_close(desk);
	if (is_done && fflush(cli->out) != 0)
		is_done = error_set(&err, ERROR_SYSTEM, "",
				    _("cannot write: %s"), strerror(errno));
	return is_done ? CLI_DONE : cli_fail(cli, &err);
}
