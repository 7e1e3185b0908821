/*
 * voices.h - what people say: the comment card, a line said aloud, ideas,
 * thanks
 */
#ifndef FRONTDESK_TUI_SCREENS_VOICES_H
#define FRONTDESK_TUI_SCREENS_VOICES_H

#include "../app.h"
#include "frontdesk/desk/feedback.h"

/*
 * Which visit is meant: the one on the screen, saved first; else the one that
 * was finished last at this desk. 0: there is none, and it is said.
 */
int64_t voice_visit(struct app *app);

/* In which language: the visitor's first, then in the order of the file. */
#define CARD_LANGUAGES_MAX 5
struct card_offer {
	int64_t visit_id;
	struct card_visit visit;
	const struct card_text *texts[CARD_LANGUAGES_MAX];
	size_t count;
};
void card_offer_release(struct card_offer *offer);
bool card_offer_read(struct desk *desk, int64_t visit_id,
		     struct card_offer *out, struct error *err);
/* The card on paper; says so, or why not. */
void card_offer_print(struct app *app, const struct card_offer *offer,
		      size_t language);

/* The card on paper, in the visitor's language where there is one for it. */
void card_print(struct app *app, int64_t visit_id);
/* The same of voice_visit(). */
void card_print_here(struct app *app, struct screen *screen);

/* Cards that came back, one after another. */
void card_entry_open(struct app *app);

/* What they said about us, in one line. */
void said_ask(struct app *app, int64_t visit_id);
void said_ask_here(struct app *app, struct screen *screen);

/* One of the list of feedback: its request, or that it was a mistake. */
void settle_feedback(struct app *app, int64_t feedback_id, int64_t request_id,
		     const char *title);

/* What could be better: noted, with the visit that is open; read. */
void idea_ask_here(struct app *app, struct screen *screen);
void idea_open(struct app *app, int64_t idea_id);

/* To whom, from whom, what for; with the visit that is open. */
void thanks_ask_here(struct app *app, struct screen *screen);
/* Read, and off the desk of whoever is thanked. */
void thanks_show(struct app *app, int64_t thanks_id, const char *text);

#endif
