/*
 * closing_left.c - what is still open of a day that is to be closed
 */
#include "closing_private.h"
#include "day_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/closing.h"

struct gathering {
	struct desk *desk;
	struct day day;
	struct closing_left *out;
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
	struct local came;
	char minute[12];

	desk_local(gathering->desk, row->arrived_at, &came);
	local_format_minute(&came, minute);
	str_add(&words, state_words(row->state));
	if (row->topic != NULL)
		str_addf(&words, ", %s", row->topic);
	str_addf(&words, _(", came %s"), minute);
	out->visits = mem_grow(out->visits, out->count, sizeof(*out->visits));
	out->visits[out->count++] = (struct closing_open){
	    .reference = mem_copy(row->reference),
	    .words = str_take(&words),
	};
}

static int64_t not_yet(const struct listed_list *list)
{
	int64_t count = 0;

	for (size_t i = 0; i < list->count; i++)
		count += list->items[i].acknowledged_on.text[0] == '\0';
	return count;
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
	return closing_each_open_visit(db, gathering->desk->site.site_id,
				       gathering->day, add_visit, gathering,
				       err);
}

bool desk_read_left(struct desk *desk, struct day day, struct closing_left *out,
		    struct error *err)
{
	struct gathering gathering = {desk, day, out};

	*out = (struct closing_left){0};
	if (desk_need_session(desk, err) &&
	    desk_may(desk, DUTY_READ_DAY, err) &&
	    db_snapshot(desk->db, gather, &gathering, err))
		return true;
	closing_left_release(out);
	return false;
}
