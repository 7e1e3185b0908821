/*
 * cmd_find.c - frontdesk find: whoever and whatever matches
 */
#include "arguments.h"
#include "commands.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/json.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "frontdesk/desk/find.h"

enum { FIND_LIMIT = 50 };

static const char *const kinds[] = {
    [FIND_RESIDENT] = "resident", [FIND_ORGANISATION] = "organisation",
    [FIND_REQUEST] = "request",	  [FIND_VISIT] = "visit",
    [FIND_TOPIC] = "topic",
};

static void print_text(const struct cli *cli, const struct find_row *row)
{
	cli_print(cli, "%-10s  %-12s  %s", row->reference ? row->reference : "",
		  kinds[row->kind], row->title);
	if (!str_is_blank(row->detail))
		cli_print(cli, " · %s", row->detail);
	if (row->language != NULL)
		cli_print(cli, " · %s", row->language);
	if (row->open_count > 0)
		cli_print(cli, _(" · open %d"), row->open_count);
	if (row->has_missed_promise)
		cli_print(cli, _(" · promise missed"));
	if (row->is_similar)
		cli_print(cli, _(" · similar"));
	if (row->merged != NULL)
		cli_print(cli, _(" · %s was merged into it"), row->merged);
	cli_print(cli, "\n");
}

static void print_json(const struct cli *cli, const struct find_row *row)
{
	struct json *line = json_new_object();
	struct str text = STR_INIT;

	json_put_text(line, "kind", kinds[row->kind]);
	json_put_text(line, "reference", row->reference);
	json_put_text(line, "title", row->title);
	json_put_text(line, "detail", row->detail);
	json_put_text(line, "language", row->language);
	json_put_int(line, "open", row->open_count);
	json_put_bool(line, "promise_missed", row->has_missed_promise);
	json_put_bool(line, "similar", row->is_similar);
	json_put_text(line, "merged", row->merged);
	json_write(line, false, &text);
	fprintf(cli->out, "%s\n", str_text(&text));
	str_release(&text);
	json_free(line);
}

static int print_all(const struct cli *cli, const struct find *find,
		     bool is_json)
{
	if (find->complaint != NULL) {
		cli_complain(cli, "%s", find->complaint);
		return CLI_NOT_DONE;
	}
	for (size_t i = 0; i < find->count; i++) {
		if (is_json)
			print_json(cli, &find->rows[i]);
		else
			print_text(cli, &find->rows[i]);
	}
	if (find->count > 0)
		return CLI_DONE;
	if (!is_json)
		cli_complain(cli, _("nothing matches; try fewer letters"));
	return CLI_NOT_DONE;
}

int cmd_find(struct cli *cli, int argc, char **argv)
{
	static const struct text_limit limit = {
	    .field = "text", .label = N_("the search"), .max = 200};
	const char *format = NULL;
	const struct argument known[] = {{"--format", &format, NULL, NULL}};
	struct argument_list words;
	struct str text = STR_INIT;
	struct find find = {0};
	struct error err = {0};
	struct desk *desk;
	int status;

	if (!arguments_parse(argc, argv, known, MEM_COUNT(known), &words, &err))
		return cli_misused(cli, &err);
	if (words.count == 0)
		return cli_usage(cli, argv[0]);
	if (format != NULL && !str_same(format, "text") &&
	    !str_same(format, "json"))
		return cli_usage(cli, argv[0]);
	arguments_join(&words, &text);
	if (!text_check(str_text(&text), &limit, &err)) {
		str_release(&text);
		return cli_misused(cli, &err);
	}
	if (!cli_open_desk(cli, &desk, &err)) {
		str_release(&text);
		return cli_fail(cli, &err);
	}
	if (desk_find_nearly(desk, str_text(&text), FIND_LIMIT, &find, &err))
		status = print_all(cli, &find, str_same(format, "json"));
	else
		status = cli_fail(cli, &err);
	find_release(&find);
	str_release(&text);
	desk_close(desk);
	return status;
}
