/* The comment card on paper: offered, never pressed. */
#include <stdio.h>
#include <stdlib.h>

#include "../dialog.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/core/language.h"
#include "frontdesk/desk/feedback.h"
#include "frontdesk/report/comment_card.h"
#include "print_choice.h"
#include "visit.h"
#include "voices.h"

void card_offer_release(struct card_offer *offer)
{
	card_visit_release(&offer->visit);
	*offer = (struct card_offer){0};
}

static void forget(struct card_offer *offer)
{
	card_offer_release(offer);
	free(offer);
}

static void cancelled(struct app *app, void *state)
{
	(void)app;
	forget(state);
}

/* A card on its way to the printer. */
struct card {
	int64_t visit_id;
	char reference[24];
};

static void printed(struct app *app, void *state,
		    const struct print_ending *ending)
{
	const struct card *card = state;

	if (ending->is_printed)
		app_news(app, _("Comment card %s printed: %s"), card->reference,
			 ending->job);
	else
		print_failed(app, ending, card_print, card->visit_id);
}

void card_offer_print(struct app *app, const struct card_offer *offer,
		      size_t language)
{
	const struct settings *settings = app_settings(app);
	struct str paper = STR_INIT, title = STR_INIT, words = STR_INIT;
	struct slip_form form = slip_form_of(settings);
	struct card *card = mem_new(1, sizeof(*card));
	struct print_job *job = NULL;
	struct error err = {0};

	form.words = &words;
	card->visit_id = offer->visit_id;
	snprintf(card->reference, sizeof(card->reference), "%s",
		 offer->visit.reference);

	str_addf(&title, _("Comment card %s"), offer->visit.reference);
	if (comment_card_make(offer->texts[language], desk_city(app_desk(app)),
			      offer->visit.reference, offer->visit.arrived_on,
			      &form, &paper, &err))
		job = slip_form_start(&form, &paper, settings->printer,
				      str_text(&title), &err);
	print_run(app, job, &err, printed, card);
	str_release(&paper);
	str_release(&title);
	str_release(&words);
}

static void chosen(struct app *app, void *state, size_t index)
{
	struct card_offer *offer = state;

	card_offer_print(app, offer, index);
	forget(offer);
}

static void add_languages(struct card_offer *offer,
			  const struct card_texts *texts)
{
	const struct card_text *first =
	    card_text_in(texts, offer->visit.language);

	offer->texts[offer->count++] = first;
	for (size_t i = 0; i < texts->count; i++)
		if (&texts->items[i] != first &&
		    offer->count < CARD_LANGUAGES_MAX)
			offer->texts[offer->count++] = &texts->items[i];
}

bool card_offer_read(struct desk *desk, int64_t visit_id,
		     struct card_offer *out, struct error *err)
{
	const struct card_texts *texts;

	*out = (struct card_offer){.visit_id = visit_id};
	if (!desk_card_visit(desk, visit_id, &out->visit, err))
		return false;
	if (!desk_card_texts(desk, &texts, err)) {
		card_offer_release(out);
		return false;
	}
	add_languages(out, texts);
	return true;
}

static void ask_language(struct app *app, struct card_offer *offer)
{
	struct dialog_choice choices[CARD_LANGUAGES_MAX];
	struct str title = STR_INIT;

	for (size_t i = 0; i < offer->count; i++)
		choices[i] = (struct dialog_choice){
		    (char)('c' + i), language_name(offer->texts[i]->language),
		    i == 0 ? _("prints the card") : NULL};
	str_addf(&title, _("Comment card for %s"), offer->visit.reference);
	dialog_choose(app, str_text(&title), choices, offer->count, chosen,
		      cancelled, offer);
	str_release(&title);
}

void card_print(struct app *app, int64_t visit_id)
{
	struct card_offer *offer = mem_new(1, sizeof(*offer));
	struct error err = {0};

	if (card_offer_read(app_desk(app), visit_id, offer, &err)) {
		ask_language(app, offer);
	} else {
		app_problem(app, &err);
		free(offer);
	}
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
