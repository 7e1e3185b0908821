/* After a crash: every screen that was being typed into is opened again. */
#include <stdlib.h>
#include <string.h>

#include "../dialog.h"
#include "../typed.h"
#include "frontdesk/base/mem.h"
#include "nobody.h"
#include "visit.h"
#include "voices.h"

static void add_value(const char *key, struct json *value, void *state)
{
	struct str *text = state;

	if (!str_is_blank(json_text(value)))
		str_addf(text, "%s: %s\n", key, json_text(value));
}

/* Its visit is over: what was typed is to be read, and written elsewhere. */
static void show_words(struct app *app, const char *form)
{
	struct str text = STR_INIT;
	struct json *object = NULL;
	struct error err = {0};

	if (!json_parse(form, strlen(form), &object, &err))
		return;
	str_add(&text,
		_("Another window has the visit, and this was not saved. Note "
		  "there what is still needed.\n\n"));
	json_each(json_get(json_get(object, "form"), "values"), add_value,
		  &text);
	dialog_show(app, _("What was typed"), str_text(&text));
	json_free(object);
	str_release(&text);
}

/* What stands in the rows of a visit's form. */
static void add_values(struct visit_screen *state, struct str *out)
{
	struct json *object = json_new_object();

	form_save(&state->form, object);
	json_write(json_get(object, "values"), false, out);
	json_free(object);
}

/* Whether the draft says no more than the store: it was committed. */
static bool is_saved(struct visit_screen *state, const char *form)
{
	struct str stored = STR_INIT, typed = STR_INIT;
	bool is_same;

	if (!state->visit.contact_count)
		return false;
	visit_form_make(state);
	add_values(state, &stored);
	visit_form_restore(state, form);
	add_values(state, &typed);
	is_same = str_same(str_text(&stored), str_text(&typed));
	str_release(&stored);
	str_release(&typed);
	return is_same;
}

void visit_show_unsaved(struct app *app, int64_t visit_id, const char *form)
{
	struct visit_screen *now = visit_state_new(app);
	struct error err = {0};

	if (!desk_get_visit(now->desk, visit_id, &now->visit, &err) ||
	    !is_saved(now, form))
		show_words(app, form);
	visit_screen_free(now);
}

/* A second one that was typed into: at the desk only one is served. */
static bool put_aside(struct app *app, struct visit_screen *state,
		      const char *form)
{
	struct error err = {0};

	if (desk_put_aside(state->desk, &state->visit, form, &err))
		return true;
	app_problem(app, &err);
	return false;
}

/* False where it cannot be read: then nothing of it is on a screen. */
static bool restore_begun(struct app *app, struct json *object, bool is_last)
{
	struct visit_screen *state = visit_state_new(app);
	const char *form = json_get_text(object, "form");
	int64_t me = desk_session(state->desk)->staff_id;
	struct error err = {0};
	bool is_done = true;

	if (!form || !desk_get_visit(state->desk, json_get_int(object, "id", 0),
				     &state->visit, &err)) {
		visit_screen_free(state);
		if (form && err.code == ERROR_NOT_FOUND)
			show_words(app, form);
		else if (form)
			app_problem(app, &err);
		return !form || err.code == ERROR_NOT_FOUND;
	}
	if (!visit_state_is_open(state->visit.state) ||
	    state->visit.staff_id != me) {
		visit_screen_free(state);
		visit_show_unsaved(app, json_get_int(object, "id", 0), form);
	} else if (!is_last && state->visit.state == VISIT_SERVING) {
		is_done = put_aside(app, state, form);
		visit_screen_free(state);
	} else if (!is_last) {
		visit_screen_free(state); /* left on hold, with its form */
	} else {
		if (!visit_bring_here(state, &err))
			app_problem(app, &err);
		/* What changed meanwhile shows when it is saved. */
		state->visit.edition =
		    json_get_int(object, "edition", state->visit.edition);
		state->returns_to = json_get_int(object, "returns_to", 0);
		is_done = visit_show(app, state, form);
	}
	return is_done;
}

/* As it stood before it began: nothing of it is in the store yet. */
static bool restore_new(struct app *app, struct json *object)
{
	struct visit_screen *state = visit_state_new(app);
	struct error err = {0};

	channel_parse(json_get_text(object, "channel"), &state->visit.channel,
		      &err);
	state->opened_at = json_get_int(object, "opened_at", state->opened_at);
	visit_place(&state->visit, json_get_int(object, "resident", 0),
		    json_get_int(object, "organisation", 0));
	return visit_show(app, state, json_get_text(object, "form"));
}

/* The last one was on top: it is served on; the others lie aside. What cannot
 * be read now is added to unread. */
