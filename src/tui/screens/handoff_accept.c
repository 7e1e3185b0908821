/* Accepting a hand-off: what will be done and by when, read back; or noted for
 * a colleague who said it aloud. It becomes the promise. */
#include <stdio.h>
#include <stdlib.h>

#include "../pick.h"
#include "../typed.h"
#include "cue_view.h"
#include "due.h"
#include "frontdesk/base/mem.h"
#include "handoff.h"
#include "screens.h"

/* Who said it: a hidden row, kept with what is typed. */
#define CHOSEN "chosen_id"
#define LABEL_COLS 12
#define ASKED_ROWS 4
#define CUE_ROWS 3 /* SAY, ASK and KNOW */

struct accepting {
	struct desk *desk;
	struct form form;		  /* who (aloud), what, when */
	struct handoff_speakers speakers; /* aloud */
	int64_t handoff_id, request_id;
	int64_t speaker_id; /* who said it; 0: not chosen yet */
	char *resident;
	char *asked; /* what is done where nothing else is typed */
	bool is_aloud;
	struct moment_cue cue;
};

/* What is typed of it (typed.h). */
static const char *kind_of(const struct accepting *accepting)
{
	return accepting->is_aloud ? "accept aloud" : "accept";
}

/* It is a promise as any other is: asked, and never refused. */
static void load_cue(struct accepting *accepting)
{
	const struct cue_promise promise = {
	    .when = form_value(&accepting->form, "when"),
	    .owner_id = accepting->speaker_id,
	    .owner = form_value(&accepting->form, "who"),
	};
	struct error ignored = {0};

	moment_cue_release(&accepting->cue);
	desk_cue_promise(accepting->desk, &promise, &accepting->cue, &ignored);
}

static void show_understood(struct accepting *accepting)
{
	due_show(accepting->desk, &accepting->form,
		 _("fri, tomorrow 3pm, nov 27; required"));
	load_cue(accepting);
}

/* The ask stands above: only what differs from it is to be typed. */
static void note_what(struct accepting *accepting)
{
	bool is_as_asked = str_is_blank(form_value(&accepting->form, "what"));

	form_note(&accepting->form, "what",
		  is_as_asked ? _("empty: what was asked") : NULL);
}

static bool save(const struct accepting *accepting, struct error *err)
{
	const char *typed = form_value(&accepting->form, "what");
	const char *what = str_is_blank(typed) ? accepting->asked : typed;
	const char *when = form_value(&accepting->form, "when");

	if (accepting->is_aloud)
		return desk_note_acceptance(
		    accepting->desk, accepting->handoff_id,
		    accepting->speaker_id, what, when, err);
	return desk_accept_handoff(accepting->desk, accepting->handoff_id, what,
				   when, err);
}

static void accept(struct app *app, struct screen *screen)
{
	struct accepting *accepting = screen->state;
	int64_t request_id = accepting->request_id;
	bool is_aloud = accepting->is_aloud;
	struct error err = {0};
	struct str who = STR_INIT;

	if (!save(accepting, &err)) {
		if (!form_error(&accepting->form, &err))
			app_problem(app, &err);
		return;
	}
	str_add(&who, form_value(&accepting->form, "who"));
	typed_done(app, kind_of(accepting), accepting->handoff_id);
	app_pop(app);
	handoff_read_close(app);
	if (is_aloud) {
		visit_reload(app);
		app_reload(app);
		app_news(app,
			 _("Noted: %s accepted it; the promise is theirs now."),
			 str_text(&who));
	} else {
		request_open(app, request_id);
		app_news(app, _("Accepted: the request and its promises are "
				"yours now."));
	}
	str_release(&who);
}

static bool find_speaker(struct app *app, void *state, const char *typed,
			 struct pick_rows *out, struct error *err)
{
	const struct accepting *accepting = state;
	char id[32];

	(void)app;
	(void)err;
	for (size_t i = 0; i < accepting->speakers.count; i++) {
		const struct handoff_speaker *speaker =
		    &accepting->speakers.items[i];

		snprintf(id, sizeof(id), "%zu", i);
		if (pick_meets(typed, speaker->name))
			pick_add(out, id, speaker->name, speaker->department);
	}
	return true;
}

static void take_speaker(struct accepting *accepting, size_t index)
{
	const struct handoff_speaker *speaker =
	    &accepting->speakers.items[index];

	accepting->speaker_id = speaker->staff_id;
	form_set_id(&accepting->form, CHOSEN, speaker->staff_id);
	form_set(&accepting->form, "who", speaker->name);
	form_note(&accepting->form, "who", speaker->department);
	load_cue(accepting);
}

static bool picked(struct app *app, void *state, const char *id,
		   const char *typed, struct error *err)
{
	struct accepting *accepting = state;

	(void)app;
	(void)typed;
	(void)err;
	take_speaker(accepting, strtoul(id, NULL, 10));
	accepting->form.is_touched = true;
	return true;
}

static void choose(struct app *app, struct screen *screen)
{
	struct pick pick = {
	    .title = _("Who said it?"),
	    .label = _("Name"),
	    .find = find_speaker,
	    .picked = picked,
	    .state = screen->state,
	};

	pick_open(app, &pick);
}

static void enter(struct app *app, struct screen *screen)
{
	struct accepting *accepting = screen->state;

	if (!form_move(&accepting->form, 1))
		accept(app, screen);
}

static void escape(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
}

