/* F4 on the day: another period, site, department or topic; and what a
 * supervisor looks at besides. */
#include <stdio.h>
#include <stdlib.h>

#include "../dialog.h"
#include "../pick.h"
#include "day.h"
#include "frontdesk/base/mem.h"

#define CHOICES_MAX 6

static struct day first_of_month(struct day day)
{
	int year, month, unused;

	day_parts(day, &year, &month, &unused);
	return day_make(year, month, 1);
}

void day_show_period(struct day_screen *state, enum day_period period,
		     struct day day)
{
	struct summary_scope *scope = &state->scope;

	state->period = period;
	state->read_at = 0;
	scope->from = scope->to = day;
	if (period == DAY_PERIOD_WEEK) {
		scope->from = day_plus(day, -((day_weekday(day) + 6) % 7));
		scope->to = day_plus(scope->from, 6);
	} else if (period == DAY_PERIOD_MONTH) {
		scope->from = first_of_month(day);
		/* 31 days later it is some day of the next month. */
		scope->to =
		    day_plus(first_of_month(day_plus(scope->from, 31)), -1);
	}
}

static void add_row(struct pick_rows *out, const char *typed, const char *id,
		    const char *name, const char *note)
{
	if (pick_meets(typed, name))
		pick_add(out, id, name, note);
}

static void add_choice(struct pick_rows *out, const char *typed,
		       const struct summary_choice *choice)
{
	char id[32];

	if (choice->site_id != 0) {
		snprintf(id, sizeof(id), "s%lld", (long long)choice->site_id);
		add_row(out, typed, id, choice->name, _("site"));
	} else if (choice->department_id != 0) {
		snprintf(id, sizeof(id), "d%lld",
			 (long long)choice->department_id);
		add_row(out, typed, id, choice->name, _("department"));
	} else {
		snprintf(id, sizeof(id), "t%lld", (long long)choice->topic_id);
		add_row(out, typed, id, choice->name, _("topic"));
	}
}

static bool find(struct app *app, void *state, const char *typed,
		 struct pick_rows *out, struct error *err)
{
	struct summary_choices choices;

	(void)state;
	if (!desk_list_scopes(app_desk(app), &choices, err))
		return false;
	add_row(out, typed, "*", _("Everything at this site"), NULL);
	add_row(out, typed, "a", _("All sites"), _("site"));
	for (size_t i = 0; i < choices.count; i++)
		add_choice(out, typed, &choices.items[i]);
	summary_choices_release(&choices);
	return true;
}

static bool picked(struct app *app, void *data, const char *id,
		   const char *typed, struct error *err)
{
	struct day_screen *state = data;
	struct summary_scope *scope = &state->scope;
	int64_t number = strtoll(id + 1, NULL, 10);

	(void)typed;
	(void)err;
	switch (id[0]) {
	case '*':
		scope->site_id = 0;
		scope->is_all_sites = false;
		break;
	case 'a':
	case 's':
		scope->site_id = number;
		scope->is_all_sites = id[0] == 'a';
		break;
	default:
		break;
	}
	/* A site keeps what it is about; a topic, at which site it is. */
	if (id[0] == '*' || id[0] == 'd' || id[0] == 't') {
		scope->department_id = id[0] == 'd' ? number : 0;
		scope->topic_id = id[0] == 't' ? number : 0;
	}
	state->read_at = 0;
	app_reload(app);
	return true;
}

static void ask_scope(struct app *app, struct day_screen *state)
{
	const struct pick pick = {
	    .title = _("Whose figures?"),
	    .label = _("Site, department or topic"),
	    .find = find,
	    .picked = picked,
	    .state = state,
	};

	pick_open(app, &pick);
}

static void chosen(struct app *app, void *data, size_t index)
{
	struct day_screen *state = data;
	/* A month is left on its first day, this one on today. */
	struct day today = desk_today(state->desk), day = state->scope.from;

	if (day_compare(day, today) <= 0 &&
	    day_compare(today, state->scope.to) <= 0)
		day = today;
	if (index <= DAY_PERIOD_MONTH) {
		day_show_period(state, (enum day_period)index, day);
		app_reload(app);
	} else if (index == DAY_PERIOD_MONTH + 1) {
		ask_scope(app, state);
	} else if (index == DAY_PERIOD_MONTH + 2) {
		board_open(app);
	} else {
		patterns_open(app);
	}
}

void day_choose(struct app *app, struct screen *screen)
{
	const struct dialog_choice choices[CHOICES_MAX] = {
	    {'d', _("Day"), NULL},
	    {'w', _("Week"), _("Monday to Sunday")},
	    {'m', _("Month"), NULL},
	    {'s', _("Site, department or topic"), NULL},
	    {'b', _("Live board"), _("who waits, who is at which window")},
	    {'p', _("Patterns"), _("what several people have in common")},
	};
	struct day_screen *state = screen->state;

	dialog_choose(app, _("What would you like to see?"), choices,
		      oversee_can(state->desk) ? CHOICES_MAX : CHOICES_MAX - 2,
		      chosen, NULL, state);
}
