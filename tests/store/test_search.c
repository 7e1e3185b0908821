/*
 * test_search.c - names newest visitor first, and the ranges beside them
 */
#include <string.h>

#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/resident.h"
#include "frontdesk/store/organisation.h"
#include "frontdesk/store/resident.h"
#include "frontdesk/store/search.h"

struct touched {
	int64_t resident_id;
};

static bool touch(struct db *db, void *state, struct error *err)
{
	const struct touched *touched = state;

	return search_touch(db, touched->resident_id, 0, err);
}

static void visit(struct fixture *fixture, int64_t resident_id)
{
	struct touched touched = {resident_id};
	struct error err = {0};

	fixture_ok(db_transaction(fixture_db(fixture), touch, &touched, &err));
}

static struct search_hits find(struct fixture *fixture, const char *folded,
			       size_t limit)
{
	struct search_hits hits = {0};
	struct error err = {0};

	fixture_ok(
	    search_names(fixture_db(fixture), folded, limit, &hits, &err));
	return hits;
}

/* The ids of the hits, as they stand. */
static void expect(struct fixture *fixture, const char *folded, size_t count,
		   const int64_t *ids)
{
	struct search_hits hits = find(fixture, folded, 20);

	assert_int_equal(hits.count, count);
	for (size_t i = 0; i < count; i++)
		assert_int_equal(hits.items[i].resident_id, ids[i]);
	search_hits_release(&hits);
}

static void rename_to(struct fixture *fixture, int64_t id, const char *given,
		      const char *surname)
{
	struct resident resident;
	struct error err = {0};

	fixture_ok(resident_get(fixture_db(fixture), id, &resident, &err));
	mem_replace(&resident.name.given, given);
	mem_replace(&resident.name.surname, surname);
	fixture_ok(desk_save_resident(fixture->desk, &resident, &err));
	resident_release(&resident);
}

static void the_latest_visitor_comes_first(void **state)
{
	struct fixture *fixture = *state;
	int64_t ana = fixture_resident(fixture, NULL, "Ana", "Garcia");
	int64_t ben = fixture_resident(fixture, NULL, "Ben", "Garcia");
	struct error err = {0};

	expect(fixture, "gar", 2, (int64_t[]){ben, ana});
	visit(fixture, ana);
	expect(fixture, "gar", 2, (int64_t[]){ana, ben});
	visit(fixture, ben);
	expect(fixture, "garcia", 2, (int64_t[]){ben, ana});
	fixture_ok(db_check(fixture_db(fixture), &err));
}

static void a_whole_word_comes_before_a_beginning(void **state)
{
	struct fixture *fixture = *state;
	int64_t li = fixture_resident(fixture, NULL, "Wei", "Li");
	int64_t lina = fixture_resident(fixture, NULL, "Lina", "Ortega");

	expect(fixture, "li", 2, (int64_t[]){li, lina});
}

static void the_order_of_the_words_does_not_matter(void **state)
{
	struct fixture *fixture = *state;
	int64_t maria = fixture_resident(fixture, NULL, "Maria", "Garcia");

	fixture_resident(fixture, NULL, "Maria", "Lopez");
	expect(fixture, "mar gar", 1, &maria);
	expect(fixture, "gar mar", 1, &maria);
	expect(fixture, "garcia maria x", 0, NULL);
}

static void words_beside_each_other_join_both_ways(void **state)
{
	struct fixture *fixture = *state;
	int64_t maryann = fixture_resident(fixture, NULL, "Maryann", "Sosa");
	int64_t cruz = fixture_resident(fixture, NULL, "José", "de la Cruz");

	expect(fixture, "mary ann", 1, &maryann);
	expect(fixture, "mary ann sosa", 1, &maryann);
	expect(fixture, "sosa mary ann", 1, &maryann);
	expect(fixture, "jose delacruz", 1, &cruz);
	expect(fixture, "delacr", 1, &cruz);
	expect(fixture, "de la cruz", 1, &cruz);
}

static void what_is_typed_is_never_an_operator(void **state)
{
	static const char *const hostile[] = {
	    "AND",
	    "or",
	    "not",
	    "near",
	    "near ana ana",
	    "\xd8\xb9\xd9\x84\xd9\x8a",
	    "x x x x x x x x x x x x",
	    "folded",
	    "a",
	    "1",
	};
	struct fixture *fixture = *state;
	int64_t ana = fixture_resident(fixture, NULL, "Ana", "Ornelas");

	for (size_t i = 0; i < MEM_COUNT(hostile); i++) {
		struct search_hits hits = find(fixture, hostile[i], 20);

		search_hits_release(&hits);
	}
	expect(fixture, "or", 1, &ana);
}