static bool accepting_handle(struct screen *screen, const struct key *key)
{
	struct accepting *accepting = screen->state;
	enum form_result result = form_handle(&accepting->form, key);

	if (result == FORM_CHANGED && form_is_at(&accepting->form, "when"))
		show_understood(accepting);
	if (result == FORM_CHANGED && form_is_at(&accepting->form, "what"))
		note_what(accepting);
	return result != FORM_IGNORED;
}

static void accepting_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct accepting *accepting = screen->state;
	struct area area = canvas_area(canvas), form = area, cue = area;
	int asked_rows;

	canvas_put(canvas, area.row, 1, area.cols - 2,
		   accepting->is_aloud
		       ? _("Accepted aloud: what will be done, and by when?")
		       : _("Accept: what will be done, and by when?"),
		   STYLE_TITLE);
	canvas_putf(canvas, area.row + 1, 1, area.cols - 2, STYLE_DIM,
		    accepting->is_aloud
			? _("Read it back to them: it becomes their promise to "
			    "%s.")
			: _("Read it back: it becomes your promise to %s."),
		    accepting->resident);
	cue.row += 2;
	/* What is typed stays where it is, whatever is said of it. */
	cue_view_draw_moment(&accepting->cue, canvas, cue);
	area.row += CUE_ROWS;
	area.rows -= CUE_ROWS;
	form = area;
	canvas_rule(canvas, area.row + 2, 1, area.cols - 2, NULL, NULL);
	canvas_put(canvas, area.row + 4, 1, LABEL_COLS, _("Asked"), STYLE_DIM);
	asked_rows = canvas_put_wrapped(canvas, area.row + 4, 1 + LABEL_COLS,
					area.cols - 2 - LABEL_COLS, ASKED_ROWS,
					accepting->asked, STYLE_SAY);
	form.row += 5 + asked_rows;
	form.rows -= 5 + asked_rows;
	form.col = 1;
	form.cols -= 2;
	form_draw(&accepting->form, canvas, &form, true);
}

static bool accepting_can(const struct screen *screen, enum action action)
{
	const struct accepting *accepting = screen->state;

	return action != ACTION_CHOOSE || accepting->speakers.count > 1;
}

/* Whoever had said it; one who is no receiver any more is chosen again. */
static void accepting_restored(struct screen *screen)
{
	struct accepting *accepting = screen->state;
	int64_t id = form_id(&accepting->form, CHOSEN);

	accepting->speaker_id = 0;
	for (size_t i = 0; i < accepting->speakers.count; i++)
		if (accepting->speakers.items[i].staff_id == id)
			take_speaker(accepting, i);
	note_what(accepting);
	show_understood(accepting);
}

static void accepting_free(struct screen *screen)
{
	struct accepting *accepting = screen->state;

	moment_cue_release(&accepting->cue);
	form_release(&accepting->form);
	handoff_speakers_release(&accepting->speakers);
	free(accepting->resident);
	free(accepting->asked);
	free(accepting);
}

static void show_cues(struct app *app, struct screen *screen)
{
	const struct accepting *accepting = screen->state;

	cue_view_show_moment(app, &accepting->cue);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 0, NULL, false},
    {ACTION_CHOOSE, choose, 60, N_("Who"), false},
    {ACTION_FINISH, accept, 90, N_("Accept"), false},
    {ACTION_CUES, show_cues, 0, NULL, false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class accepting_class = {
    .title = N_("Accept"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .draw = accepting_draw,
    .handle = accepting_handle,
    .free = accepting_free,
    .can = accepting_can,
    .restored = accepting_restored,
};

static void make_form(struct accepting *accepting)
{
	struct form *form = &accepting->form;

	form_init(form, LABEL_COLS);
	if (accepting->is_aloud) {
		form_add_shown(form, "who", _("Said by"), "");
		form_note(form, "who", _("F4 chooses; required"));
	}
	form_add_text(form, "what", _("What"), 300, false);
	form_add_text(form, "when", _("By when"), 60, false);
	form_add_id(form, CHOSEN);
	form_focus(form, "what");
	note_what(accepting);
	show_understood(accepting);
}

void handoff_accept_open(struct app *app, const struct handoff *handoff,
			 bool is_aloud)
{
	struct accepting *accepting = mem_new(1, sizeof(*accepting));
	struct error err = {0};

	accepting->desk = app_desk(app);
	accepting->handoff_id = handoff->handoff_id;
	accepting->request_id = handoff->request_id;
	accepting->resident = mem_copy(handoff->resident_id ? handoff->resident
							    : _("the visitor"));
	accepting->asked = mem_copy(handoff->asked);
	accepting->is_aloud = is_aloud;
	if (is_aloud &&
	    !desk_list_speakers(accepting->desk, handoff->handoff_id,
				&accepting->speakers, &err)) {
		app_problem(app, &err);
		free(accepting->resident);
		free(accepting->asked);
		free(accepting);
		return;
	}
	make_form(accepting);
	app_push(app, &accepting_class, accepting);
	typed_form(app, kind_of(accepting), handoff->handoff_id,
		   &accepting->form);
	if (accepting->speakers.count == 1)
		take_speaker(accepting, 0);
	else if (is_aloud && !accepting->speaker_id)
		choose(app, app_top(app));
}

void handoff_accept_again(struct app *app, int64_t handoff_id, bool is_aloud)
{
	struct handoff handoff;
	struct error err = {0};

	if (!desk_open_handoff(app_desk(app), handoff_id, &handoff, &err)) {
		app_problem(app, &err);
		return;
	}
	handoff_accept_open(app, &handoff, is_aloud);
	handoff_release(&handoff);
}
