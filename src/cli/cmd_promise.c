/*
 * cmd_promise.c - frontdesk promise: made, kept, withdrawn, made anew
 */
#include <stdlib.h>

#include "frontdesk/base/clock.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/core/when.h"
#include "frontdesk/desk/calendar.h"
#include "frontdesk/desk/find.h"
#include "list_show.h"
#include "pointed.h"
#include "verbs.h"

struct promise_options {
	const char *format, *owner, *telephone, *note, *reason;
	bool is_late, is_today;
};

/* Of today and late: what is late is due today all the more. */
static bool is_shown(const struct desk *desk, const struct list_row *row,
		     const void *state)
{
	const struct promise_options *options = state;
	const char *zone = desk_site(desk)->time_zone;

	if (options->is_late)
		return row->is_late;
	return !options->is_today || row->is_late ||
	       day_compare(zone_day(zone, row->at), desk_today(desk)) <= 0;
}

static bool list(struct cli *cli, struct desk *desk,
		 const struct argument_list *words, const void *state,
		 struct error *err)
{
	const struct promise_options *options = state;
	const struct list_show show = {.list = LIST_PROMISES,
				       .format = options->format,
				       .at_key = "due_at",
				       .is_shown = is_shown,
				       .state = options};

	(void)words;
	return list_show(cli, desk, &show, err);
}

/* "12  Fri, Nov 27, 5:00 pm", and that the site is closed then. */
static bool print_due(struct cli *cli, struct desk *desk, int64_t promise_id,
		      const char *typed, struct error *err)
{
	struct str line = STR_INIT;
	struct local when;
	char due[64], *note;

	if (!desk_understand_when(desk, typed, &when, &note, err))
		return false;
	when_format(&when, due);
	if (promise_id != 0)
		str_addf(&line, "%lld  ", (long long)promise_id);
	str_add(&line, due);
	if (note != NULL)
		str_addf(&line, "  %s", note);
	cli_print(cli, "%s\n", str_text(&line));
	free(note);
	str_release(&line);
	return true;
}

static bool make(struct cli *cli, struct desk *desk,
		 const struct argument_list *words, const void *state,
		 struct error *err)
{
	const struct promise_options *options = state;
	int64_t request_id, promise_id, owner_id = 0;

	if (!desk_find_request(desk, words->items[1], &request_id, err) ||
	    (options->owner != NULL &&
	     !pointed_staff(desk, options->owner, &owner_id, err)) ||
	    !desk_make_promise_to(desk, request_id, options->telephone,
				  words->items[2], words->items[3], owner_id,
				  &promise_id, err))
		return false;
	return print_due(cli, desk, promise_id, words->items[3], err);
}

static bool keep(struct cli *cli, struct desk *desk,
		 const struct argument_list *words, const void *state,
		 struct error *err)
{
	const struct promise_options *options = state;
	int64_t promise_id;

	(void)cli;
	return pointed_number(words->items[1], "promise", &promise_id, err) &&
	       desk_keep_promise(desk, promise_id, options->note, err);
}

static bool withdraw(struct cli *cli, struct desk *desk,
		     const struct argument_list *words, const void *state,
		     struct error *err)
{
	int64_t promise_id;

	(void)cli;
	(void)state;
	return pointed_number(words->items[1], "promise", &promise_id, err) &&
	       desk_withdraw_promise(desk, promise_id, words->items[2], err);
}

static bool renew(struct cli *cli, struct desk *desk,
		  const struct argument_list *words, const void *state,
		  struct error *err)
{
	const struct promise_options *options = state;
	int64_t promise_id;

	return pointed_number(words->items[1], "promise", &promise_id, err) &&
	       desk_renew_promise(desk, promise_id, words->items[2],
				  options->reason, err) &&
	       print_due(cli, desk, 0, words->items[2], err);
}

int cmd_promise(struct cli *cli, int argc, char **argv)
{
	static const struct verb verbs[] = {{"list", 1, list},
					    {"make", 4, make},
					    {"keep", 2, keep},
					    {"withdraw", 3, withdraw},
					    {"renew", 3, renew}};
	struct promise_options options = {0};
	const struct argument known[] = {
	    {"--format", &options.format, NULL, NULL},
	    {"--owner", &options.owner, NULL, NULL},
	    {"--telephone", &options.telephone, NULL, NULL},
	    {"--note", &options.note, NULL, NULL},
	    {"--reason", &options.reason, NULL, NULL},
	    {"--late", NULL, NULL, &options.is_late},
	    {"--today", NULL, NULL, &options.is_today},
	};

	return verbs_run(cli, argc, argv,
			 &(struct verb_table){verbs, MEM_COUNT(verbs), known,
					      MEM_COUNT(known), &options});
}
