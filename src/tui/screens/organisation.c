/* The record of an organisation: its people, and its requests. */
#include <stdio.h>
#include <stdlib.h>

#include "../app.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/resident.h"
#include "history.h"
#include "organisation_edit.h"
#include "screens.h"
#include "settle.h"
#include "sheet.h"
#include "slips.h"

#define LIMIT 200
#define LABEL_COLS 12

struct organisation_screen {
	struct desk *desk;
	int64_t organisation_id;
	struct organisation_page page;
	struct history history;
	char **deeds; /* what may be done, then everybody of theirs */
	bool is_fresh;
};

static void free_deeds(struct organisation_screen *state)
{
	for (size_t i = 0; state->deeds && state->deeds[i]; i++)
		free(state->deeds[i]);
	free(state->deeds);
}

enum { BEGIN_VISIT, CHANGE, ADD_PERSON, FIRST_PERSON };

static void add_person_deed(const struct organisation_screen *state, size_t at,
			    struct str *out)
{
	const struct find_row *person = &state->page.people[at];
	const char *part = state->page.parts[at];

	str_add(out, person->title);
	if (!str_is_blank(part))
		str_addf(out, "   %s", part);
	if (!str_is_blank(person->detail))
		str_addf(out, "   %s", person->detail);
	if (person->open_count > 0)
		str_addf(out, _("   open %d"), person->open_count);
}

static void make_deeds(struct organisation_screen *state)
{
	static const char *const fixed[FIRST_PERSON] = {
	    [BEGIN_VISIT] = N_("+ begin a visit for them"),
	    [CHANGE] = N_("+ change the name, how to reach them, the note"),
	    [ADD_PERSON] = N_("+ add one of its people"),
	};
	size_t count = FIRST_PERSON + state->page.people_count;

	free_deeds(state);
	state->deeds = mem_new(count + 1, sizeof(*state->deeds));
	for (size_t i = 0; i < FIRST_PERSON; i++)
		state->deeds[i] = mem_copy(_(fixed[i]));
	for (size_t i = FIRST_PERSON; i < count; i++) {
		struct str text = STR_INIT;

		add_person_deed(state, i - FIRST_PERSON, &text);
		state->deeds[i] = str_take(&text);
	}
	history_set(&state->history, &state->page.timeline,
		    (const char *const *)state->deeds, count);
}

static bool organisation_load(struct screen *screen, struct error *err)
{
	struct organisation_screen *state = screen->state;
	struct organisation_page fresh;

	if (!state->is_fresh) {
		if (!desk_read_organisation(state->desk, state->organisation_id,
					    LIMIT, &fresh, err))
			return false;
		organisation_page_release(&state->page);
		state->page = fresh;
	}
	state->is_fresh = false;
	make_deeds(state);
	return true;
}

static void add_reaches(const struct organisation *organisation,
			const char *dot, struct str *out)
{
	for (size_t i = 0; i < organisation->reach_count; i++) {
		if (out->len)
			str_addf(out, " %s ", dot);
		str_add(out, organisation->reaches[i].value);
	}
}

static void organisation_draw(const struct screen *screen,
			      struct canvas *canvas)
{
	const struct organisation_screen *state = screen->state;
	const struct organisation *organisation = &state->page.organisation;
	struct area area = canvas_area(canvas), part = area;
	struct str text = STR_INIT;
	struct sheet sheet;
	char label[64];

	canvas_put(canvas, area.row, 1, area.cols - 2, organisation->name,
		   STYLE_TITLE);
	canvas_rule(canvas, area.row + 1, 1, area.cols - 2, NULL, NULL);
	part.row += 2;
	part.col = 1;
	part.cols -= 2;
	part.rows = area.rows / 3;
	sheet_begin(&sheet, canvas, &part, LABEL_COLS, NULL);
	add_reaches(organisation, canvas_mark(canvas, MARK_DOT), &text);
	sheet_add(&sheet, _("Reach"), str_text(&text), STYLE_TEXT);
	sheet_add(&sheet, _("Note"), organisation->note, STYLE_TEXT);
	if (sheet.row < part.row + part.rows)
		part.row = sheet.row;
	else
		part.row += part.rows;
	snprintf(label, sizeof(label), _("PEOPLE %zu, REQUESTS %zu"),
		 state->page.people_count, state->page.timeline.count);
	canvas_rule(canvas, part.row, 1, area.cols - 2, label, NULL);
	part.row++;
	part.rows = area.row + area.rows - part.row;
	history_draw(&state->history, canvas, &part);
	str_release(&text);
}

