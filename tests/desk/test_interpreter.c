/*
 * test_interpreter.c - who works here and interprets is noted as present, and
 * is no party of the matter
 */
#include <stdlib.h>

#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/resident.h"
#include "frontdesk/desk/visit.h"
#include "matter.h"
#include "paper.h"

/* Ms. Mendez, who speaks French, is about a fence. */
static void begin(struct fixture *f, struct visit *out)
{
	struct resident resident = {0};
	struct error err = {0};

	resident.name.title = mem_copy("Ms.");
	resident.name.given = mem_copy("Inès");
	resident.name.surname = mem_copy("Mendez");
	resident.language = mem_copy("fr");
	resident.needs_interpreter = true;
	fixture_ok(desk_save_resident(f->desk, &resident, &err));
	matter_begin(f, f->desk, resident.resident_id, FIXTURE_FENCE, "A fence",
		     out);
	resident_release(&resident);
}

static void read(struct fixture *f, int64_t visit_id, struct visit *out)
{
	struct error err = {0};

	fixture_ok(desk_get_visit(f->desk, visit_id, out, &err));
}

static void says(const struct visit *visit, const char *text)
{
	struct str people = STR_INIT;

	visit_add_people(visit, "·", &people);
	assert_string_equal(str_text(&people), text);
	str_release(&people);
}

static void a_colleague_who_interprets_is_present(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct visit visit, now;

	begin(f, &visit);
	for (int i = 0; i < 2; i++) /* once, however often it is noted */
		fixture_ok(desk_add_interpreter(f->desk, visit.visit_id,
						f->staff[FIXTURE_OSEI], &err));
	read(f, visit.visit_id, &now);
	assert_int_equal(now.interpreter_count, 1);
	says(&now, "Ms. Inès Mendez · Mr. Osei interprets");
	/* Saved as it was read before, it does not go. */
	fixture_ok(desk_save_visit(f->desk, &visit, &err));
	visit_release(&now);
	read(f, visit.visit_id, &now);
	assert_int_equal(now.interpreter_count, 1);
	fixture_ok(desk_drop_interpreter(f->desk, visit.visit_id,
					 f->staff[FIXTURE_OSEI], &err));
	fixture_refused(desk_drop_interpreter(f->desk, visit.visit_id,
					      f->staff[FIXTURE_OSEI], &err),
			ERROR_CONFLICT);
	visit_release(&now);
	read(f, visit.visit_id, &now);
	says(&now, "Ms. Inès Mendez");
	visit_release(&now);
	visit_release(&visit);
}

static void it_is_there_when_the_visit_is_taken_up_elsewhere(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct visit visit, again;
	char *form;

	begin(f, &visit);
	fixture_ok(desk_add_interpreter(f->desk, visit.visit_id,
					f->staff[FIXTURE_OSEI], &err));
	fixture_ok(desk_put_aside(f->desk, &visit, "{}", &err));
	fixture_ok(desk_take_up(fixture_desk2(f), visit.visit_id, &again, &form,
				&err));
	says(&again, "Ms. Inès Mendez · Mr. Osei interprets");
	free(form);
	visit_release(&visit);
	visit_release(&again);
}

static void nobody_is_looked_for_once_somebody_interprets(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct visit visit, now;
	struct visit_cue cue;

	begin(f, &visit);
	fixture_ok(desk_cue_visit(f->desk, &visit, &cue, &err));
	assert_true(cue.know_count > 0);
	matter_has(cue.know[0], "Needs an interpreter");
	visit_cue_release(&cue);
	fixture_ok(desk_add_interpreter(f->desk, visit.visit_id,
					f->staff[FIXTURE_OSEI], &err));
	read(f, visit.visit_id, &now);
	fixture_ok(desk_cue_visit(f->desk, &now, &cue, &err));
	for (size_t i = 0; i < cue.know_count; i++)
		matter_has_not(cue.know[i], "interpreter");
	visit_cue_release(&cue);
	visit_release(&now);
	visit_release(&visit);
}

static void it_goes_along_and_is_neither_a_touch_nor_a_party(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct handoff_draft draft;
	struct visit visit;

	begin(f, &visit);
	fixture_ok(desk_add_interpreter(f->desk, visit.visit_id,
					f->staff[FIXTURE_OSEI], &err));
	fixture_ok(desk_prepare_handoff(f->desk, visit.contacts[0].request_id,
					visit.visit_id, &draft, &err));
	matter_has(draft.context, "Mr. Osei");
	handoff_draft_release(&draft);
	matter_finish(f->desk, &visit, RESULT_ANSWERED);
	assert_int_equal(fixture_number(f, "SELECT count(*) FROM touch"), 1);
	assert_int_equal(
	    fixture_number(f, "SELECT count(*) FROM request_party"), 1);
	/* What is over is over. */
	fixture_refused(desk_add_interpreter(f->desk, visit.visit_id,
					     f->staff[FIXTURE_CHEN], &err),
			ERROR_CONFLICT);
	visit_release(&visit);
}

#define T(name)                                                                \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    T(a_colleague_who_interprets_is_present),
	    T(it_is_there_when_the_visit_is_taken_up_elsewhere),
	    T(nobody_is_looked_for_once_somebody_interprets),
	    T(it_goes_along_and_is_neither_a_touch_nor_a_party),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
