/*
 * visit_save.c - what was typed, kept: people, requests, contacts
 */
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/desk/visit.h"
#include "frontdesk/store/contact.h"
#include "frontdesk/store/request.h"
#include "frontdesk/store/search.h"
#include "frontdesk/store/standing.h"
#include "visit_private.h"

bool contact_is_blank(const struct contact *contact)
{
	return contact->request_id == 0 && contact->topic_id == 0 &&
	       contact->number_count == 0 && contact->answer_count == 0 &&
	       contact->result == RESULT_NONE && str_is_blank(contact->place) &&
	       str_is_blank(contact->contact_text) &&
	       str_is_blank(contact->words) && str_is_blank(contact->concern) &&
	       str_is_blank(contact->done) &&
	       str_is_blank(contact->result_text);
}

static bool add_draft(struct db *db, const struct visit_actor *actor,
		      const struct visit *visit, struct contact *contact,
		      struct error *err)
{
	struct request_row row = {
	    .topic_id = contact->topic_id,
	    .place = contact->place,
	    .contact_text = contact->contact_text,
	    .state = REQUEST_DRAFT,
	    .owner_staff_id = actor->staff_id,
	    .owner_department_id = actor->department_id,
	    .channel = visit->channel,
	    .site_id = actor->site_id,
	    .received_at = visit->arrived_at,
	    .received_on = zone_day(actor->zone, visit->arrived_at),
	    .first_visit_id = visit->visit_id,
	};

	if (!desk_insert_request(db, &row, &contact->reference, err))
		return false;
	contact->request_id = row.request_id;
	return true;
}

static bool is_new_with(const struct request_facts *facts,
			const struct visit *visit)
{
	return facts->first_visit_id == visit->visit_id;
}

bool visit_save_request(struct db *db, const struct visit_actor *actor,
			const struct visit *visit, struct contact *contact,
			bool is_over, struct request_facts *facts,
			struct error *err)
{
	bool is_ours;

	/* What add_draft adds: nobody offered, promised or acknowledged yet. */
	*facts = (struct request_facts){.state = REQUEST_DRAFT,
					.first_visit_id = visit->visit_id};
	if (contact->request_id == 0) {
		if (!add_draft(db, actor, visit, contact, err))
			return false;
	} else if (!request_get_facts(db, contact->request_id, visit->visit_id,
				      facts, err) ||
		   !request_update(db, contact,
				   is_over || is_new_with(facts, visit), err)) {
		return false;
	}
	/* Until the F9 of its first visit it follows that visit's people. */
	is_ours = is_new_with(facts, visit);
	if (is_ours &&
	    !request_sync_parties(db, contact->request_id, visit, err))
		return false;
	return request_sync_numbers(db, contact, is_ours, err);
}

bool visit_save_work(struct db *db, const struct visit_actor *actor,
		     struct visit *visit, int64_t at, struct error *err)
{
	struct request_facts facts;
	struct visit_row row;

	if (!visit_get_row(db, visit->visit_id, &row, err))
		return false;
	if (!visit_check_open(&row, err))
		return false;
	visit->arrived_at = row.arrived_at;
	if (!visit_update(db, visit, err) || !visit_sync_people(db, visit, err))
		return false;
	for (size_t i = 0; i < visit->contact_count; i++) {
		struct contact *contact = &visit->contacts[i];

		if (contact_is_blank(contact))
			continue;
		if (!visit_save_request(db, actor, visit, contact, false,
					&facts, err) ||
		    !contact_save(db, visit->visit_id, actor->staff_id, at,
				  contact, false, err) ||
		    (!is_new_with(&facts, visit) &&
		     !contact_keep_place(db, visit->visit_id, contact, err)) ||
		    !standing_touch(db, contact->request_id, actor->staff_id,
				    at, err))
			return false;
	}
	return true;
}

bool visit_touch_people(struct db *db, const struct visit *visit,
			struct error *err)
{
	/* Last to first: the resident comes to stand on top. */
	for (size_t i = visit->person_count; i-- > 0;)
		if (!search_touch(db, visit->people[i].resident_id,
				  visit->people[i].resident_id != 0
				      ? 0
				      : visit->people[i].organisation_id,
				  err))
			return false;
	return true;
}

struct saving {
	struct visit_actor actor;
	struct visit *visit;
	int64_t at;
};

static bool save_work(struct db *db, void *state, struct error *err)
{
	struct saving *saving = state;

	/* An older form that was put aside would hide what is saved now. */
	return visit_save_work(db, &saving->actor, saving->visit, saving->at,
			       err) &&
	       draft_delete(db, saving->visit->visit_id, err);
}

bool desk_save_visit(struct desk *desk, struct visit *visit, struct error *err)
{
	struct saving saving = {.visit = visit, .at = desk_now(desk)};

	if (!desk_need_session(desk, err) || !visit_check(visit, err))
		return false;
	visit_actor_of(desk, &saving.actor);
	return visit_transaction(desk, visit, save_work, &saving, err);
}
