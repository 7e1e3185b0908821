/*
 * day_behind.c - which records each figure of the day counts
 */
#include "frontdesk/desk/day_behind.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "day_private.h"
#include "desk_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/behind.h"

#define ONE(source, figure)                                                    \
	{                                                                      \
		source, figure, figure, NULL, NULL, 0, 0, 0                    \
	}
#define PART(source, figure, part)                                             \
	{                                                                      \
		source, figure, figure, part, NULL, 0, 0, 0                    \
	}

/* As store/given.h names what a record gives. */
static const struct behind_figure figures[DAY_FIGURES] = {
    [DAY_ARRIVED] = ONE(BEHIND_VISITS, "arrived"),
    [DAY_CHANNEL] = ONE(BEHIND_VISITS, "arrived"),
    [DAY_UNNAMED] = ONE(BEHIND_VISITS, "unnamed"),
    [DAY_NAMED] = {.source = BEHIND_VISITS,
		   .figure = "address_known",
		   .last_figure = "address_unknown"},
    [DAY_ADDRESS_KNOWN] = ONE(BEHIND_VISITS, "address_known"),
    [DAY_ADDRESS_UNKNOWN] = ONE(BEHIND_VISITS, "address_unknown"),
    [DAY_SERVED] = ONE(BEHIND_VISITS, "served"),
    [DAY_LEFT] = {.source = BEHIND_VISITS,
		  .figure = "left_called",
		  .last_figure = "left_waiting"},
    [DAY_LEFT_WAITING] = ONE(BEHIND_VISITS, "left_waiting"),
    [DAY_LEFT_CALLED] = ONE(BEHIND_VISITS, "left_called"),
    [DAY_LEFT_SERVED] = ONE(BEHIND_VISITS, "left_served"),
    [DAY_OPEN] = ONE(BEHIND_VISITS, "open"),
    [DAY_ENTERED_LATER] = ONE(BEHIND_VISITS, "entered_later"),
    [DAY_NOT_TIMED] = ONE(BEHIND_VISITS, "not_timed"),
    [DAY_CARRIED_IN] = {.source = BEHIND_CARRIED_IN},
    [DAY_HOUR] = ONE(BEHIND_VISITS, "hour"),
    [DAY_WAITED] = ONE(BEHIND_VISITS, "wait"),
    [DAY_WAIT] = ONE(BEHIND_VISITS, "wait"),
    [DAY_WITHIN] = ONE(BEHIND_VISITS, "wait"),
    [DAY_SERVICE] = ONE(BEHIND_VISITS, "service"),
    [DAY_HOLD] = ONE(BEHIND_VISITS, "hold"),
    [DAY_WAITED_BY] = ONE(BEHIND_VISITS, "wait"),
    [DAY_SERVICE_BY] = ONE(BEHIND_VISITS, "service"),
    [DAY_HOLD_REASON] = ONE(BEHIND_VISITS, "hold"),
    [DAY_COUNTER] = ONE(BEHIND_RECEIVED, "at_counter"),
    [DAY_COUNTER_SAME] = PART(BEHIND_RECEIVED, "at_counter", "same_day"),
    [DAY_MESSAGE] = ONE(BEHIND_RECEIVED, "by_message"),
    [DAY_MESSAGE_SAME] = PART(BEHIND_RECEIVED, "by_message", "same_day"),
    [DAY_NOT_ACKNOWLEDGED] = ONE(BEHIND_RECEIVED, "not_acknowledged"),
    [DAY_TOPIC] = ONE(BEHIND_RECEIVED, "topic"),
    [DAY_FIRST] = ONE(BEHIND_ENDED, "first_contact"),
    [DAY_FIRST_RESOLVED] = PART(BEHIND_ENDED, "first_contact", "resolved"),
    [DAY_CLOSED] = ONE(BEHIND_RESOLVED, "contacts"),
    [DAY_CONTACTS] = ONE(BEHIND_RESOLVED, "contacts"),
    [DAY_TOUCHES] = ONE(BEHIND_RESOLVED, "touches"),
    [DAY_TWO_HOPS] = ONE(BEHIND_HOPPED, "two_hops"),
    [DAY_RESULT] = ONE(BEHIND_ENDED, "result"),
    [DAY_CONCERNS] = ONE(BEHIND_ENDED, "concern"),
    [DAY_CONCERNS_OPEN] = PART(BEHIND_ENDED, "concern", "open"),
    [DAY_TO_TELL] = ONE(BEHIND_TO_TELL, "to_tell"),
    [DAY_OFFERED] = ONE(BEHIND_HANDED, "handoff"),
    [DAY_ACCEPTED] = PART(BEHIND_HANDED, "handoff", "accepted"),
    [DAY_RETURNED] = PART(BEHIND_HANDED, "handoff", "returned"),
    [DAY_PENDING] = PART(BEHIND_HANDED, "handoff", "offered"),
    [DAY_DUE] = {BEHIND_PROMISED, "promise", "promise", "kept", "missed", 0, 0,
		 BEHIND_ALL_OPEN},
    [DAY_FALLEN_DUE] = {BEHIND_PROMISED, "promise", "promise", "kept", "missed",
			0, 0, BEHIND_LATE},
    /* No total has them. */
    [DAY_NOT_YET] = {BEHIND_PROMISED, "", "", NULL, NULL, 0, 0, BEHIND_AHEAD},
    [DAY_KEPT] = PART(BEHIND_PROMISED, "promise", "kept"),
    [DAY_MISSED] = {BEHIND_PROMISED, "promise", "promise", "missed", NULL, 0, 0,
		    BEHIND_LATE},
    [DAY_RENEWED] = PART(BEHIND_PROMISED, "promise", "renewed"),
    [DAY_WITHDRAWN] = PART(BEHIND_PROMISED, "promise", "withdrawn"),
    [DAY_CARDS] = PART(BEHIND_FEEDBACK, "feedback", "card"),
    [DAY_SAID] = PART(BEHIND_FEEDBACK, "feedback", "said"),
    [DAY_MARK] = ONE(BEHIND_FEEDBACK, "mark"),
    [DAY_COMMENTS] = ONE(BEHIND_FEEDBACK, "comment"),
    [DAY_IDEAS_NEW] = PART(BEHIND_IDEAS, "idea", "noted"),
    [DAY_IDEAS_DECIDED] = ONE(BEHIND_IDEAS, "idea"),
    [DAY_IDEAS_ANSWERED] = PART(BEHIND_IDEAS, "idea", "read"),
    [DAY_THANKS] = ONE(BEHIND_THANKS, "thanks"),
    [DAY_THANKS_OF_VISITORS] = PART(BEHIND_THANKS, "thanks", "visitor"),
    [DAY_STALE] = {.source = BEHIND_STALE},
    [DAY_NOTED] = {.source = BEHIND_NOTED},
    [DAY_ANSWERED] = {.source = BEHIND_ANSWERED},
    [DAY_UNANSWERED] = {.source = BEHIND_UNANSWERED},
};

