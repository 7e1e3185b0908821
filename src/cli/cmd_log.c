/*
 * cmd_log.c - frontdesk log: a visit without the screens
 */
#include <string.h>

#include "arguments.h"
#include "commands.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/visit.h"
#include "pointed.h"

struct log_options {
	const char *topic, *resident, *channel, *result, *text, *place;
	const char *words, *concern, *done, *tried, *alternative, *appeal;
	const char *telephone;
	struct argument_list numbers; /* "permit:BLD-26-0412", or alone */
	struct argument_list answers; /* "Height=6" */
};

static bool read_options(int argc, char **argv, struct log_options *out,
			 struct error *err)
{
	const struct argument known[] = {
	    {"--topic", &out->topic, NULL, NULL},
	    {"--resident", &out->resident, NULL, NULL},
	    {"--channel", &out->channel, NULL, NULL},
	    {"--result", &out->result, NULL, NULL},
	    {"--text", &out->text, NULL, NULL},
	    {"--place", &out->place, NULL, NULL},
	    {"--words", &out->words, NULL, NULL},
	    {"--concern", &out->concern, NULL, NULL},
	    {"--done", &out->done, NULL, NULL},
	    {"--tried", &out->tried, NULL, NULL},
	    {"--alternative", &out->alternative, NULL, NULL},
	    {"--appeal", &out->appeal, NULL, NULL},
	    {"--telephone", &out->telephone, NULL, NULL},
	    {"--number", NULL, &out->numbers, NULL},
	    {"--answer", NULL, &out->answers, NULL},
	};
	struct argument_list words;

	if (!arguments_parse(argc, argv, known, MEM_COUNT(known), &words, err))
		return false;
	if (words.count > 0)
		return error_set(err, ERROR_INVALID, "",
				 _("\"%s\" stands alone: \"frontdesk help "
				   "log\" shows the options"),
				 words.items[0]);
	if (out->topic == NULL)
		return error_set(err, ERROR_INVALID, "topic",
				 _("--topic is missing: its name or code says "
				   "what the visit was about"));
	return true;
}

static bool find_resident(struct desk *desk, const char *reference,
			  struct visit *visit, struct error *err)
{
	struct find find = {0};
	bool is_found;

	if (!desk_find(desk, reference, 2, &find, err))
		return false;
	is_found = find.people_count == 1 &&
		   find.rows[0].kind == FIND_RESIDENT &&
		   find.rows[0].reference != NULL;
	if (is_found)
		visit_add_person(visit, find.rows[0].id, 0, PART_THEMSELVES,
				 find.rows[0].title);
	else if (find.complaint != NULL)
		error_set(err, ERROR_INVALID, "resident", "%s", find.complaint);
	else
		error_set(err, ERROR_INVALID, "resident",
			  _("\"%s\" is not one resident: give the reference "
			    "that \"frontdesk find\" shows"),
			  reference);
	find_release(&find);
	return is_found;
}

/* "permit:BLD-26-0412" */
static bool add_number(struct contact *contact, const char *text,
		       struct error *err)
{
	for (enum number_kind kind = NUMBER_PERMIT; kind <= NUMBER_OTHER;
	     kind++) {
		const char *name = number_kind_name(kind);
		size_t len = strlen(name);

		if (strncmp(text, name, len) == 0 && text[len] == ':') {
			contact_add_number(contact, kind, text + len + 1);
			return true;
		}
	}
	return error_set(err, ERROR_INVALID, "number",
			 _("\"%s\" has no kind: write permit:, account:, "
			   "licence: or other: before the number"),
			 text);
}

/* "Height=6" answers the topic's question of that label; "Height=" was asked
 * and not known. */
static bool add_answer(const struct topic *topic, const char *text,
		       struct contact *contact, struct error *err)
{
	const char *value = strchr(text, '=');
	size_t len = value != NULL ? (size_t)(value - text) : 0;

	for (size_t i = 0; value != NULL && i < topic->question_count; i++) {
		const struct question *question = &topic->questions[i];

		if (strlen(question->label) != len ||
		    strncmp(question->label, text, len) != 0)
			continue;
		if (value[1] != '\0' &&
		    !question_check_answer(question, value + 1, err))
			return false;
		contact_set_answer(contact, question->question_id,
				   value[1] != '\0' ? value + 1 : NULL,
				   value[1] != '\0');
		return true;
	}
	return error_set(err, ERROR_INVALID, "answer",
			 _("\"%s\" answers none of the topic's questions: "
			   "write it as Question=answer"),
			 text);
}

