/*
 * cmd_idea.c - frontdesk idea: noted, listed, discussed, decided
 */
#include <errno.h>
#include <stdlib.h>

#include "arguments.h"
#include "commands.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/json.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/feedback.h"
#include "frontdesk/desk/idea.h"
#include "frontdesk/desk/lists.h"
#include "list_show.h"

struct idea_options {
	const char *visit, *format;
};

static bool add(struct cli *cli, struct desk *desk, const char *text,
		const char *visit, struct error *err)
{
	struct card_visit linked = {0};
	int64_t idea_id;

	if (visit != NULL && !desk_find_card(desk, visit, &linked, err))
		return false;
	if (!desk_note_idea(desk, linked.visit_id, text, &idea_id, err)) {
		card_visit_release(&linked);
		return false;
	}
	card_visit_release(&linked);
	cli_print(cli, "%lld\n", (long long)idea_id);
	return true;
}

/* "12  2026-11-23  A. Ruiz  new · Print the form in Spanish too" */
static bool print_row(const struct cli *cli, struct desk *desk,
		      const struct list_row *row, bool is_json,
		      struct error *err)
{
	struct json *one;

	(void)err;
	if (!is_json) {
		cli_print(cli, "%lld  %s  %s  %s\n", (long long)row->id,
			  list_show_day(desk, row->at).text, row->who,
			  row->what);
		return true;
	}
	one = json_new_object();
	json_put_int(one, "number", row->id);
	json_put_int(one, "noted_at", row->at);
	json_put_text(one, "who", row->who);
	json_put_text(one, "what", row->what);
	json_put_bool(one, "unread", row->is_unread);
	list_show_json(cli, one);
	return true;
}

static bool list(struct cli *cli, struct desk *desk, const char *format,
		 struct error *err)
{
	const struct list_show show = {
	    .list = LIST_IDEAS, .format = format, .print = print_row};

	return list_show(cli, desk, &show, err);
}

/* It was the number, where it was not found. */
static bool is_unknown(int64_t idea_id, struct error *err)
{
	if (err->code == ERROR_NOT_FOUND)
		error_set(err, ERROR_NOT_FOUND, "idea",
			  _("there is no idea %lld: \"frontdesk idea\" lists "
			    "them"),
			  (long long)idea_id);
	return false;
}

static bool show(struct cli *cli, struct desk *desk, int64_t idea_id,
		 struct error *err)
{
	struct idea idea;

	if (!desk_open_idea(desk, idea_id, &idea, err))
		return is_unknown(idea_id, err);
	for (size_t i = 0; i < idea.event_count; i++) {
		const struct idea_event *event = &idea.events[i];
		bool is_first = event->step == IDEA_STEP_NOTED;

		cli_print(cli, "%s  %s  %s: %s\n",
			  list_show_day(desk, event->at).text, event->staff,
			  idea_step_name(event->step),
			  is_first ? idea.text : event->text);
	}
	idea_release(&idea);
	return true;
}

static bool parse_number(const char *text, int64_t *out, struct error *err)
{
	char *end;
	long long number;

	errno = 0;
	number = strtoll(text, &end, 10);
	*out = number;
	return (errno == 0 && *end == '\0' && end != text && number > 0) ||
	       error_set(err, ERROR_INVALID, "idea",
			 _("\"%s\" is no idea's number: \"frontdesk idea\" "
			   "lists them"),
			 text);
}

static bool run(struct cli *cli, struct desk *desk,
		const struct argument_list *words,
		const struct idea_options *options, struct error *err)
{
	const char *verb = words->count > 0 ? words->items[0] : "list";
	enum idea_state decision;
	int64_t idea_id;

	if (str_same(verb, "list"))
		return list(cli, desk, options->format, err);
	if (str_same(verb, "add"))
		return add(cli, desk, words->items[1], options->visit, err);
	if (!parse_number(words->items[1], &idea_id, err))
		return false;
	if (str_same(verb, "show"))
		return show(cli, desk, idea_id, err);
	if (str_same(verb, "remark"))
		return desk_remark_idea(desk, idea_id, words->items[2], err) ||
		       is_unknown(idea_id, err);
	return idea_state_parse(words->items[2], &decision, err) &&
	       (desk_decide_idea(desk, idea_id, decision, words->items[3],
				 err) ||
		is_unknown(idea_id, err));
}

/* Whether the verb has as many words as it needs. */
static bool is_understood(const struct argument_list *words)
{
	static const struct {
		const char *verb;
		size_t count;
	} verbs[] = {
	    {"list", 1}, {"add", 2}, {"show", 2}, {"remark", 3}, {"decide", 4}};

	for (size_t i = 0; i < MEM_COUNT(verbs); i++)
		if (words->count > 0 &&
		    str_same(verbs[i].verb, words->items[0]))
			return words->count == verbs[i].count;
	return words->count == 0;
}

int cmd_idea(struct cli *cli, int argc, char **argv)
{
	struct idea_options options = {0};
	const struct argument known[] = {
	    {"--visit", &options.visit, NULL, NULL},
	    {"--format", &options.format, NULL, NULL},
	};
	struct argument_list words;
	struct error err = {0};
	struct desk *desk;
	bool is_done;

	if (!arguments_parse(argc, argv, known, MEM_COUNT(known), &words, &err))
		return cli_misused(cli, &err);
	if (!is_understood(&words))
		return cli_usage(cli, argv[0]);
	if (!cli_open_desk(cli, &desk, &err))
		return cli_fail(cli, &err);
	is_done = run(cli, desk, &words, &options, &err);
	desk_close(desk);
	return cli_end(cli, is_done, &err);
}
