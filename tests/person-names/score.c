/*
 * score.c - the formatter held to the test files of CLDR
 */
#include "score.h"

#include <string.h>

#include "cldr_file.h"
#include "frontdesk/base/mem.h"
#include "order_lists.h"

struct tally {
	size_t right, all;
};

enum { USAGES = NAME_MONOGRAM + 1 };

struct scores {
	const struct score_wish *wish;
	FILE *out;
	struct str name;
	struct tally usages[USAGES];
	struct tally locale, total;
	size_t whole; /* locales */
};

static void count(struct tally *tally, bool is_right)
{
	tally->all++;
	tally->right += is_right;
}

static void show_wrong(const struct scores *scores,
		       const struct cldr_case *test)
{
	fprintf(scores->out,
		"%s.txt:%d %s %s %s %s of %s: \"%s\", not \"%s\"\n",
		test->name.style.locale, test->line, test->words[0],
		test->words[1], test->words[2], test->words[3],
		test->name.fields.locale ? test->name.fields.locale : "nowhere",
		str_text(&scores->name), test->name.expected);
}

/* Whether the case is one where the order follows from the name's locale. */
static bool is_derived(const struct cldr_case *test)
{
	const char *locale = test->name.fields.locale;
	const char *order =
	    order_lists_find(test->name.style.locale, locale ? locale : "und");

	return order != NULL && !strcmp(order, test->words[0]);
}

static void try_case(const struct cldr_case *test, void *user)
{
	struct scores *scores = user;
	struct name_style style = test->name.style;
	bool is_right;

	if (scores->wish->derives_order) {
		if (!is_derived(test))
			return;
		style.order = NAME_ORDER_DERIVED;
	}
	str_clear(&scores->name);
	name_format(&test->name.fields, &style, &scores->name);
	is_right = !strcmp(str_text(&scores->name), test->name.expected);
	count(&scores->usages[style.usage], is_right);
	count(&scores->locale, is_right);
	count(&scores->total, is_right);
	if (!is_right && scores->wish->shows_wrong)
		show_wrong(scores, test);
}

static void show(FILE *out, const char *what, const struct tally *tally)
{
	fprintf(out, "%-12s %7zu of %7zu  %7.3f %%\n", what, tally->right,
		tally->all,
		tally->all ? 100.0 * (double)tally->right / (double)tally->all
			   : 0.0);
}

static bool score_locale(struct scores *scores, const char *locale)
{
	scores->locale = (struct tally){0};
	if (!cldr_file_read(scores->wish->folder, locale, try_case, scores))
		return false;
	if (scores->locale.right == scores->locale.all)
		scores->whole++;
	else
		show(scores->out, locale, &scores->locale);
	return true;
}

bool score(const struct score_wish *wish, FILE *out)
{
	static const char *const usages[USAGES] = {"referring", "addressing",
						   "monogram"};
	struct scores scores = {.wish = wish, .out = out};
	struct cldr_locales locales;
	bool is_read = cldr_locales_read(wish->folder, &locales);

	for (size_t i = 0; i < locales.count && is_read; i++)
		is_read = score_locale(&scores, locales.locales[i]);
	for (size_t i = 0; i < USAGES; i++)
		show(out, usages[i], &scores.usages[i]);
	show(out, "all", &scores.total);
	fprintf(out, "locales that are whole: %zu of %zu\n", scores.whole,
		locales.count);
	cldr_locales_release(&locales);
	str_release(&scores.name);
	return is_read && scores.total.all > 0 &&
	       scores.total.right == scores.total.all;
}

static const char *cell(const char *text)
{
	return text != NULL ? text : "";
}

struct printer {
	bool derives_order;
	FILE *out;
};

static void print_case(const struct cldr_case *test, void *user)
{
	const struct printer *printer = user;
	const struct name_fields *name = &test->name.fields;
	const char *const cells[] = {
	    printer->derives_order ? "" : test->words[0],
	    test->words[1],
	    test->words[2],
	    test->words[3],
	    name->locale,
	    name->title,
	    name->given,
	    name->given_informal,
	    name->given2,
	    name->surname,
	    name->surname_prefix,
	    name->surname_core,
	    name->surname2,
	    name->generation,
	    name->credentials,
	    test->name.expected,
	};

	if (printer->derives_order && !is_derived(test))
		return;
	fputs(test->name.style.locale, printer->out);
	for (size_t i = 0; i < MEM_COUNT(cells); i++)
		fprintf(printer->out, "\t%s", cell(cells[i]));
	fputc('\n', printer->out);
}

bool score_cases(const struct score_wish *wish, FILE *out)
{
	struct printer printer = {wish->derives_order, out};
	struct cldr_locales locales;
	bool is_read = cldr_locales_read(wish->folder, &locales);

	for (size_t i = 0; i < locales.count && is_read; i++)
		is_read = cldr_file_read(wish->folder, locales.locales[i],
					 print_case, &printer);
	cldr_locales_release(&locales);
	return is_read;
}
