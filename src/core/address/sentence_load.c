/*
 * sentence_load.c - reads a row of data/cues/greetings.tsv
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "phrases_load.h"

const char *const moment_names[MOMENT_COUNT] = {"greet", "close", "ask",
						"telephone", "several"};
const char *const who_names[WHO_COUNT] = {"alone", "named"};

/* "17" or "17:30" up to end; false for anything else. */
static bool parse_minute(const char *text, const char *end, int *out)
{
	int hour, minute = 0, used = 0;

	if (text >= end || end - text > 5 || *text < '0' || *text > '9' ||
	    sscanf(text, "%2d%n", &hour, &used) != 1)
		return false;
	text += used;
	if (text != end) {
		if (end - text != 3 || text[0] != ':' || text[1] < '0' ||
		    text[1] > '5' || text[2] < '0' || text[2] > '9')
			return false;
		minute = 10 * (text[1] - '0') + text[2] - '0';
	}
	*out = 60 * hour + minute;
	return *out <= DAY_MINUTES;
}

static bool read_hours(const struct table *table, size_t row,
		       struct sentence *out, struct error *err)
{
	const char *text = table_text(table, row, "hours");
	const char *dash = text ? strchr(text, '-') : NULL;

	out->from = 0;
	out->to = DAY_MINUTES;
	if (!text)
		return true;
	if (!dash || !parse_minute(text, dash, &out->from) ||
	    !parse_minute(dash + 1, text + strlen(text), &out->to) ||
	    out->from == out->to || out->from == DAY_MINUTES)
		return table_wrong(table, row, err,
				   _("the hours must be like 12-18, or -"));
	return true;
}

/* Takes the place out of a copy; false where it stands there again. */
static bool take_place(char *text, const char *place)
{
	char *at = strstr(text, place);

	if (at)
		memset(at, ' ', strlen(place));
	return !strstr(text, place);
}

/* Nobody is named yet but the city and the clerk, each once. */
static bool check_call(const struct table *table, size_t row, const char *text,
		       enum who who, struct error *err)
{
	char *rest = mem_copy(text);
	bool is_good = who == WHO_ALONE && take_place(rest, PHRASE_CITY) &&
		       take_place(rest, PHRASE_STAFF) && !strpbrk(rest, "{}");

	free(rest);
	return is_good || table_wrong(table, row, err,
				      _("a call is answered alone, with one "
					"%s and one %s at most"),
				      PHRASE_CITY, PHRASE_STAFF);
}

/* "{address}, {address}": what stands between two names. */
static bool check_several(const struct table *table, size_t row,
			  const char *text, enum who who, struct error *err)
{
	const size_t place = strlen(PHRASE_ADDRESS);
	const size_t len = strlen(text);

	return (who == WHO_ALONE && len >= 2 * place &&
		!strncmp(text, PHRASE_ADDRESS, place) &&
		!strcmp(text + len - place, PHRASE_ADDRESS) &&
		strcspn(text + place, "{}") == len - 2 * place) ||
	       table_wrong(table, row, err,
			   _("several are said alone, like %s, %s"),
			   PHRASE_ADDRESS, PHRASE_ADDRESS);
}

/* The name has one place in a sentence that is for a name, and none else. */
static bool check_named(const struct table *table, size_t row, const char *text,
			enum who who, struct error *err)
{
	const char *gap = strstr(text, PHRASE_ADDRESS);

	if (who == WHO_NAMED && (!gap || strpbrk(gap + 1, "{") ||
				 memchr(text, '{', (size_t)(gap - text))))
		return table_wrong(table, row, err, _("the text needs one %s"),
				   PHRASE_ADDRESS);
	if (who == WHO_ALONE && strpbrk(text, "{}"))
		return table_wrong(table, row, err,
				   _("a text said alone has no braces"));
	return true;
}

/* What it sounds like has the same places as the text. */
static bool check_texts(const struct table *table, size_t row,
			const struct sentence *sentence, struct error *err)
{
	const char *texts[] = {table_text(table, row, "text"),
			       table_text(table, row, "sounded")};
	bool is_call = sentence->moment == MOMENT_TELEPHONE;

	if (!texts[0])
		return table_wrong(table, row, err, _("the text is missing"));
	if (sentence->moment == MOMENT_SEVERAL)
		return check_several(table, row, texts[0], sentence->who, err);
	for (size_t i = 0; i < MEM_COUNT(texts) && texts[i]; i++) {
		if (!(is_call ? check_call : check_named)(table, row, texts[i],
							  sentence->who, err))
			return false;
	}
	return true;
}

static int find_word(const char *word, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (str_same(word, words[i]))
			return (int)i;
	}
	return -1;
}

bool sentence_load(const struct table *table, size_t row, struct sentence *out,
		   struct error *err)
{
	int moment = find_word(table_text(table, row, "moment"), moment_names,
			       MEM_COUNT(moment_names));
	int who = find_word(table_text(table, row, "who"), who_names,
			    MEM_COUNT(who_names));

	if (moment < 0)
		return table_wrong(table, row, err,
				   _("the moment is greet, close, ask, "
				     "telephone or several"));
	if (who < 0)
		return table_wrong(table, row, err, _("who is named or alone"));
	*out = (struct sentence){.moment = (enum moment)moment,
				 .who = (enum who)who};
	if (!read_hours(table, row, out, err) ||
	    !check_texts(table, row, out, err))
		return false;
	out->text = mem_copy(table_text(table, row, "text"));
	out->sounded = mem_copy(table_text(table, row, "sounded"));
	return true;
}
