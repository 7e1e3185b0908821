/*
 * feedback.c - the comment card: offered, come back, and what is said aloud
 */
#include "frontdesk/desk/feedback.h"

#include <stdlib.h>

#include "feedback_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/feedback.h"
#include "passing.h"

bool desk_card_texts(struct desk *desk, const struct card_texts **out,
		     struct error *err)
{
	if (desk->card_texts == NULL &&
	    !card_texts_load(desk->data_dir, &desk->card_texts, err))
		return false;
	*out = desk->card_texts;
	return true;
}

void card_visit_release(struct card_visit *visit)
{
	free(visit->reference);
	free(visit->topic);
	free(visit->language);
	feedback_release(&visit->earlier);
	*visit = (struct card_visit){0};
}

static bool read_visit(struct db *db, int64_t visit_id, struct card_visit *out,
		       struct error *err)
{
	struct feedback_visit visit;

	*out = (struct card_visit){0};
	if (!feedback_visit_get(db, visit_id, &visit, err))
		return passing_missing(err, ERROR_NOT_FOUND,
				       _("There is no such visit any more."));
	if (visit.is_voided) {
		error_set(err, ERROR_CONFLICT, "reference",
			  _("Visit %s was voided: it counts nowhere, and "
			    "nothing is noted of it."),
			  visit.reference);
		feedback_visit_release(&visit);
		return false;
	}
	*out = (struct card_visit){
	    .visit_id = visit_id,
	    .reference = visit.reference,
	    .topic = visit.topic,
	    .language = visit.language,
	    .arrived_on = visit.arrived_on,
	};
	if (feedback_card_of(db, visit_id, &out->earlier, err))
		return true;
	card_visit_release(out);
	return false;
}

bool desk_card_visit(struct desk *desk, int64_t visit_id,
		     struct card_visit *out, struct error *err)
{
	*out = (struct card_visit){0};
	return desk_may(desk, DUTY_SERVE, err) &&
	       read_visit(desk->db, visit_id, out, err);
}

/* What is wrong with a reference that is none, or another thing's. */
static bool refuse_reference(const char *text, struct error *err)
{
	if (str_is_blank(text))
		return error_set(err, ERROR_INVALID, "reference",
				 _("Type the reference that is on the card: it "
				   "begins with V."));
	if (err->code == ERROR_INVALID)
		return false; /* misheard, or misread */
	return error_set(err, ERROR_INVALID, "reference",
			 _("“%.20s” is no reference of a visit: it looks like "
			   "V-4K7-2M9X."),
			 text);
}

bool feedback_find(struct db *db, const char *text, struct card_visit *out,
		   struct error *err)
{
	struct reference reference;
	int64_t visit_id;

	*out = (struct card_visit){0};
	error_clear(err);
	if (!reference_parse(text != NULL ? text : "", &reference, err) ||
	    reference.text[0] != REFERENCE_VISIT)
		return refuse_reference(text, err);
	if (!feedback_find_visit(db, reference.text, &visit_id, err))
		return false;
	if (visit_id != 0)
		return read_visit(db, visit_id, out, err);
	return error_set(err, ERROR_NOT_FOUND, "reference",
			 _("There is no visit %s here."), reference.text);
}

bool desk_find_card(struct desk *desk, const char *text, struct card_visit *out,
		    struct error *err)
{
	*out = (struct card_visit){0};
	return desk_may(desk, DUTY_SERVE, err) &&
	       feedback_find(desk->db, text, out, err);
}

/* The same card twice is one card: the earlier one is told. */
static bool came_back_before(const struct card_visit *visit, struct error *err)
{
	struct str marks = STR_INIT;
	char day[24];

	day_format(visit->earlier.noted_on, day);
	card_marks_add(visit->earlier.marks, &marks);
	error_set(err, ERROR_CONFLICT, "reference",
		  _("This card was entered on %s: %s %.120s"), day,
		  str_text(&marks), visit->earlier.comment);
	str_release(&marks);
	return false;
}

bool feedback_note(struct desk *desk, struct db *db, struct feedback *feedback,
		   struct error *err)
{
	struct card_visit visit;
	bool is_done;

	feedback->site_id = desk->site.site_id;
	feedback->noted_by = desk->session.staff_id;
	feedback->at = desk_now(desk);
	feedback->noted_on = desk_today(desk);
	if (!feedback_check(feedback, err) ||
	    !read_visit(db, feedback->visit_id, &visit, err))
		return false;
	is_done = !feedback->is_card || visit.earlier.feedback_id == 0 ||
		  came_back_before(&visit, err);
	card_visit_release(&visit);
	return is_done &&
	       feedback_insert(db, feedback, &feedback->feedback_id, err);
}

struct noting {
	struct desk *desk;
	struct feedback feedback;
};

static bool note(struct db *db, void *state, struct error *err)
{
	struct noting *work = state;

	return feedback_note(work->desk, db, &work->feedback, err);
}

/* ^Z takes it back. */
static bool run(struct noting *work, struct error *err)
{
	if (!db_transaction(work->desk->db, note, work, err))
		return false;
	act_remember(work->desk, &(struct act){
				     .kind = ACT_FEEDBACK,
				     .id = work->feedback.feedback_id,
				     .at = work->feedback.at,
				 });
	return true;
}

bool desk_enter_card(struct desk *desk, int64_t visit_id, const char *marks,
		     const char *comment, int64_t *feedback_id,
		     struct error *err)
{
	struct noting work = {
	    .desk = desk,
	    .feedback = {.visit_id = visit_id,
			 .is_card = true,
			 .comment = (char *)comment},
	};

	if (!desk_may(desk, DUTY_SERVE, err) ||
	    !card_marks_parse(marks, work.feedback.marks, err) ||
	    !run(&work, err))
		return false;
	if (feedback_id != NULL)
		*feedback_id = work.feedback.feedback_id;
	return true;
}

bool desk_note_said(struct desk *desk, int64_t visit_id, const char *words,
		    struct error *err)
{
	struct noting work = {
	    .desk = desk,
	    .feedback = {.visit_id = visit_id, .comment = (char *)words},
	};

	return desk_may(desk, DUTY_SERVE, err) && run(&work, err);
}

struct taking {
	struct desk *desk;
	int64_t feedback_id;
};

static bool take_back(struct db *db, void *state, struct error *err)
{
	const struct taking *work = state;
	struct desk *desk = work->desk;
	struct error ignored;
	struct feedback feedback;
	bool may;

	if (!feedback_get(db, work->feedback_id, &feedback, err))
		return passing_missing(err, ERROR_NOT_FOUND,
				       _("It was taken back already."));
	may = desk_may(desk, DUTY_VOID_ANY, &ignored) ||
	      (feedback.noted_by == desk->session.staff_id &&
	       day_compare(feedback.noted_on, desk_today(desk)) == 0);
	feedback_release(&feedback);
	if (!may)
		return error_set(err, ERROR_DENIED, "",
				 _("Only whoever noted it may take it back, on "
				   "the same day; or a supervisor."));
	return feedback_take_back(db, work->feedback_id, desk_now(desk), err);
}

bool desk_take_back_feedback(struct desk *desk, int64_t feedback_id,
			     struct error *err)
{
	struct taking work = {desk, feedback_id};

	return desk_may(desk, DUTY_SERVE, err) &&
	       db_transaction(desk->db, take_back, &work, err);
}
