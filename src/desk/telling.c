/*
 * telling.c - acknowledging a request, resolving it, and telling what came of
 * it
 */
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/store/acknowledgement.h"
#include "frontdesk/store/handoff.h"
#include "frontdesk/store/promise.h"
#include "frontdesk/store/resolution.h"
#include "frontdesk/store/told.h"
#include "passing.h"

struct telling {
	struct desk *desk;
	int64_t id;	  /* of the request or the telling */
	int64_t visit_id; /* told there, or 0 */
	int64_t at;	  /* of what ^Z takes back */
	const char *text;
	bool has_acknowledged;
};

static bool check_how(const char *how, struct error *err)
{
	static const char *const ways[] = {"reference_read", "slip",
					   "telephone", "letter", "mail"};

	for (size_t i = 0; i < MEM_COUNT(ways); i++)
		if (str_same(ways[i], how))
			return true;
	return error_set(err, ERROR_INVALID, "how",
			 _("Choose how: reference read, slip, telephone, "
			   "letter or mail."));
}

static struct day day_of(const struct telling *work)
{
	return zone_day(work->desk->site.time_zone, work->at);
}

/* ^Z takes it back. */
static bool run(struct telling *work, db_work_fn *telling, enum act_kind kind,
		struct error *err)
{
	work->at = desk_now(work->desk);
	if (!db_transaction(work->desk->db, telling, work, err))
		return false;
	act_remember(work->desk, &(struct act){
				     .kind = kind,
				     .id = work->id,
				     .at = work->at,
				     .has_acknowledged = work->has_acknowledged,
				 });
	return true;
}

static bool acknowledge(struct db *db, void *state, struct error *err)
{
	struct telling *work = state;
	int64_t me = work->desk->session.staff_id;
	int64_t now = work->at;
	struct standing standing;

	if (!passing_standing(db, work->id, &standing, err))
		return false;
	standing_release(&standing);
	return acknowledgement_insert(db, work->id, me, work->text, now,
				      day_of(work), err) &&
	       standing_touch(db, work->id, me, now, err);
}

bool desk_acknowledge(struct desk *desk, int64_t request_id, const char *how,
		      struct error *err)
{
	struct telling work = {.desk = desk, .id = request_id, .text = how};

	return desk_may(desk, DUTY_SERVE, err) && check_how(how, err) &&
	       run(&work, acknowledge, ACT_ACKNOWLEDGED, err);
}

static bool told_meanwhile(struct error *err)
{
	return passing_missing(err, ERROR_CONFLICT,
			       _("Somebody has told them meanwhile: read the "
				 "list anew."));
}

/* Whoever is told the result knows that the request was received. */
static bool tell(struct db *db, void *state, struct error *err)
{
	struct telling *work = state;
	int64_t me = work->desk->session.staff_id;
	int64_t now = work->at;
	int64_t request_id;
	bool was_acknowledged;

	if (!told_settle(db, work->id, me, work->visit_id, work->text, now,
			 &request_id, &was_acknowledged, err))
		return told_meanwhile(err);
	work->has_acknowledged = !was_acknowledged;
	return (was_acknowledged ||
		acknowledgement_insert(db, request_id, me,
				       work->visit_id != 0 ? "counter"
							   : "telephone",
				       now, day_of(work), err)) &&
	       standing_touch(db, request_id, me, now, err);
}

static bool check_note(const char *note, struct error *err)
{
	const struct text_limit limit = {
	    .field = "note", .label = _("the note"), .max = 300};

	return text_check(note, &limit, err);
}

bool desk_tell(struct desk *desk, int64_t told_id, const char *note,
	       struct error *err)
{
	return desk_tell_here(desk, told_id, 0, note, err);
}

bool desk_tell_here(struct desk *desk, int64_t told_id, int64_t visit_id,
		    const char *note, struct error *err)
{
	struct telling work = {
	    .desk = desk,
	    .id = told_id,
	    .visit_id = visit_id,
	    .text = note,
	};

	return desk_may(desk, DUTY_SERVE, err) && check_note(note, err) &&
	       run(&work, tell, ACT_TOLD, err);
}

static bool not_reached(struct db *db, void *state, struct error *err)
{
	struct telling *work = state;
	int64_t me = work->desk->session.staff_id;
	int64_t now = work->at, request_id;

	if (!told_not_reached(db, work->id, me, work->text, now, &request_id,
			      err))
		return told_meanwhile(err);
	return standing_touch(db, request_id, me, now, err);
}

bool desk_not_reached(struct desk *desk, int64_t told_id, const char *note,
		      struct error *err)
{
	struct telling work = {.desk = desk, .id = told_id, .text = note};

	return desk_may(desk, DUTY_SERVE, err) && check_note(note, err) &&
	       run(&work, not_reached, ACT_TOLD, err);
}

/*
 * What is offered waits for its answer, and what somebody else promised is
 * theirs to settle: the request stays open until then.
 */
static bool check_nothing_owed(struct db *db, const struct telling *work,
			       struct error *err)
{
	struct str to = STR_INIT, what = STR_INIT, who = STR_INIT;
	bool done =
	    handoff_pending(db, work->id, &to, err) &&
	    promise_of_others(db, work->id, work->desk->session.staff_id, &what,
			      &who, err);

	if (done && str_text(&to)[0] != '\0')
		done = error_set(err, ERROR_CONFLICT, "",
				 _("It is offered to %s: wait for the answer, "
				   "then resolve it."),
				 str_text(&to));
	else if (done && str_text(&what)[0] != '\0')
		done = error_set(err, ERROR_CONFLICT, "",
				 _("%s promised “%s” for it: settle that "
				   "promise first."),
				 str_text(&who), str_text(&what));
	str_release(&to);
	str_release(&what);
	str_release(&who);
	return done;
}

/* Nobody can be told who left neither a name nor a telephone. */
static bool resolve(struct db *db, void *state, struct error *err)
{
	struct telling *work = state;
	int64_t me = work->desk->session.staff_id;
	int64_t now = work->at;
	struct standing standing;
	struct resolution resolution = {
	    .request_id = work->id,
	    .staff_id = me,
	    .at = now,
	    .on = day_of(work),
	    .done = work->text,
	};
	bool is_reachable;

	if (!passing_standing(db, work->id, &standing, err))
		return false;
	if (standing.state == REQUEST_OPEN &&
	    !check_nothing_owed(db, work, err)) {
		standing_release(&standing);
		return false;
	}
	is_reachable = standing.is_reachable;
	standing_release(&standing);
	if (is_reachable && !told_owe(db, work->id, me, work->text, now,
				      &resolution.told_id, err))
		return false;
	if (!resolution_insert(db, &resolution, err))
		return passing_missing(err, ERROR_CONFLICT,
				       _("The request is not open any more: "
					 "read it anew."));
	return promise_keep_own(db, work->id, me, now, err) &&
	       standing_touch(db, work->id, me, now, err);
}

bool desk_resolve_request(struct desk *desk, int64_t request_id,
			  const char *done, struct error *err)
{
	const struct text_limit limit = {.field = "done",
					 .label = _("what was done"),
					 .max = 512,
					 .is_required = true};
	struct telling work = {.desk = desk, .id = request_id, .text = done};

	return desk_may(desk, DUTY_SERVE, err) &&
	       text_check(done, &limit, err) &&
	       run(&work, resolve, ACT_RESOLVED, err);
}
