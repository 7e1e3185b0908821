/*
 * list_show.c - a list of what waits, for people and for scripts
 */
#include "list_show.h"

#include "frontdesk/base/intl.h"
#include "frontdesk/base/json.h"
#include "frontdesk/base/str.h"

enum { LIST_ROWS = 500 };

bool list_show_format(const char *format, bool *is_json, struct error *err)
{
	*is_json = str_same(format, "json");
	return format == NULL || *is_json || str_same(format, "text") ||
	       error_set(err, ERROR_INVALID, "format",
			 _("--format is text or json"));
}

struct day list_show_day(const struct desk *desk, int64_t at)
{
	struct local local;

	desk_local(desk, at, &local);
	return day_make(local.year, local.month, local.day);
}

void list_show_json(const struct cli *cli, struct json *row)
{
	struct str line = STR_INIT;

	json_write(row, false, &line);
	cli_print(cli, "%s\n", str_text(&line));
	str_release(&line);
	json_free(row);
}

static void print_json(const struct cli *cli, const struct list_show *show,
		       const struct list_row *row)
{
	struct json *one = json_new_object();

	if (!show->is_by_reference)
		json_put_int(one, "number", row->id);
	json_put_text(one, "who", row->who);
	json_put_text(one, "what", row->what);
	json_put_text(one, show->list == LIST_HANDED ? "note" : "reference",
		      row->note);
	json_put_text(one, "more", row->more);
	json_put_int(one, show->at_key, row->at);
	json_put_bool(one, "late", row->is_late);
	list_show_json(cli, one);
}

/* "12  Ms. Elena Alvarez  Fence permit · call back  R-4K7-2M9X  due …" */
static void print_row(const struct cli *cli, const struct list_show *show,
		      const struct list_row *row)
{
	struct str line = STR_INIT;

	if (show->is_by_reference)
		str_add(&line, row->note);
	else
		str_addf(&line, "%lld", (long long)row->id);
	str_addf(&line, "  %s  %s", row->who, row->what);
	if (!show->is_by_reference && !str_is_blank(row->note))
		str_addf(&line, "  %s", row->note);
	if (!str_is_blank(row->more))
		str_addf(&line, "  %s", row->more);
	cli_print(cli, "%s\n", str_text(&line));
	str_release(&line);
}

static bool print_one(const struct cli *cli, struct desk *desk,
		      const struct list_show *show, const struct list_row *row,
		      bool is_json, struct error *err)
{
	if (show->print != NULL)
		return show->print(cli, desk, row, is_json, err);
	if (is_json)
		print_json(cli, show, row);
	else
		print_row(cli, show, row);
	return true;
}

bool list_show(const struct cli *cli, struct desk *desk,
	       const struct list_show *show, struct error *err)
{
	struct list_page page;
	size_t count = 0;
	bool is_json, is_done = true;

	if (!list_show_format(show->format, &is_json, err) ||
	    !desk_read_list(desk, show->list, LIST_ROWS, &page, err))
		return false;
	for (size_t i = 0; is_done && i < page.count; i++) {
		const struct list_row *row = &page.rows[i];

		if (show->is_shown != NULL &&
		    !show->is_shown(desk, row, show->state))
			continue;
		count++;
		is_done = print_one(cli, desk, show, row, is_json, err);
	}
	if (count == 0 && !is_json)
		cli_print(cli, "%s\n",
			  page.count > 0 ? _("None of them.")
					 : desk_list_empty(show->list));
	if (page.has_more)
		cli_complain(cli, _("there are more than these %d"), LIST_ROWS);
	list_page_release(&page);
	return is_done;
}