static void a_renamed_person_leaves_no_ghost(void **state)
{
	struct fixture *fixture = *state;
	int64_t id = fixture_resident(fixture, NULL, "Ana", "Garcia");
	struct search_hits hits = {0};
	struct error err = {0};

	visit(fixture, id);
	rename_to(fixture, id, "Anahí", "Núñez");
	visit(fixture, id);
	rename_to(fixture, id, "Anahí", "Ñúñez-Gray");
	expect(fixture, "garcia", 0, NULL);
	expect(fixture, "nunez", 1, &id);
	expect(fixture, "gray anahi", 1, &id);
	fixture_ok(db_check(fixture_db(fixture), &err));
	/* Under the former name too, but apart. */
	fixture_ok(
	    search_other_names(fixture_db(fixture), "garc", 20, &hits, &err));
	assert_int_equal(hits.count, 1);
	assert_int_equal(hits.items[0].resident_id, id);
	search_hits_release(&hits);
}

static void an_index_that_lost_a_row_is_found_out(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct query q;

	fixture_resident(fixture, NULL, "Ana", "Garcia");
	fixture_ok(db_check(fixture_db(fixture), &err));
	query_begin(&q, fixture_db(fixture),
		    "UPDATE search_name SET folded = 'benno'");
	fixture_ok(query_run(&q, &err));
	fixture_refused(db_check(fixture_db(fixture), &err), ERROR_DAMAGED);
}

static int64_t words(struct fixture *fixture, const char *sql)
{
	struct error err = {0};
	int64_t count;
	struct query q;

	query_begin(&q, fixture_db(fixture), sql);
	fixture_ok(query_one(&q, &count, &err));
	return count;
}

/* What finds a name by its sound is checked against the names, both ways, and
 * made anew. */
static void words_that_disagree_with_the_names_are_found_out(void **state)
{
	static const char *const wrongs[] = {
	    "DELETE FROM search_word WHERE word = 'garcia'",
	    "DELETE FROM search_word WHERE found_by = 'garca'",
	    "INSERT INTO search_word (found_by, word) VALUES ('KRS', 'ana')",
	    "UPDATE search_word SET found_by = 'KRX' WHERE found_by = 'KRS'",
	};
	static const char COUNT[] = "SELECT count(*) FROM search_word";
	struct fixture *fixture = *state;
	struct error err = {0};
	int64_t before;

	fixture_resident(fixture, NULL, "Ana", "Garcia");
	before = words(fixture, COUNT);
	fixture_ok(db_check(fixture_db(fixture), &err));
	for (size_t i = 0; i < MEM_COUNT(wrongs); i++) {
		fixture_write(fixture, wrongs[i]);
		fixture_refused(db_check(fixture_db(fixture), &err),
				ERROR_DAMAGED);
		assert_non_null(strstr(err.text, "sound"));
		error_clear(&err);
		fixture_ok(db_recount(fixture_db(fixture), &err));
		fixture_ok(db_check(fixture_db(fixture), &err));
		assert_int_equal(words(fixture, COUNT), before);
	}
}

/* A commit adds nothing for a name whose words are there. */
static void a_word_is_kept_once_whoever_bears_it(void **state)
{
	static const char COUNT[] = "SELECT count(*) FROM search_word";
	struct fixture *fixture = *state;
	struct error err = {0};
	int64_t before, id;

	fixture_resident(fixture, NULL, "Ana", "Garcia");
	before = words(fixture, COUNT);
	id = fixture_resident(fixture, NULL, "Ana", "Garcia");
	assert_int_equal(words(fixture, COUNT), before);
	/* One that nobody bears any more stays, and is no disagreement. */
	rename_to(fixture, id, "Ana", "Quispe");
	assert_true(words(fixture, COUNT) > before);
	rename_to(fixture, id, "Ana", "Garcia");
	fixture_ok(db_check(fixture_db(fixture), &err));
}

static void expect_similar(struct fixture *fixture, const char *folded,
			   size_t count, const int64_t *ids)
{
	struct search_hits hits = {0};
	struct error err = {0};

	fixture_ok(
	    search_similar(fixture_db(fixture), folded, 20, &hits, &err));
	if (hits.count != count)
		fail_msg("%s: %zu hits", folded, hits.count);
	for (size_t i = 0; i < count; i++)
		assert_int_equal(hits.items[i].resident_id, ids[i]);
	search_hits_release(&hits);
}

static void the_nearest_comes_first_then_the_latest_visitor(void **state)
{
	struct fixture *fixture = *state;
	int64_t near = fixture_resident(fixture, NULL, "Mohamed", "Ali");
	int64_t far = fixture_resident(fixture, NULL, "Muhammad", "Ali");
	int64_t later = fixture_resident(fixture, NULL, "Mohamed", "Ali");

	expect_similar(fixture, "mohamet", 3, (int64_t[]){later, near, far});
	expect_similar(fixture, "mohamet al", 3, (int64_t[]){later, near, far});
	expect_similar(fixture, "mohamet soto", 0, NULL);
	/* What is spelled so is no guess. */
	expect_similar(fixture, "qqqq", 0, NULL);
}

