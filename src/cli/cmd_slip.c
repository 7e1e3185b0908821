/*
 * cmd_slip.c - frontdesk slip: what a visitor takes home about a request, out
 * or on paper
 */
#include <errno.h>
#include <stdlib.h>

#include "arguments.h"
#include "commands.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/report/visitor_slip.h"

enum { COLUMNS_LEAST = 32, COLUMNS_MOST = 120 };

struct slip_options {
	const char *of, *width, *printer;
	bool is_printed;
};

static bool read_width(const char *text, int *out, struct error *err)
{
	char *end;
	long columns;

	if (text == NULL)
		return true;
	errno = 0;
	columns = strtol(text, &end, 10);
	*out = (int)columns;
	return (errno == 0 && end != text && *end == '\0' &&
		columns >= COLUMNS_LEAST && columns <= COLUMNS_MOST) ||
	       error_set(err, ERROR_INVALID, "width",
			 _("--width is a number from %d to %d"), COLUMNS_LEAST,
			 COLUMNS_MOST);
}

/* Where nothing is said: the settings', and the request's own slip. */
static bool read_order(const struct cli *cli,
		       const struct slip_options *options,
		       struct slip_order *out, struct error *err)
{
	*out = slip_order_of(cli->settings, SLIP_OF_REQUEST);
	if (options->printer != NULL)
		out->printer = options->printer;
	return (options->of == NULL ||
		slip_kind_parse(options->of, &out->kind, err)) &&
	       read_width(options->width, &out->columns, err);
}

static bool print(struct cli *cli, struct desk *desk,
		  const struct visitor_slip *slip,
		  const struct slip_order *order, struct error *err)
{
	char job[PRINT_JOB_SIZE];
	bool acknowledges;

	if (!visitor_slip_print(desk, slip, order, job, &acknowledges, err))
		return false;
	if (job[0] != '\0')
		cli_print(cli, _("Printed: %s\n"), job);
	else
		cli_print(cli, _("Printed.\n"));
	if (acknowledges)
		cli_print(cli, _("%s is acknowledged by it.\n"),
			  slip->reference);
	return true;
}

static bool write_out(struct cli *cli, const struct visitor_slip *slip,
		      const struct slip_order *order, struct error *err)
{
	struct str text = STR_INIT;

	if (!visitor_slip_check(slip, order->kind, 0, err))
		return false;
	visitor_slip_format(slip, order->kind, 0, order->columns, &text);
	cli_print(cli, "%s", str_text(&text));
	str_release(&text);
	return true;
}

static bool run(struct cli *cli, struct desk *desk, const char *reference,
		const struct slip_order *order, bool is_printed,
		struct error *err)
{
	struct visitor_slip slip;
	bool is_done;

	if (!desk_find_slip(desk, reference, &slip, err))
		return false;
	is_done = is_printed ? print(cli, desk, &slip, order, err)
			     : write_out(cli, &slip, order, err);
	visitor_slip_release(&slip);
	return is_done;
}

int cmd_slip(struct cli *cli, int argc, char **argv)
{
	struct slip_options options = {0};
	const struct argument known[] = {
	    {"--of", &options.of, NULL, NULL},
	    {"--width", &options.width, NULL, NULL},
	    {"--print", &options.printer, NULL, &options.is_printed},
	};
	struct argument_list words;
	struct slip_order order;
	struct str reference = STR_INIT;
	struct error err = {0};
	struct desk *desk;
	bool is_done;

	if (!arguments_parse(argc, argv, known, MEM_COUNT(known), &words,
			     &err) ||
	    !read_order(cli, &options, &order, &err))
		return cli_misused(cli, &err);
	if (words.count == 0)
		return cli_usage(cli, argv[0]);
	if (!cli_open_desk(cli, &desk, &err))
		return cli_fail(cli, &err);
	arguments_join(&words, &reference);
	is_done = run(cli, desk, str_text(&reference), &order,
		      options.is_printed, &err);
	str_release(&reference);
	desk_close(desk);
	return cli_end(cli, is_done, &err);
}
