/* ^P: what can be taken home, the likeliest first. */
#include "slips.h"

#include <stdlib.h>

#include "../dialog.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/core/language.h"
#include "frontdesk/desk/visit.h"
#include "frontdesk/report/visitor_slip.h"
#include "voices.h"

#define REQUESTS_MAX 5
#define ROWS_MAX (REQUESTS_MAX + CARD_LANGUAGES_MAX)

enum slip_paper { SLIP_PAPER, SLIP_RECEIVER, SLIP_CARD };

struct row {
	enum slip_paper paper;
	enum slip_kind kind;
	int64_t request_id, promise_id, handoff_id;
	size_t language; /* of a card */
};

struct slips {
	struct row rows[ROWS_MAX];
	struct dialog_choice choices[ROWS_MAX];
	struct str hints[ROWS_MAX];
	size_t count;
	struct card_offer cards; /* visit_id 0: none */
	struct str title;
};

static void slips_free(struct slips *slips)
{
	for (size_t i = 0; i < slips->count; i++)
		str_release(&slips->hints[i]);
	str_release(&slips->title);
	card_offer_release(&slips->cards);
	free(slips);
}

static void cancelled(struct app *app, void *state)
{
	(void)app;
	slips_free(state);
}

static void chosen(struct app *app, void *state, size_t index)
{
	struct slips *slips = state;
	const struct row *row = &slips->rows[index];

	if (row->paper == SLIP_CARD)
		card_offer_print(app, &slips->cards, row->language);
	else if (row->paper == SLIP_RECEIVER)
		slips_print_receivers(app, row->handoff_id);
	else
		slips_print(app, row->request_id, row->kind, row->promise_id);
	slips_free(slips);
}

/* The hint's text is added to what it returns; NULL where there is no room. */
static struct str *add(struct slips *slips, char letter, const char *label,
		       const struct row *row)
{
	if (slips->count == ROWS_MAX)
		return NULL;
	slips->rows[slips->count] = *row;
	slips->choices[slips->count] =
	    (struct dialog_choice){letter, label, NULL};
	return &slips->hints[slips->count++];
}

/* "by Fri Nov 27, 5:00 pm": the promise that is meant, or the first due. */
static void add_due(const struct app *app, const struct visitor_slip *slip,
		    int64_t promise_id, struct str *out)
{
	const struct slip_promise *promise = &slip->promises[0];
	struct local due;
	char day[24], minute[12];

	for (size_t i = 0; i < slip->promise_count; i++)
		if (slip->promises[i].promise_id == promise_id)
			promise = &slip->promises[i];
	desk_local(app_desk(app), promise->due_at, &due);
	local_format_day(&due, day);
	local_format_minute(&due, minute);
	str_addf(out, _("by %s, %s"), day, minute);
}

static void add_slip(struct app *app, struct slips *slips,
		     const struct visitor_slip *slip, enum slip_kind kind,
		     int64_t promise_id)
{
	static const char letters[] = {
	    [SLIP_OF_REQUEST] = 's',
	    [SLIP_OF_HANDOFF] = 'h',
	    [SLIP_OF_PROMISE] = 'p',
	};
	const struct row row = {
	    .paper = SLIP_PAPER,
	    .kind = kind,
	    .request_id = slip->request_id,
	    .promise_id = kind == SLIP_OF_PROMISE ? promise_id : 0,
	};
	struct error ignored = {0};
	struct str *hint;

	if (!visitor_slip_check(slip, kind, row.promise_id, &ignored))
		return;
	hint = add(slips, letters[kind], slip_kind_words(kind), &row);
	if (hint == NULL)
		return;
	if (kind == SLIP_OF_PROMISE) {
		add_due(app, slip, promise_id, hint);
	} else if (kind == SLIP_OF_HANDOFF) {
		str_add(hint, _("to "));
		slip_party_add(&slip->passed.to, hint);
	} else {
		str_add(hint, slip->is_acknowledged
				  ? _("what happens next, how to ask")
				  : _("acknowledges it"));
	}
}

static void add_receivers(struct slips *slips, const struct visitor_slip *slip,
			  int64_t handoff_id)
{
	bool is_offered = slip->passed.handoff_id != 0 &&
			  slip->passed.state == HANDOFF_OFFERED;
	struct row row = {.paper = SLIP_RECEIVER, .handoff_id = handoff_id};
	struct str *hint;

	if (handoff_id == 0 && is_offered)
		row.handoff_id = slip->passed.handoff_id;
	if (row.handoff_id == 0)
		return;
	hint = add(slips, 'r', _("Slip for the receiver"), &row);
	if (hint != NULL)
		str_add(hint, _("with all that goes along"));
}

/* The letters of the cards are those of the card's own question. */
static void add_cards(struct slips *slips)
{
	for (size_t i = 0; i < slips->cards.count; i++) {
		const struct row row = {.paper = SLIP_CARD, .language = i};
		struct str *hint =
		    add(slips, (char)('c' + i), _("Comment card"), &row);

		if (hint != NULL)
			str_add(hint,
				language_name(slips->cards.texts[i]->language));
	}
}

