/* Cards that came back, one after another: the reference, seven digits, the
 * comment. */
#include <stdlib.h>

#include "../form.h"
#include "../typed.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/feedback.h"
#include "screens.h"
#include "settle.h"
#include "voices.h"

#define KIND "comment card"
#define REFERENCE_COLS 14
#define MARK_COL 5
#define SENTENCE_COL 8

struct entering {
	struct desk *desk;
	struct form form; /* reference, marks, comment */
	struct card_visit visit;
	const struct card_texts *texts; /* the desk's */
	int entered;			/* one after another */
};

/* Reads whose card it is, once its reference is whole; says what is wrong. */
static bool find(struct entering *entering, struct error *err)
{
	const char *typed = form_value(&entering->form, "reference");
	struct str words = STR_INIT;
	char day[24];

	card_visit_release(&entering->visit);
	form_note(&entering->form, "reference", NULL);
	if (!desk_find_card(entering->desk, typed, &entering->visit, err))
		return false;
	day_format(entering->visit.arrived_on, day);
	if (entering->visit.topic)
		str_addf(&words, "%s, ", entering->visit.topic);
	str_add(&words, day);
	form_note(&entering->form, "reference", str_text(&words));
	str_release(&words);
	return true;
}

static void show_problem(struct app *app, struct entering *entering,
			 const struct error *err)
{
	if (!form_error(&entering->form, err))
		app_problem(app, err);
}

/* Of the reference that is found: whether its card was entered before. */
static bool was_entered(const struct entering *entering)
{
	return entering->visit.earlier.feedback_id != 0;
}

static void say_entered(struct app *app, struct entering *entering)
{
	form_focus(&entering->form, "reference");
	app_news(app, _("Type the reference of the next card."));
}

static void open_with(struct app *app, int entered);

static void save(struct app *app, struct screen *screen)
{
	struct entering *entering = screen->state;
	int entered = entering->entered + 1;
	struct error err = {0};

	form_clear_errors(&entering->form);
	if (find(entering, &err) && was_entered(entering)) {
		say_entered(app, entering);
		return;
	}
	if (!entering->visit.visit_id ||
	    !desk_enter_card(entering->desk, entering->visit.visit_id,
			     form_value(&entering->form, "marks"),
			     form_value(&entering->form, "comment"), NULL,
			     &err)) {
		show_problem(app, entering, &err);
		return;
	}
	typed_done(app, KIND, 0);
	app_pop(app);
	open_with(app, entered);
	if (entered == 1)
		app_news(app, _("The card is entered. The next one, or Esc.  "
				"^Z takes it back"));
	else
		app_news(app,
			 _("%d cards are entered. The next one, or Esc.  ^Z "
			   "takes the last back"),
			 entered);
}

static void enter(struct app *app, struct screen *screen)
{
	struct entering *entering = screen->state;
	struct error err = {0};

	form_clear_errors(&entering->form);
	if (form_is_at(&entering->form, "reference") && !find(entering, &err))
		show_problem(app, entering, &err);
	else if (was_entered(entering))
		say_entered(app, entering);
	else if (!form_move(&entering->form, 1))
		save(app, screen);
}

static void escape(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
}

/* What was typed and left comes back; else the last card is taken back. */
static void undo(struct app *app, struct screen *screen)
{
	const struct entering *entering = screen->state;

	if (entering->entered > 0 && !entering->form.is_touched)
		settle_undo(app, screen);
	else
		typed_bring_back(app, screen);
}

static bool entering_handle(struct screen *screen, const struct key *key)
{
	struct entering *entering = screen->state;
	bool is_at_reference = form_is_at(&entering->form, "reference");
	enum form_result result;

	/* The next card of the pile: what stands there is done with. */
	if (is_at_reference && was_entered(entering) && key_is_text(key))
		form_set(&entering->form, "reference", "");
	result = form_handle(&entering->form, key);

	if (result == FORM_CHANGED && is_at_reference) {
		card_visit_release(&entering->visit);
		form_note(&entering->form, "reference", NULL);
	}
	return result != FORM_IGNORED;
}

