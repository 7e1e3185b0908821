/*
 * unanswered.c - a question that nobody at the counter could answer
 */
#include "frontdesk/desk/unanswered.h"

#include <stdlib.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "frontdesk/desk/topic.h"
#include "frontdesk/store/told.h"
#include "frontdesk/store/topic.h"
#include "passing.h"
#include "topic_change.h"
#include "unanswered_private.h"

struct noting {
	struct desk *desk;
	struct unanswered question;
	struct str owner;
	int64_t id;
};

void unanswered_add_owner(const struct topic *topic, struct str *out)
{
	if (topic->handler != NULL)
		str_addf(out, "%s, ", topic->handler);
	str_add(out, topic->department != NULL ? topic->department : "");
}

/* Without a topic somebody of the same department looks into it. */
static bool find_owner(struct db *db, struct noting *work, struct error *err)
{
	struct unanswered *question = &work->question;
	struct topic topic;

	str_clear(&work->owner);
	question->owner_staff_id = 0;
	question->owner_department_id = work->desk->session.department_id;
	if (question->topic_id == 0) {
		str_add(&work->owner, question->owner_department_id != 0
					  ? _("your department")
					  : _("the supervisor"));
		return true;
	}
	if (!topic_get(db, question->topic_id, &topic, err))
		return false;
	question->owner_staff_id = topic.staff_id;
	question->owner_department_id = topic.department_id;
	unanswered_add_owner(&topic, &work->owner);
	topic_release(&topic);
	return true;
}

static bool note(struct db *db, void *state, struct error *err)
{
	struct noting *work = state;

	return find_owner(db, work, err) &&
	       unanswered_insert(db, &work->question, work->desk->site.site_id,
				 desk_today(work->desk), &work->id, err);
}

bool desk_note_unanswered(struct desk *desk, int64_t topic_id,
			  int64_t request_id, const char *words, char **owner,
			  struct error *err)
{
	const struct text_limit limit = {.field = "words",
					 .label = _("the question"),
					 .max = 300,
					 .is_required = true};
	struct noting work = {
	    .desk = desk,
	    .question = {.topic_id = topic_id,
			 .request_id = request_id,
			 .words = (char *)words,
			 .asked_at = desk_now(desk),
			 .asked_by = desk->session.staff_id},
	};
	bool is_done = desk_may(desk, DUTY_SERVE, err) &&
		       text_check(words, &limit, err) &&
		       db_transaction(desk->db, note, &work, err);

	*owner = NULL;
	if (is_done) {
		act_remember(desk, &(struct act){.kind = ACT_UNANSWERED,
						 .id = work.id,
						 .at = desk_now(desk)});
		*owner = str_take(&work.owner);
	}
	str_release(&work.owner);
	return is_done;
}

bool desk_owner_of_topic(struct desk *desk, int64_t topic_id, char **owner,
			 struct error *err)
{
	struct noting work = {.desk = desk, .question = {.topic_id = topic_id}};
	bool is_done = find_owner(desk->db, &work, err);

	*owner = is_done ? str_take(&work.owner) : NULL;
	str_release(&work.owner);
	return is_done;
}

void unanswered_question_release(struct unanswered_question *question)
{
	free(question->words);
	free(question->topic);
	free(question->asker);
	*question = (struct unanswered_question){0};
}

static bool answered_meanwhile(struct error *err)
{
	return passing_missing(err, ERROR_CONFLICT,
			       _("It was answered, or taken back, meanwhile: "
				 "read the list anew."));
}

bool unanswered_get_open(struct db *db, int64_t unanswered_id,
			 struct unanswered *out, struct error *err)
{
	if (!unanswered_get(db, unanswered_id, out, err))
		return answered_meanwhile(err);
	if (out->is_open)
		return true;
	unanswered_release(out);
	error_set(err, ERROR_NOT_FOUND, "", "%s", "");
	return answered_meanwhile(err);
}

bool desk_get_unanswered(struct desk *desk, int64_t unanswered_id,
			 struct unanswered_question *out, struct error *err)
{
	struct unanswered question;

	*out = (struct unanswered_question){0};
	if (!desk_need_session(desk, err) ||
	    !unanswered_get_open(desk->db, unanswered_id, &question, err))
		return false;
	*out = (struct unanswered_question){
	    .topic_id = question.topic_id,
	    .request_id = question.request_id,
	    .words = question.words,
	    .topic = question.topic,
	    .asker = question.asker,
	};
	return true;
}

struct answering {
	struct desk *desk;
	struct unanswered_answer answer;
	const char *as_asked; /* for the card, or NULL */
	bool is_to_tell;
	struct topic topic;
	struct topic_change change;
};

bool unanswered_may_answer(const struct desk *desk,
			   const struct unanswered *question, struct error *err)
{
	const struct desk_session *me = &desk->session;

	return me->role == ROLE_SUPERVISOR || me->role == ROLE_ADMINISTRATOR ||
	       (question->owner_staff_id != 0 &&
		question->owner_staff_id == me->staff_id) ||
	       (question->owner_department_id != 0 &&
		question->owner_department_id == me->department_id) ||
	       error_set(err, ERROR_DENIED, "",
			 _("This question is somebody else's to answer: tell "
			   "them, or a supervisor."));
}

