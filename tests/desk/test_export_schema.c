/*
 * frontdesk export all against its schema: records of each kind that it names.
 * In the demo city: everybody in it is invented.
 */
#include <string.h>

#include "demo_city.h"
#include "frontdesk/desk/import.h"
#include "frontdesk/desk/signin.h"
#include "named_tests.h"
#include "schema.h"

enum {
	EACH = 20, /* lines of a kind: the validator is slow */
	KINDS_MAX = 64,
	NAME_MAX_LEN = 32,
};

#define UUID "'0193a5f0-0000-7000-8000-00000000000"

/* Kinds that the demo city has none of. */
static const char *const further[] = {
    "INSERT INTO site_day (uuid, site_id, day_on, reason, made_at) VALUES"
    " (" UUID "1', 1, '2026-12-04', 'The floor is laid anew', 1)",
    "INSERT INTO briefing (staff_id, site_id, shown_on, shown_at) VALUES"
    " (1, 1, '2026-11-02', 1)",
    "INSERT INTO resident_merge (survivor_id, merged_id, at) VALUES"
    " (9, 10, 1)",
    "INSERT INTO resident_merge_part (resident_merge_id, field, was, became)"
    " VALUES (1, 'note', '', 'Hard of hearing')",
    "INSERT INTO visit_interpreter (visit_id, staff_id, at, noted_by) VALUES"
    " (1, 2, 1, 1)",
    "INSERT INTO joining (request_id, visit_id, staff_id, at, noted_by) VALUES"
    " (1, 1, 2, 1, 1)",
    "INSERT INTO unanswered (uuid, site_id, words, asked_at, asked_on,"
    " asked_by) VALUES (" UUID "2', 1, 'Is hay a fence?', 1, '2026-11-02', 1)",
};

struct kept {
	struct str lines;
	struct {
		char name[NAME_MAX_LEN];
		int count;
	} kinds[KINDS_MAX];
	size_t kind_count;
};

/* How many of its kind were there before. */
static int count_kind(struct kept *kept, const char *name, size_t len)
{
	size_t i = 0;

	assert_in_range(len, 1, NAME_MAX_LEN - 1);
	while (i < kept->kind_count &&
	       (strlen(kept->kinds[i].name) != len ||
		strncmp(kept->kinds[i].name, name, len) != 0))
		i++;
	if (i == kept->kind_count) {
		assert_in_range(i, 0, KINDS_MAX - 1);
		memcpy(kept->kinds[kept->kind_count++].name, name, len);
	}
	return kept->kinds[i].count++;
}

static bool keep(const char *line, void *state, struct error *err)
{
	static const char begin[] = "{\"record\":\"";
	struct kept *kept = state;
	const char *name = line + strlen(begin);

	(void)err;
	assert_int_equal(strncmp(line, begin, strlen(begin)), 0);
	if (count_kind(kept, name, strcspn(name, "\"")) < EACH)
		str_add(&kept->lines, line);
	return true;
}

static void export_all(struct fixture *fixture, struct kept *kept)
{
	struct error err = {0};

	for (size_t i = 0; i < sizeof(further) / sizeof(further[0]); i++)
		fixture_write(fixture, further[i]);
	fixture_ok(desk_sign_in(fixture->desk, DEMO_SUPERVISOR, NULL, 0, &err));
	fixture_ok(desk_export(fixture->desk, EXPORT_ALL, keep, kept, &err));
}

static bool has_kind(const struct kept *kept, const char *name, size_t len)
{
	for (size_t i = 0; i < kept->kind_count; i++)
		if (strlen(kept->kinds[i].name) == len &&
		    strncmp(kept->kinds[i].name, name, len) == 0)
			return true;
	return false;
}

static void each_kind_of_record_is_as_the_schema_has_it(void **state)
{
	static const char kind[] = "\"record\": {\"const\": \"";
	struct kept kept = {0};
	struct str schema = STR_INIT;
	const char *at;

	export_all(*state, &kept);
	schema_accepts_lines("export", str_text(&kept.lines));
	named_tests_add_file(SOURCE_DIR "/data/schemas/export.schema.json",
			     &schema);
	at = str_text(&schema);
	while ((at = strstr(at, kind)) != NULL) {
		at += strlen(kind);
		if (!has_kind(&kept, at, strcspn(at, "\"")))
			fail_msg("no record of the kind %.*s",
				 (int)strcspn(at, "\""), at);
	}
	assert_true(kept.kind_count > 40);
	str_release(&schema);
	str_release(&kept.lines);
}

static void a_column_that_the_schema_does_not_name_is_refused(void **state)
{
	(void)state;
	schema_refuses("export",
		       "{\"record\":\"request_number\",\"request_number_id\":1,"
		       "\"request_id\":1,\"kind\":\"permit\",\"value\":\"B-1\","
		       "\"surplus\":1}",
		       "surplus");
	schema_refuses("export", "{\"record\":\"weather\"}", "$");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_kind_of_record_is_as_the_schema_has_it),
	    cmocka_unit_test(a_column_that_the_schema_does_not_name_is_refused),
	};

	return cmocka_run_group_tests(tests, demo_city_setup, fixture_teardown);
}