/* Each sentence with its answer as it is typed: a slip of a digit shows. */
static void draw_marks(const struct entering *entering, struct canvas *canvas,
		       struct area at)
{
	int marks[CARD_QUESTIONS];
	int count =
	    card_marks_read(form_value(&entering->form, "marks"), marks);

	canvas_rule(canvas, at.row, 1, at.cols - 2,
		    _("5 agree strongly, 1 disagree strongly, - left blank"),
		    NULL);
	for (int i = 0; i < CARD_QUESTIONS && i + 1 < at.rows; i++) {
		int row = at.row + 1 + i;

		canvas_putf(canvas, row, 3, 1,
			    i < count ? STYLE_TEXT : STYLE_DIM, "%d", i + 1);
		if (i < count)
			canvas_putf(canvas, row, MARK_COL, 1, STYLE_TITLE, "%c",
				    marks[i] ? '0' + marks[i] : '-');
		canvas_put(
		    canvas, row, SENTENCE_COL, at.cols - SENTENCE_COL - 1,
		    card_text_in(entering->texts, entering->visit.language)
			->parts[i],
		    i < count ? STYLE_TEXT : STYLE_DIM);
	}
}

static int draw_earlier(const struct entering *entering, struct canvas *canvas,
			struct area at)
{
	const struct feedback *earlier = &entering->visit.earlier;
	struct str text = STR_INIT, marks = STR_INIT;
	char day[24];
	int rows;

	if (!earlier->feedback_id)
		return 0;
	day_format(earlier->noted_on, day);
	card_marks_add(earlier->marks, &marks);
	str_addf(&text, _("This card was entered on %s: %s %s"), day,
		 str_text(&marks), earlier->comment);
	rows = canvas_put_wrapped(canvas, at.row, 3, at.cols - 4, 3,
				  str_text(&text), STYLE_ERROR);
	str_release(&text);
	str_release(&marks);
	return rows;
}

static void entering_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct entering *entering = screen->state;
	struct area area = canvas_area(canvas), form = area, below = area;

	canvas_put(canvas, area.row, 1, area.cols - 2,
		   _("A comment card came back"), STYLE_TITLE);
	canvas_put(canvas, area.row + 1, 1, area.cols - 2,
		   _("What is on the card, no more: who served is not asked."),
		   STYLE_DIM);
	canvas_rule(canvas, area.row + 2, 1, area.cols - 2, NULL, NULL);
	form.row += 3;
	form.rows -= 3 + CARD_QUESTIONS + 1;
	form.col = 1;
	form.cols -= 2;
	below.row = form.row + form_draw(&entering->form, canvas, &form, true);
	below.row += draw_earlier(entering, canvas, below) + 1;
	below.rows = area.row + area.rows - below.row;
	draw_marks(entering, canvas, below);
}

static void entering_free(struct screen *screen)
{
	struct entering *entering = screen->state;

	form_release(&entering->form);
	card_visit_release(&entering->visit);
	free(entering);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 0, NULL, false},
    {ACTION_FINISH, save, 90, N_("Enter the card"), false},
    {ACTION_UNDO, undo, 40, NULL, false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class entering_class = {
    .title = N_("Comment card"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .draw = entering_draw,
    .handle = entering_handle,
    .free = entering_free,
};

static void open_with(struct app *app, int entered)
{
	const struct card_texts *texts;
	struct entering *entering;
	struct error err = {0};

	if (!desk_card_texts(app_desk(app), &texts, &err)) {
		app_problem(app, &err);
		return;
	}
	entering = mem_new(1, sizeof(*entering));
	entering->desk = app_desk(app);
	entering->texts = texts;
	entering->entered = entered;
	form_init(&entering->form, REFERENCE_COLS);
	form_add_text(&entering->form, "reference", _("Reference"), 20, false);
	form_add_text(&entering->form, "marks", _("Answers"), 20, false);
	form_note(&entering->form, "marks", _("seven digits: 5543-15"));
	form_add_text(&entering->form, "comment", _("Comment"),
		      CARD_COMMENT_MAX, true);
	form_focus(&entering->form, "reference");
	app_push(app, &entering_class, entering);
	typed_form(app, KIND, 0, &entering->form);
}

void card_entry_open(struct app *app)
{
	open_with(app, 0);
}
