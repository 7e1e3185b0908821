/*
 * pattern_find.c - whether others came about the same within a week
 */
#include <stdlib.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"
#include "passing.h"
#include "pattern_read.h"

#define KNOWN_MAX 50 /* requests that are looked at */

void pattern_found_release(struct pattern_found *found)
{
	free(found->reference);
	free(found->owner);
	free(found->promised);
	free(found->words);
	*found = (struct pattern_found){0};
}

struct finding {
	struct pattern_found *out;
	int64_t people[KNOWN_MAX];
	size_t count;
};

static bool is_counted(const struct finding *finding, int64_t person)
{
	for (size_t i = 0; i < finding->count; i++)
		if (finding->people[i] == person)
			return true;
	return false;
}

/* The newest comes first, and an open one stands for all. */
static void note(const struct pattern_known *known, void *state)
{
	struct finding *finding = state;
	struct pattern_found *out = finding->out;

	if (known->person != 0 && !is_counted(finding, known->person) &&
	    finding->count < KNOWN_MAX)
		finding->people[finding->count++] = known->person;
	out->since_on = known->received_on;
	if (out->request_id != 0 && (out->is_open || !known->is_open))
		return;
	out->request_id = known->request_id;
	out->is_open = known->is_open;
	out->due_at = known->due_at;
	mem_replace(&out->reference, known->reference);
	mem_replace(&out->owner, known->owner);
	mem_replace(&out->promised, known->promised);
}

static void say(const struct desk *desk, struct pattern_found *out)
{
	struct str words = STR_INIT;
	char since[24];

	day_format(out->since_on, since);
	str_addf(&words,
		 out->kind == PATTERN_PLACE
		     ? _("%lld others since %s about this place: %s")
		     : _("%lld others since %s about this topic: %s"),
		 (long long)out->people, since, out->reference);
	if (!out->is_open)
		str_add(&words, _(", resolved"));
	else if (out->owner != NULL)
		str_addf(&words, _(", %s has it"), out->owner);
	if (out->promised != NULL) {
		str_addf(&words, _(", promised: %s, by "), out->promised);
		passing_add_day(desk, out->due_at, &words);
	}
	out->words = str_take(&words);
}

static bool find(struct desk *desk, int64_t topic_id, const char *place_key,
		 int64_t request_id, struct pattern_found *out,
		 struct error *err)
{
	struct finding finding = {.out = out};
	struct pattern_range range;

	pattern_week(desk->site.site_id, desk_today(desk), &range);
	range.limit = KNOWN_MAX;
	if (!pattern_each_known(desk->db, &range, topic_id, place_key,
				request_id, note, &finding, err))
		return false;
	out->people = (int64_t)finding.count;
	/* Whoever stands here is one more. */
	out->is_found = out->people + 1 >= PATTERN_PEOPLE;
	out->kind = place_key != NULL ? PATTERN_PLACE : PATTERN_TOPIC;
	if (out->is_found)
		say(desk, out);
	else
		pattern_found_release(out);
	return true;
}

bool desk_find_pattern(struct desk *desk, int64_t topic_id, const char *place,
		       int64_t request_id, struct pattern_found *out,
		       struct error *err)
{
	struct str key = STR_INIT;
	bool is_read = desk_need_session(desk, err);

	*out = (struct pattern_found){0};
	if (is_read && !str_is_blank(place)) {
		text_fold(place, &key);
		is_read = find(desk, 0, str_text(&key), request_id, out, err);
	}
	str_release(&key);
	if (is_read && !out->is_found && topic_id != 0)
		is_read = find(desk, topic_id, NULL, request_id, out, err);
	if (!is_read)
		pattern_found_release(out);
	return is_read;
}
