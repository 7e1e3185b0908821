/*
 * cmd_handoff.c - frontdesk handoff: offered, read, accepted, returned
 */
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/find.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/report/delivery.h"
#include "frontdesk/report/slip.h"
#include "list_show.h"
#include "output.h"
#include "pointed.h"
#include "slip_options.h"
#include "verbs.h"

struct handoff_options {
	const char *urgency;
	struct slip_options slip;
};

static bool list(struct cli *cli, struct desk *desk,
		 const struct argument_list *words, const void *state,
		 struct error *err)
{
	const struct handoff_options *options = state;
	const struct list_show show = {.list = LIST_HANDED,
				       .format = options->slip.format,
				       .at_key = "handed_at"};

	(void)words;
	return list_show(cli, desk, &show, err);
}

static bool show(struct cli *cli, struct desk *desk,
		 const struct argument_list *words, const void *state,
		 struct error *err)
{
	struct handoff handoff;
	int64_t handoff_id;

	(void)state;
	if (!pointed_number(words->items[1], "handoff", &handoff_id, err) ||
	    !desk_open_handoff(desk, handoff_id, &handoff, err))
		return false;
	cli_print(cli, "%s  %s  %s\n", handoff.reference, handoff.resident,
		  handoff.topic);
	cli_print(cli, _("%s to %s: %s\n\n"), handoff.from, handoff.to,
		  handoff.asked);
	cli_print(cli, "%s\n", handoff.context != NULL ? handoff.context : "");
	handoff_release(&handoff);
	return true;
}

/* For whoever receives it, with all that goes along. */
static bool slip(struct cli *cli, struct desk *desk,
		 const struct argument_list *words, const void *state,
		 struct error *err)
{
	const struct handoff_options *options = state;
	struct str paper = STR_INIT, told = STR_INIT;
	struct slip_form form;
	struct handoff handoff;
	int64_t handoff_id;
	bool is_done;

	if (!slip_options_read(cli, &options->slip, &told, &form, err) ||
	    !pointed_number(words->items[1], "handoff", &handoff_id, err) ||
	    !desk_open_handoff(desk, handoff_id, &handoff, err))
		return false;
	is_done = slip_make(&handoff, desk_city(desk),
			    desk_site(desk)->time_zone, &form, &paper, err) &&
		  output_write(cli, options->slip.output, &paper, err);
	slip_options_tell(cli, &told);
	str_release(&paper);
	handoff_release(&handoff);
	return is_done;
}

/* A colleague by login, else a department by its name. */
static const struct handoff_target *
find_target(struct desk *desk, const struct handoff_draft *draft,
	    const char *to, struct error *err)
{
	struct error unknown = {0};
	int64_t staff_id = 0;

	if (!pointed_staff(desk, to, &staff_id, &unknown) &&
	    unknown.code != ERROR_INVALID) {
		*err = unknown;
		return NULL;
	}
	for (size_t i = 0; i < draft->target_count; i++) {
		const struct handoff_target *target = &draft->targets[i];

		if (staff_id != 0
			? target->staff_id == staff_id
			: target->staff_id == 0 && str_same(target->name, to))
			return target;
	}
	error_set(err, ERROR_INVALID, "to",
		  _("nobody who can receive it is called \"%s\": a login or a "
		    "department's name"),
		  to);
	return NULL;
}

/* Printed or mailed where the department has it so; it is offered even where
 * that fails. */
static bool deliver(struct cli *cli, struct desk *desk, int64_t handoff_id,
		    struct error *err)
{
	struct str news = STR_INIT;
	bool is_done =
	    delivery_run(desk, handoff_id, cli->settings, &news, err);

	cli_print(cli, "%lld", (long long)handoff_id);
	if (news.len > 0)
		cli_print(cli, "  %s", str_text(&news));
	cli_print(cli, "\n");
	str_release(&news);
	return is_done;
}

static bool offer(struct cli *cli, struct desk *desk,
		  const struct argument_list *words, const void *state,
		  struct error *err)
{
	const struct handoff_options *options = state;
	const struct handoff_target *target;
	struct handoff_draft draft;
	int64_t request_id, handoff_id;
	bool is_done;

	if (!desk_find_request(desk, words->items[1], &request_id, err) ||
	    !desk_prepare_handoff(desk, request_id, 0, &draft, err))
		return false;
	target = find_target(desk, &draft, words->items[2], err);
	is_done =
	    target != NULL &&
	    (options->urgency == NULL ||
	     handoff_urgency_parse(options->urgency, &draft.urgency, err)) &&
	    desk_offer_handoff(desk, &draft, target, words->items[3],
			       &handoff_id, err);
	handoff_draft_release(&draft);
	return is_done && deliver(cli, desk, handoff_id, err);
}

static bool accept(struct cli *cli, struct desk *desk,
		   const struct argument_list *words, const void *state,
		   struct error *err)
{
	int64_t handoff_id;

	(void)cli;
	(void)state;
	return pointed_number(words->items[1], "handoff", &handoff_id, err) &&
	       desk_accept_handoff(desk, handoff_id, words->items[2],
				   words->items[3], err);
}

static bool give_back(struct cli *cli, struct desk *desk,
		      const struct argument_list *words, const void *state,
		      struct error *err)
{
	int64_t handoff_id;

	(void)cli;
	(void)state;
	return pointed_number(words->items[1], "handoff", &handoff_id, err) &&
	       desk_return_handoff(desk, handoff_id, words->items[2], err);
}

static bool take_back(struct cli *cli, struct desk *desk,
		      const struct argument_list *words, const void *state,
		      struct error *err)
{
	int64_t handoff_id;

	(void)cli;
	(void)state;
	return pointed_number(words->items[1], "handoff", &handoff_id, err) &&
	       desk_take_back_handoff(desk, handoff_id, err);
}

int cmd_handoff(struct cli *cli, int argc, char **argv)
{
	static const struct verb verbs[] = {
	    {"list", 1, list},	      {"show", 2, show},
	    {"offer", 4, offer},      {"accept", 4, accept},
	    {"return", 3, give_back}, {"take-back", 2, take_back},
	    {"slip", 2, slip}};
	struct handoff_options options = {0};
	const struct argument known[] = {
	    {"--format", &options.slip.format, NULL, NULL},
	    {"--paper", &options.slip.paper, NULL, NULL},
	    {"--width", &options.slip.width, NULL, NULL},
	    {"--output", &options.slip.output, NULL, NULL},
	    {"--urgency", &options.urgency, NULL, NULL},
	};

	return verbs_run(cli, argc, argv,
			 &(struct verb_table){verbs, MEM_COUNT(verbs), known,
					      MEM_COUNT(known), &options});
}
