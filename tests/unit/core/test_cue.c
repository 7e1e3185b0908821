/*
 * test_cue.c - the table of cues: which are shown, and what is wrong with it
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h needs those above it. */
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "frontdesk/core/cue.h"

#define HEAD                                                                   \
	"# cue\tstandard\tmoment\tcondition\tlanguage\tkind\turgency\ttext\n"
#define DATA SOURCE_DIR "/data"

struct folder {
	char path[64];
};

static void write_file(const struct folder *folder, const char *name,
		       const char *rows)
{
	char path[128];
	FILE *out;

	snprintf(path, sizeof(path), "%s/cues/%s", folder->path, name);
	out = fopen(path, "w");
	assert_non_null(out);
	fputs(HEAD, out);
	fputs(rows, out);
	fclose(out);
}

static struct folder make_folder(const char *shipped, const char *own)
{
	struct folder folder = {"/tmp/frontdesk-cues-XXXXXX"};
	char cues[80];

	assert_non_null(mkdtemp(folder.path));
	snprintf(cues, sizeof(cues), "%s/cues", folder.path);
	assert_int_equal(mkdir(cues, 0700), 0);
	write_file(&folder, "cues.tsv", shipped);
	if (own != NULL)
		write_file(&folder, "city.tsv", own);
	return folder;
}

static void remove_folder(const struct folder *folder)
{
	static const char *const names[] = {"/cues/cues.tsv", "/cues/city.tsv",
					    "/cues", ""};

	for (size_t i = 0; i < MEM_COUNT(names); i++) {
		char path[128];

		snprintf(path, sizeof(path), "%s%s", folder->path, names[i]);
		remove(path);
	}
}

static struct cue_table load(const char *shipped, const char *own,
			     struct str *faults)
{
	struct folder folder = make_folder(shipped, own);
	struct cue_table table;

	cue_table_load(folder.path, &table, faults);
	remove_folder(&folder);
	return table;
}

/* Of rows that are right. */
static struct cue_table load_right(const char *shipped, const char *own)
{
	struct str faults = STR_INIT;
	struct cue_table table = load(shipped, own, &faults);

	assert_string_equal(str_text(&faults), "");
	return table;
}

/* The text of the most urgent, "" for none. */
static const char *shown(const struct cue_table *table, enum cue_kind kind,
			 enum cue_moment moment, const struct cue_frame *frame)
{
	static char text[400];
	struct cue_lines lines;
	const struct cue_line *first;

	cue_choose(table, CUE_BIT(moment), frame, 1, "en", &lines);
	first = cue_first(&lines, kind);
	snprintf(text, sizeof(text), "%s", first != NULL ? first->text : "");
	cue_lines_release(&lines);
	return text;
}

static void the_most_urgent_say_and_ask_come_first(void **state)
{
	struct cue_table table =
	    load_right("a\t5\tgreeting\t-\ten\tSAY\t10\tHello.\n"
		       "b\t6\tgreeting\tsorry\ten\tSAY\t90\tI am sorry.\n"
		       "c\t4\tgreeting\t-\ten\tASK\t5\tWhat for?\n"
		       "d\t4\tgreeting\t!topic\ten\tASK\t6\tWhich?\n",
		       NULL);
	struct cue_frame frame = {0};

	(void)state;
	assert_string_equal(shown(&table, CUE_SAY, CUE_AT_GREETING, &frame),
			    "Hello.");
	assert_string_equal(shown(&table, CUE_ASK, CUE_AT_GREETING, &frame),
			    "Which?");
	cue_hold(&frame, CUE_IF_APOLOGY, true);
	cue_hold(&frame, CUE_IF_TOPIC, true);
	assert_string_equal(shown(&table, CUE_SAY, CUE_AT_GREETING, &frame),
			    "I am sorry.");
	assert_string_equal(shown(&table, CUE_ASK, CUE_AT_GREETING, &frame),
			    "What for?");
	assert_string_equal(shown(&table, CUE_SAY, CUE_AT_CLOSING, &frame), "");
	cue_table_release(&table);
}

