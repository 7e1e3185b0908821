/* Everyone who is here, as rows: Enter changes a part, or takes one away. */
#include <stdio.h>
#include <stdlib.h>

#include "../pick.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "moment.h"
#include "visit.h"

#define NAME_COLS 26
/* The row of a colleague, by their number. */
#define WORKS_HERE "works here %lld"

enum deed {
	THEMSELVES,
	BESIDE,
	SPEAKS_FOR,
	INTERPRETS,
	FOR_ORGANISATION,
	HERE,
	NOT_HERE,
	RECORD,
	AWAY,
};

static const struct dialog_choice deeds[] = {
    [THEMSELVES] = {'t', N_("For themselves"), NULL},
    [BESIDE] = {'b', N_("Beside the visitor"), NULL},
    [SPEAKS_FOR] = {'s', N_("Speaks for the visitor"), N_("what for is noted")},
    [INTERPRETS] = {'i', N_("Interprets"), NULL},
    [FOR_ORGANISATION] = {'o', N_("Here for the organisation"), NULL},
    [HERE] = {'h', N_("Is here after all"), NULL},
    [NOT_HERE] = {'h', N_("Is not here: the others came for them"), NULL},
    [RECORD] = {'r', N_("Read the record"), NULL},
    [AWAY] = {'x', N_("Take away from this visit"), NULL},
};

struct changing {
	struct screen *screen;
	int64_t resident_id, organisation_id; /* who is changed */
	enum deed deeds[MEM_COUNT(deeds)];    /* that were offered */
	enum deed deed;
};

static struct visit *visit_of(const struct screen *screen)
{
	return &((struct visit_screen *)screen->state)->visit;
}

static struct visit_person *person_of(const struct changing *changing)
{
	struct visit *visit = visit_of(changing->screen);
	size_t at = visit_find_person(visit, changing->resident_id,
				      changing->organisation_id);

	return at != SIZE_MAX ? &visit->people[at] : NULL;
}

static const char *organisation_name(const struct visit *visit)
{
	for (size_t i = 0; i < visit->person_count; i++)
		if (visit->people[i].organisation_id)
			return visit->people[i].name;
	return NULL;
}

/* "speaks: the water bill (A. Ruiz Nov 18)" */
static void add_note(const struct visit_screen *state,
		     const struct visit_person *person, struct str *out)
{
	str_addf(out, _("speaks: %s"),
		 str_is_blank(person->part_note) ? "" : person->part_note);
	if (!person->noted_at)
		return;
	str_add(out, " (");
	if (!str_is_blank(person->noted_staff))
		str_addf(out, "%s ", person->noted_staff);
	moment_add_day(state->desk, person->noted_at, out);
	str_add_char(out, ')');
}

static void add_part(const struct visit_screen *state,
		     const struct visit_person *person, struct str *out)
{
	const char *organisation = organisation_name(&state->visit);

	if (person->organisation_id) {
		str_add(out, _("the organisation"));
		return;
	}
	if (person->is_absent) {
		str_add(out, _("not here: it is their matter"));
		return;
	}
	switch (person->part) {
	case PART_THEMSELVES:
		str_add(out, _("for themselves"));
		break;
	case PART_BESIDE:
		str_add(out, _("beside the visitor"));
		break;
	case PART_SPEAKS_FOR:
		add_note(state, person, out);
		break;
	case PART_INTERPRETER:
		str_add(out, _("interprets"));
		break;
	case PART_FOR_ORGANISATION:
		str_addf(out, _("for %s"), organisation ? organisation : "");
		break;
	}
}

static bool find_present(struct app *app, void *screen, const char *typed,
			 struct pick_rows *out, struct error *err)
{
	const struct visit_screen *state = ((struct screen *)screen)->state;
	struct str text = STR_INIT;
	char id[64];

	(void)app;
	(void)err;
	for (size_t i = 0; i < state->visit.person_count; i++) {
		const struct visit_person *person = &state->visit.people[i];

		snprintf(id, sizeof(id), "%lld %lld",
			 (long long)person->resident_id,
			 (long long)person->organisation_id);
		str_clear(&text);
		text_add_padded(&text, person->name ? person->name : "",
				NAME_COLS);
		str_add(&text, "  ");
		add_part(state, person, &text);
		if (pick_meets(typed, str_text(&text)))
			pick_add(out, id, str_text(&text), NULL);
	}
	for (size_t i = 0; i < state->visit.interpreter_count; i++) {
		snprintf(id, sizeof(id), WORKS_HERE,
			 (long long)state->visit.interpreters[i].staff_id);
		str_clear(&text);
		text_add_padded(&text, state->visit.interpreters[i].name,
				NAME_COLS);
		str_addf(&text, "  %s", _("interprets, and works here"));
		if (pick_meets(typed, str_text(&text)))
			pick_add(out, id, str_text(&text), NULL);
	}
	pick_add(out, "more", _("+ somebody else is here"), NULL);
	str_release(&text);
	return true;
}

static void cancelled(struct app *app, void *state)
{
	(void)app;
	free(state);
}

