/* What "about" may mean: an open request of theirs first, then topics. */
#include <stdio.h>
#include <string.h>

#include "../pick.h"
#include "frontdesk/base/mem.h"
#include "visit.h"

#define SUGGESTED_MAX 6

const char *visit_suggestion_id(const void *rows, size_t index)
{
	static char id[32];
	const struct find *found = rows;

	snprintf(id, sizeof(id), "%d %lld", (int)found->rows[index].kind,
		 (long long)found->rows[index].id);
	return id;
}

bool visit_is_suggesting(const struct visit_screen *state)
{
	return state->suggested.count && !state->is_in_history &&
	       form_is_at(&state->form, "about");
}

static bool is_in_visit(const struct visit *visit, int64_t request_id)
{
	for (size_t i = 0; i < visit->contact_count; i++)
		if (visit->contacts[i].request_id == request_id)
			return true;
	return false;
}

/* "R-4K7-2M9X, open since Mon Nov 2" */
static char *open_since(const struct visit_screen *state,
			const struct timeline_request *request)
{
	struct str text = STR_INIT;
	struct local when;
	char day[24];

	desk_local(state->desk, request->received_at, &when);
	local_format_day(&when, day);
	str_addf(&text, _("%s, open since %s"), request->reference, day);
	return str_take(&text);
}

static void put_first(struct find *found, const struct find_row *row)
{
	found->rows =
	    mem_resize(found->rows, found->count + 1, sizeof(*found->rows));
	memmove(found->rows + 1, found->rows,
		found->count * sizeof(*found->rows));
	found->rows[0] = *row;
	found->count++;
	found->best_topic = NULL;
}

static void add_open_requests(struct visit_screen *state, const char *typed)
{
	const struct timeline *timeline = visit_timeline(state);

	for (size_t i = timeline->count; i-- > 0;) {
		const struct timeline_request *request = &timeline->requests[i];
		struct find_row row = {.kind = FIND_REQUEST};

		if (!request->is_open || !request->topic ||
		    !pick_meets(typed, request->topic) ||
		    is_in_visit(&state->visit, request->request_id))
			continue;
		row.id = request->request_id;
		row.title = mem_copy(request->topic);
		row.detail = open_since(state, request);
		put_first(&state->suggested, &row);
	}
}

bool visit_suggest(struct visit_screen *state, struct error *err)
{
	const char *typed = form_value(&state->form, "about");

	find_release(&state->suggested);
	if (state->visit.contacts[state->current].topic_id ||
	    str_is_blank(typed))
		return true;
	if (!desk_find_topics(state->desk, typed, SUGGESTED_MAX,
			      &state->suggested, err))
		return false;
	add_open_requests(state, typed);
	list_set(&state->suggestions, state->suggested.count,
		 visit_suggestion_id, &state->suggested);
	if (state->suggested.count)
		list_select(&state->suggestions, 0, visit_suggestion_id,
			    &state->suggested);
	return true;
}
