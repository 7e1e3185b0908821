/*
 * F9: the end is stamped, a result is asked where none follows from the facts,
 * then exactly what the result demands, prefilled from the topic.
 */
#include <stdlib.h>

#include "../dialog.h"
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

static const struct screen_class ending_class;

void visit_turn_read_out(struct app *app, struct screen *screen)
{
	struct visit_screen *state = screen->state;

	state->is_not_read_out = !state->is_not_read_out;
	app_draw(app);
}

/* Whether F9 notes that the reference of what stays open was read out. */
static bool is_read_out(const struct visit_screen *state)
{
	return state->visit.channel != CHANNEL_MESSAGE &&
	       !state->is_not_read_out;
}

void visit_set_scene(struct app *app, struct visit_screen *state,
		     struct cue_scene scene)
{
	struct visit_cue cue;
	struct error err = {0};

	state->scene = scene;
	if (!desk_cue_visit_at(state->desk, &state->visit, &scene, &cue,
			       &err)) {
		app_problem(app, &err);
		return;
	}
	visit_cue_release(&state->cue);
	state->cue = cue;
	app_draw(app);
}

/* Who is thanked: the visit's screen is gone then. */
static void copy_people(const struct visit *visit, struct visit *out)
{
	out->visit_id = visit->visit_id;
	out->channel = visit->channel;
	for (size_t i = 0; i < visit->person_count; i++) {
		const struct visit_person *person = &visit->people[i];

		visit_add_person(out, person->resident_id,
				 person->organisation_id, person->part,
				 person->name);
		out->people[out->person_count - 1].is_absent =
		    person->is_absent;
	}
}

/* Whether something of it is to be asked for, brought or appealed. */
static bool is_to_take_home(const struct visit *visit)
{
	for (size_t i = 0; i < visit->contact_count; i++)
		if (result_is_read_out(visit->contacts[i].result))
			return true;
	return false;
}

/* The visit is over; home says so. */
static void log_visit(struct app *app, struct screen *screen)
{
	struct visit_screen *state = screen->state;
	struct error err = {0};
	struct str news = STR_INIT;
	bool has_paper; /* where there is somebody to take it along */
	bool has_slip;
	struct visit ended = {0};
	char *close;

	for (size_t i = 0; i < state->visit.contact_count; i++)
		state->visit.contacts[i].is_read_out = is_read_out(state);
	if (!desk_finish_visit(state->desk, &state->visit, state->finished_at,
			       &err)) {
		if (!form_error(&state->form, &err))
			app_problem(app, &err);
		return;
	}
	str_addf(&news, _("Logged %s."), state->visit.reference);
	close = mem_copy(state->cue.close);
	copy_people(&state->visit, &ended);
	if (state->unasked.len)
		str_addf(&news, _(" Not asked: %s."),
			 str_text(&state->unasked));
	has_paper = (state->visit.channel == CHANNEL_WALK_IN ||
		     state->visit.channel == CHANNEL_APPOINTMENT) &&
		    !desk_may(app_desk(app), DUTY_PRINT_DAY, &err);
	has_slip = is_to_take_home(&state->visit);
	/* The cue goes with the screen; and somebody else may stand there. */
	if (visit_close(app, state, HOME_LAST_FINISHED)) {
		if (close)
			str_addf(&news, _(" Say: “%s”"), close);
	} else {
		home_say_closing(app, &ended);
		str_add(&news, !has_paper ? _("  ^Z takes it back")
			       : has_slip ? _("  ^P slip  ^Z takes it back")
					  : _("  ^P card  ^Z takes it back"));
	}
	free(close);
	visit_release(&ended);
	app_news(app, "%s", str_text(&news));
	str_release(&news);
}

/* What a hand-off or a promise made of a contact is not asked again; which of
 * its required questions nobody asked is said when it is logged. */
static bool take_given(struct visit_screen *state, struct error *err)
{
	str_clear(&state->unasked);
	for (size_t i = 0; i < state->visit.contact_count; i++) {
		struct contact *contact = &state->visit.contacts[i];

		if (contact->result == RESULT_NONE && contact->request_id &&
		    !desk_result_of_facts(state->desk, contact->request_id,
					  state->visit.visit_id,
					  &contact->result, err))
			return false;
		if (contact->result != RESULT_NONE &&
		    !visit_note_unasked(state, contact, err))
			return false;
	}
	return true;
}