/* The kind that is meant first, then the others. */
static void add_slips(struct app *app, struct slips *slips,
		      const struct visitor_slip *slip,
		      const struct slip_wish *wish)
{
	static const enum slip_kind order[] = {SLIP_OF_PROMISE, SLIP_OF_HANDOFF,
					       SLIP_OF_REQUEST};
	enum slip_kind first = visitor_slip_likeliest(slip);

	if (wish->is_of_handoff && slip->passed.handoff_id != 0)
		first = SLIP_OF_HANDOFF;
	if (wish->is_for_receiver)
		add_receivers(slips, slip, wish->handoff_id);
	add_slip(app, slips, slip, first, wish->promise_id);
	for (size_t i = 0; i < MEM_COUNT(order); i++)
		if (order[i] != first)
			add_slip(app, slips, slip, order[i], wish->promise_id);
	if (!wish->is_for_receiver)
		add_receivers(slips, slip, wish->handoff_id);
}

/* One is printed, several are asked about. Takes slips. */
static void ask(struct app *app, struct slips *slips)
{
	if (slips->count == 1) {
		chosen(app, slips, 0);
		return;
	}
	for (size_t i = 0; i < slips->count; i++)
		slips->choices[i].hint = str_text(&slips->hints[i]);
	dialog_choose(app, str_text(&slips->title), slips->choices,
		      slips->count, chosen, cancelled, slips);
}

static void add_title(struct slips *slips, const struct visitor_slip *slip)
{
	str_addf(&slips->title, _("On paper: %s · %s"), slip->reference,
		 slip->topic != NULL ? slip->topic : _("no topic yet"));
}

/* False where it cannot be read, which is said. */
static bool read_cards(struct app *app, struct slips *slips, int64_t visit_id)
{
	struct error err = {0};

	if (visit_id == 0 ||
	    card_offer_read(app_desk(app), visit_id, &slips->cards, &err))
		return true;
	app_problem(app, &err);
	return false;
}

void slips_ask(struct app *app, const struct slip_wish *wish)
{
	struct slips *slips;
	struct visitor_slip slip;
	struct error err = {0};

	if (!desk_read_slip(app_desk(app), wish->request_id, &slip, &err)) {
		app_problem(app, &err);
		return;
	}
	slips = mem_new(1, sizeof(*slips));
	if (!read_cards(app, slips, wish->visit_id)) {
		visitor_slip_release(&slip);
		slips_free(slips);
		return;
	}
	add_title(slips, &slip);
	if (slip.state == REQUEST_RESOLVED)
		add_cards(slips);
	add_slips(app, slips, &slip, wish);
	if (slip.state != REQUEST_RESOLVED)
		add_cards(slips);
	visitor_slip_release(&slip);
	ask(app, slips);
}

/* Several requests: of each the slip that mostly is meant. */
static void add_each(struct app *app, struct slips *slips,
		     const struct visit *visit)
{
	for (size_t i = 0; i < visit->contact_count && i < REQUESTS_MAX; i++) {
		struct row row = {.paper = SLIP_PAPER,
				  .request_id = visit->contacts[i].request_id};
		struct visitor_slip slip;
		struct error err = {0};
		struct str *hint;

		if (!desk_read_slip(app_desk(app), row.request_id, &slip,
				    &err)) {
			app_problem(app, &err);
			continue;
		}
		row.kind = visitor_slip_likeliest(&slip);
		hint = add(slips, (char)('s' + i), slip_kind_words(row.kind),
			   &row);
		if (hint != NULL)
			str_addf(hint, "%s · %s", slip.reference,
				 slip.topic != NULL ? slip.topic
						    : _("no topic yet"));
		visitor_slip_release(&slip);
	}
}

static void ask_several(struct app *app, const struct visit *visit)
{
	struct slips *slips = mem_new(1, sizeof(*slips));

	if (!read_cards(app, slips, visit->visit_id)) {
		slips_free(slips);
		return;
	}
	str_addf(&slips->title, _("On paper: visit %s"), visit->reference);
	add_each(app, slips, visit);
	add_cards(slips);
	ask(app, slips);
}

void slips_ask_visit(struct app *app, int64_t visit_id)
{
	struct visit visit = {0};
	struct error err = {0};

	if (!desk_get_visit(app_desk(app), visit_id, &visit, &err)) {
		app_problem(app, &err);
		return;
	}
	if (visit.contact_count == 0) {
		card_print(app, visit_id);
	} else if (visit.contact_count == 1) {
		const struct slip_wish wish = {.request_id =
						   visit.contacts[0].request_id,
					       .visit_id = visit_id};

		slips_ask(app, &wish);
	} else {
		ask_several(app, &visit);
	}
	visit_release(&visit);
}

void slips_ask_here(struct app *app, struct screen *screen)
{
	int64_t visit_id = voice_visit(app);

	(void)screen;
	if (visit_id != 0)
		slips_ask_visit(app, visit_id);
}

void slips_ask_row(struct app *app, const struct history_row *row,
		   int64_t request_id)
{
	struct slip_wish wish = {.request_id = request_id};

	if (row != NULL && row->kind != HISTORY_DEED)
		wish.request_id = row->request->request_id;
	if (row != NULL && row->kind == HISTORY_ENTRY) {
		if (row->entry->kind == TIMELINE_PROMISE && row->entry->is_open)
			wish.promise_id = row->entry->id;
		wish.is_of_handoff = row->entry->kind == TIMELINE_HANDOFF;
	}
	if (wish.request_id != 0)
		slips_ask(app, &wish);
	else
		app_news(app, _("Go to a request first: ^P prints its slip."));
}
