/* What is typed into a visit, and the way through its rows. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "visit.h"

/* The first character begins the visit, timed from Enter. */
static void typed(struct app *app, struct visit_screen *state)
{
	struct error err = {0};
	bool is_new =
	    state->visit.state != VISIT_SERVING || !state->visit.visit_id;

	mem_replace(&state->namesake, NULL);
	if (state->scene.kind != SCENE_VISIT)
		visit_set_scene(app, state, (struct cue_scene){0});
	if (is_new && !visit_begin(app, state))
		return;
	if (form_is_at(&state->form, "about")) {
		if (state->topic.topic_id &&
		    !str_same(form_value(&state->form, "about"),
			      state->topic.name)) {
			char *text =
			    mem_copy(form_value(&state->form, "about"));

			visit_set_topic(state, 0, &err);
			form_set(&state->form, "about", text);
			free(text);
		}
		if (!visit_suggest(state, &err))
			app_problem(app, &err);
	}
	visit_note_earlier(state);
	if (!form_is_at(&state->form, "about"))
		visit_pass_over(app, state);
	if (is_new)
		app_reload(app);
}

/* To another row of a visit that has begun: how to address them is asked no
 * more. */
static void move_on(struct app *app, struct visit_screen *state)
{
	if (state->visit.visit_id)
		visit_pass_over(app, state);
}

static void take_suggestion(struct app *app, struct visit_screen *state)
{
	struct find_row row =
	    state->suggested.rows[state->suggestions.selected];
	struct error err = {0};

	if (!visit_begin(app, state))
		return;
	if (row.kind == FIND_REQUEST ? !visit_take_up(app, state, row.id, &err)
				     : !visit_set_topic(state, row.id, &err))
		app_problem(app, &err);
	form_focus(&state->form, "about");
	form_move(&state->form, 1);
	move_on(app, state);
	app_reload(app);
}

static bool move_in_history(struct visit_screen *state, const struct key *key)
{
	bool is_up = key_is(key, ACTION_UP) || key_is(key, ACTION_PAGE_UP);

	if ((is_up && !state->history.selected) ||
	    key_is(key, ACTION_BACK_TAB) || key_is(key, ACTION_TAB) ||
	    key_is_text(key)) {
		state->is_in_history = false;
		return !key_is_text(key);
	}
	return list_handle(&state->history, key, true, visit_history_id, state);
}

static void enter_history(struct visit_screen *state)
{
	if (!visit_history_count(state))
		return;
	state->is_in_history = true;
	list_select(&state->history, 0, visit_history_id, state);
}

/* Whatever is typed goes into the form, and so does the way down. */
static bool move_in_title(struct visit_screen *state, const struct key *key)
{
	if (key_is(key, ACTION_UP) || key_is(key, ACTION_BACK_TAB))
		return true;
	state->is_in_title = false;
	return key_is(key, ACTION_DOWN) || key_is(key, ACTION_TAB);
}

static void next_row(struct app *app, struct visit_screen *state)
{
	move_on(app, state);
	if (!form_move(&state->form, 1))
		enter_history(state);
}

/* The row in focus, by its name: the row itself may go with its topic. */
static void name_focused(const struct visit_screen *state, char out[32])
{
	const struct form_row *row = form_focused(&state->form);

	snprintf(out, 32, "%s", row ? row->id : "");
}

static bool handle_key(struct screen *screen, const struct key *key)
{
	struct visit_screen *state = screen->state;

	if (state->is_in_history && move_in_history(state, key))
		return true;
	if (state->is_in_title && move_in_title(state, key))
		return true;
	if (visit_is_suggesting(state) &&
	    list_handle(&state->suggestions, key, false, visit_suggestion_id,
			&state->suggested))
		return true;
	if (key_is(key, ACTION_DOWN) || key_is(key, ACTION_TAB)) {
		next_row(screen->app, state);
		return true;
	}
	if (key_is(key, ACTION_UP) || key_is(key, ACTION_BACK_TAB)) {
		if (!form_move(&state->form, -1))
			state->is_in_title = true;
		return true;
	}
	if (key_is(key, ACTION_PAGE_DOWN) && visit_history_count(state)) {
		move_on(screen->app, state);
		enter_history(state);
		return true;
	}
	switch (form_handle(&state->form, key)) {
	case FORM_IGNORED:
		return false;
	case FORM_CHANGED:
		typed(screen->app, state);
		/* Below a long text there is no room for what was not taken. */
		if (key->kind == KEY_KIND_PASTE &&
		    form_focused(&state->form)->error)
			app_news(screen->app, "%s",
				 form_focused(&state->form)->error);
		return true;
	default:
		return true;
	}
}

/* A row was left: its answer is settled, and what is still to ask follows. */
static void leave_row(struct app *app, struct visit_screen *state,
		      const char *left)
{
	visit_settle_answer(state, left);
	if (strncmp(left, "question ", strlen("question ")) != 0 ||
	    form_is_at(&state->form, left) || state->scene.kind != SCENE_VISIT)
		return;
	visit_keep_texts(state);
	visit_set_scene(app, state, state->scene);
}

bool visit_handle(struct screen *screen, const struct key *key)
{
	char left[32];
	bool is_handled;

	name_focused(screen->state, left);
	is_handled = handle_key(screen, key);
	leave_row(screen->app, screen->state, left);
	return is_handled;
}

void visit_enter(struct app *app, struct screen *screen)
{
	struct visit_screen *state = screen->state;
	char left[32];

	if (state->is_in_history) {
		visit_open_history(app, screen);
		return;
	}
	name_focused(state, left);
	if (state->is_in_title)
		visit_show_present(app, screen);
	else if (visit_is_suggesting(state))
		take_suggestion(app, state);
	else
		next_row(app, state);
	leave_row(app, state, left);
}
