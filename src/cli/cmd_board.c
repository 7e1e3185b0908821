/*
 * cmd_board.c - frontdesk board: who waits, who is where, what is due
 */
#include "arguments.h"
#include "commands.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/json.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "frontdesk/desk/board.h"

static void add_length(const struct desk *desk, int64_t since_at,
		       struct str *out)
{
	char length[24];

	clock_format_length(desk_now(desk) - since_at, length);
	str_add(out, length);
}

static void print_line(const struct cli *cli, const struct desk *desk,
		       const struct line *line)
{
	struct str text = STR_INIT;

	cli_print(cli, _("In line %zu\n"), line->waiting_count);
	for (size_t i = 0; i < line->count; i++) {
		const struct line_row *row = &line->rows[i];

		str_clear(&text);
		text_add_padded(&text, row->name, 40);
		add_length(desk, row->arrived_at, &text);
		if (row->state == VISIT_CALLED)
			str_addf(&text, _("  called to %s"),
				 row->counter_window ? row->counter_window
						     : _("no window"));
		cli_print(cli, "  %s\n", str_text(&text));
	}
	str_release(&text);
}

static void print_rows(const struct cli *cli, const struct desk *desk,
		       const char *title, const struct board_rows *rows)
{
	struct str text = STR_INIT;

	cli_print(cli, "%s %zu\n", title, rows->count);
	for (size_t i = 0; i < rows->count; i++) {
		const struct board_row *row = &rows->items[i];

		str_clear(&text);
		text_add_padded(&text, row->window ? row->window : "", 14);
		text_add_padded(&text, row->staff ? row->staff : "", 26);
		str_add(&text, row->who ? row->who : _("nobody now"));
		if (row->topic)
			str_addf(&text, " · %s", row->topic);
		if (row->who && row->state != VISIT_SERVING) {
			str_add(&text, row->state == VISIT_CALLED
					   ? _(" · called, ")
				       : row->state == VISIT_HOLD
					   ? _(" · on hold, ")
					   : _(" · put aside, "));
			add_length(desk, row->since_at, &text);
		}
		if (row->reason)
			str_addf(&text, ": %s", row->reason);
		cli_print(cli, "  %s\n", str_text(&text));
	}
	str_release(&text);
}

static void print_notices(const struct cli *cli,
			  const struct notice_list *notices)
{
	cli_print(cli, _("Notices %zu\n"), notices->count);
	for (size_t i = 0; i < notices->count; i++)
		cli_print(cli, "  %s, %s\n", notices->items[i].words,
			  notices->items[i].detail);
}

static void print_due(const struct cli *cli, const struct desk *desk,
		      const struct board *board)
{
	struct str text = STR_INIT;

	cli_print(cli, _("Promises due within the hour %zu%s\n"),
		  board->due_count, board->has_more_due ? "+" : "");
	for (size_t i = 0; i < board->due_count; i++) {
		const struct board_due *due = &board->due[i];
		struct local local;
		char minute[12];

		desk_local(desk, due->due_at, &local);
		local_format_minute(&local, minute);
		str_clear(&text);
		text_add_padded(&text, minute, 14);
		text_add_padded(&text, due->owner, 26);
		str_addf(&text, "%s: %s · %s", due->who, due->what,
			 due->reference);
		if (due->is_late)
			str_add(&text, _(" · was due"));
		cli_print(cli, "  %s\n", str_text(&text));
	}
	str_release(&text);
}

static struct json *line_json(const struct desk *desk, const struct line *line)
{
	struct json *rows = json_new_array();

	for (size_t i = 0; i < line->count; i++) {
		const struct line_row *row = &line->rows[i];
		struct json *one = json_new_object();

		json_put_text(one, "who", row->name);
		json_put_text(one, "state", visit_state_name(row->state));
		json_put_text(one, "window", row->counter_window);
		json_put_int(one, "waited_ms",
			     desk_now(desk) - row->arrived_at);
		json_push(rows, one);
	}
	return rows;
}

