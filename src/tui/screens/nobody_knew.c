/* ^N: a question that nobody here could answer; and its answer. */
#include <stdlib.h>

#include "../dialog.h"
#include "../pick.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/topic.h"
#include "frontdesk/desk/unanswered.h"
#include "nobody.h"
#include "screens.h"
#include "settle.h"

struct nobody {
	int64_t topic_id, request_id;
	char *words; /* that Enter alone takes, or NULL */
	int64_t unanswered_id;
};

static void nobody_free(struct nobody *nobody)
{
	free(nobody->words);
	free(nobody);
}

static void cancelled(struct app *app, void *state)
{
	(void)app;
	nobody_free(state);
}

static bool note(struct app *app, void *state, const char *text,
		 struct error *err)
{
	struct nobody *nobody = state;
	char *owner;

	if (str_is_blank(text) && nobody->words)
		text = nobody->words;
	if (!desk_note_unanswered(app_desk(app), nobody->topic_id,
				  nobody->request_id, text, &owner, err))
		return false;
	app_news(app, _("Noted: %s has it to answer.  ^Z takes it back"),
		 owner);
	app_reload(app);
	free(owner);
	nobody_free(nobody);
	return true;
}

static void add_hint(struct app *app, const struct nobody *nobody,
		     struct str *out)
{
	struct error unused = {0};
	struct topic topic = {0};
	char *owner = NULL;

	if (!desk_owner_of_topic(app_desk(app), nobody->topic_id, &owner,
				 &unused))
		return;
	if (nobody->topic_id &&
	    desk_get_topic(app_desk(app), nobody->topic_id, &topic, &unused))
		str_addf(out, _("About %s: it goes to %s."), topic.name, owner);
	else
		str_addf(out, _("It goes to %s."), owner);
	if (nobody->words)
		str_add(out, _(" Enter alone: what they said."));
	topic_release(&topic);
	free(owner);
}

static bool topic_picked(struct app *app, void *state, const char *id,
			 const char *typed, struct error *err)
{
	struct nobody *nobody = state;
	struct str hint = STR_INIT;

	(void)typed;
	(void)err;
	nobody->topic_id = strtoll(id, NULL, 10);
	add_hint(app, nobody, &hint);
	dialog_set_hint(app, str_text(&hint));
	str_release(&hint);
	return true;
}

static void choose_topic(struct app *app, void *state)
{
	const struct pick pick = {
	    .title = _("About which topic is the question?"),
	    .label = _("Topic"),
	    .find = nobody_find_topics,
	    .picked = topic_picked,
	    .state = state,
	};

	pick_open(app, &pick);
}

void nobody_knew_ask(struct app *app, int64_t topic_id, int64_t request_id,
		     const char *words)
{
	struct nobody *nobody = mem_new(1, sizeof(*nobody));
	struct str hint = STR_INIT;
	struct dialog_question question = {
	    .kind = "nobody knew",
	    .about = request_id ? request_id : topic_id,
	    .title = _("What could nobody here answer?"),
	    .label = _("Question"),
	    .limit = {.field = "words", .label = _("the question"), .max = 300},
	    .choose = choose_topic,
	    .choose_label = N_("Topic"),
	};

	nobody->topic_id = topic_id;
	nobody->request_id = request_id;
	if (!str_is_blank(words))
		nobody->words = mem_copy(words);
	question.limit.is_required = !nobody->words;
	add_hint(app, nobody, &hint);
	question.hint = str_text(&hint);
	dialog_ask(app, &question, note, cancelled, nobody);
	str_release(&hint);
}

static bool answered(struct app *app, void *state, const char *text,
		     struct error *err)
{
	struct nobody *nobody = state;
	bool is_to_tell;

	if (!desk_answer_unanswered(app_desk(app), nobody->unanswered_id, text,
				    NULL, &is_to_tell, err))
		return false;
	app_news(app, is_to_tell
			  ? _("Answered, and whoever noted it has it to tell."
			      "  ^Z takes it back")
			  : _("Answered.  ^Z takes it back"));
	app_reload(app);
	nobody_free(nobody);
	return true;
}

static void ask_answer(struct app *app, struct nobody *nobody)
{
	const struct dialog_question question = {
	    .kind = "answer",
	    .about = nobody->unanswered_id,
	    .title = nobody->words,
	    .label = _("Answer"),
	    .hint = _("Whoever asked is told it, where they can be."),
	    .limit = {.field = "answer",
		      .label = _("the answer"),
		      .max = 500,
		      .is_required = true},
	};

	dialog_ask(app, &question, answered, cancelled, nobody);
}

enum { ANSWERED, ON_CARD, PASSED, READ_CARD, READ_REQUEST, DEED_COUNT };

static void chosen(struct app *app, void *state, size_t index)
{
	struct nobody *nobody = state;

	if (index == ANSWERED) {
		ask_answer(app, nobody);
		return;
	}
	if (index == ON_CARD)
		nobody_answer_open(app, nobody->unanswered_id);
	else if (index == PASSED)
		nobody_pass(app, nobody->unanswered_id);
	else if (index == READ_CARD && nobody->topic_id)
		topic_open(app, nobody->topic_id);
	else if (nobody->request_id)
		request_open(app, nobody->request_id);
	else
		app_news(app, _("It was asked without a topic or a request."));
	nobody_free(nobody);
}

void settle_unanswered(struct app *app, int64_t unanswered_id)
{
	const struct dialog_choice choices[DEED_COUNT] = {
	    [ANSWERED] = {'a', _("Answered"), _("whoever asked is told it")},
	    [ON_CARD] = {'c', _("Answered on the card"),
			 _("and it stands there")},
	    [PASSED] = {'p', _("Pass it on"),
			_("to another topic or department")},
	    [READ_CARD] = {'t', _("Read the card"), NULL},
	    [READ_REQUEST] = {'r', _("Read the request"), NULL},
	};
	struct unanswered_question question;
	struct error err = {0};
	struct nobody *nobody;

	if (!desk_get_unanswered(app_desk(app), unanswered_id, &question,
				 &err)) {
		app_problem(app, &err);
		app_reload(app);
		return;
	}
	nobody = mem_new(1, sizeof(*nobody));
	nobody->unanswered_id = unanswered_id;
	nobody->topic_id = question.topic_id;
	nobody->request_id = question.request_id;
	nobody->words = mem_copy(question.words);
	unanswered_question_release(&question);
	dialog_choose(app, nobody->words, choices, DEED_COUNT, chosen,
		      cancelled, nobody);
}
