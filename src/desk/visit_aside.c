/*
 * visit_aside.c - hold and aside: interrupting a visit, and going on with it
 */
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "frontdesk/desk/visit.h"
#include "frontdesk/store/contact.h"
#include "frontdesk/store/interpreter.h"
#include "visit_private.h"

struct changing {
	struct visit_actor actor;
	struct visit *visit;
	int64_t visit_id;
	int64_t at;
	const char *text; /* a reason, a form */
	const char *reason;
	char **form;
};

static bool hold_work(struct db *db, void *state, struct error *err)
{
	struct changing *changing = state;
	struct visit_row row;

	return visit_get_row(db, changing->visit_id, &row, err) &&
	       visit_change(db, &changing->actor, &row, VISIT_HOLD,
			    changing->text, changing->at, err);
}

bool desk_hold_visit(struct desk *desk, int64_t visit_id, const char *reason,
		     struct error *err)
{
	const struct text_limit limit = {"reason", _("the reason of the hold"),
					 80, false, true};
	struct changing changing = {
	    .visit_id = visit_id, .at = desk_now(desk), .text = reason};

	if (!desk_need_session(desk, err) || !text_check(reason, &limit, err))
		return false;
	visit_actor_of(desk, &changing.actor);
	return db_transaction(desk->db, hold_work, &changing, err);
}

static bool serve_again(struct db *db, struct changing *changing,
			struct error *err)
{
	struct visit_row row;

	if (!visit_get_row(db, changing->visit_id, &row, err) ||
	    !visit_hold_others(db, &changing->actor, changing->visit_id,
			       HOLD_FOR_VISITOR, changing->at, err))
		return false;
	/* A terminal that was lost left it serving: it is taken up as well. */
	if (row.state == VISIT_SERVING && row.voided_at == 0 &&
	    row.staff_id == changing->actor.staff_id) {
		row.counter_window_id = changing->actor.counter_window_id;
		return visit_move(db, &row, VISIT_SERVING, err);
	}
	return visit_change(db, &changing->actor, &row, VISIT_SERVING, NULL,
			    changing->at, err);
}

static bool resume_work(struct db *db, void *state, struct error *err)
{
	return serve_again(db, state, err);
}

bool desk_resume_visit(struct desk *desk, int64_t visit_id, struct error *err)
{
	struct changing changing = {.visit_id = visit_id, .at = desk_now(desk)};

	if (!desk_need_session(desk, err))
		return false;
	visit_actor_of(desk, &changing.actor);
	return db_transaction(desk->db, resume_work, &changing, err);
}

/* With everything typed into its form; where it is that already, it stays. */
static bool leave(struct db *db, struct changing *changing, enum visit_state to,
		  struct error *err)
{
	struct visit *visit = changing->visit;
	struct error unfit = {0};
	struct visit_row row;

	/* A form that is half typed is kept as it is: its JSON holds it. */
	if (visit_check(visit, &unfit) &&
	    !visit_save_work(db, &changing->actor, visit, changing->at, err))
		return false;
	if (!visit_get_row(db, visit->visit_id, &row, err) ||
	    (row.state != to &&
	     !visit_change(db, &changing->actor, &row, to, changing->reason,
			   changing->at, err)))
		return false;
	visit->state = to;
	return draft_put(db, visit->visit_id, changing->actor.staff_id,
			 changing->at, changing->text, err);
}

static bool put_aside_work(struct db *db, void *state, struct error *err)
{
	return leave(db, state, VISIT_ASIDE, err);
}

static bool interrupt_work(struct db *db, void *state, struct error *err)
{
	return leave(db, state, VISIT_HOLD, err);
}

bool desk_interrupt_visit(struct desk *desk, struct visit *visit,
			  const char *form, bool is_call, struct error *err)
{
	struct changing changing = {.visit = visit,
				    .at = desk_now(desk),
				    .text = form,
				    .reason = is_call ? HOLD_FOR_TELEPHONE
						      : HOLD_FOR_VISITOR};

	if (!desk_need_session(desk, err))
		return false;
	visit_actor_of(desk, &changing.actor);
	return visit_transaction(desk, visit, interrupt_work, &changing, err);
}

bool desk_put_aside(struct desk *desk, struct visit *visit, const char *form,
		    struct error *err)
{
	struct changing changing = {
	    .visit = visit, .at = desk_now(desk), .text = form};

	if (!desk_need_session(desk, err))
		return false;
	visit_actor_of(desk, &changing.actor);
	return visit_transaction(desk, visit, put_aside_work, &changing, err);
}

static bool take_up_work(struct db *db, void *state, struct error *err)
{
	struct changing *changing = state;

	visit_release(changing->visit);
	mem_replace(changing->form, NULL);
	return serve_again(db, changing, err) &&
	       visit_get(db, changing->visit_id, changing->visit, err) &&
	       interpreter_list(db, changing->visit, err) &&
	       contact_list(db, changing->visit, err) &&
	       draft_get(db, changing->visit_id, changing->form, err);
}

bool desk_take_up(struct desk *desk, int64_t visit_id, struct visit *out,
		  char **form, struct error *err)
{
	struct changing changing = {.visit = out,
				    .visit_id = visit_id,
				    .at = desk_now(desk),
				    .form = form};

	*out = (struct visit){0};
	*form = NULL;
	if (!desk_need_session(desk, err))
		return false;
	visit_actor_of(desk, &changing.actor);
	if (db_transaction(desk->db, take_up_work, &changing, err))
		return true;
	visit_release(out);
	mem_replace(form, NULL);
	return false;
}

bool desk_last_aside(struct desk *desk, int64_t *visit_id, struct error *err)
{
	*visit_id = 0;
	return desk_need_session(desk, err) &&
	       visit_find_left(desk->db, desk->site.site_id,
			       desk->session.staff_id, visit_id, err);
}

bool desk_find_served(struct desk *desk, int64_t *visit_id, struct error *err)
{
	struct visit_row row = {0};

	*visit_id = 0;
	if (!desk_need_session(desk, err))
		return false;
	row.site_id = desk->site.site_id;
	row.staff_id = desk->session.staff_id;
	row.counter_window_id = desk->session.counter_window_id;
	return visit_find_served(desk->db, &row, visit_id, err);
}
