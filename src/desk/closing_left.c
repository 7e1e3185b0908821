/*
 * closing_left.c - what is still open of a day that is to be closed
 */
#include "closing_private.h"
#include "day_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/closing.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/lists.h"

#define OFFERED_MAX 999 /* that are counted */

struct gathering {
	struct desk *desk;
	struct day day;
	struct closing_left *out;
	bool is_carried; /* those of earlier days are read */
};

static const char *state_words(const char *state)
{
	static const struct {
		const char *state, *words;
	} all[] = {
	    {"waiting", N_("waits in line")}, {"called", N_("is called")},
	    {"serving", N_("is served now")}, {"hold", N_("on hold")},
	    {"aside", N_("put aside")},
	};

	for (size_t i = 0; i < MEM_COUNT(all); i++)
		if (str_same(all[i].state, state))
			return _(all[i].words);
	return state;
}

/* "put aside, Dog licence, came 4:10 pm" */
static void add_visit(const struct closing_visit *row, void *state)
{
	const struct gathering *gathering = state;
	struct closing_left *out = gathering->out;
	struct str words = STR_INIT;
	struct closing_open open;
	struct local came;
	char minute[24];

	desk_local(gathering->desk, row->arrived_at, &came);
	if (gathering->is_carried)
		local_format_day(&came, minute);
	else
		local_format_minute(&came, minute);
	str_add(&words, state_words(row->state));
	if (row->topic != NULL)
		str_addf(&words, ", %s", row->topic);
	str_addf(&words, _(", came %s"), minute);
	open.reference = mem_copy(row->reference);
	open.words = str_take(&words);
	if (gathering->is_carried) {
		out->carried = mem_grow(out->carried, out->carried_count,
					sizeof(*out->carried));
		out->carried[out->carried_count++] = open;
	} else {
		out->visits =
		    mem_grow(out->visits, out->count, sizeof(*out->visits));
		out->visits[out->count++] = open;
	}
}

static int64_t not_yet(const struct listed_list *list)
{
	int64_t count = 0;

	for (size_t i = 0; i < list->count; i++)
		count += list->items[i].acknowledged_on.text[0] == '\0';
	return count;
}

static bool gather_visits(struct db *db, struct gathering *gathering,
			  struct error *err)
{
	int64_t site_id = gathering->desk->site.site_id;
	struct day day = gathering->day;

	gathering->is_carried = false;
	if (!closing_each_open_visit(db, site_id, day, add_visit, gathering,
				     err))
		return false;
	gathering->is_carried = true;
	return day_compare(day, desk_today(gathering->desk)) != 0 ||
	       closing_each_carried_visit(db, site_id, day, add_visit,
					  gathering, err);
}

/* The visits and the figures are of one moment. */
static bool gather(struct db *db, void *state, struct error *err)
{
	struct gathering *gathering = state;
	const struct summary_scope scope = {.from = gathering->day,
					    .to = gathering->day};
	struct closing_left *out = gathering->out;
	struct summary summary;

	closing_left_release(out);
	if (!day_read_within(gathering->desk, db, &scope, &summary, err))
		return false;
	out->to_acknowledge = not_yet(&summary.not_acknowledged);
	out->pending = summary.handoffs_pending;
	summary_release(&summary);
	return gather_visits(db, gathering, err);
}

/* As the evening has it: of whatever day. */
static bool count_today(struct desk *desk, struct closing_left *out,
			struct error *err)
{
	struct list_page page;
	struct yours yours;

	if (!desk_yours(desk, &yours, err) ||
	    !desk_read_offered(desk, OFFERED_MAX, &page, err))
		return false;
	out->to_acknowledge = yours.to_acknowledge;
	out->pending = (int64_t)page.count;
	list_page_release(&page);
	return true;
}

bool desk_read_left(struct desk *desk, struct day day, struct closing_left *out,
		    struct error *err)
{
	struct gathering gathering = {desk, day, out, false};

	*out = (struct closing_left){0};
	if (desk_need_session(desk, err) &&
	    desk_may(desk, DUTY_READ_DAY, err) &&
	    db_snapshot(desk->db, gather, &gathering, err) &&
	    (day_compare(day, desk_today(desk)) != 0 ||
	     count_today(desk, out, err)))
		return true;
	closing_left_release(out);
	return false;
}
