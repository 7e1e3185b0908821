/*
 * cmd_notice.c - frontdesk notice: what everybody must know for now
 */
#include "frontdesk/base/intl.h"
#include "frontdesk/base/json.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/notice.h"
#include "list_show.h"
#include "pointed.h"
#include "verbs.h"

struct notice_options {
	const char *format, *until;
};

static void print_json(const struct cli *cli, const struct notice *notice)
{
	struct json *one = json_new_object();

	json_put_int(one, "number", notice->notice_id);
	json_put_text(one, "text", notice->words);
	json_put_text(one, "staff", notice->staff);
	json_put_int(one, "from_at", notice->from_at);
	if (notice->until_at != 0)
		json_put_int(one, "until_at", notice->until_at);
	else
		json_put_null(one, "until_at");
	list_show_json(cli, one);
}

static bool list(struct cli *cli, struct desk *desk,
		 const struct argument_list *words, const void *state,
		 struct error *err)
{
	const struct notice_options *options = state;
	struct notice_list list;
	bool is_json;

	(void)words;
	if (!list_show_format(options->format, &is_json, err) ||
	    !desk_list_notices(desk, &list, err))
		return false;
	for (size_t i = 0; i < list.count; i++) {
		const struct notice *notice = &list.items[i];

		if (is_json)
			print_json(cli, notice);
		else
			cli_print(cli, "%lld  %s  (%s)\n",
				  (long long)notice->notice_id, notice->words,
				  notice->detail);
	}
	if (list.count == 0 && !is_json)
		cli_print(cli, _("No notice stands.\n"));
	notice_list_release(&list);
	return true;
}

static bool post(struct cli *cli, struct desk *desk,
		 const struct argument_list *words, const void *state,
		 struct error *err)
{
	const struct notice_options *options = state;

	(void)cli;
	return desk_post_notice(desk, words->items[1], options->until, err);
}

static bool end(struct cli *cli, struct desk *desk,
		const struct argument_list *words, const void *state,
		struct error *err)
{
	int64_t notice_id;

	(void)cli;
	(void)state;
	return pointed_number(words->items[1], "notice", &notice_id, err) &&
	       desk_end_notice(desk, notice_id, err);
}

int cmd_notice(struct cli *cli, int argc, char **argv)
{
	static const struct verb verbs[] = {
	    {"list", 1, list}, {"post", 2, post}, {"end", 2, end}};
	struct notice_options options = {0};
	const struct argument known[] = {
	    {"--format", &options.format, NULL, NULL},
	    {"--until", &options.until, NULL, NULL},
	};

	return verbs_run(cli, argc, argv,
			 &(struct verb_table){verbs, MEM_COUNT(verbs), known,
					      MEM_COUNT(known), &options});
}
