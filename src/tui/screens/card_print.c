/* The comment card on paper: offered, never pressed. */
#include <stdlib.h>

#include "../dialog.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/core/language.h"
#include "frontdesk/desk/feedback.h"
#include "frontdesk/report/comment_card.h"
#include "frontdesk/report/slip.h"
#include "print_choice.h"
#include "visit.h"
#include "voices.h"

#define LANGUAGES_MAX 9

/* In which language: the visitor's first, then in the order of the file. */
struct offering {
	struct card_visit visit;
	int64_t visit_id;
	const struct card_text *texts[LANGUAGES_MAX];
	size_t count;
};

static void forget(struct offering *offering)
{
	card_visit_release(&offering->visit);
	free(offering);
}

static void cancelled(struct app *app, void *state)
{
	(void)app;
	forget(state);
}

static void print(struct app *app, struct offering *offering,
		  const struct card_text *text)
{
	const struct settings *settings = app_settings(app);
	struct str paper = STR_INIT, title = STR_INIT;
	char job[PRINT_JOB_SIZE];
	struct error err = {0};

	comment_card_format(
	    text, desk_city(app_desk(app)), offering->visit.reference,
	    settings->slip_columns != 0 ? settings->slip_columns : SLIP_COLUMNS,
	    &paper);
	str_addf(&title, _("Comment card %s"), offering->visit.reference);
	if (print_text(str_text(&paper), settings->printer, 1, str_text(&title),
		       job, &err))
		app_news(app, _("Comment card %s printed: %s"),
			 offering->visit.reference, job);
	else
		print_failed(app, &err, card_print, offering->visit_id);
	str_release(&paper);
	str_release(&title);
}

static void chosen(struct app *app, void *state, size_t index)
{
	struct offering *offering = state;

	print(app, offering, offering->texts[index]);
	forget(offering);
}

static void add_languages(struct offering *offering,
			  const struct card_texts *texts)
{
	const struct card_text *first =
	    card_text_in(texts, offering->visit.language);

	offering->texts[offering->count++] = first;
	for (size_t i = 0; i < texts->count; i++)
		if (&texts->items[i] != first &&
		    offering->count < LANGUAGES_MAX)
			offering->texts[offering->count++] = &texts->items[i];
}

static void ask_language(struct app *app, struct offering *offering)
{
	struct dialog_choice choices[LANGUAGES_MAX];
	struct str title = STR_INIT;

	for (size_t i = 0; i < offering->count; i++)
		choices[i] = (struct dialog_choice){
		    (char)('c' + i),
		    language_name(offering->texts[i]->language),
		    i == 0 ? _("prints the card") : NULL};
	str_addf(&title, _("Comment card for %s"), offering->visit.reference);
	dialog_choose(app, str_text(&title), choices, offering->count, chosen,
		      cancelled, offering);
	str_release(&title);
}

void card_print(struct app *app, int64_t visit_id)
{
	struct offering *offering = mem_new(1, sizeof(*offering));
	const struct card_texts *texts;
	struct error err = {0};

	offering->visit_id = visit_id;
	if (!desk_card_visit(app_desk(app), visit_id, &offering->visit, &err) ||
	    !desk_card_texts(app_desk(app), &texts, &err)) {
		app_problem(app, &err);
		forget(offering);
		return;
	}
	add_languages(offering, texts);
	ask_language(app, offering);
}

void card_print_here(struct app *app, struct screen *screen)
{
	int64_t visit_id = voice_visit(app);

	(void)screen;
	if (visit_id)
		card_print(app, visit_id);
}

int64_t voice_visit(struct app *app)
{
	const struct screen *screen = app_find(app, &visit_class);
	int64_t finished;

	if (screen) {
		struct visit_screen *state = screen->state;

		return visit_has_begun(app, state) && visit_save(app, state)
			   ? state->visit.visit_id
			   : 0;
	}
	finished = home_finished(app);
	if (!finished)
		app_news(app, _("Of which visit? Open it, or take it from "
				"F10, Today's visits."));
	return finished;
}