/* Under what was asked before: the question, and the answer below it. */
static bool put_on_card(struct db *db, struct answering *work,
			const struct unanswered *question, struct error *err)
{
	struct str text = STR_INIT;
	bool is_done;

	topic_release(&work->topic);
	if (question->topic_id == 0)
		return error_set(err, ERROR_INVALID, "",
				 _("The question has no topic, so there is no "
				   "card: answer it without."));
	if (!topic_get(db, question->topic_id, &work->topic, err))
		return false;
	if (!str_is_blank(work->topic.also_asked))
		str_addf(&text, "%s\n", work->topic.also_asked);
	str_addf(&text, "%s\n– %s", work->as_asked, work->answer.text);
	mem_replace(&work->topic.also_asked, str_text(&text));
	str_release(&text);
	work->change =
	    (struct topic_change){.desk = work->desk, .topic = &work->topic};
	is_done = topic_check(&work->topic, err) &&
		  topic_change(db, &work->change, err);
	work->answer.topic_version_id = work->change.version_id;
	return is_done;
}

/* Whoever noted it has it to tell, where somebody can be told. */
static bool owe(struct db *db, struct answering *work,
		const struct unanswered *question, struct error *err)
{
	struct str text = STR_INIT;
	struct standing standing;
	bool is_done;

	work->answer.told_id = 0;
	work->is_to_tell = false;
	if (question->request_id == 0)
		return true;
	if (!passing_standing(db, question->request_id, &standing, err))
		return false;
	work->is_to_tell = standing.is_reachable;
	standing_release(&standing);
	if (!work->is_to_tell)
		return true;
	str_addf(&text, "%s – %s", question->words, work->answer.text);
	is_done = told_owe(db, question->request_id, question->asked_by,
			   str_text(&text), work->answer.at,
			   &work->answer.told_id, err);
	str_release(&text);
	return is_done;
}

static bool answer(struct db *db, void *state, struct error *err)
{
	struct answering *work = state;
	struct unanswered question;
	bool is_done;

	if (!unanswered_get_open(db, work->answer.unanswered_id, &question,
				 err))
		return false;
	is_done =
	    unanswered_may_answer(work->desk, &question, err) &&
	    (work->as_asked == NULL || put_on_card(db, work, &question, err)) &&
	    owe(db, work, &question, err) &&
	    (unanswered_answer(db, &work->answer, err) ||
	     answered_meanwhile(err));
	unanswered_release(&question);
	return is_done;
}

bool desk_answer_unanswered(struct desk *desk, int64_t unanswered_id,
			    const char *text, const char *as_asked,
			    bool *is_to_tell, struct error *err)
{
	const struct text_limit question = {.field = "question",
					    .label = _("the question"),
					    .max = 300,
					    .is_required = true};
	const struct text_limit limit = {.field = "answer",
					 .label = _("the answer"),
					 .max = 500,
					 .is_required = true};
	struct answering work = {
	    .desk = desk,
	    .answer = {.unanswered_id = unanswered_id,
		       .staff_id = desk->session.staff_id,
		       .at = desk_now(desk),
		       .on = desk_today(desk),
		       .text = text},
	    .as_asked = as_asked,
	};
	bool is_done =
	    desk_may(desk, DUTY_SERVE, err) &&
	    (as_asked == NULL || text_check(as_asked, &question, err)) &&
	    text_check(text, &limit, err) &&
	    db_transaction(desk->db, answer, &work, err);

	*is_to_tell = is_done && work.is_to_tell;
	if (is_done)
		act_remember(desk,
			     &(struct act){
				 .kind = ACT_ANSWERED,
				 .id = unanswered_id,
				 .at = work.answer.at,
				 .topic_id = work.topic.topic_id,
				 .version_id = work.answer.topic_version_id,
				 .earlier_id = work.topic.topic_version_id,
			     });
	topic_release(&work.topic);
	return is_done;
}

static bool changed_meanwhile(struct error *err)
{
	return passing_missing(err, ERROR_CONFLICT,
			       _("It was told, or the card changed, "
				 "meanwhile: read both anew."));
}

bool take_back_answer(struct db *db, struct taking_back *work,
		      struct error *err)
{
	const struct act *act = work->act;

	if (!unanswered_reopen(db, act->id, act->at, work->at, err) ||
	    (act->version_id != 0 &&
	     !topic_take_back(db, act->topic_id, act->version_id,
			      act->earlier_id, work->at, err)))
		return changed_meanwhile(err);
	str_add(&work->said, _("Taken back: the question waits for its "
			       "answer."));
	return true;
}

bool take_back_unanswered(struct db *db, struct taking_back *work,
			  struct error *err)
{
	if (!unanswered_take_back(db, work->act->id, work->at, err))
		return answered_meanwhile(err);
	str_add(&work->said, _("Taken back: the question was not noted."));
	return true;
}
