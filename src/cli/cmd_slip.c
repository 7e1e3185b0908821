/*
 * cmd_slip.c - frontdesk slip: what a visitor takes home about a request, out
 * or on paper
 */
#include "arguments.h"
#include "commands.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/report/visitor_slip.h"
#include "output.h"
#include "slip_options.h"

struct wish {
	const char *of, *printer;
	struct slip_options options;
};

/* Where nothing is said: the settings', and the request's own slip. */
static bool read_order(const struct cli *cli, const struct wish *wish,
		       struct str *words, struct slip_order *out,
		       struct error *err)
{
	*out = slip_order_of(cli->settings, SLIP_OF_REQUEST);
	if (wish->printer != NULL)
		out->printer = wish->printer;
	return (wish->of == NULL ||
		slip_kind_parse(wish->of, &out->kind, err)) &&
	       slip_options_read(cli, &wish->options, words, &out->form, err);
}

static bool print(struct cli *cli, struct desk *desk,
		  const struct visitor_slip *slip,
		  const struct slip_order *order, struct error *err)
{
	char job[PRINT_JOB_SIZE];
	bool acknowledges;

	if (!visitor_slip_print(desk, slip, order, job, &acknowledges, err))
		return false;
	output_say_printed(cli, job);
	if (acknowledges)
		cli_print(cli, _("%s is acknowledged by it.\n"),
			  slip->reference);
	return true;
}

static bool write_out(struct cli *cli, const struct visitor_slip *slip,
		      const struct slip_order *order, const char *output,
		      struct error *err)
{
	struct str paper = STR_INIT;
	bool is_done = visitor_slip_make(slip, order, &paper, err) &&
		       output_write(cli, output, &paper, err);

	str_release(&paper);
	return is_done;
}

static bool run(struct cli *cli, struct desk *desk, const char *reference,
		const struct slip_order *order,
		const struct slip_options *options, struct error *err)
{
	struct visitor_slip slip;
	bool is_done;

	if (!desk_find_slip(desk, reference, &slip, err))
		return false;
	is_done = !options->is_printed || print(cli, desk, &slip, order, err);
	if (is_done && (options->output != NULL || !options->is_printed))
		is_done = write_out(cli, &slip, order, options->output, err);
	visitor_slip_release(&slip);
	return is_done;
}

int cmd_slip(struct cli *cli, int argc, char **argv)
{
	struct wish wish = {0};
	const struct argument known[] = {
	    {"--of", &wish.of, NULL, NULL},
	    {"--format", &wish.options.format, NULL, NULL},
	    {"--paper", &wish.options.paper, NULL, NULL},
	    {"--width", &wish.options.width, NULL, NULL},
	    {"--output", &wish.options.output, NULL, NULL},
	    {"--print", &wish.printer, NULL, &wish.options.is_printed},
	};
	struct argument_list words;
	struct slip_order order;
	struct str reference = STR_INIT, told = STR_INIT;
	struct error err = {0};
	struct desk *desk;
	bool is_done;

	if (!arguments_parse(argc, argv, known, MEM_COUNT(known), &words,
			     &err) ||
	    !read_order(cli, &wish, &told, &order, &err))
		return cli_misused(cli, &err);
	if (words.count == 0)
		return cli_usage(cli, argv[0]);
	if (!cli_open_desk(cli, &desk, &err))
		return cli_fail(cli, &err);
	arguments_join(&words, &reference);
	is_done =
	    run(cli, desk, str_text(&reference), &order, &wish.options, &err);
	slip_options_tell(cli, &told);
	str_release(&reference);
	desk_close(desk);
	return cli_end(cli, is_done, &err);
}
