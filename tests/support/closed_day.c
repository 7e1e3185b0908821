/*
 * closed_day.c - a small day that the supervisor closes
 */
#include "closed_day.h"

#include "paper.h"

const struct day closed_day = {"2026-11-23"};

void closed_day_begin(struct fixture *fixture)
{
	fixture_pass(fixture, 3 * CLOCK_HOUR);
	fixture_sign_in(fixture, FIXTURE_HALE);
}

void closed_day_begin_before(struct fixture *fixture, int days)
{
	const int64_t before = days * 24 * CLOCK_HOUR;
	struct paper paper = paper_served(RESULT_ANSWERED);

	paper.arrived_at -= before;
	paper.called_at -= before;
	paper.begun_at -= before;
	paper.ended_at -= before;
	paper_enter(fixture, &paper, NULL);
}

void closed_day_log(struct fixture *fixture, int64_t visits[2])
{
	struct paper paper = paper_served(RESULT_ANSWERED);

	visits[0] = paper_enter(fixture, &paper, NULL);
	paper = paper_served(RESULT_COULD_NOT);
	paper.resident_id =
	    fixture_resident(fixture, "Ms.", "Elena", "Alvarez");
	visits[1] = paper_enter(fixture, &paper, NULL);
}

void closed_day_close(struct fixture *fixture)
{
	struct closing_order order = {
	    .day = closed_day,
	    .remarks = {"Permit system down 10 to 11:30", NULL,
			"=Two windows alone"},
	};
	struct error err = {0};

	fixture_ok(day_form_close(fixture->desk, &order, &err));
}

struct str closed_day_paper(struct fixture *fixture, const char *form,
			    bool with_names)
{
	const struct summary_scope scope = {
	    .from = closed_day, .to = closed_day, .is_whole = true};
	struct str out = STR_INIT;
	struct error err = {0};
	struct day_note note;

	fixture_ok(day_form_make(fixture->desk, &scope, form, with_names, &out,
				 &note, &err));
	assert_true(note.is_closed);
	return out;
}
