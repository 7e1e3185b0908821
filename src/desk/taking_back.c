/*
 * taking_back.c - the last thing that was done here is taken back
 *
 * By the same person on the same day. What was done stays on record, with the
 * instant from which it does not count.
 */
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/core/resident.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/store/acknowledgement.h"
#include "frontdesk/store/promise.h"
#include "frontdesk/store/resolution.h"
#include "frontdesk/store/told.h"
#include "passing.h"

static void free_resident(struct resident *resident)
{
	if (resident != NULL)
		resident_release(resident);
	free(resident);
}

void act_release(struct act *act)
{
	free(act->form);
	free_resident(act->was);
	free_resident(act->noted);
	*act = (struct act){0};
}

void act_remember(struct desk *desk, const struct act *act)
{
	struct act *added;

	if (desk->act_count == DESK_ACTS) {
		act_release(&desk->acts[0]);
		memmove(&desk->acts[0], &desk->acts[1],
			--desk->act_count * sizeof(desk->acts[0]));
	}
	added = &desk->acts[desk->act_count++];
	*added = *act;
	added->serial = ++desk->act_serial;
}

bool desk_can_take_back(const struct desk *desk)
{
	return desk->act_count > 0;
}

int64_t desk_last_act(const struct desk *desk)
{
	return desk->act_count > 0 ? desk->acts[desk->act_count - 1].serial : 0;
}

void desk_forget_acts(struct desk *desk)
{
	while (desk->act_count > 0)
		act_release(&desk->acts[--desk->act_count]);
}

static bool take_back_promise(struct db *db, struct taking_back *work,
			      struct error *err)
{
	const struct act *act = work->act;
	int64_t me = work->desk->session.staff_id;
	struct promise promise;
	enum promise_state was;
	bool is_done;

	if (!promise_take_back(db, act->id, me, act->at, work->at, &was, err) ||
	    !promise_get(db, act->id, &promise, err))
		return passing_missing(
		    err, ERROR_CONFLICT,
		    _("The promise was changed meanwhile: read the list "
		      "anew."));
	if (was == PROMISE_RENEWED)
		str_addf(&work->said, _("Taken back: “%s” is promised for "),
			 promise.what);
	else
		str_addf(&work->said, _("Taken back: “%s” is open again, by "),
			 promise.what);
	passing_add_day(work->desk, promise.due_at, &work->said);
	str_add(&work->said, was == PROMISE_RENEWED ? _(" again.") : ".");
	is_done = standing_untouch(db, promise.request_id, me, act->at, err);
	promise_release(&promise);
	return is_done;
}

static bool take_back_told(struct db *db, struct taking_back *work,
			   struct error *err)
{
	const struct act *act = work->act;
	int64_t me = work->desk->session.staff_id, request_id;

	if (!told_take_back(db, act->id, me, act->at, work->at, &request_id,
			    err))
		return passing_missing(err, ERROR_CONFLICT,
				       _("It was changed meanwhile: read the "
					 "list anew."));
	str_add(&work->said, _("Taken back: it is still to be told."));
	return (!act->has_acknowledged ||
		acknowledgement_take_back(db, request_id, me, act->at, work->at,
					  err)) &&
	       standing_untouch(db, request_id, me, act->at, err);
}

static bool take_back_acknowledgement(struct db *db, struct taking_back *work,
				      struct error *err)
{
	const struct act *act = work->act;
	int64_t me = work->desk->session.staff_id;

	if (!acknowledgement_take_back(db, act->id, me, act->at, work->at, err))
		return passing_missing(err, ERROR_CONFLICT,
				       _("It was taken back already."));
	str_add(&work->said,
		_("Taken back: the request is to be acknowledged."));
	return standing_untouch(db, act->id, me, act->at, err);
}

static bool take_back_resolution(struct db *db, struct taking_back *work,
				 struct error *err)
{
	const struct act *act = work->act;
	int64_t me = work->desk->session.staff_id;
	struct standing standing;

	if (!resolution_take_back(db, act->id, me, act->at, work->at, err) ||
	    !promise_open_own(db, act->id, me, act->at, work->at, err) ||
	    !passing_standing(db, act->id, &standing, err))
		return passing_missing(
		    err, ERROR_CONFLICT,
		    _("The request was changed, or its result told, "
		      "meanwhile: read it anew."));
	str_addf(&work->said, _("Taken back: %s is open again."),
		 standing.reference);
	standing_release(&standing);
	return standing_untouch(db, act->id, me, act->at, err);
}

static bool take_back(struct db *db, void *state, struct error *err)
{
	struct taking_back *work = state;

	str_clear(&work->said);
	switch (work->act->kind) {
	case ACT_PROMISE:
		return take_back_promise(db, work, err);
	case ACT_PROMISE_MADE:
		return take_back_made(db, work, err);
	case ACT_TOLD:
		return take_back_told(db, work, err);
	case ACT_ACKNOWLEDGED:
		return take_back_acknowledgement(db, work, err);
	case ACT_RESOLVED:
		return take_back_resolution(db, work, err);
	case ACT_VOIDED:
		return take_back_voided(db, work, err);
	case ACT_LEFT:
		return take_back_left(db, work, err);
	case ACT_JOINED:
		return take_back_joined(db, work, err);
	case ACT_CARD:
		return take_back_card(db, work, err);
	case ACT_RETIRED:
		return take_back_retired(db, work, err);
	case ACT_PASSED:
		return take_back_passed(db, work, err);
	case ACT_UNANSWERED:
		return take_back_unanswered(db, work, err);
	case ACT_ANSWERED:
		return take_back_answer(db, work, err);
	case ACT_NOTED:
		return take_back_noted(db, work, err);
	case ACT_MERGED:
		return take_back_merged(db, work, err);
	case ACT_FEEDBACK:
		return take_back_feedback(db, work, err);
	case ACT_IDEA:
		return take_back_idea(db, work, err);
	case ACT_IDEA_STEP:
		return take_back_idea_step(db, work, err);
	case ACT_THANKS:
		return take_back_thanks(db, work, err);
	}
	return false;
}

bool desk_take_back(struct desk *desk, char **said, struct error *err)
{
	struct taking_back work = {.desk = desk, .at = desk_now(desk)};
	bool is_done;

	*said = NULL;
	if (!desk_may(desk, DUTY_SERVE, err))
		return false;
	if (desk->act_count == 0)
		return error_set(err, ERROR_NOT_FOUND, "",
				 _("There is nothing to take back."));
	work.act = &desk->acts[desk->act_count - 1];
	if (day_compare(zone_day(desk->site.time_zone, work.act->at),
			desk_today(desk)) != 0) {
		desk_forget_acts(desk);
		return error_set(err, ERROR_DENIED, "",
				 _("Only what was done today can be taken "
				   "back."));
	}
	is_done = db_transaction(desk->db, take_back, &work, err);
	/* What cannot be taken back any more does not stand in the way. */
	if (is_done || err->code == ERROR_CONFLICT)
		act_release(&desk->acts[--desk->act_count]);
	if (is_done)
		*said = str_take(&work.said);
	str_release(&work.said);
	return is_done;
}
