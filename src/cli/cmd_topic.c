/*
 * cmd_topic.c - frontdesk topic: the cards, found by any word, and one of them
 */
#include "frontdesk/base/intl.h"
#include "frontdesk/base/json.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/find.h"
#include "frontdesk/desk/topic.h"
#include "frontdesk/report/topic_card.h"
#include "list_show.h"
#include "output.h"
#include "pointed.h"
#include "slip_options.h"
#include "verbs.h"

enum { FIND_LIMIT = 50 };

static void print_found(const struct cli *cli, const struct find_row *row,
			bool is_json)
{
	struct json *one;

	if (!is_json) {
		cli_print(cli, "%s  %s\n", row->title,
			  row->detail != NULL ? row->detail : "");
		return;
	}
	one = json_new_object();
	json_put_text(one, "title", row->title);
	json_put_text(one, "detail", row->detail);
	list_show_json(cli, one);
}

static bool find(struct cli *cli, struct desk *desk,
		 const struct argument_list *words, const void *state,
		 struct error *err)
{
	const struct slip_options *options = state;
	struct find find = {0};
	bool is_json, is_found;

	if (!list_show_format(options->format, &is_json, err) ||
	    !desk_find_all_topics(desk, words->items[1], FIND_LIMIT, &find,
				  err))
		return false;
	for (size_t i = 0; i < find.count; i++)
		print_found(cli, &find.rows[i], is_json);
	is_found = find.count > 0;
	find_release(&find);
	return is_found || error_set(err, ERROR_NOT_FOUND, "topic",
				     _("nothing matches; try fewer letters"));
}

static bool show(struct cli *cli, struct desk *desk,
		 const struct argument_list *words, const void *state,
		 struct error *err)
{
	const struct slip_options *options = state;
	struct slip_form form;
	struct str paper = STR_INIT, told = STR_INIT;
	struct topic topic;
	int64_t topic_id;
	bool is_done;

	if (!slip_options_read(cli, options, &told, &form, err) ||
	    !pointed_topic(desk, words->items[0], &topic_id, err) ||
	    !desk_get_topic(desk, topic_id, &topic, err))
		return false;
	is_done = topic_card_make(&topic, desk_city(desk), desk_today(desk),
				  &form, &paper, err) &&
		  output_write(cli, options->output, &paper, err);
	slip_options_tell(cli, &told);
	str_release(&paper);
	topic_release(&topic);
	return is_done;
}

int cmd_topic(struct cli *cli, int argc, char **argv)
{
	static const struct verb verbs[] = {{"find", 2, find}, {NULL, 1, show}};
	struct slip_options options = {0};
	const struct argument known[] = {
	    {"--format", &options.format, NULL, NULL},
	    {"--paper", &options.paper, NULL, NULL},
	    {"--width", &options.width, NULL, NULL},
	    {"--output", &options.output, NULL, NULL},
	};

	return verbs_run(cli, argc, argv,
			 &(struct verb_table){verbs, MEM_COUNT(verbs), known,
					      MEM_COUNT(known), &options});
}