/* What stands in a row of the desk, at each key: one kind, one frame. */
static void the_one_that_is_picked_is_the_most_urgent_with_words(void **state)
{
	struct cue_table table =
	    load_right("a\t5\tfinding\t-\ten\tASK\t10\tHow may I help?\n"
		       "b\t5\tfinding\tnamesake\ten\tASK\t90\t{street}?\n"
		       "c\t5\tfinding\tnamesake\ten\tASK\t80\tWhich?\n"
		       "d\t5\tfinding\tnamesake\ten\tKNOW\t99\tTwo.\n",
		       NULL);
	struct cue_frame frame = {0};
	struct str text = STR_INIT;
	const struct cue_rule *rule;

	(void)state;
	rule = cue_pick(&table, CUE_BIT(CUE_AT_FINDING), &frame, CUE_ASK, "es",
			&text);
	assert_string_equal(rule->name, "a");
	assert_string_equal(str_text(&text), "How may I help?");
	cue_hold(&frame, CUE_IF_NAMESAKE, true);
	rule = cue_pick(&table, CUE_BIT(CUE_AT_FINDING), &frame, CUE_ASK, "en",
			&text);
	assert_string_equal(rule->name, "c");
	frame.places[CUE_PUT_STREET] = "Elm St";
	rule = cue_pick(&table, CUE_BIT(CUE_AT_FINDING), &frame, CUE_ASK, "en",
			&text);
	assert_string_equal(str_text(&text), "Elm St?");
	assert_true(cue_has_place(rule, CUE_PUT_STREET));
	assert_false(cue_has_place(rule, CUE_PUT_NAMESAKE));
	assert_null(cue_pick(&table, CUE_BIT(CUE_AT_FINDING), &frame, CUE_SAY,
			     "en", &text));
	assert_string_equal(str_text(&text), "");
	str_release(&text);
	cue_table_release(&table);
}

static size_t count_of(const struct cue_table *table, enum cue_moment moment)
{
	size_t count = 0;

	for (size_t i = 0; i < table->count; i++)
		if ((table->rules[i].moments & CUE_BIT(moment)) != 0 &&
		    table->rules[i].wording_count > 0)
			count += table->rules[i].wording_count;
	return count;
}

static void the_first_screen_reads_the_cues_of_its_rows_alone(void **state)
{
	struct str faults = STR_INIT;
	struct cue_table all, rows;

	(void)state;
	cue_table_load(DATA, &all, &faults);
	cue_table_load_of(DATA, CUE_AT_FINDING, &rows);
	assert_true(all.is_whole);
	assert_false(rows.is_whole);
	assert_true(rows.count * 4 < all.count);
	assert_true(count_of(&all, CUE_AT_FINDING) >= 16);
	assert_int_equal(count_of(&rows, CUE_AT_FINDING),
			 count_of(&all, CUE_AT_FINDING));
	cue_table_release(&all);
	cue_table_release(&rows);
	str_release(&faults);
}

static void the_citys_own_stand_on_the_first_screen_too(void **state)
{
	struct folder folder =
	    make_folder("a\t5\tfinding\t-\ten\tASK\t90\tWhich?\n"
			"b\t5\tgreeting\t-\ten\tASK\t80\tWho?\n"
			"c\t5\tfinding\t-\ten\tASK\t10\tWhat?\n",
			"a\t-\t-\t-\t-\t-\t-\t-\n"
			"b\t5\tfinding\t-\ten\tASK\t80\tWho comes?\n");
	struct cue_table rows;
	struct cue_frame frame = {0};

	(void)state;
	cue_table_load_of(folder.path, CUE_AT_FINDING, &rows);
	assert_string_equal(shown(&rows, CUE_ASK, CUE_AT_FINDING, &frame),
			    "Who comes?");
	cue_table_release(&rows);
	remove_folder(&folder);
}

static void several_conditions_must_all_hold(void **state)
{
	struct cue_table table = load_right(
	    "a\t6\tgreeting no\ttopic !stale late\ten\tKNOW\t1\tSo.\n", NULL);
	struct cue_frame frame = {0};

	(void)state;
	cue_hold(&frame, CUE_IF_TOPIC, true);
	assert_string_equal(shown(&table, CUE_KNOW, CUE_AT_NO, &frame), "");
	cue_hold(&frame, CUE_IF_LATE, true);
	assert_string_equal(shown(&table, CUE_KNOW, CUE_AT_NO, &frame), "So.");
	cue_hold(&frame, CUE_IF_STALE, true);
	assert_string_equal(shown(&table, CUE_KNOW, CUE_AT_NO, &frame), "");
	cue_table_release(&table);
}