struct listing {
	struct desk *desk;
	const struct day_behind *behind;
	struct summary_range range;
	struct behind_figure figure;
	char part[24];
	size_t limit;
	bool with_names;
	struct behind_id *ids;
	size_t id_count;
	struct day_rows *rows;
};

struct topic_search {
	const char *name;
	int64_t topic_id;
};

static void find_topic(int64_t id, const char *name, const char *code,
		       void *state)
{
	struct topic_search *search = state;

	(void)code;
	if (str_same(search->name, name))
		search->topic_id = id;
}

static bool set_topic(struct db *db, struct listing *work, struct error *err)
{
	struct topic_search search = {work->behind->topic, 0};

	if (!summary_each_name(db, SUMMARY_OF_TOPIC, find_topic, &search, err))
		return false;
	if (search.topic_id != 0)
		snprintf(work->part, sizeof(work->part), "%lld",
			 (long long)search.topic_id);
	work->figure.part = work->part;
	return true;
}

static void set_between(struct behind_figure *figure, int64_t least,
			int64_t below)
{
	figure->least = least;
	figure->below = below;
}

/* The part of the figure that is asked for. */
static bool set_part(struct db *db, struct listing *work, struct error *err)
{
	static const int64_t waits[] = {0, 5, 20, 60, INT64_MAX / CLOCK_MINUTE};
	struct behind_figure *figure = &work->figure;
	int64_t part = work->behind->part;

	switch (work->behind->figure) {
	case DAY_CHANNEL:
	case DAY_WAITED_BY:
	case DAY_SERVICE_BY:
		figure->part = channel_name((enum channel)part);
		break;
	case DAY_HOUR:
		snprintf(work->part, sizeof(work->part), "%02d", (int)part);
		figure->part = work->part;
		break;
	case DAY_WAIT:
		set_between(figure, waits[part] * CLOCK_MINUTE,
			    waits[part + 1] * CLOCK_MINUTE);
		break;
	case DAY_WITHIN:
		set_between(figure, 0, part + 1);
		break;
	case DAY_HOLD_REASON:
		figure->part =
		    str_same(work->behind->topic, _("no reason given"))
			? ""
			: work->behind->topic;
		break;
	case DAY_MARK:
		snprintf(work->part, sizeof(work->part), "%d.%d",
			 (int)(part / 10), (int)(part % 10));
		figure->part = work->part;
		break;
	case DAY_CLOSED:
		set_between(figure, 1, INT64_MAX);
		break;
	case DAY_CONTACTS:
	case DAY_TOUCHES:
		set_between(figure, part, part < 4 ? part + 1 : INT64_MAX);
		break;
	case DAY_RESULT:
		figure->part = result_name((enum result)part);
		break;
	case DAY_IDEAS_DECIDED:
		figure->part = idea_step_name(idea_step_of((int)part));
		break;
	case DAY_TOPIC:
		return set_topic(db, work, err);
	default:
		break;
	}
	return true;
}

