/*
 * history.c - who comes to the generator's counters, and when
 */
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/store/search.h"
#include "history.h"
#include "row.h"

static bool is_working(struct day day)
{
	return day_weekday(day) != 0 && day_weekday(day) != 6;
}

/* The month before this one has all of them. */
static void spread_over_a_month(struct history *history, struct day today)
{
	struct day day;
	int year, month, of_month;
	int64_t days = 0;

	day_parts(today, &year, &month, &of_month);
	day = day_plus(today, -of_month);
	while (!is_working(day))
		day = day_plus(day, -1);
	history->last_day = day;
	day_parts(day, &year, &month, &of_month);
	for (; of_month > 0; of_month--, day = day_plus(day, -1))
		days += is_working(day) ? 1 : 0;
	history->sites = 1;
	history->a_day = (history->filling->size->visits + days - 1) / days;
}

bool history_open(struct filling *filling, const char *data_dir,
		  struct history **out, struct error *err)
{
	struct history *history = mem_new(1, sizeof(*history));

	history->filling = filling;
	history->back = -1;
	history->last_day = zone_day(filling->zone, filling->now);
	history->sites = SITES;
	history->a_day = A_DAY;
	if (filling->size->is_a_month)
		spread_over_a_month(history, history->last_day);
	for (size_t i = 0; i < REGULARS; i++)
		history->regular_left[i] = REGULAR_VISITS;
	*out = history;
	return table_load(data_dir, "demo/said.tsv", &history->said, err);
}

void history_close(struct history *history)
{
	table_release(&history->said);
	free(history);
}

/* The working day that many before that one. */
static struct day day_before(struct day day, int64_t back)
{
	while (back > 0) {
		day = day_plus(day, -1);
		if (is_working(day))
			back--;
	}
	return day;
}

static void turn_to(struct history *history, int64_t back)
{
	struct filling *filling = history->filling;
	int64_t start, last = filling->now - 45 * CLOCK_MINUTE;

	if (history->back == back)
		return;
	history->back = back;
	history->day = day_before(history->last_day, back);
	start = zone_day_start(filling->zone, history->day);
	history->from = start + 8 * CLOCK_HOUR;
	history->to = start + 16 * CLOCK_HOUR;
	if (back > 0 || filling->size->is_a_month)
		return;
	if (history->to > last)
		history->to = last;
	if (history->from > last - CLOCK_HOUR)
		history->from = start;
	if (history->to < history->from)
		history->to = history->from;
}

static void choose_person(struct history *history, struct coming *coming)
{
	struct filling *filling = history->filling;
	struct chance *chance = &filling->chance;
	int64_t residents = filling->size->residents;
	int64_t regulars = (int64_t)REGULARS * REGULAR_VISITS;

	if (chance_percent(chance, 15))
		return; /* unnamed */
	/* The regulars' visits are spread over all of the time. */
	if (regulars * 2 < filling->size->visits &&
	    (int64_t)chance_below(chance, (size_t)filling->size->visits) <
		regulars * 5 / 4) {
		size_t who = chance_below(chance, REGULARS);

		if (history->regular_left[who]-- > 0) {
			coming->resident_id = (int64_t)who * 37 % residents + 1;
			return;
		}
	}
	coming->resident_id = chance_between(chance, 1, residents);
	if (chance_percent(chance, 4) && filling->organisations > 0)
		coming->organisation_id =
		    chance_between(chance, 1, filling->organisations);
}

static const char *choose_result(struct chance *chance)
{
	int64_t share = chance_between(chance, 0, 99);

	if (share < 48)
		return "answered";
	if (share < 66)
		return "given";
	if (share < 79)
		return "opened";
	if (share < 84)
		return "handed_off";
	if (share < 91)
		return "come_back";
	return share < 96 ? "not_ours" : "could_not";
}

static const char *choose_channel(struct chance *chance)
{
	int64_t share = chance_between(chance, 0, 99);

	if (share < 80)
		return "walk_in";
	if (share < 94)
		return "telephone";
	return share < 97 ? "appointment" : "message";
}

