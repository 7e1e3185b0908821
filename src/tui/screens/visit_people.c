/* Who is present: attached, replaced, added at any moment. */
#include <stdlib.h>

#include "../pick.h"
#include "frontdesk/base/mem.h"
#include "visit.h"

enum way {
	INSTEAD,
	BESIDE,
	SPEAKS_FOR,
	ABSENT,
	INTERPRETS,
	COLLEAGUE,
	FOR_ORGANISATION,
	CHANGE,
	NOBODY
};

static const struct dialog_choice ways[] = {
    [INSTEAD] = {'v', N_("The visitor, in place of whoever stands first"),
		 NULL},
    [BESIDE] = {'b', N_("Beside the visitor"), NULL},
    [SPEAKS_FOR] = {'s', N_("Speaks for the visitor"), N_("what for is noted")},
    [ABSENT] = {'p', N_("The person they came for, who is not here"), NULL},
    [INTERPRETS] = {'i', N_("Interprets"), NULL},
    [COLLEAGUE] = {'w', N_("Interprets, and works here"), NULL},
    [FOR_ORGANISATION] = {'o', N_("The organisation they are here for"), NULL},
    [CHANGE] = {'c', N_("Change who is here, or take one away"), NULL},
    [NOBODY] = {'n', N_("Nobody named: take the names away"), NULL},
};

struct attaching {
	struct screen *screen;
	enum way way;
	int64_t resident_id, organisation_id;
};

static void cancelled(struct app *app, void *state)
{
	(void)app;
	free(state);
}

static void take_all_away(struct visit *visit)
{
	while (visit->person_count > 0)
		visit_remove_person(visit, visit->person_count - 1);
}

/* As the store has them: who noted it, and when. */
static void read_back(struct app *app, struct visit_screen *state)
{
	struct visit now = {0};
	struct error err = {0};

	if (!desk_get_visit(state->desk, state->visit.visit_id, &now, &err)) {
		app_problem(app, &err);
		return;
	}
	take_all_away(&state->visit);
	free(state->visit.people);
	state->visit.people = now.people;
	state->visit.person_count = now.person_count;
	now.people = NULL;
	now.person_count = 0;
	visit_remember_people(state);
	visit_release(&now);
}

void visit_people_changed(struct app *app, struct visit_screen *state,
			  bool is_typed)
{
	struct error err = {0};

	if (!visit_read_people(state, true, &err))
		app_problem(app, &err);
	/* What somebody speaks for is typed, and kept like all that is. */
	if ((state->visit.visit_id || is_typed) && visit_save(app, state))
		read_back(app, state);
	app_reload(app);
}

void visit_ask_what_for(struct app *app, const struct visit_screen *visit,
			int64_t resident_id, const char *title,
			const char *text, dialog_answer_fn *done,
			dialog_cancelled_fn *gone, void *state)
{
	struct str kind = STR_INIT;
	struct dialog_question question = {
	    .about = visit->visit.visit_id,
	    .title = title,
	    .label = _("What for"),
	    .text = text,
	    .hint = _("For example: the water bill, until further notice."),
	    .limit = {.field = "part_note",
		      .label = _("what they speak for"),
		      .max = 200,
		      .is_required = true},
	};

	/* Before it begins nothing names the visit that it is noted in. */
	str_addf(&kind, "speaks for %lld", (long long)resident_id);
	if (question.about)
		question.kind = str_text(&kind);
	dialog_ask(app, &question, done, gone, state);
	str_release(&kind);
}

/* Everybody who speaks for another and has nothing noted yet. */
static void note_speakers(struct visit *visit, const char *note)
{
	for (size_t i = 0; i < visit->person_count; i++)
		if (visit->people[i].part == PART_SPEAKS_FOR &&
		    str_is_blank(visit->people[i].part_note))
			visit_note_person(&visit->people[i], note);
}

static void suggest_people(struct app *app, struct screen *screen);

