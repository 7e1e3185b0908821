/*
 * closing.c - the day is closed: its figures, its remarks, and what is given
 * out of it, in one transaction
 */
#include "frontdesk/desk/closing.h"

#include <stdio.h>
#include <stdlib.h>

#include "closing_private.h"
#include "day_fields.h"
#include "day_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "passing.h"

#define NAMED_MANY 4 /* visits in one sentence */

/* Forms that nothing outside can fail for. */
static const char *const at_once[] = {"text", "csv", "json"};

/* Names the row of what cannot be one: "remark2". */
static bool check_remarks(const char *const remarks[CLOSING_REMARKS],
			  bool is_required, struct error *err)
{
	static const char *const fields[CLOSING_REMARKS] = {
	    "remark1", "remark2", "remark3"};
	bool is_any = false;

	for (int i = 0; i < CLOSING_REMARKS; i++) {
		const struct text_limit limit = {
		    .field = fields[i],
		    .label = _("the remark"),
		    .max = CLOSING_REMARK_MAX,
		};

		if (!text_check(remarks[i], &limit, err))
			return false;
		is_any = is_any || !str_is_blank(remarks[i]);
	}
	return is_any || !is_required ||
	       error_set(err, ERROR_INVALID, "remark1", "%s",
			 _("There is no remark yet: write what happened."));
}

struct closing_work {
	struct desk *desk;
	const struct closing_order *order;
	struct summary summary;
	int64_t closing_id;
};

static bool closed_already(struct db *db, int64_t closing_id, struct error *err)
{
	char *closed_by;
	int64_t closed_at;

	if (!closing_get(db, closing_id, &closed_at, &closed_by, err))
		return false;
	error_set(err, ERROR_CONFLICT, "day",
		  _("%s has closed this day already. A remark can still be "
		    "added."),
		  closed_by);
	free(closed_by);
	return false;
}

/* The first of them, and how many there are. */
struct naming {
	struct str names;
	size_t count;
};

static void add_visit(const struct closing_visit *row, void *state)
{
	struct naming *naming = state;

	if (naming->count++ < NAMED_MANY)
		str_addf(&naming->names, "%s%s",
			 naming->names.len > 0 ? ", " : "", row->reference);
}

static bool check_open(struct db *db, const struct closing_work *work,
		       struct error *err)
{
	struct naming naming = {0};

	if (work->order->with_open || work->summary.visits.open == 0)
		return true;
	if (closing_each_open_visit(db, work->desk->site.site_id,
				    work->order->day, add_visit, &naming,
				    err)) {
		if (naming.count > NAMED_MANY)
			str_addf(&naming.names, _(" and %zu more"),
				 naming.count - NAMED_MANY);
		error_set(err, ERROR_CONFLICT, "open",
			  _("Open visits: %s. They can be finished first, or "
			    "the day closed all the same."),
			  str_text(&naming.names));
	}
	str_release(&naming.names);
	return false;
}

static void set_note(const struct closing_work *work, struct summary *summary)
{
	const struct desk *desk = work->desk;
	struct str at = STR_INIT;
	struct local local;
	int count = 0;

	desk_local(desk, db_now(desk->db), &local);
	str_addf(&at, "%04d-%02d-%02dT%02d:%02d", local.year, local.month,
		 local.day, local.hour, local.minute);
	summary->closing.at = str_take(&at);
	summary->closing.by = mem_copy(desk->session.staff_name);
	for (int i = 0; i < CLOSING_REMARKS; i++)
		if (!str_is_blank(work->order->remarks[i]))
			summary->closing.remarks[count++] =
			    mem_copy(work->order->remarks[i]);
}

static bool insert(struct db *db, struct closing_work *work, struct error *err)
{
	const struct summary *summary = &work->summary;
	struct audit_head head = {.count = summary->audit.entries};

	snprintf(head.hash, sizeof(head.hash), "%s", summary->audit.head);
	if (!closing_insert(db, work->desk->site.site_id, work->order->day,
			    &head, &work->closing_id, err))
		return false;
	for (int i = 0; i < CLOSING_REMARKS; i++)
		if (summary->closing.remarks[i] != NULL &&
		    !closing_add_remark(db, work->closing_id,
					summary->closing.remarks[i], false,
					err))
			return false;
	return true;
}

static bool keep_forms(struct db *db, const struct closing_work *work,
		       struct error *err)
{
	struct closing_paper paper = {work->closing_id, CLOSING_DATA, true};
	struct str bytes = STR_INIT, words = STR_INIT;
	bool is_done;

	day_data_write(&work->summary, &bytes);
	is_done = closing_keep_paper(db, &paper, &bytes, err);
	paper.with_names = false;
	for (size_t i = 0;
	     is_done && work->order->render != NULL && i < MEM_COUNT(at_once);
	     i++) {
		str_clear(&bytes);
		paper.form = at_once[i];
		is_done = work->order->render(&work->summary, paper.form, false,
					      &bytes, &words, err) &&
			  closing_keep_paper(db, &paper, &bytes, err);
	}
	str_release(&bytes);
	str_release(&words);
	return is_done;
}

static bool close_day(struct db *db, void *state, struct error *err)
{
	struct closing_work *work = state;
	const struct desk *desk = work->desk;
	const struct summary_scope scope = {
	    .from = work->order->day, .to = work->order->day, .is_whole = true};

	/* Anew each time: the engine may run this twice. */
	summary_release(&work->summary);
	if (closing_find(db, desk->site.site_id, work->order->day,
			 &work->closing_id, err))
		return closed_already(db, work->closing_id, err);
	if (err->code != ERROR_NOT_FOUND)
		return false;
	error_clear(err);
	if (!day_read_within(work->desk, db, &scope, &work->summary, err) ||
	    !check_open(db, work, err))
		return false;
	set_note(work, &work->summary);
	return insert(db, work, err) && keep_forms(db, work, err);
}

bool desk_close_day(struct desk *desk, const struct closing_order *order,
		    struct error *err)
{
	struct closing_work work = {.desk = desk, .order = order};
	bool is_done;

	if (!desk_can_close_day(desk, order->day, err) ||
	    !check_remarks(order->remarks, false, err))
		return false;
	is_done = db_transaction(desk->db, close_day, &work, err);
	summary_release(&work.summary);
	return is_done;
}

struct remark_work {
	const struct desk *desk;
	struct day day;
	const char *const *remarks;
};

static bool add_remarks(struct db *db, void *state, struct error *err)
{
	const struct remark_work *work = state;
	int64_t closing_id;

	if (!closing_find(db, work->desk->site.site_id, work->day, &closing_id,
			  err))
		return passing_missing(err, ERROR_NOT_FOUND,
				       _("That day is not closed: a remark is "
					 "made when it is."));
	for (int i = 0; i < CLOSING_REMARKS; i++)
		if (!str_is_blank(work->remarks[i]) &&
		    !closing_add_remark(db, closing_id, work->remarks[i], true,
					err))
			return false;
	return true;
}

bool desk_add_day_remarks(struct desk *desk, struct day day,
			  const char *const remarks[CLOSING_REMARKS],
			  struct error *err)
{
	struct remark_work work = {desk, day, remarks};

	return desk_need_session(desk, err) &&
	       desk_may(desk, DUTY_CLOSE_DAY, err) &&
	       check_remarks(remarks, true, err) &&
	       db_transaction(desk->db, add_remarks, &work, err);
}