static bool restore_visits(struct app *app, struct json *unread)
{
	struct json *object = typed_take(app, "visit"), *next;
	bool is_any = false, is_done;

	for (; object; object = next) {
		next = typed_take(app, "visit");
		if (json_get_int(object, "id", 0))
			is_done = restore_begun(app, object, !next);
		else
			is_done = restore_new(app, object);
		is_any = is_any || is_done;
		if (is_done)
			json_free(object);
		else
			json_push(unread, object);
	}
	return is_any;
}

/* Served here still, and nobody had typed into it since: it is in no draft. */
static bool restore_left(struct app *app, bool is_other_visit)
{
	struct error err = {0};
	int64_t visit_id;

	/* Another program of theirs may have it on its screen. */
	if (!typed_is_alone(app))
		return false;
	if (!desk_find_served(app_desk(app), &visit_id, &err)) {
		app_problem(app, &err);
		return false;
	}
	if (!visit_id || visit_is_shown(app, visit_id))
		return false;
	if (!is_other_visit)
		return visit_open_left(app, visit_id);
	if (!desk_hold_visit(app_desk(app), visit_id, "the program ended",
			     &err))
		app_problem(app, &err);
	return false;
}

static void resident_saved(struct app *app, void *state, int64_t resident_id)
{
	(void)state;
	(void)resident_id;
	app_news(app, _("The record is saved."));
}

static void open_resident(struct app *app, int64_t id)
{
	resident_edit_open(app, id, NULL, resident_saved, NULL);
}

static void open_visitor(struct app *app, int64_t id)
{
	(void)id;
	resident_edit_visitor(app, NULL);
}

static void organisation_saved(struct app *app, void *state,
			       int64_t organisation_id)
{
	(void)state;
	(void)organisation_id;
	app_news(app, _("The record is saved."));
}

static void open_organisation(struct app *app, int64_t id)
{
	organisation_edit_open(app, id, NULL, organisation_saved, NULL, NULL);
}

static void open_accept(struct app *app, int64_t id)
{
	handoff_accept_again(app, id, false);
}

static void open_accept_aloud(struct app *app, int64_t id)
{
	handoff_accept_again(app, id, true);
}

static void open_handoff(struct app *app, int64_t id)
{
	const struct screen *screen = app_find(app, &visit_class);
	const struct visit_screen *state = screen ? screen->state : NULL;

	handoff_open(app, id, state ? state->visit.visit_id : 0);
}

static void open_later(struct app *app, int64_t id)
{
	(void)id;
	later_open(app);
}

static void open_card(struct app *app, int64_t id)
{
	(void)id;
	card_entry_open(app);
}

static void open_notice(struct app *app, int64_t id)
{
	(void)id;
	notice_ask(app);
}

/* A screen whose kind stands here comes back by itself; of any other kind ^Z
 * brings back what was typed, when the same is asked again. */
static const struct {
	const char *kind;
	void (*open)(struct app *app, int64_t id);
} openers[] = {
    {"visitor", open_visitor},
    {"resident", open_resident},
    {"organisation", open_organisation},
    {"accept", open_accept},
    {"accept aloud", open_accept_aloud},
    {"handoff", open_handoff},
    {"promise", promise_open},
    {"later", open_later},
    {"topic", topic_edit_open},
    {"comment card", open_card},
    {"closing", closing_open_again},
    {"card answer", nobody_answer_open},
    {"notice", open_notice},
    {"away", away_note_open},
};

static bool open_again(struct app *app, const char *kind, int64_t id)
{
	for (size_t i = 0; i < MEM_COUNT(openers); i++)
		if (str_same(openers[i].kind, kind)) {
			openers[i].open(app, id);
			return true;
		}
	return visit_ask_texts_again(app, kind, id);
}

void restore_typed(struct app *app)
{
	const char *kind;
	char *own;
	int64_t id;
	struct json *unread = json_new_array();
	bool is_visit = restore_visits(app, unread), is_other = false;
	bool is_left = !json_count(unread) && restore_left(app, is_visit);

	/* A screen that opens takes its own out again. */
	while (typed_first(app, &kind, &id)) {
		own = mem_copy(kind);
		is_other = open_again(app, own, id) || is_other;
		typed_settle(app, own, id);
		free(own);
	}
	for (size_t i = 0; i < json_count(unread); i++)
		typed_put_back(app, json_at(unread, i));
	if (json_count(unread))
		app_news(app, _("A visit cannot be read now: what was typed is "
				"kept for the next start."));
	else if (is_other)
		app_news(app, _("The program ended here: this is what was "
				"typed."));
	else if (is_visit)
		app_news(app, _("The program ended: this is what was typed. "
				"F9 finishes it, F3 puts it aside."));
	else if (is_left)
		app_news(app, _("This visit was still open. F9 finishes it, "
				"F3 puts it aside."));
	json_free(unread);
	typed_keep(app);
}
