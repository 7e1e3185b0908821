/*
 * unanswered_pass.c - a question goes to somebody else to answer
 */
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/unanswered.h"
#include "frontdesk/store/city.h"
#include "frontdesk/store/topic.h"
#include "passing.h"
#include "unanswered_private.h"

struct going {
	struct desk *desk;
	int64_t unanswered_id;
	int64_t topic_id, department_id; /* where to */
	struct unanswered_place from, to;
	struct str owner;
};

static bool find_topic(struct db *db, struct going *work, struct error *err)
{
	struct topic topic;

	if (!topic_get(db, work->topic_id, &topic, err))
		return false;
	work->to = (struct unanswered_place){work->topic_id, topic.staff_id,
					     topic.department_id, 0};
	unanswered_add_owner(&topic, &work->owner);
	topic_release(&topic);
	return true;
}

static bool find_department(struct db *db, struct going *work,
			    struct error *err)
{
	struct department_list list;
	bool is_there = false;

	if (!department_list(db, &list, err))
		return false;
	for (size_t i = 0; i < list.count && !is_there; i++) {
		is_there = list.items[i].department_id == work->department_id;
		if (is_there)
			str_add(&work->owner, list.items[i].name);
	}
	department_list_release(&list);
	work->to = (struct unanswered_place){
	    work->from.topic_id, 0, work->department_id, desk_now(work->desk)};
	return is_there || error_set(err, ERROR_INVALID, "",
				     _("There is no such department."));
}

static bool answered_meanwhile(struct error *err)
{
	return passing_missing(err, ERROR_CONFLICT,
			       _("It was answered, or passed on, meanwhile: "
				 "read the list anew."));
}

static bool pass(struct db *db, void *state, struct error *err)
{
	struct going *work = state;
	struct unanswered question;
	bool is_done;

	str_clear(&work->owner);
	if (!unanswered_get_open(db, work->unanswered_id, &question, err))
		return false;
	work->from = (struct unanswered_place){
	    question.topic_id, question.owner_staff_id,
	    question.owner_department_id, question.passed_at};
	is_done = unanswered_may_answer(work->desk, &question, err) &&
		  (work->topic_id != 0 ? find_topic(db, work, err)
				       : find_department(db, work, err));
	unanswered_release(&question);
	return is_done && (unanswered_pass(db, work->unanswered_id, &work->from,
					   &work->to, err) ||
			   answered_meanwhile(err));
}

bool desk_pass_unanswered(struct desk *desk, int64_t unanswered_id,
			  int64_t topic_id, int64_t department_id, char **owner,
			  struct error *err)
{
	struct going work = {.desk = desk,
			     .unanswered_id = unanswered_id,
			     .topic_id = topic_id,
			     .department_id = department_id};
	bool is_done = desk_may(desk, DUTY_SERVE, err) &&
		       db_transaction(desk->db, pass, &work, err);

	*owner = NULL;
	if (is_done) {
		act_remember(desk, &(struct act){.kind = ACT_PASSED,
						 .id = unanswered_id,
						 .at = desk_now(desk),
						 .from = work.from,
						 .to = work.to});
		*owner = str_take(&work.owner);
	}
	str_release(&work.owner);
	return is_done;
}

bool take_back_passed(struct db *db, struct taking_back *work,
		      struct error *err)
{
	const struct act *act = work->act;

	if (!unanswered_pass(db, act->id, &act->to, &act->from, err))
		return answered_meanwhile(err);
	str_add(&work->said, _("Taken back: the question is where it was."));
	return true;
}
