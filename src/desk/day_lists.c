/*
 * day_lists.c - the requests that the day's figures name one by one
 */
#include "day_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"

#define TOLD_EVERY 256 /* rows */

struct list_read {
	struct listed_list *list;
	bool with_names;
	const struct summary_range *range;
	int64_t before;	  /* rows of the lists before it */
	int64_t expected; /* of all lists; 0: too few to tell how far it is */
};

static void tell(const struct list_read *read)
{
	int64_t count = read->before + (int64_t)read->list->count;

	if (read->expected == 0 || read->list->count % TOLD_EVERY != 0 ||
	    read->range->progress == NULL || count > read->expected)
		return;
	read->range->progress(read->range->progress_state,
			      (int)(100 * count / read->expected));
}

static char *who(const struct summary_listed *row)
{
	struct str out = STR_INIT;

	person_name_add_full(&row->name, &out);
	if (row->organisation != NULL)
		str_addf(&out, "%s%s", out.len > 0 ? ", " : "",
			 row->organisation);
	if (out.len == 0)
		str_add(&out, _("unnamed"));
	return str_take(&out);
}

static struct listed *add(struct list_read *read,
			  const struct summary_listed *row)
{
	struct listed_list *list = read->list;
	struct listed *item;

	list->items =
	    mem_grow(list->items, list->count, sizeof(list->items[0]));
	item = &list->items[list->count++];
	*item = (struct listed){
	    .id = row->request_id,
	    .reference = mem_copy(row->reference),
	    .topic = mem_copy(str_is_blank(row->topic) ? _("no topic noted")
						       : row->topic),
	    .department = mem_copy(row->department),
	    .tried = mem_copy(row->tried),
	    .alternative = mem_copy(row->alternative),
	    .appeal = mem_copy(row->appeal),
	    .who = read->with_names ? who(row) : NULL,
	};
	return item;
}

static void each_not_acknowledged(const struct summary_listed *row, void *state)
{
	struct listed *item = add(state, row);
	struct str detail = STR_INIT;

	if (row->acknowledged_on.text[0] == '\0') {
		str_add(&detail, _("not yet"));
	} else {
		char day[24];

		day_format(row->acknowledged_on, day);
		str_addf(&detail, _("on %s"), day);
	}
	item->detail = str_take(&detail);
	item->acknowledged_on = row->acknowledged_on;
	tell(state);
}

static void each_could_not(const struct summary_listed *row, void *state)
{
	struct listed *item = add(state, row);

	item->detail = mem_copy(row->reason);
	tell(state);
}

static void each_two_hops(const struct summary_listed *row, void *state)
{
	struct listed *item = add(state, row);
	struct str detail = STR_INIT;

	str_addf(&detail, _("%d hops"), (int)row->hops);
	item->detail = str_take(&detail);
	item->hops = row->hops;
}

bool day_read_lists(struct db *db, const struct summary_range *range,
		    bool with_names, struct summary *out, struct error *err)
{
	int64_t late = out->acknowledged_counter.received -
		       out->acknowledged_counter.same_day +
		       out->acknowledged_message.received -
		       out->acknowledged_message.same_day;
	int64_t all = late + out->results[RESULT_COULD_NOT];
	struct list_read not_acknowledged = {&out->not_acknowledged, with_names,
					     range, 0, all};
	struct list_read could_not = {&out->could_not, with_names, range, late,
				      all};
	struct list_read two_hops = {&out->two_hops, with_names, range, 0, 0};

	return summary_each_not_acknowledged(db, range, each_not_acknowledged,
					     &not_acknowledged, err) &&
	       summary_each_could_not(db, range, each_could_not, &could_not,
				      err) &&
	       summary_each_two_hops(db, range, each_two_hops, &two_hops, err);
}