static void a_place_with_nothing_to_say_leaves_out_its_part(void **state)
{
	struct cue_table table = load_right(
	    "a\t9\tasking\t-\ten\tKNOW\t9\t[Bring {bring}][ · {fee}] · ok\n"
	    "b\t9\tacting\t-\ten\tKNOW\t9\tBring {bring}\n",
	    NULL);
	struct cue_frame frame = {0};

	(void)state;
	assert_string_equal(shown(&table, CUE_KNOW, CUE_AT_ASKING, &frame),
			    "ok");
	assert_string_equal(shown(&table, CUE_KNOW, CUE_AT_ACTING, &frame), "");
	frame.places[CUE_PUT_FEE] = "$112";
	assert_string_equal(shown(&table, CUE_KNOW, CUE_AT_ASKING, &frame),
			    "$112 · ok");
	frame.places[CUE_PUT_BRING] = "ID";
	assert_string_equal(shown(&table, CUE_KNOW, CUE_AT_ASKING, &frame),
			    "Bring ID · $112 · ok");
	cue_table_release(&table);
}

static void what_is_said_is_said_in_the_language_or_in_english(void **state)
{
	struct cue_table table =
	    load_right("a\t5\tclosing\t-\ten\tSAY\t9\tThank you.\n"
		       "a\t5\tclosing\t-\tes\tSAY\t9\tGracias.\n",
		       NULL);
	struct cue_frame frame = {0};
	struct cue_lines lines;
	struct str text = STR_INIT;

	(void)state;
	cue_choose(&table, CUE_BIT(CUE_AT_CLOSING), &frame, 1, "es-MX", &lines);
	assert_string_equal(lines.items[0].text, "Gracias.");
	cue_lines_release(&lines);
	cue_choose(&table, CUE_BIT(CUE_AT_CLOSING), &frame, 1, "ko", &lines);
	assert_string_equal(lines.items[0].text, "Thank you.");
	assert_false(cue_word(lines.items[0].rule, &frame, "ko", &text));
	cue_lines_release(&lines);
	str_release(&text);
	cue_table_release(&table);
}

static void another_matter_is_seen_by_its_own_cues_alone(void **state)
{
	struct cue_table table =
	    load_right("a\t6\tgreeting\t-\ten\tKNOW\t9\tmine\n"
		       "b\t6\tgreeting\tother-matter\ten\tKNOW\t9\tanother\n",
		       NULL);
	struct cue_frame frames[3] = {0};
	struct cue_lines lines;

	(void)state;
	cue_hold(&frames[1], CUE_IF_OTHER, true);
	cue_hold(&frames[2], CUE_IF_OTHER, true);
	cue_choose(&table, CUE_BIT(CUE_AT_GREETING), frames, 3, "en", &lines);
	assert_int_equal(lines.count, 3);
	assert_string_equal(lines.items[0].text, "mine");
	assert_string_equal(lines.items[2].text, "another");
	assert_ptr_equal(lines.items[2].frame, &frames[2]);
	cue_lines_release(&lines);
	cue_table_release(&table);
}

static void a_city_changes_adds_and_silences(void **state)
{
	struct cue_table table =
	    load_right("a\t5\tclosing\t-\ten\tSAY\t9\tThank you.\n"
		       "a\t5\tclosing\t-\tes\tSAY\t9\tGracias.\n"
		       "b\t5\tclosing\t-\ten\tASK\t9\tAnything else?\n"
		       "c\t5\tclosing\t-\ten\tKNOW\t9\tKnown.\n",
		       "a\t5\tclosing no\t-\ten\tSAY\t8\tMany thanks.\n"
		       "b\t5\tclosing\t-\ten\t-\t9\tAnything else?\n"
		       "c\t5\tclosing\t-\ten\tKNOW\t9\t-\n"
		       "d\t5\tclosing\t-\ten\tASK\t1\tA card?\n");
	struct cue_frame frame = {0};
	struct str text = STR_INIT;

	(void)state;
	assert_string_equal(shown(&table, CUE_SAY, CUE_AT_NO, &frame),
			    "Many thanks.");
	assert_true(cue_word(&table.rules[0], &frame, "es", &text));
	assert_string_equal(str_text(&text), "Gracias.");
	assert_string_equal(shown(&table, CUE_ASK, CUE_AT_CLOSING, &frame),
			    "A card?");
	assert_string_equal(shown(&table, CUE_KNOW, CUE_AT_CLOSING, &frame),
			    "");
	str_release(&text);
	cue_table_release(&table);
}

