/*
 * cmd_day.c - frontdesk day: a day is closed, or a remark added to it
 */
#include "arguments.h"
#include "commands.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/report/day_form.h"
#include "summary_options.h"

struct day_command {
	struct argument_list words, remarks;
	bool with_open;
};

/* Each that is open, and what goes on all the same. */
static void say_open(const struct cli *cli, struct desk *desk, struct day day,
		     struct error *err)
{
	struct error ignored = {0}, said = *err;
	struct closing_left left;

	if (!desk_read_left(desk, day, &left, &ignored))
		return;
	for (size_t i = 0; i < left.count; i++)
		cli_complain(cli, "%s  %s", left.visits[i].reference,
			     left.visits[i].words);
	if (left.count > 0)
		error_set(err, said.code, said.field,
			  ngettext("%zu visit of %s is open: finish it first, "
				   "or close the day with it (--with-open)",
				   "%zu visits of %s are open: finish them "
				   "first, or close the day with them "
				   "(--with-open)",
				   left.count),
			  left.count, day.text);
	closing_left_release(&left);
}

/* Which day it was, whoever said "yesterday", and that it stays. */
static void say_closed(const struct cli *cli, struct desk *desk, struct day day)
{
	struct error ignored = {0};
	struct summary summary;
	long long count;

	if (!desk_sum_up(desk, day, day, &summary, &ignored)) {
		cli_print(cli, _("%s is closed.\n"), day.text);
		return;
	}
	count = summary.visits.arrived;
	cli_print(cli,
		  ngettext("%s is closed with %lld visit: from now on it is "
			   "given out as it is.\n",
			   "%s is closed with %lld visits: from now on it is "
			   "given out as it is.\n",
			   (unsigned long)count),
		  day.text, count);
	summary_release(&summary);
}

/* Today cannot be closed yet: who meant the day before reads how. */
static void say_before(struct desk *desk, struct day day, struct error *err)
{
	struct error ignored = {0}, said = *err;
	struct closing_time time;

	if (!desk_read_closing_time(desk, day, &time, &ignored) ||
	    time.before.text[0] == '\0')
		return;
	error_set(err, said.code, said.field,
		  _("%s \"frontdesk day close %s\" closes that."), said.text,
		  time.before.text);
	err->has_name_first = said.has_name_first;
}

static bool close_day(struct cli *cli, struct desk *desk,
		      const struct day_command *command, struct error *err)
{
	const struct argument_list *words = &command->words;
	struct closing_order order = {.with_open = command->with_open};

	for (size_t i = 0; i < command->remarks.count; i++)
		order.remarks[i] = command->remarks.items[i];
	if (!summary_options_day(words->count > 1 ? words->items[1] : "today",
				 "day", desk_today(desk), &order.day, err))
		return false;
	if (!day_form_close(desk, &order, err)) {
		if (str_same(err->field, "open"))
			say_open(cli, desk, order.day, err);
		else if (err->code == ERROR_INVALID)
			say_before(desk, order.day, err);
		return false;
	}
	say_closed(cli, desk, order.day);
	return true;
}

static bool add_remark(struct cli *cli, struct desk *desk,
		       const struct day_command *command, struct error *err)
{
	struct day day;

	if (!summary_options_day(command->words.items[1], "day",
				 desk_today(desk), &day, err) ||
	    !desk_add_day_remarks(
		desk, day,
		(const char *[CLOSING_REMARKS]){command->words.items[2]}, err))
		return false;
	cli_print(cli, _("The remark stands beside what %s was closed with.\n"),
		  day.text);
	return true;
}

static bool is_understood(const struct day_command *command)
{
	const struct argument_list *words = &command->words;

	if (words->count == 0)
		return false;
	if (str_same(words->items[0], "remark"))
		return words->count == 3 && command->remarks.count == 0 &&
		       !command->with_open;
	return str_same(words->items[0], "close") && words->count <= 2;
}

static bool check_remarks(const struct argument_list *remarks,
			  struct error *err)
{
	return remarks->count <= CLOSING_REMARKS ||
	       error_set(err, ERROR_INVALID, "remark",
			 _("--remark: three at most; more can be added with "
			   "\"frontdesk day remark\" once the day is closed"));
}

int cmd_day(struct cli *cli, int argc, char **argv)
{
	struct day_command command = {0};
	const struct argument known[] = {
	    {"--remark", NULL, &command.remarks, NULL},
	    {"--with-open", NULL, NULL, &command.with_open},
	};
	struct error err = {0};
	struct desk *desk;
	bool is_done;

	if (!arguments_parse(argc, argv, known, MEM_COUNT(known),
			     &command.words, &err) ||
	    !check_remarks(&command.remarks, &err))
		return cli_misused(cli, &err);
	if (!is_understood(&command))
		return cli_usage(cli, argv[0]);
	if (!cli_open_desk(cli, &desk, &err))
		return cli_fail(cli, &err);
	is_done = str_same(command.words.items[0], "close")
		      ? close_day(cli, desk, &command, &err)
		      : add_remark(cli, desk, &command, &err);
	desk_close(desk);
	return cli_end(cli, is_done, &err);
}
