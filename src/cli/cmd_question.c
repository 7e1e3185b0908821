/*
 * cmd_question.c - frontdesk question: what nobody at the counter could answer
 */
#include <stdlib.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/find.h"
#include "frontdesk/desk/unanswered.h"
#include "list_show.h"
#include "pointed.h"
#include "verbs.h"

struct question_options {
	const char *format, *topic, *request, *department;
	const char *as_asked; /* on the card, or NULL */
};

static bool list(struct cli *cli, struct desk *desk,
		 const struct argument_list *words, const void *state,
		 struct error *err)
{
	const struct question_options *options = state;
	const struct list_show show = {.list = LIST_UNANSWERED,
				       .format = options->format,
				       .at_key = "asked_at"};

	(void)words;
	return list_show(cli, desk, &show, err);
}

static bool note(struct cli *cli, struct desk *desk,
		 const struct argument_list *words, const void *state,
		 struct error *err)
{
	const struct question_options *options = state;
	int64_t topic_id = 0, request_id = 0;
	char *owner;

	if ((options->topic != NULL &&
	     !pointed_topic(desk, options->topic, &topic_id, err)) ||
	    (options->request != NULL &&
	     !desk_find_request(desk, options->request, &request_id, err)) ||
	    !desk_note_unanswered(desk, topic_id, request_id, words->items[1],
				  &owner, err))
		return false;
	cli_print(cli, _("%s answers it.\n"), owner);
	free(owner);
	return true;
}

static bool answer(struct cli *cli, struct desk *desk,
		   const struct argument_list *words, const void *state,
		   struct error *err)
{
	const struct question_options *options = state;
	int64_t unanswered_id;
	bool is_to_tell;

	if (!pointed_number(words->items[1], "question", &unanswered_id, err) ||
	    !desk_answer_unanswered(desk, unanswered_id, words->items[2],
				    options->as_asked, &is_to_tell, err))
		return false;
	if (is_to_tell)
		cli_print(cli, _("Whoever noted it has it to tell.\n"));
	return true;
}

/* To another topic and whoever keeps it, or to a department. */
static bool pass(struct cli *cli, struct desk *desk,
		 const struct argument_list *words, const void *state,
		 struct error *err)
{
	const struct question_options *options = state;
	int64_t unanswered_id, topic_id = 0, department_id = 0;
	char *owner;

	if ((options->topic == NULL) == (options->department == NULL))
		return error_set(err, ERROR_INVALID, "topic",
				 _("say one of --topic and --department"));
	if (!pointed_number(words->items[1], "question", &unanswered_id, err) ||
	    (options->topic != NULL &&
	     !pointed_topic(desk, options->topic, &topic_id, err)) ||
	    (options->department != NULL &&
	     !pointed_department(desk, options->department, &department_id,
				 err)) ||
	    !desk_pass_unanswered(desk, unanswered_id, topic_id, department_id,
				  &owner, err))
		return false;
	cli_print(cli, _("%s answers it.\n"), owner);
	free(owner);
	return true;
}

int cmd_question(struct cli *cli, int argc, char **argv)
{
	static const struct verb verbs[] = {{"list", 1, list},
					    {"note", 2, note},
					    {"answer", 3, answer},
					    {"pass", 2, pass}};
	struct question_options options = {0};
	const struct argument known[] = {
	    {"--format", &options.format, NULL, NULL},
	    {"--topic", &options.topic, NULL, NULL},
	    {"--request", &options.request, NULL, NULL},
	    {"--department", &options.department, NULL, NULL},
	    {"--on-card", &options.as_asked, NULL, NULL},
	};

	return verbs_run(cli, argc, argv,
			 &(struct verb_table){verbs, MEM_COUNT(verbs), known,
					      MEM_COUNT(known), &options});
}