static struct json *rows_json(const struct desk *desk,
			      const struct board_rows *rows)
{
	struct json *all = json_new_array();

	for (size_t i = 0; i < rows->count; i++) {
		const struct board_row *row = &rows->items[i];
		struct json *one = json_new_object();

		json_put_text(one, "window", row->window);
		json_put_text(one, "staff", row->staff);
		json_put_text(one, "who", row->who);
		json_put_text(one, "topic", row->topic);
		json_put_text(one, "state",
			      row->who ? visit_state_name(row->state) : NULL);
		/* Nobody is timed while they serve. */
		if (row->who && row->state != VISIT_SERVING)
			json_put_int(one, "since_ms",
				     desk_now(desk) - row->since_at);
		if (row->state == VISIT_HOLD)
			json_put_text(one, "reason", row->reason);
		json_push(all, one);
	}
	return all;
}

static struct json *due_json(const struct desk *desk, const struct board *board)
{
	struct json *all = json_new_array();

	for (size_t i = 0; i < board->due_count; i++) {
		const struct board_due *due = &board->due[i];
		struct json *one = json_new_object();

		json_put_text(one, "reference", due->reference);
		json_put_text(one, "who", due->who);
		json_put_text(one, "topic", due->topic);
		json_put_text(one, "what", due->what);
		json_put_text(one, "owner", due->owner);
		json_put_int(one, "due_in_ms", due->due_at - desk_now(desk));
		json_push(all, one);
	}
	return all;
}

static struct json *notices_json(const struct desk *desk,
				 const struct notice_list *notices)
{
	struct json *all = json_new_array();

	for (size_t i = 0; i < notices->count; i++) {
		struct json *one = json_new_object();

		json_put_text(one, "words", notices->items[i].words);
		json_put_int(one, "since_ms",
			     desk_now(desk) - notices->items[i].from_at);
		json_push(all, one);
	}
	return all;
}

static void write_json(const struct cli *cli, const struct desk *desk,
		       const struct board *board)
{
	struct json *all = json_new_object();
	struct str out = STR_INIT;

	json_put_text(all, "site", desk_site(desk)->name);
	json_put_int(all, "waiting", (int64_t)board->line.waiting_count);
	json_put_int(all, "longest_ms", board->line.longest);
	json_put(all, "line", line_json(desk, &board->line));
	json_put(all, "windows", rows_json(desk, &board->windows));
	json_put(all, "on_hold", rows_json(desk, &board->holds));
	json_put(all, "put_aside", rows_json(desk, &board->asides));
	json_put(all, "promises", due_json(desk, board));
	json_put_bool(all, "more_promises", board->has_more_due);
	json_put(all, "notices", notices_json(desk, &board->notices));
	json_write(all, true, &out);
	cli_print(cli, "%s\n", str_text(&out));
	str_release(&out);
	json_free(all);
}

static void write_text(const struct cli *cli, const struct desk *desk,
		       const struct board *board)
{
	struct local now;
	char text[24];

	desk_local(desk, desk_now(desk), &now);
	local_format(&now, text);
	cli_print(cli, "%s · %s\n", desk_site(desk)->name, text);
	print_line(cli, desk, &board->line);
	print_rows(cli, desk, _("At the windows"), &board->windows);
	print_rows(cli, desk, _("On hold"), &board->holds);
	print_rows(cli, desk, _("Put aside"), &board->asides);
	print_due(cli, desk, board);
	print_notices(cli, &board->notices);
}

int cmd_board(struct cli *cli, int argc, char **argv)
{
	const char *format = NULL;
	const struct argument known[] = {{"--format", &format, NULL, NULL}};
	struct argument_list words;
	struct board board = {0};
	struct error err = {0};
	struct desk *desk;
	bool is_done;

	if (!arguments_parse(argc, argv, known, MEM_COUNT(known), &words, &err))
		return cli_misused(cli, &err);
	if (words.count != 0 || (format != NULL && !str_same(format, "text") &&
				 !str_same(format, "json")))
		return cli_usage(cli, argv[0]);
	if (!cli_open_desk(cli, &desk, &err))
		return cli_fail(cli, &err);
	is_done = desk_read_board(desk, &board, &err);
	if (is_done && str_same(format, "json"))
		write_json(cli, desk, &board);
	else if (is_done)
		write_text(cli, desk, &board);
	board_release(&board);
	desk_close(desk);
	return cli_end(cli, is_done, &err);
}
