/*
 * test_name_cases.c - the formatter writes what CLDR's own tests expect
 *
 * The cases are chosen from CLDR's (tests/person-names/choose_cases.py). All names
 * in them are CLDR's samples.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "frontdesk/base/text.h"
#include "name_case.h"

#define CASES SOURCE_DIR "/tests/person-names/cases.tsv"

enum { CASES_AT_LEAST = 4000, LOCALES_AT_LEAST = 110 };

/* What was run, so that a lost file cannot pass for a good one. */
struct tally {
	size_t cases, locales;
	size_t orders[4], lengths[3], usages[3], formalities[2];
	char locale[16]; /* of the case before; the file is sorted by it */
};

static void count(struct tally *tally, const struct name_case *name)
{
	const struct name_style *style = &name->style;

	tally->cases++;
	tally->orders[style->order]++;
	tally->lengths[style->length]++;
	tally->usages[style->usage]++;
	tally->formalities[style->formality]++;
	if (strcmp(tally->locale, style->locale) != 0)
		tally->locales++;
	snprintf(tally->locale, sizeof(tally->locale), "%s", style->locale);
}

static void run_case(char *line, int number, struct tally *tally,
		     struct str *out)
{
	struct name_case name;

	if (!name_case_read(line, &name) || name.expected == NULL)
		fail_msg("%s:%d is no case", CASES, number);
	str_clear(out);
	name_format(&name.fields, &name.style, out);
	if (strcmp(str_text(out), name.expected) != 0)
		fail_msg("%s:%d: \"%s\", not \"%s\"", CASES, number,
			 str_text(out), name.expected);
	count(tally, &name);
}

static void each_locale_writes_names_as_cldr_expects(void **state)
{
	struct tally tally = {0};
	struct str out = STR_INIT;
	FILE *file = fopen(CASES, "r");
	char *line = NULL;
	size_t size = 0;

	(void)state;
	assert_non_null(file);
	for (int number = 1; getline(&line, &size, file) > 0; number++) {
		if (*line != '#')
			run_case(line, number, &tally, &out);
	}
	fclose(file);
	free(line);
	str_release(&out);
	assert_true(tally.cases >= CASES_AT_LEAST);
	assert_true(tally.locales >= LOCALES_AT_LEAST);
	for (size_t i = 0; i < 4; i++)
		assert_true(tally.orders[i] >= 300);
	for (size_t i = 0; i < 3; i++)
		assert_true(tally.lengths[i] >= 1000 &&
			    tally.usages[i] >= 1000);
	for (size_t i = 0; i < 2; i++)
		assert_true(tally.formalities[i] >= 1500);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_locale_writes_names_as_cldr_expects),
	};

	text_locale_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