static void what_is_wrong_names_its_line_and_the_others_stand(void **state)
{
	static const struct {
		const char *row, *says;
	} cases[] = {
	    {"a\t5\tlunch\t-\ten\tSAY\t9\tHi.\n",
	     "no moment is called \"lunch\""},
	    {"a\t5\t-\t-\ten\tSAY\t9\tHi.\n", "a cue needs its moment"},
	    {"a\t5\tclosing\ttopic happy\ten\tSAY\t9\tHi.\n",
	     "no condition is called \"happy\""},
	    {"a\t5\tclosing\t!\ten\tSAY\t9\tHi.\n",
	     "no condition is called \"\""},
	    {"a\t5\tclosing\t-\ten\tSHOUT\t9\tHi.\n",
	     "the kind must be SAY, ASK or KNOW, not \"SHOUT\""},
	    {"a\t5\tclosing\t-\ten\tSAY\t9\tHi {shirt}.\n",
	     "no place is called {shirt}"},
	    {"a\t5\tclosing\t-\ten\tSAY\t9\tHi {close.\n", "must be closed"},
	    {"a\t5\tclosing\t-\ten\tSAY\t9\tHi [a.\n", "must be closed"},
	    {"a\t17\tclosing\t-\ten\tSAY\t9\tHi.\n", "from 1 to 16"},
	    {"a\t5\tclosing\t-\ten\tSAY\tvery\tHi.\n", "the urgency"},
	    {"a\t5\tclosing\t-\t-\tSAY\t9\tHi.\n", "the language"},
	    {"-\t5\tclosing\t-\ten\tSAY\t9\tHi.\n", "needs a name"},
	    {"x\t5\tclosing\t-\ten\t-\t9\tHi.\n", "no cue is called \"x\""},
	    {"ok\t5\tclosing\t-\ten\tSAY\t9\tHi.\n", "another text"},
	    {"ok\t5\tno\t-\tes\tSAY\t9\tHola.\n", "another standard"},
	    {"a\t5\tclosing\n", "it has 8 parted by tabs, here are 3"},
	};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(cases); i++) {
		struct str rows = STR_INIT, faults = STR_INIT;
		struct cue_frame frame = {0};
		struct cue_table table;

		str_addf(&rows, "ok\t5\tclosing\t-\ten\tSAY\t1\tFine.\n%s%s",
			 cases[i].row,
			 "last\t5\tclosing\t-\ten\tASK\t1\tStill?\n");
		/* The same but for its text: it stands twice. */
		if (strstr(cases[i].says, "another text") != NULL) {
			str_clear(&rows);
			str_add(&rows,
				"ok\t5\tclosing\t-\ten\tSAY\t1\tFine.\n"
				"ok\t5\tclosing\t-\ten\tSAY\t1\tHi.\n"
				"last\t5\tclosing\t-\ten\tASK\t1\tStill?\n");
		}
		table = load(str_text(&rows), NULL, &faults);
		if (strstr(str_text(&faults), cases[i].says) == NULL ||
		    strstr(str_text(&faults), "/cues/cues.tsv:3: ") == NULL)
			fail_msg("%s gives %s", cases[i].row,
				 str_text(&faults));
		assert_string_equal(
		    shown(&table, CUE_SAY, CUE_AT_CLOSING, &frame), "Fine.");
		assert_string_equal(
		    shown(&table, CUE_ASK, CUE_AT_CLOSING, &frame), "Still?");
		cue_table_release(&table);
		str_release(&faults);
		str_release(&rows);
	}
}

