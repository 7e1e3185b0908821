/*
 * cmd_acknowledge.c - frontdesk acknowledge: what nobody has acknowledged yet,
 * and that somebody did
 */
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/find.h"
#include "list_show.h"
#include "verbs.h"

struct acknowledge_options {
	const char *how, *format;
};

static bool list(struct cli *cli, struct desk *desk,
		 const struct argument_list *words, const void *state,
		 struct error *err)
{
	const struct acknowledge_options *options = state;
	const struct list_show show = {.list = LIST_TO_ACKNOWLEDGE,
				       .format = options->format,
				       .at_key = "received_at",
				       .is_by_reference = true};

	(void)words;
	return list_show(cli, desk, &show, err);
}

/* As the desk keeps it; NULL: no such way. */
static const char *parse_how(const char *how)
{
	static const struct {
		const char *said, *kept;
	} ways[] = {{"counter", "reference_read"},
		    {"telephone", "telephone"},
		    {"letter", "letter"},
		    {"e-mail", "mail"},
		    {"slip", "slip"}};

	for (size_t i = 0; i < MEM_COUNT(ways); i++)
		if (str_same(ways[i].said, how))
			return ways[i].kept;
	return NULL;
}

static bool acknowledge(struct cli *cli, struct desk *desk,
			const struct argument_list *words, const void *state,
			struct error *err)
{
	const struct acknowledge_options *options = state;
	const char *how = parse_how(options->how);
	int64_t request_id;

	(void)cli;
	if (how == NULL)
		return error_set(err, ERROR_INVALID, "how",
				 _("--how says how they know: counter, "
				   "telephone, letter, e-mail or slip"));
	return desk_find_request(desk, words->items[0], &request_id, err) &&
	       desk_acknowledge(desk, request_id, how, err);
}

int cmd_acknowledge(struct cli *cli, int argc, char **argv)
{
	static const struct verb verbs[] = {{"list", 1, list},
					    {NULL, 1, acknowledge}};
	struct acknowledge_options options = {0};
	const struct argument known[] = {
	    {"--how", &options.how, NULL, NULL},
	    {"--format", &options.format, NULL, NULL},
	};

	return verbs_run(cli, argc, argv,
			 &(struct verb_table){verbs, MEM_COUNT(verbs), known,
					      MEM_COUNT(known), &options});
}
