/*
 * walk_after.c - use cases in no order: what follows from a visit
 */
#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/desk/feedback.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/idea.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/thanks.h"
#include "frontdesk/desk/visit.h"
#include "walk_private.h"

static bool offer(struct walk *walk, struct error *err)
{
	const struct handoff_target target = {
	    .staff_id = walk->f->staff[FIXTURE_CHEN],
	};
	struct handoff_draft draft;
	int64_t request_id = walk_any_request(walk), handoff_id;
	bool is_done =
	    desk_prepare_handoff(walk->f->desk, request_id, 0, &draft, err);

	if (is_done && walk_chance(walk, 2) == 0)
		draft.visit_id = fixture_number(
		    walk->f,
		    ANY("visit_id", "contact WHERE request_id = (SELECT"
				    " MAX(request_id) FROM request)"));
	if (draft.visit_id < 0)
		draft.visit_id = 0;
	is_done =
	    is_done && desk_offer_handoff(walk->f->desk, &draft, &target,
					  "Check the plan", &handoff_id, err);
	handoff_draft_release(&draft);
	return is_done;
}

static bool accept(struct walk *walk, struct error *err)
{
	return desk_accept_handoff(fixture_desk2(walk->f),
				   walk_any_handoff(walk), "Look at it",
				   "2 business days", err);
}

static bool send_back(struct walk *walk, struct error *err)
{
	return desk_return_handoff(fixture_desk2(walk->f),
				   walk_any_handoff(walk), "Not mine", err);
}

static bool promise(struct walk *walk, struct error *err)
{
	static const char *const whens[] = {"tomorrow 3pm", "fri",
					    "tomorrow 10am"};
	int64_t promise_id;

	return desk_make_promise(
	    walk->f->desk, walk_any_request(walk), "Call about the plan",
	    whens[walk_chance(walk, 3)], 0, &promise_id, err);
}

static bool card(struct walk *walk, struct error *err)
{
	static const char *const answers[] = {"5543-15", "1111111", "-------"};

	return desk_enter_card(
	    walk->f->desk, walk_any_visit(walk), answers[walk_chance(walk, 3)],
	    walk_chance(walk, 2) == 0 ? "More chairs." : "", NULL, err);
}

static bool said(struct walk *walk, struct error *err)
{
	return desk_note_said(walk->f->desk, walk_any_visit(walk), "Quick.",
			      err);
}

static bool no_card(struct walk *walk, struct error *err)
{
	return desk_take_back_feedback(
	    walk->f->desk,
	    fixture_number(walk->f, ANY("feedback_id", "feedback")), err);
}

static bool idea(struct walk *walk, struct error *err)
{
	return desk_note_idea(walk->f->desk, 0, "A box.", NULL, err);
}

static bool discuss(struct walk *walk, struct error *err)
{
	return desk_remark_idea(walk->f->desk,
				fixture_number(walk->f, ANY("idea_id", "idea")),
				"Yes.", err);
}

static bool thank(struct walk *walk, struct error *err)
{
	return desk_thank(walk->f->desk, walk->f->staff[FIXTURE_CHEN],
			  walk_chance(walk, 2) == 0, 0, "Stayed late.", err);
}

/* Aloud, of an idea, of a colleague. */
static bool say(struct walk *walk, struct error *err)
{
	static bool (*const ways[])(struct walk *, struct error *) = {
	    said, idea, discuss, thank};

	return ways[walk_chance(walk, MEM_COUNT(ways))](walk, err);
}

static bool keep(struct walk *walk, struct error *err)
{
	return desk_keep_promise(walk->f->desk, walk_any_promise(walk), "",
				 err);
}

static bool withdraw(struct walk *walk, struct error *err)
{
	return desk_withdraw_promise(walk->f->desk, walk_any_promise(walk),
				     "no longer needed", err);
}

static bool renew(struct walk *walk, struct error *err)
{
	return desk_renew_promise(walk->f->desk, walk_any_promise(walk), "fri",
				  "the planner is ill", err);
}

static bool acknowledge(struct walk *walk, struct error *err)
{
	return desk_acknowledge(walk->f->desk, walk_any_request(walk),
				"telephone", err);
}

static bool tell(struct walk *walk, struct error *err)
{
	return desk_tell(walk->f->desk,
			 fixture_number(walk->f, ANY("told_id", "told")),
			 "by telephone", err);
}

static bool resolve(struct walk *walk, struct error *err)
{
	return desk_resolve_request(
	    walk_chance(walk, 2) == 0 ? walk->f->desk : fixture_desk2(walk->f),
	    walk_any_request(walk), "The plan is approved.", err);
}

static bool colleague(struct walk *walk, struct error *err)
{
	int64_t request_id = walk_any_request(walk);

	return desk_join_visit(
	    walk->f->desk, walk_any_visit(walk), request_id,
	    walk->f->staff[walk_chance(walk, 2) == 0 ? FIXTURE_CHEN
						     : FIXTURE_OSEI],
	    err);
}

static bool take_back(struct walk *walk, struct error *err)
{
	char *said;
	bool is_done = desk_take_back(walk->f->desk, &said, err);

	free(said);
	return is_done;
}

static bool sleep_over(struct walk *walk, struct error *err)
{
	(void)err;
	fixture_pass(walk->f, walk_chance(walk, 4) == 0 ? 24 * CLOCK_HOUR
							: 3 * CLOCK_MINUTE);
	return true;
}

const struct walk_step walk_afters[] = {
    {"hand off", offer, false},
    {"accept", accept, false},
    {"return", send_back, false},
    {"promise", promise, false},
    {"keep", keep, false},
    {"withdraw", withdraw, false},
    {"promise anew", renew, false},
    {"acknowledge", acknowledge, false},
    {"somebody says something", say, false},
    {"card comes back", card, false},
    {"card is taken back", no_card, true},
    {"tell", tell, false},
    {"resolve", resolve, true},
    {"colleague joins", colleague, false},
    {"take back", take_back, true},
    {"take back again", take_back, true},
    {"time passes", sleep_over, false},
};
const size_t walk_after_count = MEM_COUNT(walk_afters);
