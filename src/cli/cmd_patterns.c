/*
 * cmd_patterns.c - frontdesk patterns: what several people have in common
 */
#include "frontdesk/base/intl.h"
#include "frontdesk/base/json.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/desk/pattern.h"
#include "list_show.h"
#include "verbs.h"

static void print_json(const struct cli *cli, const struct pattern *pattern)
{
	struct json *one = json_new_object();

	json_put_text(one, "kind", pattern_kind_name(pattern->kind));
	json_put_text(one, "what", pattern->title);
	json_put_text(one, "note", pattern->note);
	json_put_int(one, "people", pattern->people);
	json_put_int(one, "unnamed", pattern->unnamed);
	json_put_int(one, "requests", pattern->requests);
	json_put_int(one, "open", pattern->open_count);
	json_put_int(one, "contacts", pattern->contacts);
	json_put_int(one, "questions", pattern->questions);
	list_show_json(cli, one);
}

static bool list(struct cli *cli, struct desk *desk,
		 const struct argument_list *words, const void *format,
		 struct error *err)
{
	const char *const *wanted = format;
	struct pattern_list list;
	bool is_json;

	(void)words;
	if (!list_show_format(*wanted, &is_json, err) ||
	    !desk_list_patterns(desk, &list, err))
		return false;
	for (size_t i = 0; i < list.count; i++) {
		const struct pattern *pattern = &list.items[i];

		if (is_json)
			print_json(cli, pattern);
		else
			cli_print(cli, "%s  %s  %s\n",
				  pattern_kind_words(pattern->kind),
				  pattern->title, pattern->note);
	}
	if (list.count == 0 && !is_json)
		cli_print(cli, _("Nothing in common this week.\n"));
	pattern_list_release(&list);
	return true;
}

int cmd_patterns(struct cli *cli, int argc, char **argv)
{
	static const struct verb verbs[] = {{"list", 1, list}};
	const char *format = NULL;
	const struct argument known[] = {{"--format", &format, NULL, NULL}};

	return verbs_run(cli, argc, argv,
			 &(struct verb_table){verbs, MEM_COUNT(verbs), known,
					      MEM_COUNT(known), &format});
}
