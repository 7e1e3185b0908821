/*
 * closing_left.c - what is still open of a day that is to be closed
 */
#include "closing_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/closing.h"

struct gathering {
	const struct desk *desk;
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

static bool gather(struct db *db, void *state, struct error *err)
{
	struct gathering *gathering = state;

	closing_left_release(gathering->out);
	return closing_each_open_visit(db, gathering->desk->site.site_id,
				       gathering->day, add_visit, gathering,
				       err);
}

static int64_t not_yet(const struct listed_list *list)
{
	int64_t count = 0;

	for (size_t i = 0; i < list->count; i++)
		count += list->items[i].acknowledged_on.text[0] == '\0';
	return count;
}

bool desk_read_left(struct desk *desk, struct day day, struct closing_left *out,
		    struct error *err)
{
	struct gathering gathering = {desk, day, out};
	struct summary summary;

	*out = (struct closing_left){0};
	if (!desk_sum_up(desk, day, day, &summary, err))
		return false;
	if (db_snapshot(desk->db, gather, &gathering, err)) {
		out->to_acknowledge = not_yet(&summary.not_acknowledged);
		out->pending = summary.handoffs_pending;
		summary_release(&summary);
		return true;
	}
	summary_release(&summary);
	closing_left_release(out);
	return false;
}
