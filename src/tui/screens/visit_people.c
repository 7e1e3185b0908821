/* Who is present: attached, replaced, added at any moment. */
#include <stdlib.h>

#include "../dialog.h"
#include "../pick.h"
#include "frontdesk/base/mem.h"
#include "visit.h"

enum way { INSTEAD, BESIDE, SPEAKS_FOR, INTERPRETS, FOR_ORGANISATION, NOBODY };

static const struct {
	struct dialog_choice shown;
	enum visit_part part;
} ways[] = {
    [INSTEAD] = {{'v', N_("The visitor, in place of whoever stands here"),
		  NULL},
		 PART_THEMSELVES},
    [BESIDE] = {{'b', N_("Beside the visitor"), NULL}, PART_BESIDE},
    [SPEAKS_FOR] = {{'s', N_("Speaks for the visitor"),
		     N_("what for is noted")},
		    PART_SPEAKS_FOR},
    [INTERPRETS] = {{'i', N_("Interprets"), NULL}, PART_INTERPRETER},
    [FOR_ORGANISATION] = {{'o', N_("The organisation they are here for"), NULL},
			  PART_FOR_ORGANISATION},
    [NOBODY] = {{'n', N_("Nobody named: take the names away"), NULL},
		PART_THEMSELVES},
};

struct attaching {
	struct screen *screen;
	enum way way;
	int64_t resident_id, organisation_id;
	char *note; /* what they speak for */
};

static void forget(struct attaching *attaching)
{
	free(attaching->note);
	free(attaching);
}

static void remove_people(struct visit *visit)
{
	for (size_t i = 0; i < visit->person_count; i++) {
		free(visit->people[i].part_note);
		free(visit->people[i].name);
	}
	visit->person_count = 0;
}

/* In the form and in the store; what is typed stays. */
static void attach(struct app *app, struct attaching *attaching)
{
	struct visit_screen *state = attaching->screen->state;
	struct visit *visit = &state->visit;
	struct error err = {0};

	if (attaching->way == INSTEAD || attaching->way == NOBODY)
		remove_people(visit);
	if (attaching->way != NOBODY) {
		visit_add_person(visit, attaching->resident_id,
				 attaching->organisation_id,
				 ways[attaching->way].part, NULL);
		visit->people[visit->person_count - 1].part_note =
		    mem_copy(attaching->note ? attaching->note : "");
	}
	forget(attaching);
	if (visit->visit_id && !visit_save(app, state))
		return;
	if (!visit_read_people(state, true, &err))
		app_problem(app, &err);
	app_reload(app);
	if (visit->visit_id)
		visit_reload(app);
}

static bool note_given(struct app *app, void *state, const char *text,
		       struct error *err)
{
	struct attaching *attaching = state;

	(void)err;
	attaching->note = mem_copy(text);
	attach(app, attaching);
	return true;
}

static void cancelled(struct app *app, void *state)
{
	(void)app;
	forget(state);
}

static void ask_what_for(struct app *app, struct attaching *attaching)
{
	const struct dialog_question question = {
	    .title = _("What do they speak for the visitor about?"),
	    .label = _("What for"),
	    .hint = _("For example: the water bill, until further notice."),
	    .limit = {.field = "part_note",
		      .label = _("what they speak for"),
		      .max = 200,
		      .is_required = true},
	};

	dialog_ask(app, &question, note_given, cancelled, attaching);
}

static void person_given(struct app *app, void *state,
			 const struct find_row *row)
{
	struct attaching *attaching = state;

	if (row->kind == FIND_ORGANISATION)
		attaching->organisation_id = row->id;
	else
		attaching->resident_id = row->id;
	if (attaching->way == SPEAKS_FOR)
		ask_what_for(app, attaching);
	else
		attach(app, attaching);
}

static void way_chosen(struct app *app, void *state, size_t index)
{
	struct attaching *attaching = state;

	attaching->way = (enum way)index;
	if (attaching->way == NOBODY)
		attach(app, attaching);
	else
		person_pick(app, _("Who is it?"), person_given, attaching);
}

void visit_attach(struct app *app, struct screen *screen)
{
	struct attaching *attaching = mem_new(1, sizeof(*attaching));
	struct dialog_choice shown[MEM_COUNT(ways)];

	attaching->screen = screen;
	for (size_t i = 0; i < MEM_COUNT(ways); i++) {
		shown[i] = ways[i].shown;
		shown[i].label = _(shown[i].label);
		shown[i].hint = shown[i].hint ? _(shown[i].hint) : NULL;
	}
	dialog_choose(app, _("Who is here?"), shown, MEM_COUNT(shown),
		      way_chosen, cancelled, attaching);
}

static void channel_chosen(struct app *app, void *state, size_t index)
{
	struct visit_screen *visit = ((struct screen *)state)->state;

	visit->visit.channel = (enum channel)index;
	if (visit->visit.visit_id)
		visit_save(app, visit);
	app_reload(app);
}

void visit_change_channel(struct app *app, struct screen *screen)
{
	static const char letters[CHANNEL_COUNT] = {'w', 't', 'a', 'm'};
	struct dialog_choice shown[CHANNEL_COUNT];

	for (int i = 0; i < CHANNEL_COUNT; i++)
		shown[i] =
		    (struct dialog_choice){letters[i], channel_words(i), NULL};
	dialog_choose(app, _("How did they reach us?"), shown, CHANNEL_COUNT,
		      channel_chosen, NULL, screen);
}