static void a_file_that_is_not_there_is_said_and_leaves_none(void **state)
{
	struct str faults = STR_INIT;
	struct cue_table table;

	(void)state;
	cue_table_load("/nowhere", &table, &faults);
	assert_int_equal(table.count, 0);
	assert_non_null(strstr(str_text(&faults), "/nowhere/cues/cues.tsv"));
	str_release(&faults);
	cue_table_release(&table);
}

static void the_shipped_table_has_nothing_wrong_with_it(void **state)
{
	struct str faults = STR_INIT;
	struct cue_table table;
	uint64_t moments = 0, standards = 0;

	(void)state;
	cue_table_load(DATA, &table, &faults);
	assert_string_equal(str_text(&faults), "");
	for (size_t i = 0; i < table.count; i++) {
		moments |= table.rules[i].moments;
		standards |= CUE_BIT(table.rules[i].standard);
		assert_int_equal(table.rules[i].wording_count, 2);
	}
	assert_true(moments == CUE_BIT(CUE_MOMENT_COUNT) - 1);
	for (int i = 1; i <= 16; i++)
		/* The tenth is the calm time on the screen, and no sentence. */
		if (i != 10 && (standards & CUE_BIT(i)) == 0)
			fail_msg("no cue is of standard %d", i);
	cue_table_release(&table);
	str_release(&faults);
}

static bool has_word(const char *text, const char *word)
{
	size_t len = strlen(word);
	const char *at = text;

	while ((at = strstr(at, word)) != NULL) {
		bool begins = at == text || strchr(" .,:;?“[{", at[-1]);

		if (begins && strchr(" .,:;?!”]}", at[len]))
			return true;
		at += len;
	}
	return false;
}

static void no_shipped_text_guesses_a_pronoun_scolds_or_hurries(void **state)
{
	static const char *const words[] = {
	    "he",   "she",  "him",    "her",	 "his",	   "hers",  "He",
	    "She",  "His",  "Her",    "sir",	 "madam",  "ma'am", "él",
	    "ella", "must", "should", "quickly", "hurry",  "fast",  "rápido",
	    "debe", "Mr.",  "Ms.",    "Sr.",	 "señora", "señor"};
	struct str faults = STR_INIT;
	struct cue_table table;
	size_t count = 0;

	(void)state;
	assert_true(has_word("Is it about her permit?", "her"));
	assert_false(has_word("another hour", "her"));
	cue_table_load(DATA, &table, &faults);
	for (size_t i = 0; i < table.count; i++)
		for (size_t j = 0; j < table.rules[i].wording_count; j++) {
			const char *text = table.rules[i].wordings[j].text;

			for (size_t k = 0; k < MEM_COUNT(words); k++)
				if (has_word(text, words[k]))
					fail_msg("%s: %s", words[k], text);
			/* Two rows of 80 columns, less their label. */
			if (text_width(text) > 2 * 70)
				fail_msg("too long: %s", text);
			count++;
		}
	assert_true(count > 100);
	cue_table_release(&table);
	str_release(&faults);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_most_urgent_say_and_ask_come_first),
	    cmocka_unit_test(
		the_one_that_is_picked_is_the_most_urgent_with_words),
	    cmocka_unit_test(the_first_screen_reads_the_cues_of_its_rows_alone),
	    cmocka_unit_test(the_citys_own_stand_on_the_first_screen_too),
	    cmocka_unit_test(several_conditions_must_all_hold),
	    cmocka_unit_test(a_place_with_nothing_to_say_leaves_out_its_part),
	    cmocka_unit_test(
		what_is_said_is_said_in_the_language_or_in_english),
	    cmocka_unit_test(another_matter_is_seen_by_its_own_cues_alone),
	    cmocka_unit_test(a_city_changes_adds_and_silences),
	    cmocka_unit_test(what_is_wrong_names_its_line_and_the_others_stand),
	    cmocka_unit_test(a_file_that_is_not_there_is_said_and_leaves_none),
	    cmocka_unit_test(the_shipped_table_has_nothing_wrong_with_it),
	    cmocka_unit_test(
		no_shipped_text_guesses_a_pronoun_scolds_or_hurries),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