/* Without --result the topic's usual one, with its words. */
static bool fill_contact(const struct log_options *options,
			 const struct topic *topic, struct contact *contact,
			 struct error *err)
{
	contact->topic_id = topic->topic_id;
	contact->result = topic->quick_result;
	if (options->result != NULL &&
	    !result_parse(options->result, &contact->result, err))
		return false;
	if (contact->result == RESULT_HANDED_OFF)
		return error_set(err, ERROR_INVALID, "result",
				 _("a hand-off needs somebody who receives it: "
				   "log opened here, and hand it off "
				   "on the screen with F7"));
	contact->place = mem_copy(options->place);
	contact->contact_text = mem_copy(options->telephone);
	contact->words = mem_copy(options->words);
	contact->concern = mem_copy(options->concern);
	contact->done = mem_copy(options->done);
	if (options->done == NULL && options->result == NULL)
		mem_replace(&contact->done, topic->quick_words);
	contact->result_text = mem_copy(options->text);
	if (options->text == NULL && contact->result == RESULT_NOT_OURS)
		mem_replace(&contact->result_text, topic->not_ours_where);
	contact->tried = mem_copy(options->tried);
	contact->alternative = mem_copy(options->alternative);
	contact->appeal = mem_copy(options->appeal);
	if (contact->result == RESULT_COULD_NOT) {
		if (options->alternative == NULL)
			mem_replace(&contact->alternative, topic->alternative);
		if (options->appeal == NULL)
			mem_replace(&contact->appeal, topic->appeal);
	}
	for (size_t i = 0; i < options->numbers.count; i++)
		if (!add_number(contact, options->numbers.items[i], err))
			return false;
	for (size_t i = 0; i < options->answers.count; i++)
		if (!add_answer(topic, options->answers.items[i], contact, err))
			return false;
	return true;
}

static bool refuse_retired(const struct topic *topic, struct error *err)
{
	return !topic->is_retired ||
	       error_set(err, ERROR_INVALID, "topic",
			 _("%s is retired: nothing new is logged about it"),
			 topic->name);
}

/* What is to be done at once about answers that mean danger. */
static void add_dangers(const struct topic *topic,
			const struct contact *contact, struct str *out)
{
	for (size_t i = 0; i < contact->answer_count; i++)
		for (size_t j = 0; j < topic->question_count; j++) {
			const struct answer *answer = &contact->answers[i];
			const struct question *question = &topic->questions[j];

			if (question->question_id == answer->question_id &&
			    question_is_danger(question, answer->value))
				str_addf(out, "%s%s", out->len > 0 ? " " : "",
					 question->notice);
		}
}

static bool make_visit(struct desk *desk, const struct log_options *options,
		       struct visit *visit, struct str *dangers,
		       struct error *err)
{
	struct topic topic = {0};
	int64_t topic_id;
	bool is_made;

	if (options->channel != NULL &&
	    !channel_parse(options->channel, &visit->channel, err))
		return false;
	if (options->resident != NULL &&
	    !find_resident(desk, options->resident, visit, err))
		return false;
	if (!pointed_topic(desk, options->topic, &topic_id, err) ||
	    !desk_get_topic(desk, topic_id, &topic, err))
		return false;
	is_made =
	    refuse_retired(&topic, err) &&
	    fill_contact(options, &topic, visit_add_contact(visit), err) &&
	    visit_check(visit, err);
	if (is_made)
		add_dangers(&topic, &visit->contacts[0], dangers);
	topic_release(&topic);
	return is_made;
}

/* Where the result lacks its words: which option says them. */
static void name_option(const struct log_options *options, struct error *err)
{
	struct error as_asked = *err;

	if (options->text == NULL && str_same(err->field, "result_text"))
		error_set(err, as_asked.code, as_asked.field,
			  _("%s (--text says it)"), as_asked.text);
}

int cmd_log(struct cli *cli, int argc, char **argv)
{
	struct log_options options = {0};
	struct visit visit = {0};
	struct str dangers = STR_INIT;
	struct error err = {0};
	struct desk *desk;
	bool is_done;

	if (!read_options(argc, argv, &options, &err))
		return cli_misused(cli, &err);
	if (!cli_open_desk(cli, &desk, &err))
		return cli_fail(cli, &err);
	is_done = make_visit(desk, &options, &visit, &dangers, &err) &&
		  desk_log_visit(desk, &visit, &err);
	if (!is_done)
		name_option(&options, &err);
	if (is_done)
		cli_print(cli, "%s %s\n", visit.reference,
			  visit.contacts[0].reference != NULL
			      ? visit.contacts[0].reference
			      : "");
	/* Beside the references, which a script reads. */
	if (is_done && dangers.len > 0)
		cli_complain(cli, _("DANGER: %s"), str_text(&dangers));
	str_release(&dangers);
	visit_release(&visit);
	desk_close(desk);
	return cli_end(cli, is_done, &err);
}
