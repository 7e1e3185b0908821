/*
 * cmd_printers.c - frontdesk printers: what lpstat knows of this machine's
 */
#include "arguments.h"
#include "commands.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/json.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "frontdesk/report/printers.h"

/* Whether "frontdesk summary --print" goes there. */
static bool is_chosen(const struct cli *cli, const struct printer_list *list,
		      const struct printer *printer)
{
	return printer_find(list, cli->settings->printer) == printer;
}

static void write_text(const struct cli *cli, const struct printer_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct printer *printer = &list->items[i];
		struct str line = STR_INIT;

		str_add(&line, is_chosen(cli, list, printer) ? "* " : "  ");
		text_add_padded(&line, printer->name, 24);
		str_add(&line, "  ");
		printer_add_state(printer, &line);
		if (printer->description != NULL)
			str_addf(&line, " · %s", printer->description);
		if (printer->location != NULL)
			str_addf(&line, " · %s", printer->location);
		cli_print(cli, "%s\n", str_text(&line));
		str_release(&line);
	}
	cli_print(cli, "%s\n",
		  printer_find(list, cli->settings->printer) != NULL
		      ? _("* is where Frontdesk prints.")
		      : _("None of them is where Frontdesk prints: name one "
			  "in the settings ([print] printer)."));
}

static void write_json(const struct cli *cli, const struct printer_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct printer *printer = &list->items[i];
		struct json *row = json_new_object();
		struct str line = STR_INIT;

		json_put_text(row, "name", printer->name);
		json_put_text(row, "description", printer->description);
		json_put_text(row, "location", printer->location);
		json_put_bool(row, "chosen", is_chosen(cli, list, printer));
		json_put_bool(row, "default", printer->is_default);
		json_put_bool(row, "enabled", !printer->is_stopped);
		json_put_bool(row, "accepting", !printer->is_rejecting);
		json_put_text(row, "reason", printer->reason);
		json_write(row, false, &line);
		cli_print(cli, "%s\n", str_text(&line));
		json_free(row);
		str_release(&line);
	}
}

static bool list_printers(const struct cli *cli, bool is_json,
			  struct error *err)
{
	struct printer_list list;
	bool is_done = true;

	if (!printers_list(&list, err))
		return false;
	if (list.is_down)
		is_done = error_set(err, ERROR_SYSTEM, "printer",
				    _("the printing system of this machine "
				      "does not run; have it started (cupsd)"));
	else if (list.count == 0)
		is_done = error_set(err, ERROR_NOT_FOUND, "printer",
				    _("this machine has no printers; whoever "
				      "looks after it adds one (lpadmin)"));
	else if (is_json)
		write_json(cli, &list);
	else
		write_text(cli, &list);
	printer_list_release(&list);
	return is_done;
}

int cmd_printers(struct cli *cli, int argc, char **argv)
{
	const char *format = NULL;
	const struct argument known[] = {{"--format", &format, NULL, NULL}};
	struct argument_list words;
	struct error err = {0};

	if (!arguments_parse(argc, argv, known, MEM_COUNT(known), &words, &err))
		return cli_misused(cli, &err);
	if (words.count != 0 || (format != NULL && !str_same(format, "text") &&
				 !str_same(format, "json")))
		return cli_usage(cli, argv[0]);
	return cli_end(cli, list_printers(cli, str_same(format, "json"), &err),
		       &err);
}
