/*
 * away.c - who works here, who is in, and who is away until when
 */
#include "frontdesk/desk/away.h"

#include <stdio.h>
#include <stdlib.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/desk/calendar.h"
#include "frontdesk/store/absence.h"
#include "frontdesk/store/staff.h"
#include "passing.h"
#include "presence.h"

#define COMING 366 /* days ahead that an absence is shown */

void away_list_release(struct away_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		free(list->items[i].name);
		free(list->items[i].login);
		free(list->items[i].department);
		free(list->items[i].telephone);
		free(list->items[i].languages);
		free(list->items[i].presence);
	}
	free(list->items);
	*list = (struct away_list){0};
}

struct listing {
	const struct desk *desk;
	struct away_list *out;
};

/* "out until Wed Dec 2; Ms. Weber stands in" */
static char *away_words(const struct desk *desk, const struct absence *absence)
{
	struct str text = STR_INIT;
	char from[24], to[24];

	day_format(absence->from, from);
	day_format(absence->to, to);
	if (day_compare(absence->from, desk_today(desk)) <= 0)
		str_addf(&text, _("out until %s"), to);
	else if (day_compare(absence->from, absence->to) == 0)
		str_addf(&text, _("out %s"), from);
	else
		str_addf(&text, _("out %s to %s"), from, to);
	if (absence->deputy != NULL)
		str_addf(&text, _("; %s stands in"), absence->deputy);
	return str_take(&text);
}

/* They come by their beginning: the first of a person is the one to show, and
 * of those that have today together the last day. */
static void note_absence(const struct absence *absence, void *state)
{
	const struct listing *listing = state;

	for (size_t i = 0; i < listing->out->count; i++) {
		struct away_row *row = &listing->out->items[i];

		if (row->staff_id != absence->staff_id ||
		    (row->absence_id != 0 &&
		     (day_compare(absence->from, desk_today(listing->desk)) >
			  0 ||
		      day_compare(absence->to, row->to) <= 0)))
			continue;
		row->absence_id = absence->absence_id;
		row->from = absence->from;
		row->to = absence->to;
		row->is_away =
		    day_compare(absence->from, desk_today(listing->desk)) <= 0;
		free(row->presence);
		row->presence = away_words(listing->desk, absence);
	}
}

static void add_staff(const struct desk *desk, const struct staff *staff,
		      struct away_list *out)
{
	struct str presence = STR_INIT;
	struct local now;

	desk_local(desk, desk_now(desk), &now);
	presence_add(staff->in_until_minute, now.hour * 60 + now.minute,
		     &presence);
	out->items[out->count++] = (struct away_row){
	    .staff_id = staff->staff_id,
	    .name = mem_copy(staff->name),
	    .login = mem_copy(staff->login),
	    .department = mem_copy(staff->department),
	    .telephone = mem_copy(staff->telephone),
	    .languages = mem_copy(staff->languages),
	    .presence = str_take(&presence),
	};
}

static bool list_away(struct db *db, void *state, struct error *err)
{
	struct listing *listing = state;
	struct day today = desk_today(listing->desk);
	struct staff_list staff;

	away_list_release(listing->out);
	if (!staff_list(db, false, &staff, err))
		return false;
	listing->out->items =
	    mem_new(staff.count + 1, sizeof(*listing->out->items));
	for (size_t i = 0; i < staff.count; i++)
		add_staff(listing->desk, &staff.items[i], listing->out);
	staff_list_release(&staff);
	return absence_each(db, today, day_plus(today, COMING), note_absence,
			    listing, err);
}

bool desk_list_away(struct desk *desk, struct away_list *out, struct error *err)
{
	struct listing listing = {desk, out};

	*out = (struct away_list){0};
	if (desk_need_session(desk, err) &&
	    db_snapshot(desk->db, list_away, &listing, err))
		return true;
	away_list_release(out);
	return false;
}

struct away {
	struct desk *desk;
	int64_t staff_id, absence_id;
	struct day from, to;
};

static bool may_note(const struct desk *desk, int64_t staff_id,
		     struct error *err)
{
	if (!desk_need_session(desk, err))
		return false;
	return staff_id == desk->session.staff_id ||
	       role_may(desk->session.role, DUTY_OVERSEE) ||
	       error_set(err, ERROR_DENIED, "",
			 _("They note it themselves, or a supervisor does."));
}

static bool set_away(struct db *db, void *state, struct error *err)
{
	const struct away *away = state;
	int64_t absence_id;

	return passing_check_active(db, away->staff_id, "staff", err) &&
	       absence_insert(db, away->staff_id, away->from, away->to,
			      &absence_id, err);
}

static bool understand(struct desk *desk, const char *text, const char *field,
		       struct day otherwise, struct day *out, struct error *err)
{
	*out = otherwise;
	if (str_is_blank(text) || desk_understand_day(desk, text, out, err))
		return true;
	if (err->code == ERROR_INVALID)
		snprintf(err->field, sizeof(err->field), "%s", field);
	return false;
}

bool desk_set_away(struct desk *desk, int64_t staff_id, const char *from,
		   const char *to, struct error *err)
{
	struct away away = {.desk = desk, .staff_id = staff_id};

	if (staff_id == 0)
		away.staff_id = desk->session.staff_id;
	if (!may_note(desk, away.staff_id, err) ||
	    !understand(desk, from, "from", desk_today(desk), &away.from,
			err) ||
	    !understand(desk, to, "to", away.from, &away.to, err))
		return false;
	if (day_compare(away.to, away.from) < 0)
		return error_set(err, ERROR_INVALID, "to",
				 _("The last day lies before the first one."));
	return db_transaction(desk->db, set_away, &away, err);
}

static bool end_away(struct db *db, void *state, struct error *err)
{
	struct away *away = state;
	int64_t staff_id;

	if (absence_staff(db, away->absence_id, &staff_id, err))
		return may_note(away->desk, staff_id, err) &&
		       absence_end(db, away->absence_id, err) &&
		       absence_end_day(db, away->absence_id,
				       desk_today(away->desk), err);
	return passing_missing(err, ERROR_NOT_FOUND,
			       _("It was taken back already."));
}

bool desk_end_away(struct desk *desk, int64_t absence_id, struct error *err)
{
	struct away away = {.desk = desk, .absence_id = absence_id};

	return desk_need_session(desk, err) &&
	       db_transaction(desk->db, end_away, &away, err);
}
