/*
 * thanks.c - thanks to a colleague, from a visitor's mouth or one's own
 */
#include "frontdesk/desk/thanks.h"

#include "frontdesk/base/intl.h"
#include "frontdesk/base/text.h"
#include "frontdesk/store/thanks.h"
#include "passing.h"

struct thanking {
	struct thanks thanks;
	int64_t thanks_id, staff_id, at;
};

static bool check(const struct desk *desk, const struct thanks *thanks,
		  struct error *err)
{
	const struct text_limit limit = {.field = "thanks",
					 .label = _("what for"),
					 .max = THANKS_TEXT_MAX,
					 .is_required = true};

	if (thanks->to_staff_id == desk->session.staff_id)
		return error_set(err, ERROR_INVALID, "to",
				 _("Thanks are for a colleague: let one of "
				   "them note what is said of you."));
	return text_check(thanks->text, &limit, err) &&
	       passing_check_active(desk->db, thanks->to_staff_id, "to", err);
}

static bool thank(struct db *db, void *state, struct error *err)
{
	struct thanking *work = state;

	return thanks_insert(db, &work->thanks, &work->thanks_id, err);
}

bool desk_thank(struct desk *desk, int64_t to_staff_id, bool is_from_visitor,
		int64_t visit_id, const char *text, struct error *err)
{
	struct thanking work = {
	    .thanks = {.site_id = desk->site.site_id,
		       .to_staff_id = to_staff_id,
		       .noted_by = desk->session.staff_id,
		       .visit_id = visit_id,
		       .is_from_visitor = is_from_visitor,
		       .text = text,
		       .at = desk_now(desk),
		       .on = desk_today(desk)},
	};

	if (!desk_may(desk, DUTY_SERVE, err) ||
	    !check(desk, &work.thanks, err) ||
	    !db_transaction(desk->db, thank, &work, err))
		return false;
	act_remember(desk, &(struct act){.kind = ACT_THANKS,
					 .id = work.thanks_id,
					 .at = work.thanks.at});
	return true;
}

static bool note_read(struct db *db, void *state, struct error *err)
{
	struct thanking *work = state;
	bool is_new;

	return thanks_read(db, work->thanks_id, work->staff_id, work->at,
			   &is_new, err);
}

bool desk_read_thanks(struct desk *desk, int64_t thanks_id, struct error *err)
{
	struct thanking work = {.thanks_id = thanks_id,
				.staff_id = desk->session.staff_id,
				.at = desk_now(desk)};

	return desk_may(desk, DUTY_SERVE, err) &&
	       db_transaction(desk->db, note_read, &work, err);
}
