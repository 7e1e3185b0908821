/*
 * cmd_thanks.c - frontdesk thanks: to a colleague, and one's own
 */
#include "arguments.h"
#include "commands.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/json.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/feedback.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/thanks.h"
#include "list_show.h"
#include "pointed.h"

struct thanks_options {
	const char *visit, *format;
	bool is_from_visitor;
};

static bool add(struct cli *cli, struct desk *desk, const char *login,
		const char *text, const struct thanks_options *options,
		struct error *err)
{
	struct card_visit visit = {0};
	int64_t to_id, visit_id;

	if (!pointed_staff(desk, login, &to_id, err) ||
	    (options->visit != NULL &&
	     !desk_find_card(desk, options->visit, &visit, err)))
		return false;
	visit_id = visit.visit_id;
	card_visit_release(&visit);
	if (!desk_thank(desk, to_id, options->is_from_visitor, visit_id, text,
			err))
		return false;
	cli_print(cli, _("Noted for %s: %s\n"), login, text);
	return true;
}

/* "2026-11-23  A. Ruiz: A visitor said: Thank you for calling back." Shown is
 * read, as on the screen. */
static bool print_row(const struct cli *cli, struct desk *desk,
		      const struct list_row *row, bool is_json,
		      struct error *err)
{
	if (is_json) {
		struct json *one = json_new_object();

		json_put_int(one, "noted_at", row->at);
		json_put_text(one, "who", row->who);
		json_put_text(one, "what", row->what);
		json_put_bool(one, "unread", row->is_unread);
		list_show_json(cli, one);
	} else {
		cli_print(cli, "%s  %s  %s\n",
			  list_show_day(desk, row->at).text, row->who,
			  row->what);
	}
	return !row->is_unread || desk_read_thanks(desk, row->id, err);
}

static bool list(struct cli *cli, struct desk *desk, const char *format,
		 struct error *err)
{
	const struct list_show show = {
	    .list = LIST_THANKS, .format = format, .print = print_row};

	return list_show(cli, desk, &show, err);
}

int cmd_thanks(struct cli *cli, int argc, char **argv)
{
	struct thanks_options options = {0};
	const struct argument known[] = {
	    {"--visit", &options.visit, NULL, NULL},
	    {"--format", &options.format, NULL, NULL},
	    {"--from-visitor", NULL, NULL, &options.is_from_visitor},
	};
	struct argument_list words;
	struct error err = {0};
	struct desk *desk;
	bool is_list, is_done;

	if (!arguments_parse(argc, argv, known, MEM_COUNT(known), &words, &err))
		return cli_misused(cli, &err);
	is_list = words.count == 0 ||
		  (words.count == 1 && str_same(words.items[0], "list"));
	if (!is_list && (words.count != 3 || !str_same(words.items[0], "add")))
		return cli_usage(cli, argv[0]);
	if (!cli_open_desk(cli, &desk, &err))
		return cli_fail(cli, &err);
	is_done = is_list ? list(cli, desk, options.format, &err)
			  : add(cli, desk, words.items[1], words.items[2],
				&options, &err);
	desk_close(desk);
	return cli_end(cli, is_done, &err);
}