static void apply(struct app *app, struct changing *changing, const char *note)
{
	static const enum visit_part parts[] = {
	    [THEMSELVES] = PART_THEMSELVES,
	    [BESIDE] = PART_BESIDE,
	    [SPEAKS_FOR] = PART_SPEAKS_FOR,
	    [INTERPRETS] = PART_INTERPRETER,
	    [FOR_ORGANISATION] = PART_FOR_ORGANISATION,
	    [HERE] = PART_THEMSELVES,
	};
	struct visit_screen *state = changing->screen->state;
	struct visit *visit = &state->visit;

	if (!person_of(changing)) { /* taken away meanwhile */
		free(changing);
		return;
	}
	if (changing->deed == AWAY)
		visit_remove_person(
		    visit, (size_t)(person_of(changing) - visit->people));
	else if (changing->deed == NOT_HERE)
		visit_place_absent(visit, changing->resident_id);
	else
		visit_place_person(visit, changing->resident_id, 0,
				   parts[changing->deed]);
	for (size_t i = 0; i < visit->person_count; i++) {
		struct visit_person *person = &visit->people[i];

		if (person->part != PART_SPEAKS_FOR)
			visit_note_person(person, "");
		else if (note && (str_is_blank(person->part_note) ||
				  person->resident_id == changing->resident_id))
			visit_note_person(person, note);
	}
	free(changing);
	visit_people_changed(app, state, note != NULL);
}

static bool note_given(struct app *app, void *state, const char *text,
		       struct error *err)
{
	(void)err;
	apply(app, state, text);
	return true;
}

/* Whether somebody would speak of whom it is not noted yet what for. */
static bool needs_note(const struct changing *changing)
{
	const struct visit *visit = visit_of(changing->screen);

	if (changing->deed == SPEAKS_FOR)
		return true;
	for (size_t i = 0;
	     changing->deed == NOT_HERE && i < visit->person_count; i++)
		if (visit->people[i].resident_id != changing->resident_id &&
		    visit->people[i].part == PART_THEMSELVES)
			return true;
	return false;
}

static void deed_chosen(struct app *app, void *state, size_t index)
{
	struct changing *changing = state;
	const struct visit_person *person = person_of(changing);

	changing->deed = changing->deeds[index];
	if (!person) {
		free(changing);
	} else if (changing->deed == RECORD) {
		if (changing->resident_id)
			resident_open(app, changing->resident_id);
		else
			organisation_open(app, changing->organisation_id);
		free(changing);
	} else if (needs_note(changing)) {
		visit_ask_what_for(
		    app, changing->screen->state, changing->resident_id,
		    _("What do they speak about?"), person->part_note,
		    note_given, cancelled, changing);
	} else {
		apply(app, changing, NULL);
	}
}

/* What makes sense of this one, as the visit stands. */
static bool can(const struct changing *changing, enum deed deed)
{
	const struct visit *visit = visit_of(changing->screen);
	const struct visit_person *person = person_of(changing);
	const struct visit_person *subject = visit_subject(visit);
	bool is_subject = person == subject;

	if (deed == RECORD || deed == AWAY)
		return true;
	if (!changing->resident_id)
		return false;
	switch (deed) {
	case HERE:
		return person->is_absent;
	case NOT_HERE:
		return !person->is_absent && is_subject &&
		       visit->person_count > 1;
	case FOR_ORGANISATION:
		return organisation_name(visit) != NULL &&
		       person->part != PART_FOR_ORGANISATION;
	case THEMSELVES:
		return person->part != PART_THEMSELVES;
	case SPEAKS_FOR:
		return !is_subject && subject != NULL;
	default:
		return !is_subject;
	}
}

struct dropping {
	struct screen *screen;
	int64_t staff_id;
};

static void drop_chosen(struct app *app, void *state, size_t index)
{
	struct dropping *dropping = state;
	struct visit_screen *visit = dropping->screen->state;
	struct error err = {0};

	(void)index;
	if (!desk_drop_interpreter(visit->desk, visit->visit.visit_id,
				   dropping->staff_id, &err))
		app_problem(app, &err);
	free(dropping);
	visit_reload(app);
}

static void ask_to_drop(struct app *app, struct screen *screen,
			int64_t staff_id)
{
	const struct visit *visit = visit_of(screen);
	const struct dialog_choice choice = {
	    'x', _("Take away from this visit"), NULL};
	struct dropping *dropping;

	for (size_t i = 0; i < visit->interpreter_count; i++) {
		if (visit->interpreters[i].staff_id != staff_id)
			continue;
		dropping = mem_new(1, sizeof(*dropping));
		*dropping = (struct dropping){screen, staff_id};
		dialog_choose(app, visit->interpreters[i].name, &choice, 1,
			      drop_chosen, cancelled, dropping);
		return;
	}
}

static bool person_picked(struct app *app, void *screen, const char *id,
			  const char *typed, struct error *err)
{
	struct dialog_choice shown[MEM_COUNT(deeds)];
	struct changing *changing;
	long long resident = 0, organisation = 0, staff_id = 0;
	size_t count = 0;

	(void)typed;
	(void)err;
	if (sscanf(id, WORKS_HERE, &staff_id) == 1) {
		ask_to_drop(app, screen, staff_id);
		return true;
	}
	if (sscanf(id, "%lld %lld", &resident, &organisation) != 2) {
		visit_attach(app, screen);
		return true;
	}
	changing = mem_new(1, sizeof(*changing));
	changing->screen = screen;
	changing->resident_id = resident;
	changing->organisation_id = organisation;
	if (!person_of(changing)) {
		free(changing);
		return true;
	}
	for (size_t i = 0; i < MEM_COUNT(deeds); i++) {
		if (!can(changing, (enum deed)i))
			continue;
		shown[count] = deeds[i];
		shown[count].label = _(deeds[i].label);
		shown[count].hint = deeds[i].hint ? _(deeds[i].hint) : NULL;
		changing->deeds[count++] = (enum deed)i;
	}
	dialog_choose(app, person_of(changing)->name, shown, count, deed_chosen,
		      cancelled, changing);
	return true;
}

void visit_show_present(struct app *app, struct screen *screen)
{
	struct pick pick = {
	    .title = _("Who is here?"),
	    .label = _("Who?"),
	    .find = find_present,
	    .picked = person_picked,
	    .state = screen,
	};

	((struct visit_screen *)screen->state)->is_in_title = false;
	pick_open(app, &pick);
}
