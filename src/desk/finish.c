/*
 * finish.c - F9: the result, what follows from it, and the end
 */
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/visit.h"
#include "frontdesk/store/acknowledgement.h"
#include "frontdesk/store/contact.h"
#include "frontdesk/store/request.h"
#include "frontdesk/store/standing.h"
#include "frontdesk/store/told.h"
#include "frontdesk/store/topic.h"
#include "visit_private.h"

static enum result result_of_facts(const struct request_facts *facts)
{
	if (facts->was_handed_off)
		return RESULT_HANDED_OFF;
	return facts->was_promised ? RESULT_OPENED : RESULT_NONE;
}

/*
 * What somebody else still owes is not closed by an answer at the counter: a
 * hand-off nobody decided, an open promise, work that was accepted elsewhere.
 */
static bool stays_open(const struct request_facts *facts,
		       const struct visit_actor *actor, int64_t visit_id,
		       enum result result)
{
	bool is_elsewhere = facts->first_visit_id != visit_id &&
			    facts->state == REQUEST_OPEN &&
			    facts->had_handoff && facts->owner_staff_id != 0 &&
			    facts->owner_staff_id != actor->staff_id;

	return result_is_open(result) || facts->has_offer ||
	       facts->has_promise || is_elsewhere;
}

/* How the request stands after this F9; its acknowledgement apart. */
static void settle(const struct visit_actor *actor, const struct visit *visit,
		   const struct contact *contact,
		   const struct request_facts *facts, int64_t ended_at,
		   struct request_settlement *out)
{
	*out = (struct request_settlement){.state = REQUEST_OPEN,
					   .result = contact->result};
	if (stays_open(facts, actor, visit->visit_id, contact->result)) {
		if (result_is_open(contact->result))
			return;
		if (facts->has_offer)
			out->result = RESULT_HANDED_OFF;
		else
			out->result = result_is_open(facts->result)
					  ? facts->result
					  : RESULT_OPENED;
		return;
	}
	out->state = REQUEST_RESOLVED;
	out->resolved_at = ended_at;
	out->resolved_on = zone_day(actor->zone, ended_at);
	/* Its day stays: a figure that was printed is not changed later. */
	if (facts->state == REQUEST_RESOLVED && facts->resolved_at != 0) {
		out->resolved_at = facts->resolved_at;
		out->resolved_on = facts->resolved_on;
	}
}

static bool check_result(struct contact *contact,
			 const struct request_facts *facts, struct error *err)
{
	if (contact->result == RESULT_NONE)
		contact->result = result_of_facts(facts);
	if (contact->result == RESULT_NONE)
		return error_set(err, ERROR_INVALID, "result", "%s",
				 _("Choose what came of it."));
	return contact_check(contact, err);
}

/*
 * What this F9 acknowledges, and how: what is answered at the counter, and any
 * other once its reference was read out to them. NULL: nothing. Whoever sent a
 * message is not here: somebody acknowledges it, by telephone or letter.
 */
static const char *acknowledged_how(const struct visit *visit,
				    const struct contact *contact,
				    const struct request_facts *facts)
{
	if (facts->is_acknowledged || visit->channel == CHANNEL_MESSAGE)
		return NULL;
	if (result_acknowledges(contact->result))
		return "counter";
	return result_is_read_out(contact->result) && contact->is_read_out
		   ? "reference_read"
		   : NULL;
}

/* In one change, so that an index of what waits is not written twice. */
static bool settle_and_acknowledge(struct db *db,
				   const struct visit_actor *actor,
				   const struct visit *visit,
				   const struct contact *contact,
				   const struct request_facts *facts,
				   int64_t ended_at, struct error *err)
{
	const char *how = acknowledged_how(visit, contact, facts);
	struct request_settlement settlement;
	struct day on = zone_day(actor->zone, ended_at);

	settle(actor, visit, contact, facts, ended_at, &settlement);
	if (how == NULL)
		return request_settle(db, contact->request_id, &settlement,
				      err);
	settlement.acknowledged_at = ended_at;
	settlement.acknowledged_on = on;
	return request_settle(db, contact->request_id, &settlement, err) &&
	       acknowledgement_add(db, contact->request_id, actor->staff_id,
				   how, ended_at, on, err);
}

