/*
 * cmd_import.c - frontdesk import: a CSV file, whole or not at all
 */
#include <errno.h>
#include <string.h>

#include "arguments.h"
#include "commands.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/import.h"

static bool parse_kind(const char *text, enum import_kind *out)
{
	static const char *const kinds[] = {[IMPORT_RESIDENTS] = "residents",
					    [IMPORT_ORGANISATIONS] =
						"organisations",
					    [IMPORT_VISITS] = "visits",
					    [IMPORT_TOPICS] = "topics",
					    [IMPORT_FEEDBACK] = "feedback"};

	for (size_t i = 0; i < MEM_COUNT(kinds); i++)
		if (str_same(kinds[i], text)) {
			*out = (enum import_kind)i;
			return true;
		}
	return false;
}

static void name_lines(const struct cli *cli,
		       const struct import_complaint *items, size_t kept,
		       size_t count)
{
	for (size_t i = 0; i < kept; i++) {
		const struct import_complaint *one = &items[i];

		if (one->field[0] != '\0')
			cli_complain(cli, _("line %zu, %s: %s"), one->line,
				     one->field, one->text);
		else
			cli_complain(cli, _("line %zu: %s"), one->line,
				     one->text);
	}
	if (count > kept)
		cli_complain(cli, _("and %zu lines more"), count - kept);
}

static void complain(const struct cli *cli, const struct import_report *report)
{
	name_lines(cli, report->complaints, report->complaint_kept,
		   report->complaint_count);
	cli_complain(cli, _("nothing was imported: mend what is named, and "
			    "import the file again"));
}

/* Who may be known already: to look at, and nothing that is in the way. */
static void say_alike(const struct cli *cli, const struct import_report *report)
{
	if (report->alike_count == 0)
		return;
	cli_print(cli, _("Perhaps known already: %zu.\n"), report->alike_count);
	for (size_t i = 0; i < report->alike_kept; i++) {
		const struct import_alike *one = &report->alike[i];

		if (one->line_before > 0)
			cli_print(cli, _("line %zu is like line %zu: %s\n"),
				  one->line, one->line_before, one->words);
		else
			cli_print(cli, _("line %zu is like %s: %s\n"),
				  one->line, one->reference, one->words);
	}
	if (report->alike_count > report->alike_kept)
		cli_print(cli, _("and %zu lines more\n"),
			  report->alike_count - report->alike_kept);
}

static int say(const struct cli *cli, const struct import_report *report,
	       bool is_dry_run)
{
	if (report->complaint_count > 0) {
		complain(cli, report);
		return CLI_NOT_DONE;
	}
	name_lines(cli, report->remarks, report->remark_kept,
		   report->remark_count);
	cli_print(cli,
		  is_dry_run ? _("Lines read: %zu. It would add %zu and "
				 "change %zu. Nothing was kept.\n")
			     : _("Lines read: %zu. Added %zu, changed %zu.\n"),
		  report->row_count, report->new_count, report->changed_count);
	if (report->unchanged_count > 0)
		cli_print(cli, _("Unchanged: %zu.\n"), report->unchanged_count);
	if (report->known_count > 0)
		cli_print(cli,
			  _("Passed over, because they are entered already: "
			    "%zu.\n"),
			  report->known_count);
	say_alike(cli, report);
	return CLI_DONE;
}

static int run(struct cli *cli, enum import_kind kind, FILE *in,
	       bool is_dry_run)
{
	struct import_report report = {0};
	struct error err = {0};
	struct desk *desk;
	int status;

	if (!cli_open_desk(cli, &desk, &err))
		return cli_fail(cli, &err);
	if (desk_import(desk, kind, in, is_dry_run, &report, &err))
		status = say(cli, &report, is_dry_run);
	else
		status = cli_fail(cli, &err);
	import_report_release(&report);
	desk_close(desk);
	return status;
}

int cmd_import(struct cli *cli, int argc, char **argv)
{
	bool is_dry_run = false;
	const struct argument known[] = {
	    {"--dry-run", NULL, NULL, &is_dry_run}};
	struct argument_list words;
	struct error err = {0};
	enum import_kind kind;
	FILE *in;
	int status;

	if (!arguments_parse(argc, argv, known, MEM_COUNT(known), &words, &err))
		return cli_misused(cli, &err);
	if (words.count != 2 || !parse_kind(words.items[0], &kind))
		return cli_usage(cli, argv[0]);
	if (str_same(words.items[1], "-"))
		return run(cli, kind, cli->in, is_dry_run);
	in = fopen(words.items[1], "r");
	if (in == NULL) {
		cli_complain(cli, _("cannot read %s: %s"), words.items[1],
			     strerror(errno));
		return CLI_NOT_DONE;
	}
	status = run(cli, kind, in, is_dry_run);
	fclose(in);
	return status;
}
