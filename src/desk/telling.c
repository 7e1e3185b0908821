/*
 * telling.c - acknowledging a request, resolving it, and telling what came of
 * it
 */
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/store/acknowledgement.h"
#include "frontdesk/store/told.h"
#include "passing.h"

struct telling {
	struct desk *desk;
	int64_t id; /* of the request or the telling */
	const char *text;
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

static bool acknowledge(struct db *db, void *state, struct error *err)
{
	struct telling *work = state;
	int64_t me = work->desk->session.staff_id;
	int64_t now = desk_now(work->desk);
	struct standing standing;

	if (!passing_standing(db, work->id, &standing, err))
		return false;
	standing_release(&standing);
	return acknowledgement_insert(db, work->id, me, work->text, now,
				      desk_today(work->desk), err) &&
	       standing_touch(db, work->id, me, now, err);
}

bool desk_acknowledge(struct desk *desk, int64_t request_id, const char *how,
		      struct error *err)
{
	struct telling work = {.desk = desk, .id = request_id, .text = how};

	return desk_may(desk, DUTY_SERVE, err) && check_how(how, err) &&
	       db_transaction(desk->db, acknowledge, &work, err);
}

/* Whoever is told the result knows that the request was received. */
static bool tell(struct db *db, void *state, struct error *err)
{
	struct telling *work = state;
	int64_t me = work->desk->session.staff_id;
	int64_t now = desk_now(work->desk);
	int64_t request_id;
	bool was_acknowledged;

	if (!told_settle(db, work->id, me, work->text, now, &request_id,
			 &was_acknowledged, err))
		return passing_missing(err, ERROR_CONFLICT,
				       _("Somebody has told them meanwhile: "
					 "read the list anew."));
	return (was_acknowledged ||
		acknowledgement_insert(db, request_id, me, "telephone", now,
				       desk_today(work->desk), err)) &&
	       standing_touch(db, request_id, me, now, err);
}

bool desk_tell(struct desk *desk, int64_t told_id, const char *note,
	       struct error *err)
{
	const struct text_limit limit = {
	    .field = "note", .label = _("the note"), .max = 300};
	struct telling work = {.desk = desk, .id = told_id, .text = note};

	return desk_may(desk, DUTY_SERVE, err) &&
	       text_check(note, &limit, err) &&
	       db_transaction(desk->db, tell, &work, err);
}

/* Nobody can be told who left neither a name nor a telephone. */
static bool resolve(struct db *db, void *state, struct error *err)
{
	struct telling *work = state;
	int64_t me = work->desk->session.staff_id;
	int64_t now = desk_now(work->desk);
	struct standing standing;
	int64_t told_id;
	bool is_reachable;

	if (!passing_standing(db, work->id, &standing, err))
		return false;
	is_reachable = standing.is_reachable;
	standing_release(&standing);
	if (!standing_resolve(db, work->id, now, desk_today(work->desk), err))
		return passing_missing(err, ERROR_CONFLICT,
				       _("The request is not open any more: "
					 "read it anew."));
	return (!is_reachable ||
		told_owe(db, work->id, me, work->text, now, &told_id, err)) &&
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
	       db_transaction(desk->db, resolve, &work, err);
}
