/* A colleague in a visit: one who joins, and what one said aloud. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../pick.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/core/language.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/signin.h"
#include "visit.h"
#include "voices.h"

struct joining {
	struct screen *screen;
	struct staff_list staff;
};

static void forget(struct joining *joining)
{
	staff_list_release(&joining->staff);
	free(joining);
}

static bool find_colleague(struct app *app, void *state, const char *typed,
			   struct pick_rows *out, struct error *err)
{
	const struct joining *joining = state;
	int64_t me = desk_session(app_desk(app))->staff_id;
	char id[32];

	(void)err;
	for (size_t i = 0; i < joining->staff.count; i++) {
		const struct staff *staff = &joining->staff.items[i];

		snprintf(id, sizeof(id), "%zu", i);
		if (staff->staff_id != me &&
		    (pick_meets(typed, staff->formal_name) ||
		     (staff->department &&
		      pick_meets(typed, staff->department))))
			pick_add(out, id, staff->formal_name,
				 staff->department);
	}
	return true;
}

static bool picked(struct app *app, void *state, const char *id,
		   const char *typed, struct error *err)
{
	struct joining *joining = state;
	struct visit_screen *visit = joining->screen->state;
	const struct staff *staff =
	    &joining->staff.items[strtoul(id, NULL, 10)];

	(void)typed;
	if (!desk_join_visit(visit->desk, visit->visit.visit_id,
			     visit_contact(visit)->request_id, staff->staff_id,
			     err))
		return false;
	app_news(app,
		 _("%s is noted as here; nothing is handed off.  ^Z takes "
		   "it back"),
		 staff->formal_name);
	forget(joining);
	visit_reload(app);
	return true;
}

static void cancelled(struct app *app, void *state)
{
	(void)app;
	forget(state);
}

void visit_colleague_joins(struct app *app, struct screen *screen)
{
	struct joining *joining = mem_new(1, sizeof(*joining));
	struct error err = {0};
	const struct pick pick = {
	    .title = _("Which colleague has come, or speaks with them?"),
	    .label = _("Name"),
	    .find = find_colleague,
	    .picked = picked,
	    .cancelled = cancelled,
	    .state = joining,
	};

	joining->screen = screen;
	if (desk_list_staff(app_desk(app), &joining->staff, &err)) {
		pick_open(app, &pick);
		return;
	}
	app_problem(app, &err);
	free(joining);
}

static bool interpreter_picked(struct app *app, void *state, const char *id,
			       const char *typed, struct error *err)
{
	struct joining *joining = state;
	struct visit_screen *visit = joining->screen->state;
	const struct staff *staff =
	    &joining->staff.items[strtoul(id, NULL, 10)];

	(void)typed;
	if (!desk_add_interpreter(visit->desk, visit->visit.visit_id,
				  staff->staff_id, err))
		return false;
	app_news(app, _("%s interprets, and it is noted."), staff->formal_name);
	forget(joining);
	visit_reload(app);
	return true;
}

/* "español, English" */
static void add_languages(const char *tags, struct str *out)
{
	char *copy = mem_copy(tags), *rest = copy, *tag;

	while (rest && (tag = strsep(&rest, " ")))
		if (*tag)
			str_addf(out, out->len ? ", %s" : "%s",
				 language_name(tag));
	free(copy);
}

static void add_speakers(const struct joining *joining, int64_t me,
			 const char *language, bool is_spoken,
			 const char *typed, struct pick_rows *out)
{
	struct str languages = STR_INIT;
	char id[32];

	for (size_t i = 0; i < joining->staff.count; i++) {
		const struct staff *staff = &joining->staff.items[i];

		if (!staff->is_active || staff->staff_id == me ||
		    language_is_among(language, staff->languages) != is_spoken)
			continue;
		str_clear(&languages);
		add_languages(staff->languages, &languages);
		snprintf(id, sizeof(id), "%zu", i);
		if (pick_meets(typed, staff->formal_name) ||
		    pick_meets(typed, str_text(&languages)))
			pick_add(out, id, staff->formal_name,
				 str_text(&languages));
	}
	str_release(&languages);
}

/* Whoever speaks the visitor's language comes first. */
static bool find_interpreter(struct app *app, void *state, const char *typed,
			     struct pick_rows *out, struct error *err)
{
	const struct joining *joining = state;
	const struct visit_screen *visit = joining->screen->state;
	const char *language =
	    visit->has_resident ? visit->resident.resident.language : NULL;
	int64_t me = desk_session(app_desk(app))->staff_id;

	(void)err;
	if (!str_is_blank(language))
		add_speakers(joining, me, language, true, typed, out);
	add_speakers(joining, me, language, false, typed, out);
	return true;
}

void visit_colleague_interprets(struct app *app, struct screen *screen)
{
	struct joining *joining;
	struct error err = {0};
	struct pick pick = {
	    .title = _("Who interprets?"),
	    .label = _("Name"),
	    .find = find_interpreter,
	    .picked = interpreter_picked,
	    .cancelled = cancelled,
	};

	if (!visit_save(app, screen->state)) /* noted in a visit that is */
		return;
	joining = mem_new(1, sizeof(*joining));
	joining->screen = screen;
	pick.state = joining;
	if (desk_list_staff(app_desk(app), &joining->staff, &err)) {
		pick_open(app, &pick);
		return;
	}
	app_problem(app, &err);
	free(joining);
}

void visit_note_acceptance(struct app *app, struct screen *screen)
{
	handoff_note_acceptance(app, visit_contact(screen->state)->request_id);
}
