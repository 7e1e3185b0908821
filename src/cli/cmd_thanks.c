/*
 * cmd_thanks.c - frontdesk thanks: to a colleague, and one's own
 */
#include "arguments.h"
#include "commands.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/feedback.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/thanks.h"
#include "pointed.h"

enum { LIST_ROWS = 200 };

struct thanks_options {
	const char *visit;
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

/* "2026-11-23  A. Ruiz: A visitor said: Thank you for calling back." */
static bool list(struct cli *cli, struct desk *desk, struct error *err)
{
	struct list_page page;

	if (!desk_read_list(desk, LIST_THANKS, LIST_ROWS, &page, err))
		return false;
	for (size_t i = 0; i < page.count; i++) {
		const struct list_row *row = &page.rows[i];
		struct local local;

		desk_local(desk, row->at, &local);
		cli_print(cli, "%04d-%02d-%02d  %s  %s\n", local.year,
			  local.month, local.day, row->who, row->what);
		/* Shown is read, as on the screen. */
		if (row->is_unread && !desk_read_thanks(desk, row->id, err)) {
			list_page_release(&page);
			return false;
		}
	}
	list_page_release(&page);
	return true;
}

int cmd_thanks(struct cli *cli, int argc, char **argv)
{
	struct thanks_options options = {0};
	const struct argument known[] = {
	    {"--visit", &options.visit, NULL, NULL},
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
	is_done = is_list ? list(cli, desk, &err)
			  : add(cli, desk, words.items[1], words.items[2],
				&options, &err);
	desk_close(desk);
	return cli_end(cli, is_done, &err);
}
