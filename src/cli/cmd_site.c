/*
 * cmd_site.c - frontdesk site: what holds at this building
 */
#include <errno.h>
#include <stdlib.h>

#include "arguments.h"
#include "commands.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/signin.h"

static bool show(const struct cli *cli, const struct desk *desk)
{
	const struct site *site = desk_site(desk);

	cli_print(cli,
		  _("%s (%s): a hand-off shows to the supervisor after %lld "
		    "minutes without an answer\n"),
		  site->name, site->time_zone,
		  (long long)(site->handoff_wait / CLOCK_MINUTE));
	return true;
}

static bool set_minutes(struct desk *desk, const char *text, struct error *err)
{
	char *end;
	long minutes;

	errno = 0;
	minutes = strtol(text, &end, 10);
	if (end == text || *end != '\0' || errno != 0 || minutes < 0 ||
	    minutes > 1000000)
		minutes = 0; /* refused below, in words */
	return desk_set_handoff_wait(desk, (int)minutes, err);
}

int cmd_site(struct cli *cli, int argc, char **argv)
{
	const char *minutes = NULL;
	const struct argument known[] = {
	    {"--handoff-minutes", &minutes, NULL, NULL},
	};
	struct argument_list words;
	struct error err = {0};
	struct desk *desk;
	bool is_set, is_done;

	if (!arguments_parse(argc, argv, known, MEM_COUNT(known), &words, &err))
		return cli_misused(cli, &err);
	is_set = words.count == 1 && str_same(words.items[0], "set") &&
		 minutes != NULL;
	if (!is_set && (words.count > 0 || minutes != NULL))
		return cli_usage(cli, argv[0]);
	if (!cli_open_desk(cli, &desk, &err))
		return cli_fail(cli, &err);
	is_done = is_set ? set_minutes(desk, minutes, &err) : show(cli, desk);
	desk_close(desk);
	return cli_end(cli, is_done, &err);
}
