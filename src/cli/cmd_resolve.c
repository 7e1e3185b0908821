/*
 * cmd_resolve.c - frontdesk resolve: an open request is done, outside a visit
 */
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/find.h"
#include "frontdesk/desk/lists.h"
#include "verbs.h"

static bool resolve(struct cli *cli, struct desk *desk,
		    const struct argument_list *words, const void *options,
		    struct error *err)
{
	int64_t request_id;

	(void)cli;
	(void)options;
	return desk_find_request(desk, words->items[0], &request_id, err) &&
	       desk_resolve_request(desk, request_id, words->items[1], err);
}

int cmd_resolve(struct cli *cli, int argc, char **argv)
{
	static const struct verb verbs[] = {{NULL, 2, resolve}};

	return verbs_run(
	    cli, argc, argv,
	    &(struct verb_table){verbs, MEM_COUNT(verbs), NULL, 0, NULL});
}
