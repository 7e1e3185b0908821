/*
 * past.c - when something was, as people say it
 *
 * Each word is a day, a part of one, or the time; what is neither makes the
 * whole not understood. What was understood is shown back, so that a wrong
 * guess is seen.
 */
#include "frontdesk/core/past.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"

struct looking {
	struct day today, day;
	bool has_day;
	int month;  /* named, its day of the month to follow; 0: none */
	int minute; /* -1: none read */
};

/* From 1; 0 where the word is none of them. Three letters are enough. */
static int find_name(const char *word, const char *const *names, size_t count)
{
	size_t len = strlen(word);

	for (size_t i = 0; len >= 3 && i < count; i++)
		if (strncmp(names[i], word, len) == 0)
			return (int)i + 1;
	return 0;
}

static bool take_day(struct looking *looking, struct day day)
{
	if (looking->has_day)
		return false;
	looking->day = day;
	looking->has_day = true;
	return true;
}

/* The last one that there was. */
static bool take_date(struct looking *looking, int month, int day_of_month)
{
	struct error ignored = {0};
	struct day day;
	char text[16];
	int year, unused;

	day_parts(looking->today, &year, &unused, &unused);
	for (int back = 0; back < 2; back++) {
		snprintf(text, sizeof(text), "%04d-%02d-%02d", year - back,
			 month, day_of_month);
		if (day_parse(text, "", &day, &ignored) &&
		    day_compare(day, looking->today) <= 0)
			return take_day(looking, day);
	}
	return false;
}

static bool read_day(struct looking *looking, const char *word)
{
	static const char *const weekdays[] = {
	    "sunday",	"monday", "tuesday", "wednesday",
	    "thursday", "friday", "saturday"};
	struct error ignored = {0};
	struct day day;
	int month, of_month, weekday, end = 0;

	if (strcmp(word, "today") == 0)
		return take_day(looking, looking->today);
	if (strcmp(word, "yesterday") == 0)
		return take_day(looking, day_plus(looking->today, -1));
	if (day_parse(word, "", &day, &ignored))
		return take_day(looking, day);
	if (sscanf(word, "%2d/%2d%n", &month, &of_month, &end) == 2 &&
	    word[end] == '\0')
		return take_date(looking, month, of_month);
	weekday = find_name(word, weekdays, 7);
	return weekday &&
	       take_day(looking, day_plus(looking->today,
					  -((day_weekday(looking->today) -
					     (weekday - 1) + 7) %
					    7)));
}

/* "9:40", "940", "3pm", "3:30pm", "15.30"; the half may stand apart. */
static bool read_time(struct looking *looking, const char *word)
{
	int hour = 0, minute = 0, end = 0;
	bool is_bare;

	if (looking->minute >= 0)
		return false;
	if (strcmp(word, "noon") == 0) {
		looking->minute = 12 * 60;
		return true;
	}
	if (sscanf(word, "%2d%*[:.h]%2d%n", &hour, &minute, &end) != 2 ||
	    end == 0) {
		size_t digits = strspn(word, "0123456789");

		if (digits < 1 || digits > 4)
			return false;
		hour = atoi(word);
		minute = digits > 2 ? hour % 100 : 0;
		hour = digits > 2 ? hour / 100 : hour;
		end = (int)digits;
	}
	is_bare = word[0] != '0';
	word += end;
	if (hour > 23 || minute > 59)
		return false;
	if (strcmp(word, "pm") == 0 || strcmp(word, "p") == 0 ||
	    strcmp(word, "am") == 0 || strcmp(word, "a") == 0) {
		if (hour < 1 || hour > 12)
			return false;
		hour = hour % 12 + (word[0] == 'p' ? 12 : 0);
	} else if (*word != '\0') {
		return false;
	} else if (is_bare && hour >= 1 && hour <= 6) {
		hour += 12;
	}
	looking->minute = hour * 60 + minute;
	return true;
}

static bool read_word(struct looking *looking, const char *word)
{
	static const char *const months[] = {"january", "february", "march",
					     "april",	"may",	    "june",
					     "july",	"august",   "september",
					     "october", "november", "december"};
	char *rest;
	int month = looking->month;

	if (strcmp(word, "at") == 0 || strcmp(word, "on") == 0)
		return true;
	if (month) {
		looking->month = 0;
		return take_date(looking, month,
				 (int)strtol(word, &rest, 10)) &&
		       *rest == '\0';
	}
	looking->month = find_name(word, months, 12);
	return looking->month || read_day(looking, word) ||
	       read_time(looking, word);
}

/* Small letters, no full stops but in "15.30". */
static void add_plain(const char *text, struct str *out)
{
	for (; *text != '\0'; text++)
		if (*text == ',' || *text == '\t')
			str_add_char(out, ' ');
		else if (*text != '.' || isdigit((unsigned char)text[1]))
			str_add_char(out, str_lower(*text));
}

/* "3 pm" becomes "3pm". */
static char *plain(const char *text)
{
	struct str apart = STR_INIT, out = STR_INIT;
	char before = ' ';

	add_plain(text, &apart);
	for (const char *at = str_text(&apart); *at != '\0'; at++) {
		if (*at == ' ' && isdigit((unsigned char)before) &&
		    (at[1] == 'a' || at[1] == 'p') && at[2] == 'm')
			continue;
		str_add_char(&out, *at);
		before = *at;
	}
	str_release(&apart);
	return out.len ? str_take(&out) : mem_copy("");
}

static bool read_all(struct looking *looking, const char *text)
{
	char *words = plain(text), *rest = words, *word;
	bool is_read = true;

	while (is_read && (word = strsep(&rest, " ")))
		is_read = *word == '\0' || read_word(looking, word);
	free(words);
	return is_read && !looking->month && looking->minute >= 0;
}

bool past_parse(const char *text, const char *field, struct day day,
		const struct local *now, struct local *out, struct error *err)
{
	struct looking looking = {
	    .today = day_make(now->year, now->month, now->day), .minute = -1};
	int distance;

	*out = (struct local){0};
	if (text == NULL || !read_all(&looking, text))
		return error_set(err, ERROR_INVALID, field, "%s",
				 _("Say when as in 9:40, 3pm, yesterday 9:40, "
				   "nov 20 15:30."));
	if (!looking.has_day)
		looking.day = day;
	distance = day_compare(looking.day, looking.today);
	if (distance > 0 ||
	    (distance == 0 && looking.minute > now->hour * 60 + now->minute))
		return error_set(err, ERROR_INVALID, field, "%s",
				 _("That is yet to come: say when it was, with "
				   "its day where it was not today."));
	day_parts(looking.day, &out->year, &out->month, &out->day);
	out->weekday = day_weekday(looking.day);
	out->hour = looking.minute / 60;
	out->minute = looking.minute % 60;
	return true;
}
