/*
 * request_party.c - whose request it is, and how to reach them
 */
#include "frontdesk/base/intl.h"
#include "frontdesk/desk/resident.h"
#include "frontdesk/store/present.h"
#include "frontdesk/store/request.h"
#include "frontdesk/store/standing.h"
#include "frontdesk/store/visit.h"
#include "visit_private.h"

struct correcting {
	int64_t request_id, resident_id, organisation_id, staff_id, at;
	enum visit_part part;
};

/* Until its F9 the request follows the people of its first visit: what is
 * corrected there would be undone by its next save. */
static bool is_following(struct db *db, int64_t request_id, bool *out,
			 struct error *err)
{
	struct request_facts facts;
	struct visit_row visit;

	if (!request_get_facts(db, request_id, 0, &facts, err))
		return false;
	*out = facts.state == REQUEST_DRAFT;
	if (*out || facts.first_visit_id == 0)
		return true;
	if (!visit_get_row(db, facts.first_visit_id, &visit, err))
		return false;
	*out = visit_is_open(&visit);
	return true;
}

static bool correct(struct db *db, void *state, struct error *err)
{
	const struct correcting *correcting = state;
	bool follows_visit;

	if (!is_following(db, correcting->request_id, &follows_visit, err))
		return false;
	if (follows_visit)
		return error_set(err, ERROR_CONFLICT, "",
				 _("Its visit is not over: change who is "
				   "present there."));
	return request_set_party(
		   db, correcting->request_id, correcting->resident_id,
		   correcting->organisation_id, correcting->part, err) &&
	       standing_touch(db, correcting->request_id, correcting->staff_id,
			      correcting->at, err);
}

bool desk_correct_party(struct desk *desk, int64_t request_id,
			int64_t resident_id, int64_t organisation_id,
			enum visit_part part, struct error *err)
{
	struct correcting correcting = {
	    request_id,
	    resident_id,
	    organisation_id,
	    desk->session.staff_id,
	    desk_now(desk),
	    organisation_id != 0 ? PART_FOR_ORGANISATION : part,
	};

	return desk_need_session(desk, err) &&
	       db_transaction(desk->db, correct, &correcting, err);
}

bool desk_reach_of_request(struct desk *desk, int64_t request_id, char **out,
			   struct error *err)
{
	*out = NULL;
	return desk_need_session(desk, err) &&
	       request_get_reach(desk->db, request_id, out, err);
}
