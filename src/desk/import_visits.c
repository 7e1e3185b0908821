/*
 * import_visits.c - visits from CSV, so that a paper log becomes a day
 *
 * Times are on the wall at the site. A row that says "more" is another request
 * of the visit above it.
 */
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/store/city.h"
#include "frontdesk/store/resident.h"
#include "frontdesk/store/staff.h"
#include "import_contact.h"
#include "import_holds.h"
#include "import_private.h"
#include "visit_private.h"

static const struct import_column columns[] = {
    {"date", true},	    {"arrival", false},	    {"call", false},
    {"begin", false},	    {"end", true},	    {"holds", false},
    {"channel", false},	    {"left", false},	    {"more", false},
    {"errand", false},	    {"staff", false},	    {"window", false},
    {"resident", false},    {"topic", false},	    {"request", false},
    {"place", false},	    {"permit", false},	    {"account", false},
    {"licence", false},	    {"number", false},	    {"telephone", false},
    {"words", false},	    {"concern", false},	    {"done", false},
    {"result", false},	    {"result_text", false}, {"tried", false},
    {"alternative", false}, {"appeal", false},
};

static bool goes_on(const struct import *import, size_t row)
{
	return str_same(import_text(import, row, "more"), "yes");
}

static bool read_time(const struct import *import, size_t row, struct day day,
		      const char *column, int64_t *out, struct error *err)
{
	const char *text = import_text(import, row, column);

	*out = 0;
	return text == NULL || import_instant(import->desk->site.time_zone, day,
					      text, column, out, err);
}

static bool read_times(const struct import *import, size_t row,
		       struct visit_times *out, struct error *err)
{
	const char *holds = import_text(import, row, "holds");
	struct day day;

	return day_parse(import_text(import, row, "date"), "date", &day, err) &&
	       read_time(import, row, day, "arrival", &out->arrived_at, err) &&
	       read_time(import, row, day, "call", &out->called_at, err) &&
	       read_time(import, row, day, "begin", &out->begun_at, err) &&
	       read_time(import, row, day, "end", &out->ended_at, err) &&
	       (holds == NULL ||
		import_holds_parse(import->desk->site.time_zone, day, holds,
				   out, err));
}

static bool read_resident(const struct import *import, struct db *db,
			  size_t row, struct visit *visit, struct error *err)
{
	const char *text = import_text(import, row, "resident");
	struct reference reference;
	int64_t id;

	if (text == NULL)
		return true;
	if (!reference_parse(text, &reference, err))
		return error_set(err, ERROR_INVALID, "resident",
				 _("\"%.40s\" is no reference, or was misread: "
				   "leave it blank for somebody unnamed"),
				 text);
	if (!resident_find_reference(db, reference.text, &id, err))
		return false;
	if (id == 0)
		return error_set(err, ERROR_NOT_FOUND, "resident",
				 _("there is no resident %s"), reference.text);
	visit_add_person(visit, id, 0, PART_THEMSELVES, NULL);
	return true;
}

/* Who served, and where; blank is whoever imports. */
static bool read_actor(const struct import *import, struct db *db, size_t row,
		       struct visit_actor *actor, struct error *err)
{
	const char *login = import_text(import, row, "staff");
	const char *label = import_text(import, row, "window");
	struct counter_window_list windows = {0};
	struct staff staff = {0};

	visit_actor_of(import->desk, actor);
	if (login != NULL) {
		if (!staff_find(db, login, &staff, err))
			return err->code != ERROR_NOT_FOUND
				   ? false
				   : error_set(err, ERROR_NOT_FOUND, "staff",
					       _("nobody here has the login "
						 "\"%.40s\""),
					       login);
		actor->staff_id = staff.staff_id;
		actor->department_id = staff.department_id;
		staff_release(&staff);
	}
	if (label == NULL)
		return true;
	actor->counter_window_id = 0;
	if (!counter_window_list(db, actor->site_id, &windows, err))
		return false;
	for (size_t i = 0; i < windows.count; i++)
		if (str_same(windows.items[i].label, label))
			actor->counter_window_id =
			    windows.items[i].counter_window_id;
	counter_window_list_release(&windows);
	return actor->counter_window_id != 0 ||
	       error_set(err, ERROR_NOT_FOUND, "window",
			 _("there is no window \"%.40s\" here"), label);
}

