/* An idea: noted at any moment, read with what was said to it, decided. */
#include <stdlib.h>

#include "../dialog.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/idea.h"
#include "moment.h"
#include "settle.h"
#include "sheet.h"
#include "visit.h"
#include "voices.h"

#define LABEL_COLS 24

struct idea_screen {
	struct desk *desk;
	struct idea idea;
	int64_t idea_id;
	bool is_opened; /* by whose it is, its answer is read */
	struct sheet_view *view;
};

/* Where an idea comes from, and what is being answered of one. */
struct thinking {
	int64_t id; /* of the visit, or of the idea */
	enum idea_state decision;
};

static void forget(struct app *app, void *state)
{
	(void)app;
	free(state);
}

static void ask(struct app *app, const char *kind, const char *title,
		const char *label, const char *hint, const char *field,
		dialog_answer_fn *answer, struct thinking *thinking)
{
	const struct dialog_question question = {
	    .kind = kind,
	    .about = thinking->id,
	    .title = title,
	    .label = label,
	    .hint = hint,
	    .limit = {.field = field,
		      .label = _("the answer"),
		      .max = IDEA_TEXT_MAX,
		      .is_required = true},
	};

	dialog_ask(app, &question, answer, forget, thinking);
}

static bool note(struct app *app, void *state, const char *text,
		 struct error *err)
{
	struct thinking *thinking = state;

	if (!desk_note_idea(app_desk(app), thinking->id, text, NULL, err))
		return false;
	app_news(app, _("The idea is noted; you will read here what becomes of "
			"it.  ^Z takes it back"));
	app_reload(app);
	free(thinking);
	return true;
}

/* Of the visit that is open, where there is one. */
void idea_ask_here(struct app *app, struct screen *screen)
{
	struct thinking *thinking = mem_new(1, sizeof(*thinking));
	const struct screen *below = app_find(app, &visit_class);
	struct str title = STR_INIT;

	(void)screen;
	str_add(&title, _("What could be better, or simpler?"));
	if (below) {
		const struct visit_screen *visit = below->state;

		thinking->id = visit->visit.visit_id;
		if (thinking->id)
			str_addf(&title, " · %s", visit->visit.reference);
	}
	ask(app, "idea", str_text(&title), _("Idea"),
	    _("Colleagues and the supervisor read it; name no visitor."),
	    "idea", note, thinking);
	str_release(&title);
}

static bool screen_load(struct screen *screen, struct error *err)
{
	struct idea_screen *state = screen->state;
	struct idea fresh;

	if (state->is_opened
		? !desk_get_idea(state->desk, state->idea_id, &fresh, err)
		: !desk_open_idea(state->desk, state->idea_id, &fresh, err))
		return false;
	state->is_opened = true;
	idea_release(&state->idea);
	state->idea = fresh;
	return true;
}

static const char *step_words(enum idea_step step)
{
	switch (step) {
	case IDEA_STEP_TAKEN_UP:
		return _("TAKEN UP");
	case IDEA_STEP_NOT_NOW:
		return _("NOT NOW");
	case IDEA_STEP_DONE:
		return _("DONE");
	default:
		return "";
	}
}

/* "A. Ruiz, Nov 23", then what was said. */
static void add_event(const struct idea_screen *state, struct sheet *sheet,
		      const struct idea_event *event)
{
	bool is_decision = idea_step_is_decision(event->step);
	struct str label = STR_INIT, text = STR_INIT;

	str_addf(&label, "%s, ", event->staff);
	moment_add_short(state->desk, event->at, &label);
	if (is_decision)
		str_addf(&text, "%s: ", step_words(event->step));
	str_add(&text, event->step == IDEA_STEP_NOTED ? state->idea.text
						      : event->text);
	sheet_add(sheet, str_text(&label), str_text(&text),
		  is_decision ? STYLE_SAY : STYLE_TEXT);
	str_release(&label);
	str_release(&text);
}