bool visit_finish_contact(struct db *db, const struct visit_actor *actor,
			  const struct visit *visit, struct contact *contact,
			  int64_t at, int64_t ended_at, struct error *err)
{
	struct request_facts facts;

	if (!visit_save_request(db, actor, visit, contact, true, &facts, err) ||
	    !check_result(contact, &facts, err) ||
	    !contact_save(db, visit->visit_id, actor->staff_id, at, contact,
			  true, err) ||
	    (facts.first_visit_id != visit->visit_id &&
	     !contact_drop_place(db, visit->visit_id, contact->request_id,
				 err)) ||
	    !settle_and_acknowledge(db, actor, visit, contact, &facts, ended_at,
				    err) ||
	    !standing_touch(db, contact->request_id, actor->staff_id, at, err))
		return false;
	/* Whoever hears an end of it at the counter has been told. */
	if (!result_is_open(contact->result) &&
	    !told_settle_request(db, contact->request_id, visit->visit_id,
				 actor->staff_id, ended_at, err))
		return false;
	return contact->topic_id == 0 ||
	       topic_count_use(db, contact->topic_id, err);
}

bool visit_settle_again(struct db *db, const struct visit_actor *actor,
			const struct visit *visit,
			const struct contact *contact, int64_t ended_at,
			struct error *err)
{
	struct request_facts facts;
	struct request_settlement settlement;

	if (!request_get_facts(db, contact->request_id, visit->visit_id, &facts,
			       err))
		return false;
	settle(actor, visit, contact, &facts, ended_at, &settlement);
	return request_settle(db, contact->request_id, &settlement, err);
}

bool visit_finish_work(struct db *db, const struct visit_actor *actor,
		       struct visit *visit, int64_t ended_at, struct error *err)
{
	struct visit_row row;

	if (!visit_get_row(db, visit->visit_id, &row, err))
		return false;
	if (row.edition != visit->edition && visit_state_is_open(row.state))
		return error_set(err, ERROR_CONFLICT, "", "%s",
				 _("Somebody else changed this visit "
				   "meanwhile: open it anew."));
	visit->arrived_at = row.arrived_at;
	if (ended_at < row.begun_at)
		ended_at = row.begun_at;
	/* Whoever is here counts at the end. The state before all that follows:
	 * a visit that is over gets no second result. */
	if (!visit_sync_people(db, visit, err) ||
	    !visit_change(db, actor, &row, VISIT_SERVED, NULL, ended_at, err))
		return false;
	/* It may have been moved: all that follows bears the visit's own. */
	ended_at = row.ended_at;
	if ((row.channel != visit->channel ||
	     row.topic_id != visit->topic_id) &&
	    !visit_update(db, visit, err))
		return false;
	for (size_t i = 0; i < visit->contact_count; i++) {
		/* A second request that was begun and never typed. */
		if (i > 0 && contact_is_blank(&visit->contacts[i]))
			continue;
		if (!visit_finish_contact(db, actor, visit, &visit->contacts[i],
					  ended_at, ended_at, err))
			return false;
	}
	visit->state = VISIT_SERVED;
	visit->ended_at = ended_at;
	return draft_delete(db, visit->visit_id, err) &&
	       visit_touch_people(db, visit, err);
}

struct finishing {
	struct visit_actor actor;
	struct visit *visit;
	int64_t at;
};

static bool finish_work(struct db *db, void *state, struct error *err)
{
	struct finishing *finishing = state;

	return visit_finish_work(db, &finishing->actor, finishing->visit,
				 finishing->at, err);
}

bool desk_finish_visit(struct desk *desk, struct visit *visit, int64_t ended_at,
		       struct error *err)
{
	struct finishing finishing = {.visit = visit, .at = ended_at};
	int64_t now = desk_now(desk);

	if (!desk_need_session(desk, err) || !visit_check(visit, err))
		return false;
	if (visit->contact_count == 0)
		return error_set(err, ERROR_INVALID, "topic", "%s",
				 _("Say what the visit was about."));
	if (ended_at <= 0 || ended_at > now)
		finishing.at = now;
	visit_actor_of(desk, &finishing.actor);
	return visit_transaction(desk, visit, finish_work, &finishing, err);
}

bool desk_result_of_facts(struct desk *desk, int64_t request_id,
			  int64_t visit_id, enum result *out, struct error *err)
{
	struct request_facts facts;

	*out = RESULT_NONE;
	if (request_id == 0)
		return true;
	if (!request_get_facts(desk->db, request_id, visit_id, &facts, err))
		return false;
	*out = result_of_facts(&facts);
	return true;
}

bool desk_is_to_read_out(struct desk *desk, int64_t request_id,
			 int64_t visit_id, enum result result, bool *out,
			 struct error *err)
{
	struct request_facts facts;

	*out = false;
	if (request_id == 0)
		return true;
	if (!request_get_facts(desk->db, request_id, visit_id, &facts, err))
		return false;
	if (result == RESULT_NONE)
		result = result_of_facts(&facts);
	*out = !facts.is_acknowledged && result_is_read_out(result);
	return true;
}