/* The next contact without a result, or contact_count. */
static size_t find_unanswered(const struct visit *visit)
{
	size_t at = 0;

	while (at < visit->contact_count &&
	       visit->contacts[at].result != RESULT_NONE)
		at++;
	return at;
}

static void ask_or_log(struct app *app, struct screen *screen);

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
	ask_or_log(app, visit);
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

static void set_to_read_out(struct app *app, struct ending *ending)
{
	struct visit_screen *state = ending->visit->state;
	struct error err = {0};

	if (!is_read_out(state))
		return;
	if (!desk_is_to_read_out(state->desk, visit_contact(state)->request_id,
				 state->visit.visit_id, ending->result,
				 &ending->is_to_read_out, &err))
		app_problem(app, &err);
}

/* On paper instead of read out: what it acknowledges is not asked again. */
static void print_slip(struct app *app, struct screen *screen)
{
	struct ending *ending = screen->state;
	struct visit_screen *state = ending->visit->state;

	if (slips_print_request(app, visit_contact(state)->request_id))
		set_to_read_out(app, ending);
}

static void take_back(struct app *app, struct screen *screen)
{
	settle_undo(app, screen);
	set_to_read_out(app, screen->state);
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
    {ACTION_UNDO, take_back, 0, NULL, false},
    {ACTION_CHOOSE, submit_unread, 60, N_("Log it, not read out"), false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class ending_class = {
    .title = N_("Result"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
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

static void ask_texts(struct app *app, struct screen *screen,
		      enum result result)
{
	struct ending *ending = mem_new(1, sizeof(*ending));

	ending->visit = screen;
	ending->result = result;
	form_init(&ending->form, 16);
	add_rows(ending);
	visit_set_scene(app, ending->visit->state, scene_of(ending->result));
	set_to_read_out(app, ending);
	if (ending->form.count)
		form_focus(&ending->form, "result_text");
	app_push(app, &ending_class, ending);
	if (ending->form.count)
		typed_form(app, result_name(ending->result),
			   ((struct visit_screen *)ending->visit->state)
			       ->visit.visit_id,
			   &ending->form);
}

/* The results in the order of their letters on the screen. */
static void result_chosen(struct app *app, void *screen, size_t index)
{
	/* A hand-off has a receiver: they are asked for first. */
	if ((enum result)(index + 1) == RESULT_HANDED_OFF) {
		visit_set_scene(app, ((struct screen *)screen)->state,
				(struct cue_scene){0});
		visit_hand_off(app, screen);
		return;
	}
	ask_texts(app, screen, (enum result)(index + 1));
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
	ask_texts(app, screen, result);
	return true;
}

/* Nothing came of it yet: it goes on. */
static void go_on(struct app *app, void *screen)
{
	visit_set_scene(app, ((struct screen *)screen)->state,
			(struct cue_scene){0});
	visit_go_to_unasked(app, screen);
}

static void ask_result(struct app *app, struct screen *screen)
{
	struct visit_screen *state = screen->state;
	struct dialog_choice shown[RESULT_COUNT - 1];
	struct str title = STR_INIT;

	for (int i = 0; i < RESULT_COUNT - 1; i++)
		shown[i] = (struct dialog_choice){
		    result_letter((enum result)(i + 1)),
		    result_words((enum result)(i + 1)), NULL};
	str_addf(&title, _("What came of it? %s"),
		 state->topic.name ? state->topic.name : "");
	dialog_choose(app, str_text(&title), shown, RESULT_COUNT - 1,
		      result_chosen, go_on, screen);
	visit_set_scene(app, state, (struct cue_scene){.kind = SCENE_CLOSING});
	str_release(&title);
	visit_say_unasked(app, state);
}

static void ask_or_log(struct app *app, struct screen *screen)
{
	struct visit_screen *state = screen->state;
	size_t index = find_unanswered(&state->visit);

	if (index == state->visit.contact_count) {
		log_visit(app, screen);
		return;
	}
	if (index != state->current)
		visit_show_contact(state, index);
	ask_result(app, screen);
}

void visit_finish(struct app *app, struct screen *screen)
{
	struct visit_screen *state = screen->state;
	struct error err = {0};

	if (!visit_has_begun(app, state))
		return;
	state->finished_at = app_now(app);
	if (!visit_save(app, state))
		return;
	visit_pass_over(app, state);
	if (take_given(state, &err))
		ask_or_log(app, screen);
	else
		app_problem(app, &err);
}
