/* More than one request in a visit, and returning to an old one. */
#include <stdio.h>
#include <stdlib.h>

#include "../pick.h"
#include "frontdesk/base/mem.h"
#include "settle.h"
#include "visit.h"

const struct timeline *visit_timeline(const struct visit_screen *state)
{
	static const struct timeline none;

	if (state->has_resident)
		return &state->resident.timeline;
	if (state->has_organisation)
		return &state->organisation.timeline;
	return &none;
}

const struct timeline_entry *visit_owed(const struct visit_screen *state,
					size_t index,
					const struct timeline_request **request)
{
	const struct timeline *timeline = visit_timeline(state);

	for (size_t i = 0; i < timeline->count; i++) {
		const struct timeline_request *at = &timeline->requests[i];

		for (size_t e = 0; e < at->entry_count; e++) {
			if (at->entries[e].kind != TIMELINE_TOLD ||
			    !at->entries[e].is_open || index-- > 0)
				continue;
			if (request)
				*request = at;
			return &at->entries[e];
		}
	}
	return NULL;
}

size_t visit_owed_count(const struct visit_screen *state)
{
	size_t count = 0;

	while (visit_owed(state, count, NULL))
		count++;
	return count;
}

/* What is to tell, the requests, then the row that opens the whole record. */
size_t visit_history_count(const struct visit_screen *state)
{
	bool has_record = state->has_resident || state->has_organisation;

	return visit_owed_count(state) + visit_timeline(state)->count +
	       (has_record ? 1 : 0);
}

const char *visit_history_id(const void *rows, size_t index)
{
	static char id[32];
	const struct timeline *timeline = visit_timeline(rows);
	size_t owed = visit_owed_count(rows);

	if (index < owed) {
		snprintf(id, sizeof(id), "tell %lld",
			 (long long)visit_owed(rows, index, NULL)->id);
		return id;
	}
	index -= owed;
	if (index >= timeline->count)
		return "record";
	snprintf(id, sizeof(id), "%lld",
		 (long long)timeline->requests[index].request_id);
	return id;
}

/* Where the visit already has the request, else its count. */
static size_t find_contact(const struct visit_screen *state, int64_t request_id)
{
	for (size_t i = 0; i < state->visit.contact_count; i++)
		if (state->visit.contacts[i].request_id == request_id)
			return i;
	return state->visit.contact_count;
}

static bool is_blank(const struct visit_screen *state)
{
	const struct contact *contact = &state->visit.contacts[state->current];

	return !contact->request_id && !contact->topic_id &&
	       str_is_blank(form_value(&state->form, "words")) &&
	       str_is_blank(form_value(&state->form, "done"));
}

bool visit_take_up(struct app *app, struct visit_screen *state,
		   int64_t request_id, struct error *err)
{
	struct earlier_answer_list earlier = {0};
	size_t at = find_contact(state, request_id);

	if (at < state->visit.contact_count) {
		visit_show_contact(state, at);
		return true;
	}
	if (!is_blank(state)) {
		if (!visit_save(app, state))
			return false;
		visit_add_contact(&state->visit);
		visit_show_contact(state, state->visit.contact_count - 1);
	}
	if (!desk_take_up_request(state->desk, request_id, visit_contact(state),
				  &earlier, err))
		return false;
	earlier_answer_list_release(&state->earlier);
	state->earlier = earlier;
	state->earlier_of = request_id;
	visit_form_fill(state);
	state->form.is_touched = true;
	state->is_in_history = false;
	app_news(app, _("The visit is about %s now."),
		 visit_contact(state)->reference);
	return visit_save(app, state); /* a crash must not forget which */
}

/* Told here: the visit is about it, unless it is about something already. */
static void tell(struct app *app, struct visit_screen *state, size_t index)
{
	const struct timeline_request *request = NULL;
	const struct timeline_entry *entry = visit_owed(state, index, &request);
	int64_t told_id = entry->id;
	struct str title = STR_INIT;
	struct error err = {0};
	bool is_here;

	str_addf(&title, "%s: %s",
		 request->topic ? request->topic : request->reference,
		 entry->text);
	is_here = is_blank(state)
		      ? visit_take_up(app, state, request->request_id, &err)
		      : visit_save(app, state);
	if (is_here)
		settle_told(app, told_id, state->visit.visit_id,
			    str_text(&title), NULL);
	else if (err.code)
		app_problem(app, &err);
	str_release(&title);
}

void visit_open_history(struct app *app, struct screen *screen)
{
	struct visit_screen *state = screen->state;
	size_t at = state->history.selected, owed = visit_owed_count(state);
	struct error err = {0};

	if (at < owed) {
		tell(app, state, at);
		return;
	}
	at -= owed;
	if (at < visit_timeline(state)->count) {
		if (!visit_take_up(
			app, state,
			visit_timeline(state)->requests[at].request_id, &err) &&
		    err.code)
			app_problem(app, &err);
		app_reload(app);
	} else if (state->has_resident) {
		resident_open(app, state->resident.resident.resident_id);
	} else {
		organisation_open(
		    app, state->organisation.organisation.organisation_id);
	}
}

void visit_add_request(struct app *app, struct screen *screen)
{
	struct visit_screen *state = screen->state;

	if (!visit_save(app, state))
		return;
	visit_add_contact(&state->visit);
	visit_show_contact(state, state->visit.contact_count - 1);
	state->form.is_touched = true;
	app_news(app,
		 _("Request %zu of this visit. F1, Return to an old "
		   "request, goes back."),
		 state->visit.contact_count);
	app_reload(app);
}

/* The visit's own requests first, then what is open of theirs. */
static bool find_requests(struct app *app, void *screen, const char *typed,
			  struct pick_rows *out, struct error *err)
{
	const struct visit_screen *state = ((struct screen *)screen)->state;
	const struct timeline *timeline = visit_timeline(state);
	struct str text = STR_INIT;
	char id[32];

	(void)app;
	(void)err;
	for (size_t i = 0; i < state->visit.contact_count; i++) {
		const struct contact *contact = &state->visit.contacts[i];

		snprintf(id, sizeof(id), "here %zu", i);
		str_clear(&text);
		str_addf(&text, _("Request %zu of this visit: %s"), i + 1,
			 contact->reference ? contact->reference
					    : _("not saved yet"));
		if (pick_meets(typed, str_text(&text)))
			pick_add(out, id, str_text(&text), contact->place);
	}
	for (size_t i = 0; i < timeline->count; i++) {
		const struct timeline_request *request = &timeline->requests[i];

		snprintf(id, sizeof(id), "%lld",
			 (long long)request->request_id);
		str_clear(&text);
		str_addf(&text, "%s %s", request->reference,
			 request->topic ? request->topic : "");
		if (pick_meets(typed, str_text(&text)))
			pick_add(out, id, str_text(&text),
				 request->is_open ? _("open") : NULL);
	}
	str_release(&text);
	return true;
}

static bool request_picked(struct app *app, void *screen, const char *id,
			   const char *typed, struct error *err)
{
	struct visit_screen *state = ((struct screen *)screen)->state;
	size_t index;

	(void)typed;
	app_reload(app);
	if (sscanf(id, "here %zu", &index) == 1) {
		visit_show_contact(state, index);
		return true;
	}
	return visit_take_up(app, state, strtoll(id, NULL, 10), err) ||
	       !err->code;
}

void visit_return_to_request(struct app *app, struct screen *screen)
{
	struct pick pick = {
	    .title = _("Which request?"),
	    .label = _("Request"),
	    .find = find_requests,
	    .picked = request_picked,
	    .state = screen,
	};

	pick_open(app, &pick);
}
