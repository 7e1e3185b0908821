/*
 * pattern_find.c - whether others came about the same within a week
 */
#include <stdlib.h>

#include "desk_private.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"
#include "pattern_read.h"

#define KNOWN_MAX 50 /* requests that are looked at */

void pattern_found_release(struct pattern_found *found)
{
	free(found->department);
	*found = (struct pattern_found){0};
}

struct finding {
	struct pattern_found *out;
	struct {
		int64_t person, visit_id;
	} people[KNOWN_MAX];
	size_t count;
};

/* Somebody without a name is known by the visit alone. */
static void count_person(struct finding *finding, int64_t person,
			 int64_t visit_id)
{
	if (person != 0)
		visit_id = 0;
	for (size_t i = 0; i < finding->count; i++)
		if (finding->people[i].person == person &&
		    finding->people[i].visit_id == visit_id)
			return;
	if (finding->count == KNOWN_MAX)
		return;
	finding->people[finding->count].person = person;
	finding->people[finding->count++].visit_id = visit_id;
}

/* The newest comes first, and an open one stands for all. */
static void note(const struct pattern_known *known, void *state)
{
	struct finding *finding = state;
	struct pattern_found *out = finding->out;

	count_person(finding, known->person, known->visit_id);
	out->since_on = known->received_on;
	if (out->request_id != 0 && (out->is_open || !known->is_open))
		return;
	out->request_id = known->request_id;
	out->is_open = known->is_open;
	out->due_at = known->due_at;
	mem_replace(&out->department, known->department);
}

static bool find(struct desk *desk, int64_t topic_id, const char *place_key,
		 const struct pattern_mine *mine, struct pattern_found *out,
		 struct error *err)
{
	struct finding finding = {.out = out};
	struct pattern_range range;

	pattern_week(desk->site.site_id, desk_today(desk), &range);
	range.limit = KNOWN_MAX;
	if (!pattern_each_known(desk->db, &range, topic_id, place_key, mine,
				note, &finding, err))
		return false;
	out->people = (int64_t)finding.count;
	/* Whoever stands here is one more. */
	out->is_found = out->people + 1 >= PATTERN_PEOPLE;
	out->kind = place_key != NULL ? PATTERN_PLACE : PATTERN_TOPIC;
	if (!out->is_found)
		pattern_found_release(out);
	return true;
}

bool desk_find_pattern(struct desk *desk, int64_t topic_id, const char *place,
		       int64_t visit_id, int64_t request_id,
		       struct pattern_found *out, struct error *err)
{
	const struct pattern_mine mine = {visit_id, request_id};
	struct str key = STR_INIT;
	bool is_read = desk_need_session(desk, err);

	*out = (struct pattern_found){0};
	if (is_read && !str_is_blank(place)) {
		text_fold(place, &key);
		is_read = find(desk, 0, str_text(&key), &mine, out, err);
	} else if (is_read && topic_id != 0) {
		is_read = find(desk, topic_id, NULL, &mine, out, err);
	}
	str_release(&key);
	if (!is_read)
		pattern_found_release(out);
	return is_read;
}
