/*
 * day_requests.c - holds, requests, hand-offs and promises of a range of days
 */
#include <stdlib.h>
#include <string.h>

#include "day_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/str.h"

struct holds_read {
	struct summary *out;
	struct lengths lengths;
};

static void each_hold(const char *reason, int64_t length, void *state)
{
	struct holds_read *read = state;
	struct named_counts *holds = &read->out->holds;

	if (str_is_blank(reason))
		reason = _("no reason given");
	lengths_add(&read->lengths, length);
	for (size_t i = 0; i < holds->count; i++) {
		if (strcmp(holds->items[i].name, reason) != 0)
			continue;
		holds->items[i].count++;
		holds->items[i].length += length;
		return;
	}
	day_add_name(holds, reason, 1, length);
}

/* By length, then by name: the same order each time it is printed. */
static int compare_holds(const void *a, const void *b)
{
	const struct named_count *one = a, *other = b;

	if (one->length != other->length)
		return one->length < other->length ? 1 : -1;
	return strcmp(one->name, other->name);
}

bool day_read_holds(struct db *db, const struct summary_range *range,
		    struct summary *out, struct error *err)
{
	struct holds_read read = {.out = out};
	bool is_good = summary_each_hold(db, range, each_hold, &read, err);

	if (out->holds.count > 1)
		qsort(out->holds.items, out->holds.count,
		      sizeof(out->holds.items[0]), compare_holds);
	lengths_sum_up(&read.lengths, &out->hold);
	lengths_release(&read.lengths);
	return is_good;
}

struct handoffs_read {
	struct summary *out;
	struct lengths accept;
};

static void each_handoff(enum summary_handoff state, int64_t accept_length,
			 void *state_of)
{
	struct handoffs_read *read = state_of;

	read->out->handoffs_offered++;
	if (state == SUMMARY_ACCEPTED)
		read->out->handoffs_accepted++;
	else if (state == SUMMARY_RETURNED)
		read->out->handoffs_returned++;
	else
		read->out->handoffs_pending++;
	if (accept_length >= 0)
		lengths_add(&read->accept, accept_length);
}

static bool read_handoffs(struct db *db, const struct summary_range *range,
			  struct summary *out, struct error *err)
{
	struct handoffs_read read = {.out = out};
	bool is_good =
	    summary_each_handoff(db, range, each_handoff, &read, err);

	lengths_sum_up(&read.accept, &out->handoff_accept);
	lengths_release(&read.accept);
	return is_good;
}

static bool read_promises(struct db *db, const struct summary_range *range,
			  struct summary *out, struct error *err)
{
	struct summary_promises promises;

	if (!summary_promises(db, range, &promises, err))
		return false;
	out->promises_due = promises.due;
	out->promises_kept = promises.kept;
	out->promises_missed = promises.missed;
	out->promises_renewed = promises.renewed;
	out->promises_withdrawn = promises.withdrawn;
	return true;
}

static bool read_acknowledged(struct db *db, const struct summary_range *range,
			      struct summary *out, struct error *err)
{
	struct summary_acknowledged acknowledged;

	if (!summary_acknowledged(db, range, &acknowledged, err))
		return false;
	out->acknowledged_counter.received = acknowledged.counter;
	out->acknowledged_counter.same_day = acknowledged.counter_same_day;
	out->acknowledged_message.received = acknowledged.message;
	out->acknowledged_message.same_day = acknowledged.message_same_day;
	return true;
}

static void each_topic(const char *name, int64_t count, void *state)
{
	struct summary *out = state;

	day_add_name(&out->topics,
		     str_is_blank(name) ? _("no topic noted") : name, count, 0);
}

bool day_read_requests(struct db *db, const struct summary_range *range,
		       struct summary *out, struct error *err)
{
	if (!read_acknowledged(db, range, out, err) ||
	    !summary_first_contact(db, range, &out->first_contact_n,
				   &out->first_contact_resolved, err) ||
	    !summary_contacts(db, range, out->contacts, out->touches, err) ||
	    !read_handoffs(db, range, out, err) ||
	    !read_promises(db, range, out, err) ||
	    !summary_results(db, range, out->results, err) ||
	    !summary_concerns(db, range, &out->concerns_recorded,
			      &out->concerns_open, err) ||
	    !summary_to_tell(db, range, &out->to_tell, err) ||
	    !summary_each_topic(db, range, each_topic, out, err))
		return false;
	for (int i = 0; i < 4; i++) {
		out->contacts_n += out->contacts[i];
		out->touches_n += out->touches[i];
	}
	return true;
}
