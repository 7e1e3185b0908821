/*
 * test_beside_say.c - what stands beside SAY, of one and of several
 *
 * Everybody here is invented.
 */
#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/desk/find.h"
#include "frontdesk/desk/resident.h"
#include "frontdesk/desk/visit.h"
#include "matter.h"

static int64_t add(struct fixture *fixture, const char *given,
		   const char *say_as, const char *language)
{
	struct resident resident = {0};
	struct error err = {0};
	int64_t id;

	resident.name.title = mem_copy("Ms.");
	resident.name.given = mem_copy(given);
	resident.name.surname = mem_copy("Sosa");
	resident.name.say_as = mem_copy(say_as);
	resident.name.pronouns = mem_copy("she/her");
	resident.language = mem_copy(language);
	fixture_ok(desk_save_resident(fixture->desk, &resident, &err));
	id = resident.resident_id;
	resident_release(&resident);
	return id;
}

static void pronouns_wait_until_the_record_is_opened(void **state)
{
	struct fixture *fixture = *state;
	int64_t id = add(fixture, "Ana", "SOH-sah", "en");
	struct resident_page page;
	struct error err = {0};
	struct find out;
	struct cue cue;

	fixture_ok(desk_find(fixture->desk, "sosa", 20, &out, &err));
	fixture_ok(desk_cue_row(fixture->desk, &out.rows[0], &cue, &err));
	assert_string_equal(cue.hint, "SOH-sah");
	assert_null(cue.pronouns);
	cue_release(&cue);
	find_release(&out);
	fixture_ok(desk_read_resident(fixture->desk, id, 1, &page, &err));
	assert_string_equal(page.cue.hint, "SOH-sah");
	assert_string_equal(page.cue.pronouns, "she/her");
	resident_page_release(&page);
}

static void cue(struct fixture *fixture, const int64_t *ids, size_t count,
		struct visit_cue *out)
{
	struct visit visit = {0};
	struct error err = {0};

	for (size_t i = 0; i < count; i++)
		visit_add_person(&visit, ids[i], 0,
				 i > 0 ? PART_BESIDE : PART_THEMSELVES, NULL);
	fixture_ok(desk_cue_visit(fixture->desk, &visit, out, &err));
	visit_release(&visit);
}

static void each_name_of_several_has_its_own_hint(void **state)
{
	struct fixture *fixture = *state;
	const int64_t ids[] = {add(fixture, "Ana", NULL, "en"),
			       add(fixture, "Eva", "SOH-sah", "en")};
	struct visit_cue out;

	cue(fixture, ids, 2, &out);
	assert_string_equal(out.cue.hint, "Ms. Eva Sosa: SOH-sah");
	assert_string_equal(out.cue.pronouns,
			    "Ms. Ana Sosa: she/her · Ms. Eva Sosa: she/her");
	visit_cue_release(&out);
}

static void how_it_sounds_is_said_before_several_too(void **state)
{
	struct fixture *fixture = *state;
	const int64_t ids[] = {add(fixture, "Min", NULL, "ko"),
			       add(fixture, "Eva", NULL, "ko")};
	struct visit_cue one, both;

	cue(fixture, ids, 1, &one);
	cue(fixture, ids, 2, &both);
	assert_non_null(one.cue.sounded);
	assert_string_equal(both.cue.sounded, one.cue.sounded);
	visit_cue_release(&one);
	visit_cue_release(&both);
}

static void words_that_nobody_has_read_are_marked(void **state)
{
	struct fixture *fixture = *state;
	const int64_t korean = add(fixture, "Min", NULL, "ko");
	const int64_t english = add(fixture, "Ana", NULL, "en");
	struct visit_cue out;

	cue(fixture, &korean, 1, &out);
	assert_true(out.cue.needs_review);
	visit_cue_release(&out);
	cue(fixture, &english, 1, &out);
	assert_false(out.cue.needs_review);
	visit_cue_release(&out);
}

static bool knows(const struct visit_cue *cue, const char *text)
{
	for (size_t i = 0; i < cue->know_count; i++)
		if (strncmp(cue->know[i], text, strlen(text)) == 0)
			return true;
	return false;
}

static void who_is_here_and_not_in_say_is_known(void **state)
{
	static const char *const given[] = {"Ana", "Bea", "Cia", "Dea",
					    "Eva", "Fe",  "Gia", "Hua"};
	struct fixture *fixture = *state;
	int64_t ids[MEM_COUNT(given)];
	struct visit_cue out;

	for (size_t i = 0; i < MEM_COUNT(given); i++)
		ids[i] = add(fixture, given[i], NULL, "en");
	cue(fixture, ids, 6, &out);
	assert_false(knows(&out, "Also here"));
	visit_cue_release(&out);
	cue(fixture, ids, 8, &out);
	assert_true(knows(&out, "Also here, not in SAY: 2. Greet them too"));
	visit_cue_release(&out);
}

#define BESIDE_TEST(name)                                                      \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    BESIDE_TEST(pronouns_wait_until_the_record_is_opened),
	    BESIDE_TEST(each_name_of_several_has_its_own_hint),
	    BESIDE_TEST(how_it_sounds_is_said_before_several_too),
	    BESIDE_TEST(words_that_nobody_has_read_are_marked),
	    BESIDE_TEST(who_is_here_and_not_in_say_is_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
