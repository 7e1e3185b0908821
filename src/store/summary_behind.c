/*
 * summary_behind.c - which records a figure counts
 */
#include <stdlib.h>
#include <string.h>

#include "fact_store.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "summary_behind.h"
#include "summary_private.h"

/* The days on which somebody counted something of it. */
#define DAYS(table)                                                            \
	"SELECT DISTINCT d.day" OF_SITES(                                      \
	    table, "d") " AND d.day BETWEEN $1 AND $2"                         \
			" AND d.figure BETWEEN $6 AND $7 ORDER BY d.day"
static const char SQL_COUNTED[] = DAYS("day_total");
static const char SQL_MEASURED[] = DAYS("day_length");

/* What is walked through: records of some days, one after another. */
struct walk {
	struct db *db;
	const struct summary_range *range; /* all of it */
	struct summary_range days;	   /* those of this chunk */
	const struct behind_figure *figure;
	struct behind_id at;
	enum behind_kind kind;
	size_t skip, limit, given;
	struct behind_place *place;
	behind_fn *each;
	void *state;
	bool more;
};

static void hand_on(struct walk *walk, int64_t id, int64_t record_id,
		    int64_t length)
{
	const struct behind_id found = {walk->kind, id, record_id, length};

	if (walk->skip > 0) {
		walk->skip--;
	} else if (walk->given == walk->limit) {
		walk->more = true;
	} else {
		walk->each(&found, walk->state);
		walk->given++;
		walk->place->behind++;
	}
}

static bool is_number_asked(const struct behind_figure *figure,
			    const struct fact *fact)
{
	int64_t number = fact->length == FACT_COUNT
			     ? strtoll(fact->part, NULL, 10)
			     : fact->length;

	return (figure->least == 0 && figure->below == 0) ||
	       (number >= figure->least && number < figure->below);
}

static bool is_part_asked(const struct behind_figure *figure, const char *part)
{
	const char *last =
	    figure->last_part != NULL ? figure->last_part : figure->part;

	return figure->part == NULL ||
	       (strcmp(part, figure->part) >= 0 && strcmp(part, last) <= 0);
}

static bool is_asked(const struct walk *walk, const struct fact *fact)
{
	const struct behind_figure *figure = walk->figure;
	bool is_since_ever = figure->source == BEHIND_TO_TELL;

	if (strcmp(fact->figure, figure->figure) < 0 ||
	    strcmp(fact->figure, figure->last_figure) > 0 ||
	    !is_part_asked(figure, fact->part))
		return false;
	if (walk->range->site_id != 0 && walk->range->site_id != fact->site_id)
		return false;
	return (is_since_ever ||
		strcmp(fact->day, walk->days.from.text) >= 0) &&
	       strcmp(fact->day, walk->days.to.text) <= 0 &&
	       is_number_asked(figure, fact);
}

static void take_fact(void *state, const struct fact *fact)
{
	struct walk *walk = state;
	bool is_once = walk->figure->source == BEHIND_HOPPED;

	if (!is_asked(walk, fact))
		return;
	/* Of one that is named once there is one, however often it hopped. */
	if (is_once && walk->at.record_id != 0)
		return;
	walk->at.record_id = 1;
	for (int64_t i = 0; i < fact->n; i++)
		hand_on(walk, walk->at.id, is_once ? 0 : fact->record_id,
			fact->length);
}

static bool take_all(struct walk *walk, enum fact_of of, struct ids *ids,
		     struct error *err)
{
	ids_settle(ids);
	for (size_t i = 0; i < ids->count && !walk->more; i++) {
		walk->at = (struct behind_id){.id = ids->items[i]};
		if (!facts_each(walk->db, of, ids->items[i], take_fact, walk,
				err))
			return false;
	}
	return true;
}

static bool find_requests(const struct walk *walk, struct ids *ids,
			  struct error *err)
{
	static const unsigned ways[] = {
	    [BEHIND_RECEIVED] = WAY_RECEIVED,
	    [BEHIND_RESOLVED] = WAY_RECEIVED | WAY_RESOLVED,
	    [BEHIND_HOPPED] = WAY_RECEIVED | WAY_RESOLVED | WAY_HANDED,
	    [BEHIND_ENDED] = WAY_ENDED_LATER,
	    [BEHIND_HANDED] = WAY_HANDED,
	    [BEHIND_PROMISED] = WAY_PROMISED,
	    [BEHIND_TO_TELL] = WAY_OWED,
	};

	return (walk->figure->source != BEHIND_ENDED ||
		summary_find_visits(walk->db, &walk->days, NULL, ids, err)) &&
	       summary_find_requests(walk->db, &walk->days,
				     ways[walk->figure->source], ids, err);
}