static void take_id(const struct behind_id *id, void *state)
{
	struct listing *work = state;

	work->ids = mem_grow(work->ids, work->id_count, sizeof(work->ids[0]));
	work->ids[work->id_count++] = *id;
}

/* Of one day, the hour says it. */
static char *when(const struct summary_range *range,
		  const struct behind_record *record)
{
	struct local local;
	struct str out = STR_INIT;
	char day[24], minute[12];

	if (record->at == 0)
		return mem_copy("");
	zone_local(record->zone, record->at, &local);
	local_format_day(&local, day);
	local_format_minute(&local, minute);
	if (day_compare(range->from, range->to) != 0 ||
	    day_compare(zone_day(record->zone, record->at), range->to) != 0)
		str_addf(&out, "%s, ", day);
	str_add(&out, minute);
	return str_take(&out);
}

/* A department and a reason stand with and without names. */
static bool shows_words(const struct listing *work)
{
	return work->with_names || work->figure.source == BEHIND_HANDED ||
	       work->figure.source == BEHIND_ENDED ||
	       work->figure.source == BEHIND_STALE;
}

/* A card is known by its visit's reference alone: neither who came stands
 * beside it, nor does it lead there. */
static void hide_who(struct behind_record *record)
{
	record->request_id = record->resident_id = 0;
	record->organisation_id = record->topic_id = record->visit_id = 0;
	free(record->who);
	record->who = mem_copy("");
}

