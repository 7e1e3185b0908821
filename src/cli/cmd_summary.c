/*
 * cmd_summary.c - frontdesk summary: the figures of the day, out or on paper
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "commands.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/str.h"
#include "frontdesk/desk/day.h"
#include "frontdesk/report/pdf.h"
#include "frontdesk/report/print.h"
#include "frontdesk/report/summary.h"
#include "summary_options.h"

static bool render_pdf(struct cli *cli, const struct summary *summary,
		       const struct summary_options *options, struct str *out,
		       struct error *err)
{
	struct document document = {0};
	struct str words = STR_INIT;
	enum paper paper = cli->settings->paper;
	bool is_done;

	if (options->paper != NULL)
		paper_parse(options->paper, &paper);
	summary_add_document(summary, options->with_names, &document);
	is_done = pdf_render(&document, paper, out, &words, err);
	if (is_done && words.len > 0)
		cli_complain(cli, "%s", str_text(&words));
	document_release(&document);
	str_release(&words);
	return is_done;
}

static bool render(struct cli *cli, const struct summary *summary,
		   const struct summary_options *options, bool with_form_feeds,
		   struct str *out, struct error *err)
{
	struct summary_text how = {options->with_names, with_form_feeds};

	if (options->format == SUMMARY_FORMAT_PDF)
		return render_pdf(cli, summary, options, out, err);
	if (options->format == SUMMARY_FORMAT_CSV)
		summary_add_csv(summary, options->with_names, out);
	else if (options->format == SUMMARY_FORMAT_JSON)
		summary_add_json(summary, options->with_names, out);
	else
		summary_add_text(summary, &how, out);
	return true;
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
	const char *printer = options->printer != NULL ? options->printer
						       : cli->settings->printer;
	struct str text = STR_INIT, title = STR_INIT;
	char job[PRINT_JOB_SIZE];
	bool is_done;

	str_addf(&title, _("Frontdesk %s"), summary->from.text);
	is_done = render(cli, summary, options, true, &text, err) &&
		  print_bytes(str_text(&text), text.len, printer, 1,
			      str_text(&title), job, err);
	if (is_done && job[0] != '\0')
		fprintf(cli->out, _("Printed: %s\n"), job);
	else if (is_done)
		fprintf(cli->out, _("Printed.\n"));
	str_release(&text);
	str_release(&title);
	return is_done;
}

/* To the file, or where nothing else takes it to standard output. */
static bool write_out(struct cli *cli, const struct summary *summary,
		      const struct summary_options *options, struct error *err)
{
	struct str text = STR_INIT;
	bool is_done = render(cli, summary, options, false, &text, err);

	if (is_done && options->output != NULL)
		is_done = write_file(options->output, &text, err);
	else if (is_done &&
		 (fwrite(str_text(&text), 1, text.len, cli->out) != text.len ||
		  fflush(cli->out) != 0))
		is_done = cannot_write(_("the output"), err);
	str_release(&text);
	return is_done;
}

static bool hand_out(struct cli *cli, const struct summary *summary,
		     const struct summary_options *options, struct error *err)
{
	if ((options->output != NULL || !options->is_printed) &&
	    !write_out(cli, summary, options, err))
		return false;
	return !options->is_printed ||
	       print_summary(cli, summary, options, err);
}

/* Bytes that are no text would garble it. */
static bool check_terminal(struct cli *cli,
			   const struct summary_options *options,
			   struct error *err)
{
	if (options->format != SUMMARY_FORMAT_PDF || options->output != NULL ||
	    options->is_printed || !isatty(fileno(cli->out)))
		return true;
	return error_set(err, ERROR_INVALID, "output",
			 _("a terminal cannot show a PDF: add --output "
			   "day.pdf, or --print"));
}

static bool sum_up(struct cli *cli, struct desk *desk,
		   const struct summary_options *options, struct error *err)
{
	struct summary summary = {0};
	struct day from, to;
	bool is_done;

	if ((options->with_names || options->is_printed) &&
	    !desk_may(desk, DUTY_PRINT_DAY, err))
		return false;
	if (!summary_options_days(options, desk_today(desk), &from, &to, err) ||
	    !desk_sum_up_whole(desk, from, to, &summary, err))
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
	if (!check_terminal(cli, &options, &err)) {
		cli_complain(cli, "%s", err.text);
		return CLI_USAGE;
	}
	if (!cli_open_desk(cli, &desk, &err))
		return cli_fail(cli, &err);
	is_done = sum_up(cli, desk, &options, &err);
	desk_close(desk);
	return cli_end(cli, is_done, &err);
}