static bool organisation_handle(struct screen *screen, const struct key *key)
{
	struct organisation_screen *state = screen->state;

	return history_handle(&state->history, key);
}

/* The person whose row it is, or NULL. */
static const struct find_row *
selected_person(const struct organisation_screen *state)
{
	const struct history_row *row = history_selected(&state->history);

	if (!row || row->kind != HISTORY_DEED || row->deed < FIRST_PERSON)
		return NULL;
	return &state->page.people[row->deed - FIRST_PERSON];
}

static void saved(struct app *app, void *state, int64_t organisation_id)
{
	(void)state;
	(void)organisation_id;
	app_news(app, _("The record is changed."));
	app_reload(app);
}

static void enter(struct app *app, struct screen *screen)
{
	struct organisation_screen *state = screen->state;
	const struct history_row *row = history_selected(&state->history);

	if (!row)
		return;
	if (row->kind == HISTORY_REQUEST)
		request_open(app, row->request->request_id);
	else if (row->kind == HISTORY_ENTRY)
		history_open_entry(app, &state->history, row);
	else if (selected_person(state))
		resident_open(app, selected_person(state)->id);
	else if (row->deed == CHANGE)
		organisation_edit_open(app, state->organisation_id, NULL, saved,
				       NULL, NULL);
	else if (row->deed == ADD_PERSON)
		organisation_add_person_to(app, state->organisation_id);
	else
		visit_open_new(app, CHANNEL_WALK_IN, 0, state->organisation_id,
			       0);
}

static void choose(struct app *app, struct screen *screen)
{
	struct organisation_screen *state = screen->state;
	const struct find_row *person = selected_person(state);

	if (person)
		organisation_change_person(
		    app, state->organisation_id, person->id, person->title,
		    state->page.parts[person - state->page.people]);
}

static bool organisation_can(const struct screen *screen, enum action action)
{
	return action != ACTION_CHOOSE || selected_person(screen->state);
}

static void join(struct app *app, struct screen *screen)
{
	struct organisation_screen *state = screen->state;
	const struct find_row row = {.kind = FIND_ORGANISATION,
				     .id = state->organisation_id};

	line_join(app, &row);
}

static void print_slip(struct app *app, struct screen *screen)
{
	const struct organisation_screen *state = screen->state;

	slips_ask_row(app, history_selected(&state->history), 0);
}

static void escape(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
}

static void organisation_free(struct screen *screen)
{
	struct organisation_screen *state = screen->state;

	history_release(&state->history);
	free_deeds(state);
	organisation_page_release(&state->page);
	free(state);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 60, N_("Open"), false},
    {ACTION_CHOOSE, choose, 55, N_("Change"), false},
    {ACTION_JOIN, join, 30, NULL, false},
    {ACTION_PRINT, print_slip, 0, N_("Slip"), false},
    {ACTION_SLIP, print_slip, 0, NULL, false},
    {ACTION_UNDO, settle_undo, 0, NULL, false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class organisation_class = {
    .title = N_("Organisation"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .load = organisation_load,
    .draw = organisation_draw,
    .handle = organisation_handle,
    .free = organisation_free,
    .can = organisation_can,
};

void organisation_open(struct app *app, int64_t organisation_id)
{
	struct organisation_screen *state = mem_new(1, sizeof(*state));
	struct error err = {0};

	state->desk = app_desk(app);
	state->organisation_id = organisation_id;
	if (!desk_open_organisation(state->desk, organisation_id, LIMIT,
				    &state->page, &err)) {
		app_problem(app, &err);
		free(state);
		return;
	}
	history_init(&state->history, state->desk);
	state->is_fresh = true;
	app_push(app, &organisation_class, state);
}
