/*
 * cmd_summary.c - frontdesk summary: the figures of the day, out or on paper
 */
#include <stdio.h>

#include "commands.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/str.h"
#include "frontdesk/report/day_form.h"
#include "frontdesk/report/print.h"
#include "output.h"
#include "progress.h"
#include "summary_corrections.h"
#include "summary_files.h"
#include "summary_options.h"

/* The name of the form (report/day_form.h). */
static const char *form_of(const struct cli *cli,
			   const struct summary_options *options)
{
	enum paper paper = cli->settings->paper;

	switch (options->format) {
	case SUMMARY_FORMAT_CSV:
		return "csv";
	case SUMMARY_FORMAT_JSON:
		return "json";
	case SUMMARY_FORMAT_PDF:
		if (options->paper != NULL)
			paper_parse(options->paper, &paper);
		return paper == PAPER_A4 ? "pdf-a4" : "pdf-letter";
	case SUMMARY_FORMAT_TEXT:
		break;
	}
	return "text";
}

/* What is given out, with form feeds where it is text. */
struct given {
	struct summary_scope scope;
	struct str text;
	struct day_files files; /* in its place, where a folder is meant */
	struct day_note note;
};

/* Of CSV alone: it is a table a file. */
static bool is_folder(const struct summary_options *options)
{
	return options->format == SUMMARY_FORMAT_CSV &&
	       options->output != NULL &&
	       summary_files_is_folder(options->output);
}

static bool make_corrections(struct desk *desk,
			     const struct summary_scope *scope,
			     const struct summary_options *options,
			     struct given *given, struct error *err)
{
	struct str *text = &given->text;

	if (is_folder(options)) {
		day_files_add(&given->files, "corrections", "csv");
		text = &given->files.items[0].text;
	}
	return summary_corrections(desk, scope, options->format, text, err);
}

static bool make(struct cli *cli, struct desk *desk,
		 const struct summary_options *options, struct given *given,
		 struct error *err)
{
	const struct summary_scope *scope = &given->scope;

	if (options->is_corrections)
		return make_corrections(desk, scope, options, given, err);
	if (is_folder(options))
		return day_form_make_tables(desk, scope, options->with_names,
					    &given->files,
					    &given->note.is_closed, err);
	return day_form_make(desk, scope, form_of(cli, options),
			     options->with_names, &given->text, &given->note,
			     err);
}

static bool print_given(struct cli *cli, struct desk *desk,
			const struct given *given,
			const struct summary_options *options,
			struct error *err)
{
	struct print_options how = {
	    .printer = options->printer != NULL ? options->printer
						: cli->settings->printer,
	    .copies = options->copies,
	    .pages = options->pages,
	};
	enum paper paper = cli->settings->paper;
	struct str title = STR_INIT;
	char job[PRINT_JOB_SIZE];
	bool is_done;

	if (!day_form_add_title(desk, &given->scope, options->is_corrections,
				&title, err))
		return false;
	how.title = str_text(&title);
	if (options->format == SUMMARY_FORMAT_PDF) {
		if (options->paper != NULL)
			paper_parse(options->paper, &paper);
		how.kind = PRINT_PDF;
		how.media = print_media(paper);
	}
	is_done = print_bytes(str_text(&given->text), given->text.len, &how,
			      job, err);
	if (is_done)
		output_say_printed(cli, job);
	str_release(&title);
	return is_done;
}

/* A closed day's corrections stand beside it: whoever gets it must know. */
static bool hand_out(struct cli *cli, struct desk *desk, struct given *given,
		     const struct summary_options *options, struct error *err)
{
	if (options->is_printed && !print_given(cli, desk, given, options, err))
		return false;
	if (options->format == SUMMARY_FORMAT_TEXT && !options->has_form_feeds)
		day_form_unfeed(&given->text);
	if (given->files.count > 0) {
		if (!summary_files_write_folder(options->output, &given->files,
						err))
			return false;
		cli_print(cli,
			  ngettext("%zu table in %s\n", "%zu tables in %s\n",
				   given->files.count),
			  given->files.count, options->output);
	} else if ((options->output != NULL || !options->is_printed) &&
		   !output_write(cli, options->output, &given->text, err)) {
		return false;
	}
	if (given->note.words.len > 0)
		cli_complain(cli, "%s", str_text(&given->note.words));
	return !given->note.is_closed ||
	       summary_corrections_mention(cli, desk, &given->scope,
					   options->site, err);
}

/* Where it is to go. */
static bool check_place(const struct cli *cli,
			const struct summary_options *options,
			struct error *err)
{
	if (options->output != NULL && !is_folder(options) &&
	    !output_check_file(options->output, err))
		return false;
	return options->format != SUMMARY_FORMAT_PDF ||
	       options->output != NULL || options->is_printed ||
	       output_check_terminal(cli, _("--output day.pdf, or --print"),
				     err);
}

static void tell(void *state, const char *what, int percent)
{
	(void)state;
	progress_show(what, percent);
}

static bool sum_up(struct cli *cli, struct desk *desk,
		   const struct summary_options *options, struct error *err)
{
	struct given given = {.scope = {.is_all_sites = options->is_all_sites,
					.is_whole = true,
					.progress = tell}};
	struct summary_scope *scope = &given.scope;
	bool is_done;

	if ((options->with_names || options->is_printed) &&
	    !desk_may(desk, DUTY_PRINT_DAY, err))
		return false;
	if (!summary_options_days(options, desk_today(desk), &scope->from,
				  &scope->to, err) ||
	    !desk_find_scope(desk, options->site, options->department,
			     options->topic, scope, err))
		return false;
	progress_begin(cli->clock);
	is_done = make(cli, desk, options, &given, err);
	progress_end();
	is_done = is_done && hand_out(cli, desk, &given, options, err);
	str_release(&given.text);
	str_release(&given.note.words);
	day_files_release(&given.files);
	return is_done;
}

int cmd_summary(struct cli *cli, int argc, char **argv)
{
	struct summary_options options;
	struct error err = {0};
	struct desk *desk;
	bool is_done;

	if (!summary_options_parse(argc, argv, &options, &err))
		return cli_misused(cli, &err);
	if (summary_options_follow(&options) && cli->settings->summary_as_pdf)
		options.format = SUMMARY_FORMAT_PDF;
	if (!summary_options_check(&options, &err) ||
	    !check_place(cli, &options, &err))
		return cli_misused(cli, &err);
	if (!cli_open_desk(cli, &desk, &err))
		return cli_fail(cli, &err);
	is_done = sum_up(cli, desk, &options, &err);
	desk_close(desk);
	return cli_end(cli, is_done, &err);
}
