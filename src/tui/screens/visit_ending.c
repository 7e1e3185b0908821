/*
 * What a result demands, over the visit: its texts, prefilled from the topic,
 * and the reference to read out.
 */
#include <stdlib.h>

#include "../typed.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "settle.h"
#include "slips.h"
#include "visit.h"

#define BEFORE_COLS 20
#define CUE_LEAST 5 /* rows: the visit's title, SAY and ASK */

/* What a result demands, over the visit. */
struct ending {
	struct screen *visit;
	struct form form;
	enum result result;
	bool is_to_read_out; /* the reference, by Enter */
};

void visit_turn_read_out(struct app *app, struct screen *screen)
{
	struct visit_screen *state = screen->state;

	state->is_not_read_out = !state->is_not_read_out;
	app_draw(app);
}

bool visit_is_read_out(const struct visit_screen *state)
{
	return state->visit.channel != CHANNEL_MESSAGE &&
	       !state->is_not_read_out;
}

static void take_texts(struct ending *ending)
{
	struct visit_screen *state = ending->visit->state;
	struct contact *contact = visit_contact(state);
	const struct form *form = &ending->form;

	contact->result = contact->texts_of = ending->result;
	mem_replace(&contact->result_text, form_value(form, "result_text"));
	mem_replace(&contact->tried, form_value(form, "tried"));
	mem_replace(&contact->alternative, form_value(form, "alternative"));
	mem_replace(&contact->appeal, form_value(form, "appeal"));
}

static void submit(struct app *app, struct screen *screen)
{
	struct ending *ending = screen->state;
	struct screen *visit = ending->visit;
	struct error err = {0};

	take_texts(ending);
	if (!contact_check(visit_contact(visit->state), &err)) {
		visit_contact(visit->state)->result = RESULT_NONE;
		if (!form_error(&ending->form, &err))
			app_problem(app, &err);
		return;
	}
	typed_done(app, result_name(ending->result),
		   ((struct visit_screen *)visit->state)->visit.visit_id);
	app_pop_to(app, visit);
	visit_ask_or_log(app, visit);
}

static void enter(struct app *app, struct screen *screen)
{
	struct ending *ending = screen->state;

	if (!form_move(&ending->form, 1))
		submit(app, screen);
}

/* F4: what was opened is logged, and stays to be acknowledged. */
static void submit_unread(struct app *app, struct screen *screen)
{
	struct ending *ending = screen->state;

	((struct visit_screen *)ending->visit->state)->is_not_read_out = true;
	submit(app, screen);
}

/* Also once a slip has come out of a printer that was slow. */
static bool ending_load(struct screen *screen, struct error *err)
{
	struct ending *ending = screen->state;
	struct visit_screen *state = ending->visit->state;

	return !visit_is_read_out(state) ||
	       desk_is_to_read_out(state->desk,
				   visit_contact(state)->request_id,
				   state->visit.visit_id, ending->result,
				   &ending->is_to_read_out, err);
}

/* On paper instead of read out: what it acknowledges is not asked again. */
static void print_slip(struct app *app, struct screen *screen)
{
	const struct ending *ending = screen->state;
	struct visit_screen *state = ending->visit->state;

	slips_print(app, visit_contact(state)->request_id, SLIP_OF_REQUEST, 0);
}

static bool ending_can(const struct screen *screen, enum action action)
{
	const struct ending *ending = screen->state;

	if (action == ACTION_UNDO)
		return desk_can_take_back(app_desk(screen->app));
	return action != ACTION_CHOOSE || ending->is_to_read_out;
}

/* What Enter does where nothing is demanded, and what to read out. */
static void draw_news(const struct ending *ending, struct canvas *canvas,
		      struct area at)
{
	struct visit_screen *state = ending->visit->state;
	const char *reference = visit_contact(state)->reference;

	if (!ending->is_to_read_out)
		canvas_put(canvas, at.row, at.col, at.cols,
			   _("Enter logs the visit."), STYLE_NEWS);
	else if (ending->form.count)
		canvas_putf(canvas, at.row, at.col, at.cols, STYLE_NEWS,
			    _("Read out %s. F9 notes that you did, and logs "
			      "the visit."),
			    reference);
	else
		canvas_putf(canvas, at.row, at.col, at.cols, STYLE_NEWS,
			    _("Read out %s. Enter notes that you did, and "
			      "logs the visit."),
			    reference);
}

static void escape(struct app *app, struct screen *screen)
{
	struct ending *ending = screen->state;
	struct screen *visit = ending->visit;

	app_pop(app);
	visit_set_scene(app, visit->state, (struct cue_scene){0});
}

static bool ending_handle(struct screen *screen, const struct key *key)
{
	struct ending *ending = screen->state;

	return form_handle(&ending->form, key) != FORM_IGNORED;
}

