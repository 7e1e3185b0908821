/*
 * closing_read.c - that a day is closed, and what is given out of it
 */
#include <stdlib.h>

#include "closing_private.h"
#include "day_fields.h"
#include "day_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/log.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/closing.h"

void closing_release(struct closing *closing)
{
	for (size_t i = 0; i < closing->count; i++) {
		free(closing->remarks[i].text);
		free(closing->remarks[i].staff);
	}
	free(closing->remarks);
	free(closing->closed_by);
	*closing = (struct closing){0};
}

static void release_visits(struct closing_open *visits, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		free(visits[i].reference);
		free(visits[i].words);
	}
	free(visits);
}

void closing_left_release(struct closing_left *left)
{
	release_visits(left->visits, left->count);
	release_visits(left->carried, left->carried_count);
	*left = (struct closing_left){0};
}

static int64_t site_of(const struct desk *desk, int64_t site_id)
{
	return site_id != 0 ? site_id : desk->site.site_id;
}

/* *closing_id is 0 where the day is not closed. */
static bool find(struct db *db, int64_t site_id, struct day day,
		 int64_t *closing_id, struct error *err)
{
	*closing_id = 0;
	if (closing_find(db, site_id, day, closing_id, err))
		return true;
	if (err->code != ERROR_NOT_FOUND)
		return false;
	error_clear(err);
	return true;
}

struct reading {
	int64_t site_id;
	struct day day;
	struct closing *out;
};

static void add_remark(const struct closing_remark *row, void *state)
{
	struct closing *out = state;

	out->remarks =
	    mem_grow(out->remarks, out->count, sizeof(*out->remarks));
	out->remarks[out->count++] = (struct day_remark){
	    .text = mem_copy(row->text),
	    .staff = mem_copy(row->staff),
	    .noted_at = row->noted_at,
	    .is_later = row->is_later,
	};
}

static bool read_closing(struct db *db, void *state, struct error *err)
{
	struct reading *reading = state;
	struct closing *out = reading->out;

	closing_release(out);
	if (!find(db, reading->site_id, reading->day, &out->closing_id, err))
		return false;
	return out->closing_id == 0 ||
	       (closing_get(db, out->closing_id, &out->closed_at,
			    &out->closed_by, err) &&
		closing_each_remark(db, out->closing_id, add_remark, out, err));
}

bool desk_read_closing_at(struct desk *desk, int64_t site_id, struct day day,
			  struct closing *out, struct error *err)
{
	struct reading reading = {site_of(desk, site_id), day, out};

	*out = (struct closing){0};
	if (desk_need_session(desk, err) &&
	    desk_may(desk, DUTY_READ_DAY, err) &&
	    db_snapshot(desk->db, read_closing, &reading, err))
		return true;
	closing_release(out);
	return false;
}

bool desk_read_closing(struct desk *desk, struct day day, struct closing *out,
		       struct error *err)
{
	return desk_read_closing_at(desk, 0, day, out, err);
}

struct days {
	struct day *items;
	size_t count;
};

static void add_day(struct day day, void *state)
{
	struct days *days = state;

	days->items = mem_grow(days->items, days->count, sizeof(*days->items));
	days->items[days->count++] = day;
}

bool desk_list_closed_days_at(struct desk *desk, int64_t site_id,
			      struct day from, struct day to, struct day **out,
			      size_t *count, struct error *err)
{
	struct days days = {0};
	bool is_done = desk_need_session(desk, err) &&
		       desk_may(desk, DUTY_READ_DAY, err) &&
		       day_check_range(from, to, err) &&
		       closing_each_day(desk->db, site_of(desk, site_id), from,
					to, add_day, &days, err);

	*out = days.items;
	*count = days.count;
	if (is_done)
		return true;
	free(days.items);
	*out = NULL;
	*count = 0;
	return false;
}

bool desk_list_closed_days(struct desk *desk, struct day from, struct day to,
			   struct day **out, size_t *count, struct error *err)
{
	return desk_list_closed_days_at(desk, 0, from, to, out, count, err);
}

/* What is kept of the form, or of the summary where it was never asked for. */
struct finding {
	const struct desk *desk;
	const struct day_asked *asked;
	struct closing_paper paper;
	struct str *bytes;
	bool is_data;
};

static bool find_paper(struct db *db, void *state, struct error *err)
{
	struct finding *finding = state;
	struct closing_paper data = {.form = CLOSING_DATA, .with_names = true};

	finding->is_data = false;
	if (!find(db, site_of(finding->desk, finding->asked->site_id),
		  finding->asked->day, &finding->paper.closing_id, err) ||
	    finding->paper.closing_id == 0)
		return err->code == ERROR_NONE;
	if (closing_read_paper(db, &finding->paper, finding->bytes, err))
		return true;
	if (err->code != ERROR_NOT_FOUND)
		return false;
	error_clear(err);
	finding->is_data = true;
	data.closing_id = finding->paper.closing_id;
	return closing_read_paper(db, &data, finding->bytes, err);
}

static bool keep(struct db *db, void *state, struct error *err)
{
	struct finding *finding = state;

	return closing_keep_paper(db, &finding->paper, finding->bytes, err) &&
	       /* Another may have been first: its bytes are the ones. */
	       closing_read_paper(db, &finding->paper, finding->bytes, err);
}

/* Whoever reads it does so also where nothing can be written. */
static void keep_if_it_can(struct desk *desk, struct finding *finding)
{
	struct str made = STR_INIT;
	struct error err = {0};

	str_add_n(&made, str_text(finding->bytes), finding->bytes->len);
	if (!db_transaction(desk->db, keep, finding, &err)) {
		log_problem(&err);
		str_clear(finding->bytes);
		str_add_n(finding->bytes, str_text(&made), made.len);
	}
	str_release(&made);
}

static bool render(struct desk *desk, struct finding *finding,
		   struct error *err)
{
	const struct day_asked *asked = finding->asked;
	struct str words = STR_INIT;
	struct summary summary;
	bool is_done;

	if (!day_data_read(finding->bytes, &summary, err))
		return false;
	str_clear(finding->bytes);
	is_done = asked->render(&summary, asked->form, asked->with_names,
				finding->bytes, &words, err);
	summary_release(&summary);
	if (is_done && words.len == 0)
		keep_if_it_can(desk, finding);
	if (asked->words != NULL && words.len > 0)
		str_add(asked->words, str_text(&words));
	str_release(&words);
	return is_done;
}

bool desk_closed_paper(struct desk *desk, const struct day_asked *asked,
		       struct str *out, bool *is_closed, struct error *err)
{
	struct str bytes = STR_INIT;
	struct finding finding = {
	    .desk = desk,
	    .asked = asked,
	    .paper = {.form = asked->form, .with_names = asked->with_names},
	    .bytes = &bytes,
	};
	bool is_done;

	*is_closed = false;
	error_clear(err);
	is_done =
	    desk_need_session(desk, err) &&
	    desk_may(desk, asked->with_names ? DUTY_PRINT_DAY : DUTY_READ_DAY,
		     err) &&
	    db_snapshot(desk->db, find_paper, &finding, err) &&
	    (!finding.is_data || render(desk, &finding, err));
	if (is_done && finding.paper.closing_id != 0) {
		*is_closed = true;
		str_add_n(out, str_text(&bytes), bytes.len);
	}
	str_release(&bytes);
	return is_done;
}
