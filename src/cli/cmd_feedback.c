/*
 * cmd_feedback.c - frontdesk feedback: the comment card, and what comes back
 */
#include "arguments.h"
#include "commands.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/json.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/core/language.h"
#include "frontdesk/desk/feedback.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/report/comment_card.h"
#include "list_show.h"
#include "output.h"
#include "slip_options.h"

struct feedback_options {
	const char *answers, *comment, *language;
	struct slip_options slip;
};

static bool print_card(struct cli *cli, struct desk *desk,
		       const char *reference,
		       const struct feedback_options *options,
		       struct error *err)
{
	const struct card_texts *texts;
	const struct card_text *text;
	struct card_visit visit;
	struct str paper = STR_INIT, told = STR_INIT;
	struct slip_form form;
	bool is_done;

	if (!slip_options_read(cli, &options->slip, &told, &form, err) ||
	    !desk_card_texts(desk, &texts, err))
		return false;
	text = card_text_in(texts, options->language);
	if (options->language != NULL &&
	    !language_is(options->language, text->language))
		return error_set(err, ERROR_INVALID, "language",
				 _("there is no card in \"%s\": add its lines "
				   "to feedback/card.tsv"),
				 options->language);
	if (!desk_find_card(desk, reference, &visit, err))
		return false;
	if (options->language == NULL)
		text = card_text_in(texts, visit.language);
	is_done = comment_card_make(text, desk_city(desk), visit.reference,
				    visit.arrived_on, &form, &paper, err) &&
		  output_write(cli, options->slip.output, &paper, err);
	slip_options_tell(cli, &told);
	str_release(&paper);
	card_visit_release(&visit);
	return is_done;
}

static bool add(struct cli *cli, struct desk *desk, const char *reference,
		const char *said, const struct feedback_options *options,
		struct error *err)
{
	struct card_visit visit;
	bool is_done;

	if (!desk_find_card(desk, reference, &visit, err))
		return false;
	is_done = said != NULL
		      ? desk_note_said(desk, visit.visit_id, said, err)
		      : desk_enter_card(desk, visit.visit_id, options->answers,
					options->comment, NULL, err);
	if (is_done)
		cli_print(cli, "%s\n", visit.reference);
	card_visit_release(&visit);
	return is_done;
}

/* "V-4K7-2M9X  2026-11-23  card 5543-15 · Quick and friendly." */
static bool print_row(const struct cli *cli, struct desk *desk,
		      const struct list_row *row, bool is_json,
		      struct error *err)
{
	struct json *one;

	(void)err;
	if (!is_json) {
		cli_print(cli, "%s  %s  %s\n", row->who,
			  list_show_day(desk, row->at).text, row->what);
		return true;
	}
	one = json_new_object();
	json_put_text(one, "reference", row->who);
	json_put_int(one, "noted_at", row->at);
	json_put_text(one, "what", row->what);
	list_show_json(cli, one);
	return true;
}

static bool list(struct cli *cli, struct desk *desk, const char *format,
		 struct error *err)
{
	const struct list_show show = {
	    .list = LIST_FEEDBACK, .format = format, .print = print_row};

	return list_show(cli, desk, &show, err);
}

static bool run(struct cli *cli, struct desk *desk,
		const struct argument_list *words,
		const struct feedback_options *options, struct error *err)
{
	const char *verb = words->count > 0 ? words->items[0] : "list";

	if (str_same(verb, "list"))
		return list(cli, desk, options->slip.format, err);
	if (str_same(verb, "card"))
		return print_card(cli, desk, words->items[1], options, err);
	return add(cli, desk, words->items[1],
		   words->count == 3 ? words->items[2] : NULL, options, err);
}

/* Whether the verb has as many words as it needs. */
static bool is_understood(const struct argument_list *words)
{
	const char *verb = words->count > 0 ? words->items[0] : "list";

	if (str_same(verb, "list"))
		return words->count <= 1;
	if (str_same(verb, "said"))
		return words->count == 3;
	return (str_same(verb, "add") || str_same(verb, "card")) &&
	       words->count == 2;
}

int cmd_feedback(struct cli *cli, int argc, char **argv)
{
	struct feedback_options options = {0};
	const struct argument known[] = {
	    {"--answers", &options.answers, NULL, NULL},
	    {"--comment", &options.comment, NULL, NULL},
	    {"--language", &options.language, NULL, NULL},
	    {"--width", &options.slip.width, NULL, NULL},
	    {"--columns", &options.slip.width, NULL, NULL}, /* as it was */
	    {"--format", &options.slip.format, NULL, NULL},
	    {"--paper", &options.slip.paper, NULL, NULL},
	    {"--output", &options.slip.output, NULL, NULL},
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
