/*
 * slip_options.c - in which form a slip was asked for, and where it goes
 */
#include "slip_options.h"

#include <errno.h>
#include <stdlib.h>

#include "frontdesk/base/intl.h"
#include "output.h"

enum { COLUMNS_LEAST = 32, COLUMNS_MOST = 120 };

static bool read_format(const struct slip_options *options,
			struct slip_form *out, struct error *err)
{
	/* The settings are about paper. */
	if (options->format == NULL)
		out->is_pdf = out->is_pdf && options->is_printed &&
			      options->output == NULL && options->width == NULL;
	else
		out->is_pdf = str_same(options->format, "pdf");
	return options->format == NULL || out->is_pdf ||
	       str_same(options->format, "text") ||
	       error_set(err, ERROR_INVALID, "format",
			 _("there is no format \"%s\": use text or pdf"),
			 options->format);
}

static bool read_width(const struct slip_options *options,
		       struct slip_form *out, struct error *err)
{
	char *end;
	long columns;

	if (options->width == NULL)
		return true;
	if (out->is_pdf)
		return error_set(
		    err, ERROR_INVALID, "width",
		    _("--width goes with text: a PDF has --paper"));
	errno = 0;
	columns = strtol(options->width, &end, 10);
	out->columns = (int)columns;
	return (errno == 0 && end != options->width && *end == '\0' &&
		columns >= COLUMNS_LEAST && columns <= COLUMNS_MOST) ||
	       error_set(err, ERROR_INVALID, "width",
			 _("--width is a number from %d to %d"), COLUMNS_LEAST,
			 COLUMNS_MOST);
}

static bool read_paper(const struct slip_options *options,
		       struct slip_form *out, struct error *err)
{
	if (options->paper == NULL)
		return true;
	if (!out->is_pdf)
		return error_set(err, ERROR_INVALID, "paper",
				 _("--paper goes with --format pdf: text has "
				   "--width"));
	return paper_parse(options->paper, &out->paper) ||
	       error_set(err, ERROR_INVALID, "paper",
			 _("there is no paper \"%s\": use letter or a4"),
			 options->paper);
}

/* Where it goes. */
static bool check_output(const struct cli *cli,
			 const struct slip_options *options,
			 const struct slip_form *form, struct error *err)
{
	if (options->output != NULL && !output_check_file(options->output, err))
		return false;
	return options->is_printed || options->output != NULL ||
	       !form->is_pdf ||
	       output_check_terminal(cli, "--output slip.pdf", err);
}

bool slip_options_read(const struct cli *cli,
		       const struct slip_options *options, struct str *words,
		       struct slip_form *out, struct error *err)
{
	*out = slip_form_of(cli->settings);
	out->words = words;
	return read_format(options, out, err) &&
	       read_width(options, out, err) && read_paper(options, out, err) &&
	       check_output(cli, options, out, err);
}

void slip_options_tell(const struct cli *cli, struct str *words)
{
	if (words->len > 0)
		cli_complain(cli, "%s", str_text(words));
	str_release(words);
}