static void screen_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct idea_screen *state = screen->state;
	const struct idea *idea = &state->idea;
	struct area area = canvas_area(canvas);
	struct sheet sheet;

	canvas_put(canvas, area.row, 1, area.cols - 30, _("Idea"), STYLE_TITLE);
	canvas_put_right(canvas, area.row, area.cols - 30, 29,
			 idea_state_words(idea->state), STYLE_TITLE);
	if (idea->visit_reference)
		canvas_putf(canvas, area.row + 1, 1, area.cols - 2, STYLE_DIM,
			    _("noted in visit %s"), idea->visit_reference);
	canvas_rule(canvas, area.row + 2, 1, area.cols - 2, NULL, NULL);
	area.row += 4;
	area.rows -= 4;
	area.col = 1;
	area.cols -= 2;
	sheet_begin(&sheet, canvas, &area, LABEL_COLS, state->view);
	for (size_t i = 0; i < idea->event_count; i++)
		add_event(state, &sheet, &idea->events[i]);
	sheet_end(&sheet);
}

static bool screen_handle(struct screen *screen, const struct key *key)
{
	struct idea_screen *state = screen->state;

	return sheet_handle(state->view, key);
}

static struct thinking *about(const struct screen *screen)
{
	const struct idea_screen *state = screen->state;
	struct thinking *thinking = mem_new(1, sizeof(*thinking));

	thinking->id = state->idea_id;
	return thinking;
}

static bool remark(struct app *app, void *state, const char *text,
		   struct error *err)
{
	struct thinking *thinking = state;

	if (!desk_remark_idea(app_desk(app), thinking->id, text, err))
		return false;
	app_news(app, _("Noted below the idea.  ^Z takes it back"));
	app_reload(app);
	free(thinking);
	return true;
}

static void ask_remark(struct app *app, struct screen *screen)
{
	ask(app, "idea remark", _("What do you think of it?"), _("Remark"),
	    _("Everybody here reads it."), "remark", remark, about(screen));
}

static bool decide(struct app *app, void *state, const char *text,
		   struct error *err)
{
	struct thinking *thinking = state;

	if (!desk_decide_idea(app_desk(app), thinking->id, thinking->decision,
			      text, err))
		return false;
	app_news(app, _("Decided; its author reads it on the desk.  ^Z takes "
			"it back"));
	app_reload(app);
	free(thinking);
	return true;
}

static void decision_chosen(struct app *app, void *state, size_t index)
{
	struct thinking *thinking = state;

	thinking->decision = (enum idea_state)(index + 1);
	ask(app, "idea decision", idea_state_words(thinking->decision),
	    _("Why"), _("Its author reads this."), "words", decide, thinking);
}

static void ask_decision(struct app *app, struct screen *screen)
{
	const struct dialog_choice choices[] = {
	    {'t', _("Taken up"), _("it will be tried")},
	    {'n', _("Not now"), _("and why")},
	    {'d', _("Done"), _("it is so from now on")},
	};

	dialog_choose(app, _("What becomes of it?"), choices,
		      MEM_COUNT(choices), decision_chosen, forget,
		      about(screen));
}

static void read_request(struct app *app, struct screen *screen)
{
	const struct idea_screen *state = screen->state;

	request_open(app, state->idea.request_id);
}

static void escape(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
}

static bool screen_can(const struct screen *screen, enum action action)
{
	const struct idea_screen *state = screen->state;
	struct error err = {0};

	switch (action) {
	case ACTION_FINISH:
		return desk_may(state->desk, DUTY_DECIDE, &err);
	case ACTION_CHOOSE:
		return state->idea.request_id != 0;
	case ACTION_UNDO:
		return desk_can_take_back(state->desk);
	default:
		return true;
	}
}

static void screen_free(struct screen *screen)
{
	struct idea_screen *state = screen->state;

	idea_release(&state->idea);
	free(state->view);
	free(state);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, ask_remark, 60, N_("Remark"), false},
    {ACTION_CHOOSE, read_request, 55, N_("Read the request"), false},
    {ACTION_FINISH, ask_decision, 70, N_("Decide"), false},
    {ACTION_UNDO, settle_undo, 40, NULL, false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class idea_class = {
    .title = N_("Idea"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .load = screen_load,
    .draw = screen_draw,
    .handle = screen_handle,
    .free = screen_free,
    .can = screen_can,
};

void idea_open(struct app *app, int64_t idea_id)
{
	struct idea_screen *state = mem_new(1, sizeof(*state));

	state->desk = app_desk(app);
	state->idea_id = idea_id;
	state->view = mem_new(1, sizeof(*state->view));
	app_push(app, &idea_class, state);
}
