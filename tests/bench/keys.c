/*
 * keys.c - a keystroke on the home screen, with everything that it shows
 */
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/find.h"

enum {
	LETTERS = 8,
	ROWS = 20, /* as the home screen asks for */
};

/* Names that many bear, given and surname: the dearest two words. */
static const char *const common[][2] = {
    {"maria", "garcia"},    {"jose", "garcia"},	   {"maria", "lopez"},
    {"james", "smith"},	    {"mary", "johnson"},   {"juan", "hernandez"},
    {"robert", "smith"},    {"ana", "martinez"},   {"john", "williams"},
    {"thi", "nguyen"},	    {"luis", "rodriguez"}, {"patricia", "brown"},
    {"carmen", "gonzalez"}, {"van", "tran"},	   {"michael", "jones"},
    {"maria", "maria"},
};

bool bench_key(struct bench *bench, const char *text, struct samples *out)
{
	const struct find_row unnamed = {.kind = FIND_TOPIC};
	struct error err = {0};
	struct find find;
	struct cue cue;
	bool is_spelled;
	int64_t began = samples_now();

	bench_must(desk_find_nearly(bench->desk, text, ROWS, &find, &err), &err,
		   text);
	bench_must(
	    desk_cue_row(bench->desk,
			 find.people_count > 0 ? &find.rows[0] : &unnamed, &cue,
			 &err),
	    &err, text);
	if (out != NULL) {
		samples_add(out, samples_now() - began);
		bare_measure(bench, BARE_ROW);
	}
	is_spelled = find.count > 0 && !find.rows[0].is_similar;
	cue_release(&cue);
	find_release(&find);
	return is_spelled;
}

/* The folded words of anybody, newest visitors or not. */
static char *anybody(struct bench *bench)
{
	static const char SQL[] =
	    "SELECT folded FROM search_name WHERE resident_id = $1";
	struct error err = {0};
	struct query q;
	char *folded;

	query_begin(&q, bench->db, SQL);
	query_int(&q, 1, chance_between(&bench->chance, 1, bench->residents));
	folded = query_row(&q) ? row_copy(&q, 0) : NULL;
	bench_must(query_end(&q, &err), &err, "a name");
	return folded != NULL ? folded : mem_copy("garcia");
}

/* As many whole letters of it, or fewer. */
static size_t letters(const char *word, size_t count)
{
	size_t len = 0;

	while (count > 0 && word[len] != '\0' && word[len] != ' ') {
		len++;
		while ((word[len] & 0xc0) == 0x80)
			len++;
		count--;
	}
	return len;
}

static void type_letters(struct bench *bench, const char *folded,
			 struct samples samples[LETTERS])
{
	size_t before = 0;

	for (size_t i = 1; i <= LETTERS; i++) {
		size_t len = letters(folded, i);
		char *text;

		if (len == before)
			return;
		before = len;
		text = mem_copy_n(folded, len);
		bench_key(bench, text,
			  samples != NULL ? &samples[i - 1] : NULL);
		free(text);
	}
}

/* "mar g", "mar ga", "mar gar" */
static void type_two(struct bench *bench, const char *folded,
		     struct samples *prefixes, struct samples *words)
{
	const char *second = strchr(folded, ' ');
	struct str text = STR_INIT;

	if (second == NULL)
		return;
	second++;
	for (size_t i = 1; i <= 3; i++) {
		str_clear(&text);
		str_add_n(&text, folded, letters(folded, 3));
		str_add_char(&text, ' ');
		str_add_n(&text, second, letters(second, i));
		bench_key(bench, str_text(&text), prefixes);
	}
	str_clear(&text);
	str_add_n(&text, folded, letters(folded, 100));
	str_add_char(&text, ' ');
	str_add_n(&text, second, letters(second, 100));
	bench_key(bench, str_text(&text), words);
	str_release(&text);
}

static void measure_names(struct bench *bench)
{
	int count = bench_count(bench, 400);
	char **names = mem_new((size_t)count, sizeof(*names));
	struct samples one[LETTERS] = {0}, two = {0}, words = {0};
	const struct target key = {.p99 = 1000, .growth = 2.5};
	const struct target bounded = {.growth = 2.5};

	for (int i = 0; i < count; i++) {
		names[i] = anybody(bench);
		/* Read once before: what is measured is warm. */
		type_letters(bench, names[i], NULL);
		type_two(bench, names[i], NULL, NULL);
	}
	for (int i = 0; i < count; i++) {
		type_letters(bench, names[i], one);
		type_two(bench, names[i], &two, &words);
		free(names[i]);
	}
	free(names);
	for (int i = 0; i < LETTERS; i++) {
		char what[48];

		snprintf(what, sizeof(what), "keystroke, %d letter%s", i + 1,
			 i > 0 ? "s" : "");
		bench_tell(bench, what, &one[i], BARE_ROW, &key);
		samples_release(&one[i]);
	}
	bench_tell(bench, "keystroke, two prefixes", &two, BARE_ROW, &key);
	bench_tell(bench, "keystroke, two whole words", &words, BARE_ROW,
		   &bounded);
	samples_release(&two);
	samples_release(&words);
}

static void measure_common(struct bench *bench)
{
	const struct target bounded = {.growth = 2.5};
	struct samples samples = {0};
	int count = bench_count(bench, 20);

	for (int round = 0; round <= count; round++)
		for (size_t i = 0; i < MEM_COUNT(common); i++) {
			struct str text = STR_INIT;

			str_addf(&text, "%s %s", common[i][0], common[i][1]);
			bench_key(bench, str_text(&text),
				  round > 0 ? &samples : NULL);
			str_release(&text);
		}
	bench_tell(bench, "keystroke, two common whole words", &samples,
		   BARE_ROW, &bounded);
	samples_release(&samples);
}

/* What else the one box takes. */
static void measure_others(struct bench *bench)
{
	static const char *const typed[] = {
	    "0174",	 "4711",       "555-0174", "951-555-1234", "heacock",
	    "ironwood",	 "12021 hea",  "bld-26",   "BLD-25-04",	   "R-4K7-2M9X",
	    "V-000-000", "garage sal", "kowalski", "fen",	   "P-4K7-2M9"};
	const struct target key = {.p99 = 1000, .growth = 2.5};
	struct samples samples = {0};
	int count = bench_count(bench, 30);

	for (int round = 0; round <= count; round++)
		for (size_t i = 0; i < MEM_COUNT(typed); i++)
			bench_key(bench, typed[i], round > 0 ? &samples : NULL);
	bench_tell(bench, "keystroke, numbers, streets, topics", &samples,
		   BARE_ROW, &key);
	samples_release(&samples);
}

void measure_keys(struct bench *bench)
{
	measure_names(bench);
	measure_common(bench);
	measure_others(bench);
}
