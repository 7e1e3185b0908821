/*
 * topic.c - the cards of the topics: read, changed, verified
 */
#include "frontdesk/desk/topic.h"

#include <stdlib.h>

#include "desk_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/topic.h"
#include "topic_change.h"

bool desk_get_topic(struct desk *desk, int64_t topic_id, struct topic *out,
		    struct error *err)
{
	return topic_get(desk->db, topic_id, out, err);
}

bool desk_find_topic_code(struct desk *desk, const char *code,
			  int64_t *topic_id, struct error *err)
{
	return topic_find_code(desk->db, code, topic_id, err);
}

static bool is_supervisor(const struct desk *desk)
{
	return desk->session.role == ROLE_SUPERVISOR ||
	       desk->session.role == ROLE_ADMINISTRATOR;
}

bool desk_may_change_topic(const struct desk *desk, const struct topic *topic,
			   struct error *err)
{
	const struct desk_session *me = &desk->session;

	if (!desk_need_session(desk, err))
		return false;
	return is_supervisor(desk) ||
	       (topic->staff_id != 0 && topic->staff_id == me->staff_id) ||
	       (topic->department_id != 0 &&
		topic->department_id == me->department_id) ||
	       error_set(err, ERROR_DENIED, "",
			 _("This card is kept by %s: tell them, or a "
			   "supervisor."),
			 topic->department != NULL ? topic->department
						   : _("another department"));
}

/* Whoever may change a card may give it away, and must own it before. */
static bool may_change(struct db *db, struct topic_change *work,
		       struct topic *was, struct error *err)
{
	if (work->topic->topic_id == 0)
		return is_supervisor(work->desk) ||
		       error_set(err, ERROR_DENIED, "",
				 _("Only a supervisor adds a topic: ask one."));
	return topic_get(db, work->topic->topic_id, was, err) &&
	       desk_may_change_topic(work->desk, was, err);
}

static bool refuse_known_code(struct db *db, const struct topic *topic,
			      struct error *err)
{
	int64_t known;

	if (!topic_find_code(db, topic->code, &known, err))
		return false;
	return known == 0 ||
	       error_set(err, ERROR_INVALID, "code",
			 _("There is a topic with the code %s already."),
			 topic->code);
}

static bool check_unchanged(const struct topic *was, const struct topic *topic,
			    struct error *err)
{
	return was->topic_version_id == topic->topic_version_id ||
	       error_set(err, ERROR_CONFLICT, "",
			 _("Somebody else changed this card meanwhile."));
}

static bool keep(struct db *db, struct topic_change *work, struct error *err)
{
	struct topic *topic = work->topic;
	struct topic now = {0};

	if (work->is_verified) {
		topic->verified_on = desk_today(work->desk);
		topic->verified_by = work->desk->session.staff_id;
	}
	if (!topic_save(db, topic, &work->topic_id, NULL, err) ||
	    !topic_get(db, work->topic_id, &now, err))
		return false;
	work->version_id = now.topic_version_id;
	topic_release(&now);
	return true;
}

bool topic_change(struct db *db, void *state, struct error *err)
{
	struct topic_change *work = state;
	struct topic *topic = work->topic;
	struct topic was = {0};
	bool is_done =
	    may_change(db, work, &was, err) &&
	    (topic->topic_id != 0 ? check_unchanged(&was, topic, err)
				  : refuse_known_code(db, topic, err));

	work->version_id = 0;
	if (is_done && (topic->topic_id == 0 || work->is_verified ||
			!topic_is_same(&was, topic)))
		is_done = keep(db, work, err);
	topic_release(&was);
	return is_done;
}

void topic_change_done(struct topic_change *work)
{
	const struct act act = {
	    .kind = ACT_CARD,
	    .id = work->topic_id,
	    .at = desk_now(work->desk),
	    .version_id = work->version_id,
	    .earlier_id = work->topic->topic_version_id,
	};

	if (work->version_id == 0)
		return;
	if (act.earlier_id != 0)
		act_remember(work->desk, &act);
	work->topic->topic_id = work->topic_id;
	work->topic->topic_version_id = work->version_id;
}