/* In the form and in the store; what is typed stays. */
static void attach(struct app *app, struct attaching *attaching,
		   const char *note)
{
	static const enum visit_part parts[] = {
	    [INSTEAD] = PART_THEMSELVES,
	    [BESIDE] = PART_BESIDE,
	    [SPEAKS_FOR] = PART_SPEAKS_FOR,
	    [ABSENT] = PART_THEMSELVES,
	    [INTERPRETS] = PART_INTERPRETER,
	    [FOR_ORGANISATION] = PART_FOR_ORGANISATION,
	};
	struct visit_screen *state = attaching->screen->state;
	struct visit *visit = &state->visit;

	if (attaching->way == NOBODY)
		take_all_away(visit);
	else if (attaching->way == INSTEAD && attaching->resident_id)
		visit_replace_visitor(visit, attaching->resident_id);
	else if (attaching->way == ABSENT && attaching->resident_id)
		visit_place_absent(visit, attaching->resident_id);
	else
		visit_place_person(visit, attaching->resident_id,
				   attaching->organisation_id,
				   parts[attaching->way]);
	note_speakers(visit, note);
	visit_people_changed(app, state, note != NULL);
	if (attaching->way == FOR_ORGANISATION)
		suggest_people(app, attaching->screen);
	free(attaching);
}

static bool note_given(struct app *app, void *state, const char *text,
		       struct error *err)
{
	(void)err;
	attach(app, state, text);
	return true;
}

/* Whoever will speak once this is done has it noted what for. */
static void ask_what_for(struct app *app, struct attaching *attaching)
{
	const struct visit_screen *state = attaching->screen->state;
	const struct visit_person *subject = visit_subject(&state->visit);
	const struct visit_person *visitor = visit_visitor(&state->visit);
	struct str title = STR_INIT;

	if (attaching->way == ABSENT)
		str_addf(&title, _("What does %s speak for them about?"),
			 visitor->name ? visitor->name : _("the visitor"));
	else
		str_addf(&title, _("What do they speak for %s about?"),
			 subject && subject->name ? subject->name
						  : _("the visitor"));
	visit_ask_what_for(app, state, attaching->resident_id, str_text(&title),
			   NULL, note_given, cancelled, attaching);
	str_release(&title);
}

static void person_given(struct app *app, void *state,
			 const struct find_row *row)
{
	struct attaching *attaching = state;
	const struct visit_screen *visit = attaching->screen->state;
	const struct visit_person *visitor = visit_visitor(&visit->visit);
	bool is_resident = row->kind == FIND_RESIDENT;

	if (is_resident)
		attaching->resident_id = row->id;
	else
		attaching->organisation_id = row->id;
	if (is_resident && (attaching->way == SPEAKS_FOR ||
			    (attaching->way == ABSENT && visitor &&
			     visitor->part == PART_THEMSELVES &&
			     visitor->resident_id != row->id)))
		ask_what_for(app, attaching);
	else
		attach(app, attaching, NULL);
}

static void way_chosen(struct app *app, void *state, size_t index)
{
	struct attaching *attaching = state;
	const struct visit_screen *visit = attaching->screen->state;

	attaching->way = (enum way)index;
	switch (attaching->way) {
	case NOBODY:
		attach(app, attaching, NULL);
		return;
	case CHANGE:
		visit_show_present(app, attaching->screen);
		free(attaching);
		return;
	case COLLEAGUE:
		visit_colleague_interprets(app, attaching->screen);
		free(attaching);
		return;
	case SPEAKS_FOR:
		if (visit_subject(&visit->visit))
			break;
		app_news(app, _("Say first whom they speak for: the visitor, "
				"or the person they came for."));
		free(attaching);
		return;
	case FOR_ORGANISATION:
		organisation_pick(app, _("Which organisation is it?"),
				  person_given, cancelled, attaching);
		return;
	default:
		break;
	}
	person_pick_of(app, _("Who is it?"),
		       visit_organisation_id(attaching->screen->state),
		       person_given, cancelled, attaching);
}

/* Nobody is named yet: one of its people stands at the counter, mostly. */
static void suggest_people(struct app *app, struct screen *screen)
{
	const struct visit_screen *state = screen->state;
	struct attaching *attaching;
	struct str title = STR_INIT;

	if (visit_resident_id(state) || !state->has_organisation ||
	    !state->organisation.people_count || app_top(app) != screen)
		return;
	attaching = mem_new(1, sizeof(*attaching));
	attaching->screen = screen;
	attaching->way = INSTEAD;
	str_addf(&title, _("Who of %s is here? Esc: nobody is named."),
		 state->organisation.organisation.name);
	person_pick_of(app, str_text(&title),
		       state->organisation.organisation.organisation_id,
		       person_given, cancelled, attaching);
	str_release(&title);
}

void visit_attach(struct app *app, struct screen *screen)
{
	struct attaching *attaching = mem_new(1, sizeof(*attaching));
	struct dialog_choice shown[MEM_COUNT(ways)];

	attaching->screen = screen;
	for (size_t i = 0; i < MEM_COUNT(ways); i++) {
		shown[i] = ways[i];
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
