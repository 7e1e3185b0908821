/*
 * cmd_summary.c - frontdesk summary: the figures of the day, out or on paper
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/str.h"
#include "frontdesk/desk/day.h"
#include "frontdesk/report/print.h"
#include "frontdesk/report/summary.h"
#include "progress.h"
#include "summary_options.h"

static void render(const struct summary *summary,
		   const struct summary_options *options, bool with_form_feeds,
		   struct str *out)
{
	struct summary_text how = {options->with_names, with_form_feeds};

	if (options->format == SUMMARY_FORMAT_CSV)
		summary_add_csv(summary, options->with_names, out);
	else if (options->format == SUMMARY_FORMAT_JSON)
		summary_add_json(summary, options->with_names, out);
	else
		summary_add_text(summary, &how, out);
}

static bool cannot_write(const char *path, struct error *err)
{
	int reason = errno;

	error_set(err,
		  reason == ENOSPC || reason == EDQUOT ? ERROR_FULL
						       : ERROR_SYSTEM,
		  "output",
		  _("cannot write %s: %s; choose another place with --output"),
		  path, strerror(reason));
	return error_detail(err, "write: %s", strerror(reason));
}

static bool write_file(const char *path, const struct str *text,
		       struct error *err)
{
	FILE *file = fopen(path, "w");

	if (file == NULL)
		return cannot_write(path, err);
	if (fwrite(str_text(text), 1, text->len, file) != text->len ||
	    fflush(file) != 0) {
		cannot_write(path, err);
		fclose(file);
		return false;
	}
	if (fclose(file) != 0)
		return cannot_write(path, err);
	return true;
}

static bool print_summary(struct cli *cli, const struct summary *summary,
			  const struct summary_options *options,
			  struct error *err)
{
	struct print_options how = {
	    .printer = options->printer != NULL ? options->printer
						: cli->settings->printer,
	    .copies = options->copies,
	    .pages = options->pages,
	};
	struct str text = STR_INIT, title = STR_INIT;
	char job[PRINT_JOB_SIZE];
	bool is_done;

	render(summary, options, true, &text);
	str_addf(&title, _("Frontdesk %s"), summary->from.text);
	how.title = str_text(&title);
	is_done = print_bytes(str_text(&text), text.len, &how, job, err);
	if (is_done && job[0] != '\0')
		fprintf(cli->out, _("Printed: %s\n"), job);
	else if (is_done)
		fprintf(cli->out, _("Printed.\n"));
	str_release(&text);
	str_release(&title);
	return is_done;
}

static bool hand_out(struct cli *cli, const struct summary *summary,
		     const struct summary_options *options, struct error *err)
{
	struct str text = STR_INIT;
	bool is_done = true;

	render(summary, options, false, &text);
	if (options->output != NULL) {
		is_done = write_file(options->output, &text, err);
	} else if (!options->is_printed &&
		   (fputs(str_text(&text), cli->out) == EOF ||
		    fflush(cli->out) != 0)) {
		is_done = cannot_write(_("the output"), err);
	}
	str_release(&text);
	if (is_done && options->is_printed)
		is_done = print_summary(cli, summary, options, err);
	return is_done;
}

static bool sum_up(struct cli *cli, struct desk *desk,
		   const struct summary_options *options, struct error *err)
{
	struct summary_scope scope = {.is_all_sites = options->is_all_sites,
				      .is_whole = true,
				      .progress = progress_show};
	struct summary summary = {0};
	bool is_done;

	if ((options->with_names || options->is_printed) &&
	    !desk_may(desk, DUTY_PRINT_DAY, err))
		return false;
	if (!summary_options_days(options, desk_today(desk), &scope.from,
				  &scope.to, err) ||
	    !desk_find_scope(desk, options->site, options->department,
			     options->topic, &scope, err))
		return false;
	progress_begin(cli->clock);
	is_done = desk_sum_up_scope(desk, &scope, &summary, err);
	progress_end();
	if (!is_done)
		return false;
	is_done = hand_out(cli, &summary, options, err);
	summary_release(&summary);
	return is_done;
}

int cmd_summary(struct cli *cli, int argc, char **argv)
{
	struct summary_options options;
	struct error err = {0};
	struct desk *desk;
	bool is_done;

	if (!summary_options_parse(argc, argv, &options, &err)) {
		cli_complain(cli, "%s", err.text);
		return CLI_USAGE;
	}
	if (!cli_open_desk(cli, &desk, &err))
		return cli_fail(cli, &err);
	is_done = sum_up(cli, desk, &options, &err);
	desk_close(desk);
	return cli_end(cli, is_done, &err);
}