static void plan(struct history *history, int64_t number, struct coming *out)
{
	struct filling *filling = history->filling;
	struct chance *chance = &filling->chance;
	int64_t left = filling->size->visits - number, place;
	size_t site, at_window = chance_below(chance, WINDOWS);

	turn_to(history, left / (history->sites * history->a_day));
	left %= history->sites * history->a_day;
	site = (size_t)(history->sites - 1 - left / history->a_day);
	place = history->a_day - 1 - left % history->a_day;
	*out = (struct coming){
	    .visit_id = ++filling->visit,
	    .site_id = filling->sites[site],
	    .window_id = filling->windows[site][at_window],
	    .clerk_id = filling->clerks[site][at_window],
	    .arrived_at =
		history->from +
		(history->to - history->from) * place / history->a_day +
		chance_between(chance, 0, 30) * CLOCK_SECOND,
	    .channel = choose_channel(chance),
	    .result = choose_result(chance),
	    .topic =
		&filling->topics[chance_zipf(chance, filling->topic_count)],
	    .words =
		table_text(&history->said,
			   chance_below(chance, history->said.count), "words"),
	};
	out->is_timed =
	    strcmp(out->channel, "walk_in") == 0 && chance_percent(chance, 80);
	out->is_gone = out->is_timed && chance_percent(chance, 3);
	out->begun_at = out->arrived_at;
	if (out->is_timed)
		out->begun_at += chance_between(chance, 20, 1400) *
				 chance_between(chance, 1, 1000);
	if (chance_percent(chance, 4))
		out->hold = chance_between(chance, 30, 300) * CLOCK_SECOND;
	out->ended_at = out->begun_at + out->hold +
			chance_between(chance, 45, 900) * CLOCK_SECOND;
	choose_person(history, out);
	if (history->ring_count > 0 && chance_percent(chance, 12)) {
		struct open_request *known =
		    &history->ring[chance_below(chance, history->ring_count)];

		out->is_return = true;
		out->request_id = known->request_id;
		out->resident_id = known->resident_id;
		out->organisation_id = 0;
		out->topic = known->topic;
	}
}

/* One visit after another, as far as the transaction goes. */
struct stretch {
	struct history *history;
	int64_t first, last;
};

static bool add_one(struct history *history, int64_t number, struct error *err)
{
	struct filling *filling = history->filling;
	struct coming coming;

	plan(history, number, &coming);
	return history_add_visit(history, &coming, err) &&
	       (coming.is_gone || history_add_contact(history, &coming, err)) &&
	       (!filling->is_live || coming.resident_id == 0 ||
		search_touch(filling->db, coming.resident_id, 0, err));
}

static bool add_stretch(struct db *db, void *state, struct error *err)
{
	struct stretch *stretch = state;

	(void)db;
	for (int64_t i = stretch->first; i <= stretch->last; i++)
		if (!add_one(stretch->history, i, err))
			return false;
	return true;
}

bool history_add(struct history *history, int64_t first, int64_t last,
		 struct error *err)
{
	struct filling *filling = history->filling;
	int64_t step = filling->is_live ? 1 : last;

	for (int64_t i = first; i <= last; i += step) {
		struct stretch stretch = {history, i, i + step - 1};

		if (stretch.last > last)
			stretch.last = last;
		if (!db_transaction(filling->db, add_stretch, &stretch, err))
			return false;
		if (filling->is_live)
			db_idle(filling->db);
	}
	return true;
}

static bool add_waiting(struct filling *filling, size_t site, int64_t at,
			struct error *err)
{
	static const char SQL_VISIT[] =
	    "INSERT INTO visit (visit_id, uuid, reference, site_id, channel, "
	    "state, arrived_at, arrived_on, topic_id) "
	    "VALUES ($1, $2, $3, $4, 'walk_in', 'waiting', $5, $6, $7)";
	static const char SQL_PERIOD[] =
	    "INSERT INTO period (visit_id, kind, began_at) "
	    "VALUES ($1, 'waiting', $2)";
	static const char SQL_PERSON[] =
	    "INSERT INTO visit_person (visit_id, resident_id) VALUES ($1, $2)";
	size_t topic = chance_zipf(&filling->chance, filling->topic_count);
	int64_t resident =
	    chance_between(&filling->chance, 1, filling->size->residents);
	char reference[13];

	filling_reference(filling, 'V', ++filling->visit, reference);
	return row_put(filling->db, err, SQL_VISIT, "ittiitk", filling->visit,
		       filling_uuid(filling, at), reference,
		       filling->sites[site], at,
		       zone_day(filling->zone, at).text,
		       filling->topics[topic].topic_id) &&
	       row_put(filling->db, err, SQL_PERIOD, "ii", filling->visit,
		       at) &&
	       (chance_percent(&filling->chance, 40) ||
		row_put(filling->db, err, SQL_PERSON, "ii", filling->visit,
			resident));
}

static bool add_line(struct db *db, void *state, struct error *err)
{
	struct filling *filling = state;

	(void)db;
	for (size_t site = 0; site < SITES; site++)
		for (int64_t i = 0; i < WAITING; i++)
			if (!add_waiting(
				filling, site,
				filling->now - (2 + 3 * i) * CLOCK_MINUTE, err))
				return false;
	return true;
}

bool history_add_line(struct history *history, struct error *err)
{
	return db_transaction(history->filling->db, add_line, history->filling,
			      err);
}
