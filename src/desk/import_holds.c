/*
 * import_holds.c - times on the wall of a paper log, and its holds
 */
#include "import_holds.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"

bool import_instant(const char *zone, struct day day, const char *text,
		    const char *column, int64_t *out, struct error *err)
{
	struct str whole = STR_INIT;
	struct local local;
	bool is_read;

	if (strchr(text, '-') == NULL) {
		str_add(&whole, day.text);
		str_add_char(&whole, 'T');
		if (strchr(text, ':') == text + 1)
			str_add_char(&whole, '0'); /* 9:05 is 09:05 */
	}
	str_add(&whole, text);
	is_read = local_parse(str_text(&whole), column, &local, err);
	str_release(&whole);
	if (!is_read)
		return error_set(err, ERROR_INVALID, column,
				 _("\"%.40s\" is no time: write it as 14:05"),
				 text);
	*out = zone_instant(zone, &local);
	return true;
}

static bool wrong_hold(const char *text, struct error *err)
{
	return error_set(err, ERROR_INVALID, "holds",
			 _("\"%.60s\" is no hold: write it as 10:05-10:12 "
			   "copies, with ; between several"),
			 text);
}

/* The hyphen behind the hour: a whole time has two before it. */
static char *between_times(char *text)
{
	char *colon = strchr(text, ':');

	return colon != NULL ? strchr(colon, '-') : NULL;
}

/* One hold, in a copy that may be cut up. */
static bool parse_one(const char *zone, struct day day, char *text,
		      struct visit_times *times, struct error *err)
{
	char *reason = strchr(text, ' '), *until = between_times(text);
	int64_t began_at = 0, ended_at = 0;
	size_t count = times->hold_count;

	if (until == NULL || reason == NULL || reason < until)
		return wrong_hold(text, err);
	*until++ = '\0';
	*reason++ = '\0';
	reason += strspn(reason, " ");
	if (!import_instant(zone, day, text, "holds", &began_at, err) ||
	    !import_instant(zone, day, until, "holds", &ended_at, err))
		return false;
	times->holds =
	    mem_resize(times->holds, count + 1, sizeof(*times->holds));
	times->holds[count].began_at = began_at;
	times->holds[count].ended_at = ended_at;
	times->holds[count].reason = mem_copy(reason);
	times->hold_count++;
	return true;
}

bool import_holds_parse(const char *zone, struct day day, const char *text,
			struct visit_times *times, struct error *err)
{
	char *copy = mem_copy(text), *rest = NULL;
	bool is_read = true;

	for (char *one = strtok_r(copy, ";", &rest); one != NULL && is_read;
	     one = strtok_r(NULL, ";", &rest)) {
		size_t len;

		one += strspn(one, " ");
		len = strlen(one);
		while (len > 0 && one[len - 1] == ' ')
			one[--len] = '\0';
		if (len > 0)
			is_read = parse_one(zone, day, one, times, err);
	}
	free(copy);
	return is_read;
}

void import_holds_release(struct visit_times *times)
{
	for (size_t i = 0; i < times->hold_count; i++)
		free(times->holds[i].reason);
	free(times->holds);
	times->holds = NULL;
	times->hold_count = 0;
}
