/*
 * cmd_tell.c - frontdesk tell: who waits to be told what came of a request
 */
#include "frontdesk/base/mem.h"
#include "list_show.h"
#include "pointed.h"
#include "verbs.h"

static bool list(struct cli *cli, struct desk *desk,
		 const struct argument_list *words, const void *format,
		 struct error *err)
{
	const char *const *wanted = format;
	const struct list_show show = {
	    .list = LIST_TO_TELL, .format = *wanted, .at_key = "resolved_at"};

	(void)words;
	return list_show(cli, desk, &show, err);
}

static bool told(struct cli *cli, struct desk *desk,
		 const struct argument_list *words, const void *format,
		 struct error *err)
{
	int64_t told_id;

	(void)cli;
	(void)format;
	return pointed_number(words->items[1], "tell", &told_id, err) &&
	       desk_tell(desk, told_id, words->items[2], err);
}

static bool tried(struct cli *cli, struct desk *desk,
		  const struct argument_list *words, const void *format,
		  struct error *err)
{
	int64_t told_id;

	(void)cli;
	(void)format;
	return pointed_number(words->items[1], "tell", &told_id, err) &&
	       desk_not_reached(desk, told_id, words->items[2], err);
}

int cmd_tell(struct cli *cli, int argc, char **argv)
{
	static const struct verb verbs[] = {
	    {"list", 1, list}, {"told", 3, told}, {"tried", 3, tried}};
	const char *format = NULL;
	const struct argument known[] = {{"--format", &format, NULL, NULL}};

	return verbs_run(cli, argc, argv,
			 &(struct verb_table){verbs, MEM_COUNT(verbs), known,
					      MEM_COUNT(known), &format});
}
