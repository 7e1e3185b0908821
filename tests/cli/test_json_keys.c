/*
 * Each command's JSON in the demo city: docs/interchange.md names its keys.
 * Everybody in it is invented.
 */
#include <string.h>

#include "demo_city.h"
#include "frontdesk/base/mem.h"
#include "page_keys.h"
#include "run.h"

static struct place place;

static int setup(void **state)
{
	(void)state;
	demo_city_open(&place, FRONTDESK_FIXED);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	place_close(&place);
	return 0;
}

static void ask(const char *login, const char *const words[2], struct run *run)
{
	if (words[1] != NULL)
		RUN(run, "--demo", "--as", login, words[0], words[1],
		    "--format", "json");
	else
		RUN(run, "--demo", "--as", login, words[0], "--format", "json");
	if (run->status != 0)
		fail_msg("%s: %s", words[0], str_text(&run->complaints));
}

static void read_one(const char *text, size_t len, struct page_keys *keys)
{
	struct error err = {0};
	struct json *json;

	if (!json_parse(text, len, &json, &err))
		fail_msg("%s: %.*s", err.text, (int)len, text);
	page_keys_expect_all(keys, json);
	json_free(json);
}

static void the_page_names_the_keys_of_each_line(void **state)
{
	static const struct {
		const char *login, *words[2], *row;
	} lists[] = {
	    {"aruiz", {"acknowledge"}, "\n| `acknowledge` |"},
	    {"aruiz", {"promise"}, "\n| `promise` |"},
	    {"aruiz", {"handoff"}, "\n| `handoff` |"},
	    {"aruiz", {"tell"}, "\n| `tell` |"},
	    {"sjohnson", {"notice"}, "\n| `notice` | `number`"},
	    {"aruiz", {"round", "briefing"}, "\n| `round briefing` "},
	    {"aruiz", {"round", "evening"}, "\n| `round briefing` "},
	    {"sjohnson", {"patterns"}, "\n| `patterns` |"},
	    {"sjohnson", {"feedback"}, "\n| `feedback` | `reference` of"},
	    {"sjohnson", {"idea"}, "\n| `idea` |"},
	    {"dpham", {"thanks"}, "\n| `thanks` | `noted_at`"},
	    {"aruiz", {"staff"}, "\n| `staff` | `login`"},
	    {"aruiz", {"find", "gar"}, "`frontdesk find TEXT --format json`"},
	};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(lists); i++) {
		struct page_keys keys;
		struct run run;
		const char *line;

		page_keys_open(&keys, lists[i].row, "\n");
		ask(lists[i].login, lists[i].words, &run);
		line = str_text(&run.out);
		if (*line == '\0')
			fail_msg("nobody's %s", lists[i].words[0]);
		while (*line != '\0') {
			size_t len = strcspn(line, "\n");

			read_one(line, len, &keys);
			line += len + (line[len] == '\n');
		}
		page_keys_close(&keys);
		run_release(&run);
	}
}

static void the_page_names_the_keys_of_the_board_and_the_calendar(void **state)
{
	static const struct {
		const char *words[2], *row;
	} whole[] = {
	    {{"board"}, "\n| `board` |"},
	    {{"calendar"}, "\n| `calendar` |"},
	};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(whole); i++) {
		struct page_keys keys;
		struct run run;

		page_keys_open(&keys, whole[i].row, "\n");
		ask("sjohnson", whole[i].words, &run);
		read_one(str_text(&run.out), run.out.len, &keys);
		assert_true(keys.count > 20);
		page_keys_close(&keys);
		run_release(&run);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_page_names_the_keys_of_each_line),
	    cmocka_unit_test(
		the_page_names_the_keys_of_the_board_and_the_calendar),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
