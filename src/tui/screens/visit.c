/* The visit: a form on top, what the city knows below. */
#include "visit.h"

#include <stdlib.h>

#include "cue_view.h"
#include "frontdesk/base/mem.h"
#include "settle.h"
#include "slips.h"
#include "voices.h"

static bool visit_read_out(struct visit_screen *state, struct error *err)
{
	state->is_to_read_out = false;
	return state->visit.channel == CHANNEL_MESSAGE ||
	       desk_is_to_read_out(state->desk,
				   visit_contact(state)->request_id,
				   state->visit.visit_id, RESULT_NONE,
				   &state->is_to_read_out, err);
}

static bool visit_load(struct screen *screen, struct error *err)
{
	struct visit_screen *state = screen->state;

	visit_keep_texts(state); /* what is answered is not asked again */
	visit_cue_release(&state->cue);
	line_release(&state->line);
	list_page_release(&state->aside);
	return visit_read_out(state, err) && visit_read_standing(state, err) &&
	       desk_read_list(state->desk, LIST_ASIDE, 2, &state->aside, err) &&
	       visit_read_people(state, false, err) &&
	       desk_line(state->desk, &state->line, err) &&
	       desk_yours(state->desk, &state->yours, err) &&
	       desk_cue_visit_at(state->desk, &state->visit, &state->scene,
				 &state->cue, err);
}

static bool says_something(const struct visit_screen *state)
{
	const struct contact *contact = &state->visit.contacts[state->current];

	return contact->request_id || contact->topic_id ||
	       !str_is_blank(form_value(&state->form, "about")) ||
	       !str_is_blank(form_value(&state->form, "words"));
}

/* Nothing is begun, passed on or promised about nothing. */
static bool is_about_something(struct app *app, struct visit_screen *state)
{
	if (says_something(state))
		return true;
	form_focus(&state->form, "about");
	app_news(app, _("Say first what it is about."));
	return false;
}

void visit_hand_off(struct app *app, struct screen *screen)
{
	struct visit_screen *state = screen->state;

	if (is_about_something(app, state) && visit_save(app, state))
		handoff_open(app, visit_contact(state)->request_id,
			     state->visit.visit_id);
}

static void colleague(struct app *app, struct screen *screen)
{
	struct visit_screen *state = screen->state;

	if (is_about_something(app, state) && visit_save(app, state))
		visit_colleague_joins(app, screen);
}

static void promise(struct app *app, struct screen *screen)
{
	struct visit_screen *state = screen->state;

	if (is_about_something(app, state) && visit_save(app, state))
		promise_open(app, visit_contact(state)->request_id);
}

/* About what is on the screen, where it says what that is. */
static void nobody_knew(struct app *app, struct screen *screen)
{
	struct visit_screen *state = screen->state;
	const struct contact *contact;

	if (says_something(state) && !visit_save(app, state))
		return;
	contact = visit_contact(state);
	nobody_knew_ask(app, contact->topic_id, contact->request_id,
			contact->words);
}

/* The request that is highlighted below the form; 0: none is. */
static int64_t highlighted_request(const struct visit_screen *state)
{
	size_t at = state->history.selected, owed = visit_owed_count(state);
	const struct timeline_request *request = NULL;

	if (!state->is_in_history)
		return 0;
	if (at < owed)
		visit_owed(state, at, &request);
	else if (at - owed < visit_timeline(state)->count)
		request = &visit_timeline(state)->requests[at - owed];
	return request ? request->request_id : 0;
}

/* What they take home of it, and the comment card; before it is said what it
 * is about, the card alone. */
static void print_slip(struct app *app, struct screen *screen)
{
	struct visit_screen *state = screen->state;
	struct slip_wish wish = {.request_id = highlighted_request(state)};

	if (wish.request_id) {
		slips_ask(app, &wish);
		return;
	}
	wish.visit_id = voice_visit(app);
	if (!wish.visit_id)
		return;
	wish.request_id = visit_contact(state)->request_id;
	if (wish.request_id && says_something(state))
		slips_ask(app, &wish);
	else
		card_print(app, wish.visit_id);
}

static void show_topic(struct app *app, struct screen *screen)
{
	struct visit_screen *state = screen->state;

	if (state->topic.topic_id)
		topic_open(app, state->topic.topic_id);
	else
		topics_open(app);
}

static void open_record(struct app *app, struct screen *screen)
{
	resident_open(app, visit_resident_id(screen->state));
}

/* A visit that was only called and not served yet stays called. */
static void escape(struct app *app, struct screen *screen)
{
	struct visit_screen *state = screen->state;

	if (state->is_in_history)
		state->is_in_history = false;
	else if (state->is_in_title)
		state->is_in_title = false;
	else if (state->visit.visit_id && !state->form.is_touched &&
		 state->visit.channel == CHANNEL_TELEPHONE &&
		 visit_is_blank(state) && !state->gone)
		visit_take_back_call(app, screen);
	else if (visit_is_untouched(state) ||
		 (state->visit.state == VISIT_CALLED &&
		  !state->form.is_touched))
		app_pop(app);
	else
		visit_put_aside(app, screen);
}

static bool visit_can(const struct screen *screen, enum action action)
{
	const struct visit_screen *state = screen->state;
	bool is_called =
	    state->visit.visit_id && state->visit.state == VISIT_CALLED;

	switch (action) {
	case ACTION_PUT_BACK:
	case ACTION_RECALL:
		return is_called;
	case ACTION_RECORD:
		return visit_resident_id(state) != 0;
	case ACTION_BACK:
		return !visit_is_untouched(state);
	case ACTION_UNDO:
		return desk_can_take_back(state->desk);
	case ACTION_NOT_READ_OUT:
		return state->is_to_read_out;
	default:
		return true;
	}
}

