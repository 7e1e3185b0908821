/* A visit that was noted on paper, entered later with its true times. */
#include "later.h"

#include <stdlib.h>

#include "../pick.h"
#include "../typed.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/core/past.h"

#define KIND "later"

static const char *const time_rows[] = {"arrived_at", "called_at", "begun_at",
					"ended_at"};

static int64_t *time_of(struct visit_times *times, size_t row)
{
	int64_t *const all[] = {&times->arrived_at, &times->called_at,
				&times->begun_at, &times->ended_at};

	return all[row];
}

bool later_times(struct later *later, struct visit_times *out,
		 struct error *err)
{
	struct day day = desk_today(later->desk);
	const char *zone = desk_site(later->desk)->time_zone;
	struct local now, when;
	bool is_good = true;
	char text[24];

	*out = (struct visit_times){0};
	desk_local(later->desk, desk_now(later->desk), &now);
	for (size_t i = 0; i < MEM_COUNT(time_rows); i++) {
		const char *typed = form_value(&later->form, time_rows[i]);

		form_note(&later->form, time_rows[i], NULL);
		if (str_is_blank(typed))
			continue;
		/* The first that is wrong is said; the others are shown. */
		if (!past_parse(typed, time_rows[i], day, &now, &when,
				is_good ? err : &(struct error){0})) {
			form_note(&later->form, time_rows[i],
				  _("not understood yet"));
			is_good = false;
			continue;
		}
		day = day_make(when.year, when.month, when.day);
		*time_of(out, i) = zone_instant(zone, &when);
		local_format(&when, text);
		form_note(&later->form, time_rows[i], text);
	}
	return is_good;
}

/* The rows that the result demands, and no others. */
static void show_result(struct later *later)
{
	const char *result = form_value(&later->form, "result");
	bool is_no = str_same(result, "could_not");

	form_hide(&later->form, "result_text",
		  !is_no && !str_same(result, "come_back") &&
		      !str_same(result, "not_ours"));
	form_hide(&later->form, "tried", !is_no);
	form_hide(&later->form, "alternative", !is_no);
	form_hide(&later->form, "appeal", !is_no);
}

/* What hangs on the rows: what was understood, and what is asked. */
static void settle(struct later *later)
{
	struct visit_times times;
	struct error err = {0};

	later_times(later, &times, &err);
	show_result(later);
}

static void save(struct app *app, struct screen *screen)
{
	struct later *later = screen->state;
	struct visit_times times;
	struct visit visit = {0};
	struct error err = {0};

	form_clear_errors(&later->form);
	if (later_times(later, &times, &err) &&
	    later_visit(later, &visit, &err) &&
	    desk_enter_visit(later->desk, &visit, &times, &err)) {
		typed_done(app, KIND, 0);
		app_pop(app);
		app_news(app,
			 _("Entered later: %s. It counts on the day that "
			   "it was."),
			 visit.reference);
		app_reload(app);
	} else if (!form_error(&later->form, &err)) {
		app_problem(app, &err);
	}
	visit_release(&visit);
}

static void enter(struct app *app, struct screen *screen)
{
	struct later *later = screen->state;

	if (!form_move(&later->form, 1))
		app_news(app, _("That was the last row: F9 enters the visit."));
}

static void escape(struct app *app, struct screen *screen)
{
	const struct later *later = screen->state;

	app_pop(app);
	if (later->form.is_touched)
		app_news(app, _("Not entered. Opened again, ^Z brings back "
				"what was typed."));
}

static bool later_handle(struct screen *screen, const struct key *key)
{
	struct later *later = screen->state;
	enum form_result result = form_handle(&later->form, key);

	if (result == FORM_CHANGED) {
		if (form_is_at(&later->form, "who"))
			later->resident_id = later->organisation_id = 0;
		if (form_is_at(&later->form, "topic"))
			later->topic_id = 0;
		settle(later);
	}
	return result != FORM_IGNORED;
}

static void later_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct later *later = screen->state;
	struct area form =
	    form_draw_head(canvas, _("Enter a visit later"),
			   _("As on paper: 9:40, 3pm, yesterday 9:40. What is "
			     "not known stays empty."));

	form_draw(&later->form, canvas, &form, true);
}

static bool later_can(const struct screen *screen, enum action action)
{
	const struct later *later = screen->state;

	return action != ACTION_CHOOSE || form_is_at(&later->form, "who") ||
	       form_is_at(&later->form, "topic");
}

static void later_restored(struct screen *screen)
{
	settle(screen->state);
}

static void later_free(struct screen *screen)
{
	struct later *later = screen->state;

	form_release(&later->form);
	free(later);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 0, NULL, false},
    {ACTION_CHOOSE, later_choose, 60, NULL, false},
    {ACTION_FINISH, save, 90, N_("Enter it"), false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class later_class = {
    .title = N_("Enter a visit later"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .draw = later_draw,
    .handle = later_handle,
    .free = later_free,
    .can = later_can,
    .restored = later_restored,
};

void later_open(struct app *app)
{
	struct later *later = mem_new(1, sizeof(*later));

	later->desk = app_desk(app);
	later_form_make(&later->form);
	settle(later);
	app_push(app, &later_class, later);
	typed_form(app, KIND, 0, &later->form);
}
