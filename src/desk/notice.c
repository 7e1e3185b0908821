/*
 * notice.c - what everybody at this site must know for now
 */
#include "frontdesk/desk/notice.h"

#include <stdlib.h>

#include "day_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"
#include "frontdesk/desk/calendar.h"
#include "frontdesk/store/notice.h"
#include "passing.h"

#define NOTICES_MAX 20

void notice_list_release(struct notice_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		free(list->items[i].words);
		free(list->items[i].staff);
		free(list->items[i].detail);
	}
	free(list->items);
	*list = (struct notice_list){0};
}

struct listing {
	const struct desk *desk;
	struct notice_list *out;
};

/* "10:00 am", on another day "Fri Nov 20, 10:00 am" */
static void add_moment_of(const struct desk *desk, struct day day, int64_t at,
			  struct str *out)
{
	struct local local;
	char minute[12];

	if (day_compare(zone_day(desk->site.time_zone, at), day) != 0) {
		passing_add_day(desk, at, out);
		str_add(out, ", ");
	}
	desk_local(desk, at, &local);
	local_format_minute(&local, minute);
	str_add(out, minute);
}

static void add_moment(const struct desk *desk, int64_t at, struct str *out)
{
	add_moment_of(desk, desk_today(desk), at, out);
}

/* Takes what detail has. */
static void add_row(const struct notice_row *row, int64_t until_at,
		    struct str *detail, struct notice_list *out)
{
	out->items = mem_grow(out->items, out->count, sizeof(*out->items));
	out->items[out->count++] = (struct notice){
	    .notice_id = row->notice_id,
	    .words = mem_copy(row->words),
	    .staff = mem_copy(row->staff),
	    .detail = str_take(detail),
	    .from_at = row->from_at,
	    .until_at = until_at,
	};
}

static void add_notice(const struct notice_row *row, void *state)
{
	const struct listing *listing = state;
	struct str detail = STR_INIT;

	str_add(&detail, _("since "));
	add_moment(listing->desk, row->from_at, &detail);
	if (row->until_at != 0) {
		str_add(&detail, _(" until "));
		add_moment(listing->desk, row->until_at, &detail);
	}
	add_row(row, row->until_at, &detail, listing->out);
}

bool desk_list_notices(struct desk *desk, struct notice_list *out,
		       struct error *err)
{
	struct listing listing = {desk, out};

	*out = (struct notice_list){0};
	if (desk_need_session(desk, err) &&
	    notice_each(desk->db, desk->site.site_id, desk_now(desk),
			NOTICES_MAX, add_notice, &listing, err))
		return true;
	notice_list_release(out);
	return false;
}

struct standing_notices {
	const struct desk *desk;
	struct day day; /* the last */
	int64_t ends_at;
	struct notice_list *out;
};

static void notice_add_moment(const struct standing_notices *standing,
			      int64_t at, struct str *out)
{
	add_moment_of(standing->desk, standing->day, at, out);
}

/* "10:00 am to 3:00 pm"; "Mon Nov 16, 10:00 am, still standing". What ended
 * after the last day still stood when it was over. */
static void add_stood(const struct notice_row *row, void *state)
{
	struct standing_notices *standing = state;
	bool is_ended =
	    row->until_at != 0 && row->until_at <= standing->ends_at;
	struct str detail = STR_INIT;

	notice_add_moment(standing, row->from_at, &detail);
	if (is_ended) {
		str_add(&detail, _(" to "));
		notice_add_moment(standing, row->until_at, &detail);
	} else {
		str_add(&detail, _(", still standing"));
	}
	add_row(row, is_ended ? row->until_at : 0, &detail, standing->out);
}

bool notices_of_days(struct db *db, const struct desk *desk, struct day from,
		     struct day to, struct notice_list *out, struct error *err)
{
	const char *zone = desk->site.time_zone;
	struct standing_notices standing = {desk, to, zone_day_end(zone, to),
					    out};

	return notice_each_between(db, desk->site.site_id,
				   zone_day_start(zone, from), standing.ends_at,
				   add_stood, &standing, err);
}

struct posting {
	struct desk *desk;
	const char *words;
	int64_t until_at, notice_id;
};

static bool post(struct db *db, void *state, struct error *err)
{
	struct posting *posting = state;

	return notice_insert(db, posting->desk->site.site_id, posting->words,
			     db_now(db), posting->until_at, &posting->notice_id,
			     err);
}

bool desk_post_notice(struct desk *desk, const char *words, const char *until,
		      struct error *err)
{
	const struct text_limit limit = {
	    .field = "words",
	    .label = _("the notice"),
	    .max = 120,
	    .is_required = true,
	};
	struct posting posting = {.desk = desk, .words = words};
	struct local local;

	if (!desk_may(desk, DUTY_SERVE, err) || !text_check(words, &limit, err))
		return false;
	if (!str_is_blank(until)) {
		if (!desk_understand_when(desk, until, &local, NULL, err))
			return false;
		posting.until_at = zone_instant(desk->site.time_zone, &local);
		if (posting.until_at <= desk_now(desk))
			return error_set(err, ERROR_INVALID, "when",
					 _("That hour is over already."));
	}
	return db_transaction(desk->db, post, &posting, err);
}

static bool end_notice(struct db *db, void *state, struct error *err)
{
	const struct posting *posting = state;

	return notice_end(db, posting->notice_id, err) ||
	       passing_missing(err, ERROR_CONFLICT,
			       _("It has been ended already."));
}

bool desk_end_notice(struct desk *desk, int64_t notice_id, struct error *err)
{
	struct posting posting = {.desk = desk, .notice_id = notice_id};

	return desk_may(desk, DUTY_SERVE, err) &&
	       db_transaction(desk->db, end_notice, &posting, err);
}