bool desk_save_topic(struct desk *desk, struct topic *topic, bool is_verified,
		     struct error *err)
{
	struct topic_change work = {
	    .desk = desk, .topic = topic, .is_verified = is_verified};

	if (!desk_need_session(desk, err) || !topic_check(topic, err) ||
	    !db_transaction(desk->db, topic_change, &work, err))
		return false;
	topic_change_done(&work);
	return true;
}

bool desk_verify_topic(struct desk *desk, int64_t topic_id, struct error *err)
{
	struct topic topic;
	bool is_done = desk_get_topic(desk, topic_id, &topic, err) &&
		       desk_save_topic(desk, &topic, true, err);

	topic_release(&topic);
	return is_done;
}

bool take_back_card(struct db *db, struct taking_back *work, struct error *err)
{
	const struct act *act = work->act;

	if (!topic_take_back(db, act->id, act->version_id, act->earlier_id,
			     work->at, err)) {
		if (err->code == ERROR_NOT_FOUND)
			error_set(err, ERROR_CONFLICT, "",
				  _("The card was changed meanwhile: read it "
				    "anew."));
		return false;
	}
	str_add(&work->said, _("Taken back: the card is as it was."));
	return true;
}

struct retiring {
	struct desk *desk;
	int64_t topic_id;
	bool is_retired, is_done;
};

static bool retire(struct db *db, void *state, struct error *err)
{
	struct retiring *work = state;
	struct topic topic;
	bool may_do;

	work->is_done = false;
	if (!topic_get(db, work->topic_id, &topic, err))
		return false;
	may_do = desk_may_change_topic(work->desk, &topic, err);
	work->is_done = may_do && topic.is_retired != work->is_retired;
	topic_release(&topic);
	return may_do &&
	       (!work->is_done ||
		topic_retire(db, work->topic_id, work->is_retired, err));
}

bool desk_retire_topic(struct desk *desk, int64_t topic_id, bool is_retired,
		       struct error *err)
{
	struct retiring work = {desk, topic_id, is_retired, false};

	if (!desk_need_session(desk, err) ||
	    !db_transaction(desk->db, retire, &work, err))
		return false;
	if (work.is_done)
		act_remember(desk, &(struct act){.kind = ACT_RETIRED,
						 .id = topic_id,
						 .at = desk_now(desk),
						 .version_id = is_retired});
	return true;
}

bool take_back_retired(struct db *db, struct taking_back *work,
		       struct error *err)
{
	bool was_retired = work->act->version_id == 0;

	if (!topic_retire(db, work->act->id, was_retired, err)) {
		if (err->code == ERROR_NOT_FOUND)
			error_set(err, ERROR_CONFLICT, "",
				  _("The topic was retired, or used again, "
				    "meanwhile: read it anew."));
		return false;
	}
	str_add(&work->said, was_retired
				 ? _("Taken back: the topic is retired.")
				 : _("Taken back: the topic is in use."));
	return true;
}

void topic_version_list_release(struct topic_version_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		free(list->items[i].made_by);
	free(list->items);
	*list = (struct topic_version_list){0};
}

static void add_version(int64_t topic_version_id, int64_t made_at,
			const char *made_by, bool is_in_use, bool is_taken_back,
			void *state)
{
	struct topic_version_list *list = state;

	list->items =
	    mem_resize(list->items, list->count + 1, sizeof(*list->items));
	list->items[list->count++] =
	    (struct topic_version){topic_version_id, made_at, mem_copy(made_by),
				   is_in_use, is_taken_back};
}

bool desk_list_topic_versions(struct desk *desk, int64_t topic_id,
			      struct topic_version_list *out, struct error *err)
{
	*out = (struct topic_version_list){0};
	if (topic_each_version(desk->db, topic_id, add_version, out, err))
		return true;
	topic_version_list_release(out);
	return false;
}

bool desk_get_topic_version(struct desk *desk, int64_t topic_version_id,
			    struct topic *out, struct error *err)
{
	return topic_get_version(desk->db, topic_version_id, out, err);
}