/* What ASK asks, and the other language, as long as they stand there. */
static int visit_priority(const struct screen *screen, enum action action)
{
	const struct cue *cue =
	    &((const struct visit_screen *)screen->state)->cue.cue;

	if (action == ACTION_ADDRESS)
		return cue->asks_address ? 65 : 0;
	if (action == ACTION_LANGUAGE)
		return cue->other || cue->other_ask ? 62 : 0;
	return 0;
}

static bool visit_label(const struct screen *screen, enum action action,
			struct str *out)
{
	const struct visit_screen *state = screen->state;

	if (action == ACTION_HOLD && state->visit.visit_id &&
	    state->visit.state == VISIT_HOLD) {
		str_add(out, _("Resume"));
		return true;
	}
	return false;
}

static void visit_say(const struct screen *screen, struct str *out)
{
	const struct visit_screen *state = screen->state;

	str_add(out, cue_view_say(&state->cue.cue, state->is_turned));
}

static bool visit_tick(struct screen *screen, int64_t now)
{
	struct visit_screen *state = screen->state;
	bool is_new = now / CLOCK_MINUTE != state->minute;

	state->minute = now / CLOCK_MINUTE;
	return is_new;
}

/* What restore.c needs to let it stand as it stood. */
static struct json *visit_typed(const struct screen *screen)
{
	struct visit_screen *state = screen->state;
	struct json *object;
	char *form;

	if (!state->form.is_touched || state->is_over)
		return NULL;
	object = json_new_object();
	form = visit_form_text(state);
	json_put_text(object, "kind", "visit");
	json_put_int(object, "id", state->visit.visit_id);
	json_put_int(object, "edition", state->visit.edition);
	json_put_int(object, "opened_at", state->opened_at);
	json_put_int(object, "resident", visit_resident_id(state));
	json_put_int(object, "organisation", visit_organisation_id(state));
	json_put_text(object, "channel", channel_name(state->visit.channel));
	json_put_int(object, "returns_to", state->returns_to);
	json_put_text(object, "form", form);
	free(form);
	return object;
}

static bool visit_is_serving(const struct screen *screen)
{
	const struct visit_screen *state = screen->state;

	return state->visit.visit_id && state->visit.state == VISIT_SERVING;
}

void visit_screen_free(struct visit_screen *state)
{
	visit_release(&state->visit);
	visit_release(&state->was);
	form_release(&state->form);
	topic_release(&state->topic);
	earlier_answer_list_release(&state->earlier);
	find_release(&state->suggested);
	list_release(&state->suggestions);
	list_release(&state->history);
	if (state->has_resident)
		resident_page_release(&state->resident);
	if (state->has_organisation)
		organisation_page_release(&state->organisation);
	visit_cue_release(&state->cue);
	line_release(&state->line);
	list_page_release(&state->aside);
	str_release(&state->unasked);
	free(state->namesake);
	free(state->gone);
	free(state);
}

static void visit_free(struct screen *screen)
{
	visit_screen_free(screen->state);
}

static const struct binding bindings[] = {
    {ACTION_BACK, visit_put_aside, 50, NULL, false},
    {ACTION_CHOOSE, visit_choose, 40, NULL, false},
    {ACTION_HOLD, visit_hold, 60, NULL, false},
    {ACTION_HAND_OFF, visit_hand_off, 80, NULL, false},
    {ACTION_PROMISE, promise, 70, NULL, false},
    {ACTION_FINISH, visit_finish, 90, NULL, false},
    {ACTION_ADDRESS, visit_address, 0, NULL, false},
    {ACTION_LANGUAGE, visit_turn_language, 0, NULL, false},
    {ACTION_CUES, visit_show_cues, 0, NULL, false},
    {ACTION_LOOKED, visit_show_looks, 0, NULL, false},
    {ACTION_RECORD, open_record, 0, NULL, false},
    {ACTION_ATTACH, visit_attach, 0, NULL, false},
    {ACTION_PRESENT, visit_show_present, 0, NULL, false},
    {ACTION_CHANNEL, visit_change_channel, 0, NULL, false},
    {ACTION_NEW_REQUEST, visit_add_request, 0, NULL, false},
    {ACTION_OLD_REQUEST, visit_return_to_request, 0, NULL, false},
    {ACTION_LEFT, visit_leaves, 0, NULL, false},
    {ACTION_PUT_BACK, visit_put_back, 0, NULL, false},
    {ACTION_RECALL, visit_recall, 0, NULL, false},
    {ACTION_NOT_READ_OUT, visit_turn_read_out, 0, NULL, false},
    {ACTION_UNDO, settle_undo, 0, NULL, false},
    {ACTION_NOBODY_KNEW, nobody_knew, 0, NULL, false},
    {ACTION_TOPICS, show_topic, 0, NULL, false},
    {ACTION_COLLEAGUE, colleague, 0, NULL, false},
    {ACTION_ACCEPTED, visit_note_acceptance, 0, NULL, false},
    {ACTION_PRINT, print_slip, 0, N_("Slip, card"), false},
    {ACTION_SLIP, print_slip, 0, NULL, false},
    {ACTION_ENTER, visit_enter, 0, NULL, false},
    {ACTION_ESCAPE, escape, 30, "", true},
};

const struct screen_class visit_class = {
    .title = N_("Visit"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .load = visit_load,
    .draw = visit_draw,
    .handle = visit_handle,
    .free = visit_free,
    .label = visit_label,
    .priority = visit_priority,
    .can = visit_can,
    .say = visit_say,
    .tick = visit_tick,
    .typed = visit_typed,
    .is_serving = visit_is_serving,
};