static void many_visits_and_upkeep_leave_the_index_whole(void **state)
{
	struct fixture *fixture = *state;
	int64_t ids[20];
	struct error err = {0};
	struct search_hits hits;

	for (int i = 0; i < 20; i++)
		ids[i] = fixture_resident(fixture, NULL, "Ana", "Garcia");
	for (int i = 0; i < 200; i++) {
		visit(fixture, ids[(i * 7) % 20]);
		db_idle(fixture_db(fixture));
	}
	hits = find(fixture, "ana garcia", 5);
	assert_int_equal(hits.count, 5);
	assert_int_equal(hits.items[0].resident_id, ids[(199 * 7) % 20]);
	search_hits_release(&hits);
	fixture_ok(db_check(fixture_db(fixture), &err));
}

/* Each part of the index is asked at every key. */
static void upkeep_leaves_few_parts_of_the_index(void **state)
{
	static const char SQL[] = "SELECT COUNT(DISTINCT id / 137438953472) "
				  "FROM search_name_fts_data WHERE id > 10";
	struct fixture *fixture = *state;
	int64_t elena = fixture_resident(fixture, "Ms.", "Elena", "Alvarez");
	int64_t jose = fixture_resident(fixture, "Mr.", "Jose", "Garcia");
	struct db *db = fixture_db(fixture);
	struct error err = {0};
	struct query q;
	int64_t parts;

	for (int i = 0; i < 63; i++) {
		visit(fixture, i % 2 == 0 ? elena : jose);
		db_idle(db);
	}
	query_begin(&q, db, SQL);
	fixture_ok(query_one(&q, &parts, &err));
	assert_int_equal(parts, 1);
}

static void a_legal_name_is_found_apart(void **state)
{
	struct fixture *fixture = *state;
	struct resident resident = {0};
	struct search_hits hits = {0};
	struct error err = {0};

	resident.name.given = mem_copy("Robin");
	resident.name.surname = mem_copy("Vance");
	resident.name.legal_given = mem_copy("Archibald");
	fixture_ok(desk_save_resident(fixture->desk, &resident, &err));
	expect(fixture, "archibald", 0, NULL);
	fixture_ok(search_other_names(fixture_db(fixture), "archi vance", 20,
				      &hits, &err));
	assert_int_equal(hits.count, 1);
	fixture_ok(search_other_names(fixture_db(fixture), "archi gomez", 20,
				      &hits, &err));
	assert_int_equal(hits.count, 1);
	search_hits_release(&hits);
	resident_release(&resident);
}

static void a_range_ends_where_the_beginning_ends(void **state)
{
	struct fixture *fixture = *state;
	struct resident resident = {0};
	struct search_hits hits = {0};
	struct error err = {0};

	resident.name.surname = mem_copy("Vance");
	resident_add_reach(&resident, REACH_TELEPHONE, "(951) 555-0142");
	resident_add_reach(&resident, REACH_ADDRESS, "12021 Heacock St");
	fixture_ok(desk_save_resident(fixture->desk, &resident, &err));
	fixture_ok(search_reaches(fixture_db(fixture), "telephone", "2410", 20,
				  &hits, &err));
	assert_int_equal(hits.count, 1);
	hits.count = 0;
	fixture_ok(search_reaches(fixture_db(fixture), "telephone", "2411", 20,
				  &hits, &err));
	fixture_ok(search_reaches(fixture_db(fixture), "address", "heacocl", 20,
				  &hits, &err));
	fixture_ok(search_reaches(fixture_db(fixture), "email", "heac", 20,
				  &hits, &err));
	assert_int_equal(hits.count, 0);
	search_hits_release(&hits);
	resident_release(&resident);
}

#define SEARCH_TEST(name)                                                      \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SEARCH_TEST(the_latest_visitor_comes_first),
	    SEARCH_TEST(a_whole_word_comes_before_a_beginning),
	    SEARCH_TEST(the_order_of_the_words_does_not_matter),
	    SEARCH_TEST(words_beside_each_other_join_both_ways),
	    SEARCH_TEST(what_is_typed_is_never_an_operator),
	    SEARCH_TEST(a_renamed_person_leaves_no_ghost),
	    SEARCH_TEST(an_index_that_lost_a_row_is_found_out),
	    SEARCH_TEST(words_that_disagree_with_the_names_are_found_out),
	    SEARCH_TEST(a_word_is_kept_once_whoever_bears_it),
	    SEARCH_TEST(the_nearest_comes_first_then_the_latest_visitor),
	    SEARCH_TEST(many_visits_and_upkeep_leave_the_index_whole),
	    SEARCH_TEST(upkeep_leaves_few_parts_of_the_index),
	    SEARCH_TEST(a_legal_name_is_found_apart),
	    SEARCH_TEST(a_range_ends_where_the_beginning_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