static bool take_chunk(struct walk *walk, struct error *err)
{
	struct ids ids = {0};
	enum fact_of of = FACT_OF_REQUEST;
	bool is_done;

	walk->kind = BEHIND_A_REQUEST;
	switch (walk->figure->source) {
	case BEHIND_VISITS:
		of = FACT_OF_VISIT;
		walk->kind = BEHIND_A_VISIT;
		is_done =
		    summary_find_visits(walk->db, &walk->days, &ids, NULL, err);
		break;
	case BEHIND_FEEDBACK:
		of = FACT_OF_FEEDBACK;
		walk->kind = BEHIND_A_VISIT;
		is_done =
		    summary_find_feedback(walk->db, &walk->days, &ids, err);
		break;
	case BEHIND_IDEAS:
		of = FACT_OF_IDEA;
		walk->kind = BEHIND_AN_IDEA;
		is_done = behind_find_ideas(walk->db, &walk->days, &ids, err);
		break;
	case BEHIND_THANKS:
		of = FACT_OF_THANKS;
		walk->kind = BEHIND_A_THANKS;
		is_done = behind_find_thanks(walk->db, &walk->days, &ids, err);
		break;
	default:
		is_done = find_requests(walk, &ids, err);
		break;
	}
	is_done = is_done && take_all(walk, of, &ids, err);
	free(ids.items);
	return is_done;
}

static void take_standing(int64_t id, int64_t record_id, void *state)
{
	hand_on(state, id, record_id, FACT_COUNT);
}

/* What no total tells: it is read as it stands. */
static bool take_rest(struct walk *walk, struct error *err)
{
	walk->kind = walk->figure->source == BEHIND_CARRIED_IN ? BEHIND_A_VISIT
		     : walk->figure->source == BEHIND_STALE    ? BEHIND_A_TOPIC
		     : walk->figure->source == BEHIND_PROMISED
			 ? BEHIND_A_REQUEST
			 : BEHIND_A_QUESTION;
	return behind_each_standing(walk->db, walk->range, walk->figure,
				    take_standing, walk, err);
}

struct days {
	struct day *items;
	size_t count;
};

static bool list_days(struct db *db, const struct summary_range *range,
		      const struct behind_figure *figure, const char *sql,
		      struct days *out, struct error *err)
{
	struct query q;

	summary_begin(&q, db, sql, range);
	query_text(&q, 6, figure->figure);
	query_text(&q, 7, figure->last_figure);
	while (query_row(&q)) {
		struct day *day;

		out->items =
		    mem_grow(out->items, out->count, sizeof(out->items[0]));
		day = &out->items[out->count++];
		*day = (struct day){0};
		strncpy(day->text, row_text(&q, 0), sizeof(day->text) - 1);
	}
	return query_end(&q, err);
}

static bool is_length(const struct behind_figure *figure)
{
	return str_same(figure->figure, "wait") ||
	       str_same(figure->figure, "service") ||
	       str_same(figure->figure, "hold") ||
	       str_same(figure->figure, "accept");
}

/* Day by day, or all the days in one where each record is named once. */
static bool take_days(struct walk *walk, const struct days *days,
		      struct error *err)
{
	bool is_by_day = walk->figure->source != BEHIND_HOPPED &&
			 walk->figure->source != BEHIND_TO_TELL;
	size_t chunks = is_by_day ? days->count : 1;

	for (; walk->place->chunk < chunks; walk->place->chunk++) {
		if (walk->range->progress != NULL)
			walk->range->progress(
			    walk->range->progress_state,
			    (int)(100 * walk->place->chunk / chunks));
		walk->days = *walk->range;
		if (is_by_day) {
			walk->days.from = walk->days.to =
			    days->items[walk->place->chunk];
			if (!behind_set_instants(walk->db, &walk->days, err))
				return false;
		}
		walk->skip = walk->place->behind;
		if (!take_chunk(walk, err))
			return false;
		if (walk->more)
			return true;
		walk->place->behind = 0;
	}
	walk->skip = walk->place->behind;
	return true;
}

bool behind_each(struct db *db, const struct summary_range *range,
		 const struct behind_figure *figure, size_t limit,
		 struct behind_place *place, behind_fn *each, void *state,
		 bool *more, struct error *err)
{
	struct walk walk = {.db = db,
			    .range = range,
			    .figure = figure,
			    .limit = limit,
			    .place = place,
			    .each = each,
			    .state = state};
	struct days days = {0};
	bool is_done = true;

	if (figure->source < BEHIND_CARRIED_IN)
		is_done =
		    list_days(db, range, figure,
			      is_length(figure) ? SQL_MEASURED : SQL_COUNTED,
			      &days, err) &&
		    take_days(&walk, &days, err);
	else
		walk.skip = place->behind;
	if (is_done && !walk.more &&
	    (figure->source >= BEHIND_CARRIED_IN ||
	     figure->open != BEHIND_NOT_OPEN))
		is_done = take_rest(&walk, err);
	free(days.items);
	*more = walk.more;
	return is_done;
}