static bool read_visit(struct import *import, struct db *db, size_t row,
		       size_t count, struct visit *visit, struct error *err)
{
	const char *channel = import_text(import, row, "channel");
	bool has_left = false;

	if (!import_yes(import, row, "left", &has_left, err))
		return false;
	visit->state = has_left ? VISIT_LEFT : VISIT_SERVED;
	visit->label = mem_copy(import_text(import, row, "errand"));
	if ((channel != NULL &&
	     !channel_parse(channel, &visit->channel, err)) ||
	    !read_resident(import, db, row, visit, err))
		return false;
	for (size_t i = row; i < row + count; i++)
		if (!import_contact(import, db, i, visit, err))
			return false;
	import->bad_row = row;
	return visit_check(visit, err);
}

static bool check_times(const struct visit_times *times,
			const struct visit *visit, int64_t now,
			struct error *err)
{
	if (!visit_times_check(times, err))
		return false;
	if (visit->state == VISIT_SERVED && times->begun_at == 0)
		return error_set(err, ERROR_INVALID, "begin",
				 _("say when serving began, or that they "
				   "left"));
	return times->ended_at <= now ||
	       error_set(err, ERROR_INVALID, "end",
			 _("the visit has not ended yet"));
}

static int64_t resident_of(const struct visit *visit)
{
	return visit->person_count > 0 ? visit->people[0].resident_id : 0;
}

static bool is_said_again(const struct import *import, int64_t visit_id)
{
	for (size_t i = 0; i < import->known_count; i++)
		if (import->known[i] == visit_id)
			return true;
	return false;
}

/*
 * Whether the visit was entered before this import: one paper log imported
 * twice is one day. Two rows alike in one file are two visits, so each that
 * is there answers for one row.
 */
static bool find_known(struct import *import, struct db *db,
		       const struct visit_actor *actor,
		       const struct visit *visit,
		       const struct visit_times *times, bool *is_known,
		       struct error *err)
{
	int64_t arrived_at = times->arrived_at	? times->arrived_at
			     : times->called_at ? times->called_at
						: times->begun_at;
	const struct visit_row row = {
	    .site_id = actor->site_id,
	    .channel = visit->channel,
	    .arrived_at = arrived_at,
	    .arrived_on = zone_day(actor->zone, arrived_at),
	    .ended_at = times->ended_at,
	    .topic_id =
		visit->contact_count > 0 ? visit->contacts[0].topic_id : 0,
	};
	int64_t found = 0;

	do {
		if (!visit_find_entered(db, &row, resident_of(visit), found,
					import->last_before, &found, err))
			return false;
	} while (found != 0 && is_said_again(import, found));
	*is_known = found != 0;
	if (!*is_known)
		return true;
	import->known = mem_resize(import->known, import->known_count + 1,
				   sizeof(*import->known));
	import->known[import->known_count++] = found;
	return true;
}

static bool keep(struct import *import, struct db *db,
		 const struct visit_actor *actor, struct visit *visit,
		 const struct visit_times *times, struct error *err)
{
	bool is_known;

	if (!find_known(import, db, actor, visit, times, &is_known, err))
		return false;
	if (is_known) {
		import->report->known_count++;
		return true;
	}
	if (!visit_enter_work(db, actor, visit, times, desk_now(import->desk),
			      err))
		return false;
	import->report->new_count++;
	return true;
}

static bool take(struct import *import, struct db *db, size_t row, size_t count,
		 struct error *err)
{
	int64_t now = desk_now(import->desk);
	struct visit_times times = {0};
	struct visit_actor actor;
	struct visit visit = {0};
	bool is_done;

	if (goes_on(import, row))
		return error_set(err, ERROR_INVALID, "more",
				 _("there is no visit above this row"));
	is_done = read_times(import, row, &times, err) &&
		  read_visit(import, db, row, count, &visit, err) &&
		  check_times(&times, &visit, now, err) &&
		  read_actor(import, db, row, &actor, err) &&
		  keep(import, db, &actor, &visit, &times, err);
	import_holds_release(&times);
	visit_release(&visit);
	return is_done;
}

static const struct import_alias aliases[] = {
    {"arrived_at", "arrival"},	   {"called_at", "call"}, {"begun_at", "begin"},
    {"ended_at", "end"},	   {"hold", "holds"},	  {"label", "errand"},
    {"contact_text", "telephone"}, {NULL, NULL}};

const struct import_rules import_visits = {columns, MEM_COUNT(columns), goes_on,
					   take, aliases};