static void add_row(struct listing *work, const struct behind_id *id,
		    const struct behind_record *record)
{
	struct day_rows *rows = work->rows;
	struct str key = STR_INIT;
	bool has_topic =
	    id->kind != BEHIND_AN_IDEA && id->kind != BEHIND_A_THANKS;

	/* A hold more of the same visit is a line more. */
	str_addf(
	    &key, "%lld %lld %zu", (long long)id->id, (long long)id->record_id,
	    work->figure.figure != NULL && str_same(work->figure.figure, "hold")
		? rows->count
		: 0);
	rows->items =
	    mem_grow(rows->items, rows->count, sizeof(rows->items[0]));
	rows->items[rows->count++] = (struct day_row){
	    .id = str_take(&key),
	    .visit_id = record->visit_id,
	    .request_id = record->request_id,
	    .resident_id = record->resident_id,
	    .organisation_id = record->organisation_id,
	    .topic_id = record->topic_id,
	    .at = record->at,
	    .reference = mem_copy(record->reference),
	    .when = when(&work->range, record),
	    .topic = mem_copy(has_topic && str_is_blank(record->topic)
				  ? _("no topic noted")
				  : record->topic),
	    .length = id->length,
	    .words = mem_copy(shows_words(work) ? record->words : ""),
	    .who = mem_copy(work->with_names ? record->who : ""),
	};
}

static bool read_rows(struct db *db, struct listing *work, struct error *err)
{
	for (size_t i = 0; i < work->id_count; i++) {
		struct behind_record record;

		if (!behind_read(db, &work->figure, &work->ids[i], &record,
				 err))
			return false;
		if (work->figure.source == BEHIND_FEEDBACK)
			hide_who(&record);
		add_row(work, &work->ids[i], &record);
		behind_record_release(&record);
	}
	return true;
}

static int compare_rows(const void *a, const void *b)
{
	const struct day_row *one = a, *other = b;

	if (one->at != other->at)
		return one->at < other->at ? -1 : 1;
	return strcmp(one->id, other->id);
}

static bool list(struct db *db, void *state, struct error *err)
{
	struct listing *work = state;
	struct behind_place place = {work->rows->place.chunk,
				     work->rows->place.behind};
	struct summary_site_facts facts;

	/* Anew each time: the engine may run this twice. */
	work->id_count = 0;
	work->figure = figures[work->behind->figure];
	if (!summary_read_sites(db, &work->range, &facts, err))
		return false;
	work->range.begins_at = facts.begins_at;
	work->range.ends_at = facts.ends_at;
	if (!set_part(db, work, err) ||
	    !behind_each(db, &work->range, &work->figure, work->limit, &place,
			 take_id, work, &work->rows->has_more, err) ||
	    !read_rows(db, work, err))
		return false;
	work->rows->place.chunk = place.chunk;
	work->rows->place.behind = place.behind;
	return true;
}

static void tell(void *state, int percent)
{
	const struct summary_scope *scope = state;

	scope->progress(scope->progress_state, _("the list"), percent);
}

static void row_release(struct day_row *row)
{
	free(row->id);
	free(row->reference);
	free(row->when);
	free(row->topic);
	free(row->words);
	free(row->who);
}

void day_rows_release(struct day_rows *rows)
{
	for (size_t i = 0; i < rows->count; i++)
		row_release(&rows->items[i]);
	free(rows->items);
	*rows = (struct day_rows){0};
}

bool desk_list_behind(struct desk *desk, const struct summary_scope *scope,
		      const struct day_behind *behind, size_t limit,
		      struct day_rows *rows, struct error *err)
{
	struct listing work = {.desk = desk,
			       .behind = behind,
			       .range = day_range(desk, scope),
			       .limit = limit,
			       .rows = rows};
	struct error no_names;
	size_t before = rows->count;
	bool is_read;

	if (!desk_need_session(desk, err) ||
	    !desk_may(desk, DUTY_READ_DAY, err))
		return false;
	work.with_names = desk_may(desk, DUTY_PRINT_DAY, &no_names);
	if (scope->progress != NULL) {
		work.range.progress = tell;
		work.range.progress_state = (void *)scope;
	}
	is_read = db_snapshot(desk->db, list, &work, err);
	while (!is_read && rows->count > before)
		row_release(&rows->items[--rows->count]);
	if (rows->count > before + 1)
		qsort(&rows->items[before], rows->count - before,
		      sizeof(rows->items[0]), compare_rows);
	free(work.ids);
	return is_read;
}