static void ending_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct ending *ending = screen->state;
	const struct visit_screen *state = ending->visit->state;
	struct area area = canvas_area(canvas), form = area, know = area;
	bool has_news = !ending->form.count || ending->is_to_read_out;
	int rows = 2;

	for (size_t i = 0; i < ending->form.count; i++)
		rows += form_row_height(&ending->form, ending->form.rows[i],
					area.cols - 4);
	form.row = area.row + area.rows - rows;
	if (form.row < area.row + 4)
		form.row = area.row + 4;
	form.rows = area.row + area.rows - form.row;
	if (state->scene.kind == SCENE_NO) {
		know.row += CUE_LEAST;
		visit_draw_know_over(state, canvas, know, form.row);
	}
	canvas_blank(canvas, form, STYLE_TEXT);
	canvas_rule(canvas, form.row, 1, area.cols - 2,
		    result_words(ending->result), NULL);
	form.row++;
	form.rows--;
	form.col = 3;
	form.cols -= 4;
	if (has_news) {
		draw_news(ending, canvas, form);
		canvas_cursor(canvas, form.row++, form.col);
		form.rows--;
	}
	if (ending->form.count)
		form_draw(&ending->form, canvas, &form, true);
}

static void ending_free(struct screen *screen)
{
	struct ending *ending = screen->state;

	form_release(&ending->form);
	free(ending);
}

static void turn_language(struct app *app, struct screen *screen)
{
	struct ending *ending = screen->state;

	visit_turn_language(app, ending->visit);
}

static void show_cues(struct app *app, struct screen *screen)
{
	const struct ending *ending = screen->state;

	visit_show_cues(app, ending->visit);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 0, NULL, false},
    {ACTION_LANGUAGE, turn_language, 0, NULL, false},
    {ACTION_CUES, show_cues, 0, NULL, false},
    {ACTION_FINISH, submit, 90, N_("Log it"), false},
    {ACTION_PRINT, print_slip, 70, N_("Slip"), false},
    {ACTION_UNDO, settle_undo, 0, NULL, false},
    {ACTION_CHOOSE, submit_unread, 60, N_("Log it, not read out"), false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class ending_class = {
    .title = N_("Result"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .load = ending_load,
    .draw = ending_draw,
    .handle = ending_handle,
    .free = ending_free,
    .can = ending_can,
    .is_overlay = true,
};

/* What was typed for this result before, else as the topic has it; words of
 * which that is not known stand beside the topic's. */
static void add_row(struct ending *ending, const char *id, const char *label,
		    const char *kept, const char *usual)
{
	enum result of = visit_contact(ending->visit->state)->texts_of;
	bool is_usual =
	    str_is_blank(kept) ||
	    (of == RESULT_NONE ? !str_is_blank(usual) : of != ending->result);
	struct str note = STR_INIT;

	form_add_text(&ending->form, id, label, 1000, true);
	form_set(&ending->form, id, is_usual ? usual : kept);
	if (str_same(id, "result_text"))
		str_add(&note, _("required"));
	if (is_usual && of == RESULT_NONE && !str_is_blank(kept) &&
	    !str_same(kept, usual)) {
		str_clear(&note);
		str_addf(&note, _("before: "));
		text_add_cut(&note, kept, BEFORE_COLS);
	}
	form_note(&ending->form, id, note.len ? str_text(&note) : NULL);
	str_release(&note);
}

/* The rows that the result demands, prefilled from the topic. */
static void add_rows(struct ending *ending)
{
	const struct visit_screen *state = ending->visit->state;
	const struct contact *contact = visit_contact(ending->visit->state);
	const struct topic *topic = &state->topic;

	switch (ending->result) {
	case RESULT_COME_BACK:
		add_row(ending, "result_text", _("Come back with"),
			contact->result_text, topic->bring);
		break;
	case RESULT_NOT_OURS:
		add_row(ending, "result_text", _("Where instead"),
			contact->result_text, topic->not_ours_where);
		break;
	case RESULT_COULD_NOT:
		add_row(ending, "result_text", _("Reason"),
			contact->result_text, NULL);
		add_row(ending, "tried", _("What was tried"), contact->tried,
			contact->done);
		add_row(ending, "alternative", _("Alternative"),
			contact->alternative, topic->alternative);
		add_row(ending, "appeal", _("How to appeal"), contact->appeal,
			topic->appeal);
		break;
	default:
		break;
	}
}

static struct cue_scene scene_of(enum result result)
{
	bool is_no = result == RESULT_COULD_NOT || result == RESULT_NOT_OURS ||
		     result == RESULT_COME_BACK;

	return (struct cue_scene){
	    .kind = is_no ? SCENE_NO : SCENE_CLOSING,
	    .result = result,
	};
}

void visit_ask_texts(struct app *app, struct screen *screen, enum result result)
{
	struct ending *ending = mem_new(1, sizeof(*ending));

	ending->visit = screen;
	ending->result = result;
	form_init(&ending->form, 16);
	add_rows(ending);
	visit_set_scene(app, ending->visit->state, scene_of(ending->result));
	if (ending->form.count)
		form_focus(&ending->form, "result_text");
	app_push(app, &ending_class, ending);
	if (ending->form.count)
		typed_form(app, result_name(ending->result),
			   ((struct visit_screen *)ending->visit->state)
			       ->visit.visit_id,
			   &ending->form);
}

bool visit_ask_texts_again(struct app *app, const char *result_name,
			   int64_t visit_id)
{
	struct screen *screen = app_top(app);
	struct visit_screen *state = screen ? screen->state : NULL;
	struct error unused = {0};
	enum result result;

	if (!screen || screen->class != &visit_class ||
	    state->visit.visit_id != visit_id ||
	    !result_parse(result_name, &result, &unused))
		return false;
	state->finished_at = app_now(app);
	visit_ask_texts(app, screen, result);
	return true;
}
