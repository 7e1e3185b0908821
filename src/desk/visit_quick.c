/*
 * visit_quick.c - F9 on the home screen: a topic logged in one commit
 *
 * Everything is written as it ends: no draft, no state that is changed again.
 */
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/desk/visit.h"
#include "frontdesk/store/acknowledgement.h"
#include "frontdesk/store/contact.h"
#include "frontdesk/store/request.h"
#include "frontdesk/store/standing.h"
#include "frontdesk/store/topic.h"
#include "visit_private.h"

struct logging {
	struct visit_actor actor;
	const struct topic *topic;
	int64_t at;
	char **reference;
	int64_t *visit_id;
};

static bool add_visit(struct db *db, const struct logging *logging,
		      struct visit_row *row, struct error *err)
{
	struct period period = {
	    .kind = VISIT_SERVING,
	    .began_at = logging->at,
	    .ended_at = logging->at,
	    .counter_window_id = logging->actor.counter_window_id,
	    .staff_id = logging->actor.staff_id,
	};

	*row = (struct visit_row){
	    .site_id = logging->actor.site_id,
	    .channel = CHANNEL_WALK_IN,
	    .state = VISIT_SERVED,
	    .arrived_at = logging->at,
	    .arrived_on = zone_day(logging->actor.zone, logging->at),
	    .counter_window_id = logging->actor.counter_window_id,
	    .staff_id = logging->actor.staff_id,
	    .begun_at = logging->at,
	    .ended_at = logging->at,
	    .ended_on = zone_day(logging->actor.zone, logging->at),
	    .wait_length = -1,
	    .service_length = -1, /* how long it took is not known */
	};
	if (!visit_add(db, row, NULL, err))
		return false;
	period.visit_id = row->visit_id;
	return period_insert(db, &period, err);
}

static bool add_request(struct db *db, const struct logging *logging,
			const struct visit_row *visit, int64_t *request_id,
			struct error *err)
{
	struct request_row row = {
	    .topic_id = logging->topic->topic_id,
	    .state = REQUEST_RESOLVED,
	    .result = logging->topic->quick_result,
	    .owner_staff_id = logging->actor.staff_id,
	    .owner_department_id = logging->actor.department_id,
	    .channel = CHANNEL_WALK_IN,
	    .site_id = logging->actor.site_id,
	    .received_at = logging->at,
	    .received_on = visit->arrived_on,
	    .first_visit_id = visit->visit_id,
	    .first_acknowledged_at = logging->at,
	    .first_acknowledged_on = visit->arrived_on,
	    .resolved_at = logging->at,
	    .resolved_on = visit->arrived_on,
	};

	if (!desk_insert_request(db, &row, logging->reference, err))
		return false;
	*request_id = row.request_id;
	return true;
}

static bool add_contact(struct db *db, const struct logging *logging,
			int64_t visit_id, int64_t request_id, struct error *err)
{
	const struct topic *topic = logging->topic;
	struct contact contact = {.request_id = request_id,
				  .topic_id = topic->topic_id,
				  .done = topic->quick_words,
				  .result = topic->quick_result};

	/* Borrowed texts: nothing here is released. */
	if (topic->quick_result == RESULT_NOT_OURS)
		contact.result_text = !str_is_blank(topic->not_ours_where)
					  ? topic->not_ours_where
					  : topic->quick_words;
	return contact_save(db, visit_id, logging->actor.staff_id, logging->at,
			    &contact, true, err);
}

static bool log_work(struct db *db, void *state, struct error *err)
{
	struct logging *logging = state;
	const struct visit_actor *actor = &logging->actor;
	struct visit_row row;
	int64_t request_id;

	if (!add_visit(db, logging, &row, err) ||
	    !add_request(db, logging, &row, &request_id, err))
		return false;
	*logging->visit_id = row.visit_id;
	return add_contact(db, logging, row.visit_id, request_id, err) &&
	       standing_touch(db, request_id, actor->staff_id, logging->at,
			      err) &&
	       acknowledgement_add(db, request_id, actor->staff_id, "counter",
				   logging->at, row.arrived_on, err) &&
	       topic_count_use(db, logging->topic->topic_id, err);
}

bool desk_log_topic(struct desk *desk, int64_t topic_id, char **reference,
		    int64_t *visit_id, struct error *err)
{
	struct topic topic;
	struct logging logging = {.topic = &topic,
				  .at = desk_now(desk),
				  .reference = reference,
				  .visit_id = visit_id};
	bool is_done;

	*reference = NULL;
	*visit_id = 0;
	if (!desk_need_session(desk, err) ||
	    !topic_get(desk->db, topic_id, &topic, err))
		return false;
	visit_actor_of(desk, &logging.actor);
	is_done = db_transaction(desk->db, log_work, &logging, err);
	if (!is_done) {
		mem_replace(reference, NULL);
		*visit_id = 0;
	}
	topic_release(&topic);
	return is_done;
}
