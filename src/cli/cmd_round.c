/*
 * cmd_round.c - frontdesk round: the briefing, and what is left in the evening
 */
#include "frontdesk/base/intl.h"
#include "frontdesk/base/json.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/round.h"
#include "list_show.h"
#include "verbs.h"

/* For scripts; people read round_words(). */
static const struct {
	const char *name;
	bool has_number; /* another command takes it */
} kinds[ROUND_COUNT] = {
    [ROUND_ACKNOWLEDGE] = {"to_acknowledge", false},
    [ROUND_NOTICE] = {"notice", true},
    [ROUND_TO_TELL] = {"to_tell", true},
    [ROUND_PROMISE] = {"promise", true},
    [ROUND_HANDED] = {"handed", true},
    [ROUND_OFFERED] = {"offered", true},
    [ROUND_UNANSWERED] = {"unanswered", true},
    [ROUND_ASIDE] = {"aside", false},
    [ROUND_LINE] = {"in_line", false},
    [ROUND_AWAY] = {"away", false},
    [ROUND_CARD] = {"stale_card", false},
    [ROUND_CLOSURE] = {"closure", false},
    [ROUND_DAY] = {"day", false},
};

/* A row that only says that there are more of its kind. */
static bool says_more(const struct round_row *row)
{
	return row->id == 0 && row->kind != ROUND_LINE &&
	       row->kind != ROUND_CLOSURE;
}

static void print_json(const struct cli *cli, const struct round_row *row)
{
	struct json *one = json_new_object();

	json_put_text(one, "kind", kinds[row->kind].name);
	if (row->id != 0 && kinds[row->kind].has_number)
		json_put_int(one, "number", row->id);
	else
		json_put_null(one, "number");
	json_put_text(one, "who", row->who);
	json_put_text(one, "what", says_more(row) ? NULL : row->what);
	json_put_text(one, "note", row->note);
	json_put_text(one, "more", row->more);
	json_put_bool(one, "late", row->is_late);
	list_show_json(cli, one);
}

static void print_row(const struct cli *cli, const struct round_row *row)
{
	const char *const parts[] = {row->who,
				     says_more(row) ? _("and more") : row->what,
				     row->note, row->more};
	struct str line = STR_INIT;

	str_add(&line, round_words(row->kind));
	for (size_t i = 0; i < MEM_COUNT(parts); i++)
		if (!str_is_blank(parts[i]))
			str_addf(&line, "  %s", parts[i]);
	cli_print(cli, "%s\n", str_text(&line));
	str_release(&line);
}

static bool print_all(const struct cli *cli, struct round *round,
		      const char *format, struct error *err)
{
	bool is_json;

	if (!list_show_format(format, &is_json, err))
		return false;
	for (size_t i = 0; i < round->count; i++) {
		if (is_json)
			print_json(cli, &round->rows[i]);
		else
			print_row(cli, &round->rows[i]);
	}
	if (round->count == 0 && !is_json)
		cli_print(cli, _("Nothing waits.\n"));
	return true;
}

static bool briefing(struct cli *cli, struct desk *desk,
		     const struct argument_list *words, const void *format,
		     struct error *err)
{
	const char *const *wanted = format;
	struct round round = {0};
	bool is_done = desk_read_briefing(desk, &round, err) &&
		       print_all(cli, &round, *wanted, err);

	(void)words;
	round_release(&round);
	return is_done;
}

static bool evening(struct cli *cli, struct desk *desk,
		    const struct argument_list *words, const void *format,
		    struct error *err)
{
	const char *const *wanted = format;
	struct round round = {0};
	bool is_done = desk_read_evening(desk, &round, err) &&
		       print_all(cli, &round, *wanted, err);

	(void)words;
	round_release(&round);
	return is_done;
}

int cmd_round(struct cli *cli, int argc, char **argv)
{
	static const struct verb verbs[] = {{"briefing", 1, briefing},
					    {"evening", 1, evening}};
	const char *format = NULL;
	const struct argument known[] = {{"--format", &format, NULL, NULL}};

	return verbs_run(cli, argc, argv,
			 &(struct verb_table){verbs, MEM_COUNT(verbs), known,
					      MEM_COUNT(known), &format});
}
