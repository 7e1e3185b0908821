/*
 * cmd_backup.c - frontdesk backup and check: the store kept, and whole
 */
#include <stdlib.h>

#include "arguments.h"
#include "commands.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/cue.h"
#include "frontdesk/desk/day.h"
#include "frontdesk/desk/import.h"

int cmd_backup(struct cli *cli, int argc, char **argv)
{
	struct argument_list words;
	struct error err = {0};
	struct desk *desk;
	bool is_done;

	if (!arguments_parse(argc, argv, NULL, 0, &words, &err))
		return cli_misused(cli, &err);
	if (words.count != 1)
		return cli_usage(cli, argv[0]);
	if (!cli_open_desk(cli, &desk, &err))
		return cli_fail(cli, &err);
	is_done = desk_backup(desk, words.items[0], &err);
	desk_close(desk);
	if (!is_done)
		return cli_fail(cli, &err);
	cli_print(cli, _("The store is copied into %s\n"), words.items[0]);
	return CLI_DONE;
}

/* The same words as at the end of each summary. */
static bool say_head(struct cli *cli, struct desk *desk, const char *entry,
		     struct error *err)
{
	struct audit_figures audit;
	char *end;
	long long number = 0;

	if (entry != NULL) {
		number = strtoll(entry, &end, 10);
		if (*entry == '\0' || *end != '\0' || number < 1)
			return error_set(err, ERROR_INVALID, "entry",
					 _("\"%s\" is no entry's number: it is "
					   "one from 1 on"),
					 entry);
	}
	if (!desk_read_audit(desk, number, &audit, err))
		return false;
	cli_print(cli, _("Audit, entries: %lld\n  Head %s\n"),
		  (long long)audit.entries, audit.head);
	free(audit.head);
	return true;
}

int cmd_check(struct cli *cli, int argc, char **argv)
{
	bool is_recount = false;
	const char *entry = NULL;
	const struct argument known[] = {
	    {.name = "--recount", .is_given = &is_recount},
	    {.name = "--entry", .value = &entry},
	};
	struct argument_list words;
	struct error err = {0};
	struct str faults = STR_INIT;
	struct desk *desk;
	bool is_done, is_wrong;

	if (!arguments_parse(argc, argv, known, MEM_COUNT(known), &words, &err))
		return cli_misused(cli, &err);
	if (words.count != 0)
		return cli_usage(cli, argv[0]);
	if (!cli_open_desk(cli, &desk, &err))
		return cli_fail(cli, &err);
	is_done = (!is_recount || desk_recount(desk, &err)) &&
		  desk_check(desk, &err) && say_head(cli, desk, entry, &err);
	desk_check_cues(desk, &faults);
	desk_close(desk);
	cli_complain_of(cli, str_text(&faults));
	is_wrong = faults.len > 0;
	str_release(&faults);
	if (!is_done)
		return cli_end(cli, false, &err);
	if (is_recount)
		cli_print(cli,
			  _("The figures of every day are counted anew.\n"));
	cli_print(cli, _("The store is whole, and so are the chain of its "
			 "audit and the figures of its days.\n"));
	return is_wrong ? CLI_NOT_DONE : CLI_DONE;
}
