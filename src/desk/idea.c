/*
 * idea.c - ideas: noted, discussed, decided, and the answer read
 */
#include "frontdesk/desk/idea.h"

#include "frontdesk/base/intl.h"
#include "frontdesk/store/idea.h"
#include "passing.h"

struct thinking {
	struct desk *desk;
	struct idea_act act;
	int64_t idea_id, visit_id, event_id;
	enum idea_step step;
	const char *text;
};

static void set_act(struct thinking *work)
{
	const struct desk *desk = work->desk;

	work->act = (struct idea_act){
	    .staff_id = desk->session.staff_id,
	    .site_id = desk->site.site_id,
	    .at = desk_now(desk),
	    .on = desk_today(desk),
	};
}

static bool is_gone(struct error *err)
{
	return passing_missing(err, ERROR_NOT_FOUND,
			       _("There is no such idea: look it up in the "
				 "list."));
}

static bool note(struct db *db, void *state, struct error *err)
{
	struct thinking *work = state;

	return idea_insert(db, &work->act, work->visit_id, work->text,
			   &work->idea_id, err);
}

bool desk_note_idea(struct desk *desk, int64_t visit_id, const char *text,
		    int64_t *idea_id, struct error *err)
{
	struct thinking work = {
	    .desk = desk, .visit_id = visit_id, .text = text};

	set_act(&work);
	if (!desk_may(desk, DUTY_SERVE, err) ||
	    !idea_text_check(text, "idea", err) ||
	    !db_transaction(desk->db, note, &work, err))
		return false;
	act_remember(desk, &(struct act){.kind = ACT_IDEA,
					 .id = work.idea_id,
					 .at = work.act.at});
	if (idea_id != NULL)
		*idea_id = work.idea_id;
	return true;
}

bool desk_get_idea(struct desk *desk, int64_t idea_id, struct idea *out,
		   struct error *err)
{
	*out = (struct idea){0};
	return desk_may(desk, DUTY_SERVE, err) &&
	       (idea_get(desk->db, idea_id, out, err) || is_gone(err));
}

static bool note_read(struct db *db, void *state, struct error *err)
{
	struct thinking *work = state;
	bool has_answer;

	return idea_has_answer(db, work->idea_id, &has_answer, err) &&
	       (!has_answer ||
		idea_add_step(db, &work->act, work->idea_id, IDEA_STEP_READ,
			      NULL, &work->event_id, err)) &&
	       idea_set_read(db, work->idea_id, err);
}

bool desk_open_idea(struct desk *desk, int64_t idea_id, struct idea *out,
		    struct error *err)
{
	struct thinking work = {.desk = desk, .idea_id = idea_id};
	bool has_answer = false;

	set_act(&work);
	if (!desk_get_idea(desk, idea_id, out, err))
		return false;
	/* Nothing is written where there is nothing new to whose it is. */
	if (out->staff_id != work.act.staff_id ||
	    (idea_has_answer(desk->db, idea_id, &has_answer, err) &&
	     !has_answer && !out->is_unread) ||
	    db_transaction(desk->db, note_read, &work, err))
		return true;
	idea_release(out);
	return false;
}

static bool add_step(struct db *db, void *state, struct error *err)
{
	struct thinking *work = state;

	return idea_add_step(db, &work->act, work->idea_id, work->step,
			     work->text, &work->event_id, err) ||
	       is_gone(err);
}

/* ^Z takes it back. */
static bool run_step(struct thinking *work, struct error *err)
{
	set_act(work);
	if (!db_transaction(work->desk->db, add_step, work, err))
		return false;
	act_remember(work->desk, &(struct act){.kind = ACT_IDEA_STEP,
					       .id = work->event_id,
					       .at = work->act.at});
	return true;
}

bool desk_remark_idea(struct desk *desk, int64_t idea_id, const char *text,
		      struct error *err)
{
	struct thinking work = {.desk = desk,
				.idea_id = idea_id,
				.step = IDEA_STEP_REMARK,
				.text = text};

	return desk_may(desk, DUTY_SERVE, err) &&
	       idea_text_check(text, "remark", err) && run_step(&work, err);
}

bool desk_decide_idea(struct desk *desk, int64_t idea_id,
		      enum idea_state decision, const char *words,
		      struct error *err)
{
	struct thinking work = {.desk = desk,
				.idea_id = idea_id,
				.step = idea_step_of(decision),
				.text = words};

	if (decision == IDEA_NEW)
		return error_set(err, ERROR_INVALID, "decision",
				 _("an idea is taken_up, not_now or done"));
	return desk_may(desk, DUTY_DECIDE, err) &&
	       idea_text_check(words, "words", err) && run_step(&work, err);
}
