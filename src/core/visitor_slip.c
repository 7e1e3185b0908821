/*
 * visitor_slip.c - what a visitor takes home in the hand about a request
 */
#include "frontdesk/core/visitor_slip.h"

#include <stdlib.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"

static const struct {
	const char *name, *words;
} kinds[] = {
    [SLIP_OF_REQUEST] = {"request", N_("Slip with the reference")},
    [SLIP_OF_HANDOFF] = {"hand-off", N_("Slip of the hand-off")},
    [SLIP_OF_PROMISE] = {"promise", N_("Slip of the promise")},
};

const char *slip_kind_name(enum slip_kind kind)
{
	return kinds[kind].name;
}

const char *slip_kind_words(enum slip_kind kind)
{
	return _(kinds[kind].words);
}

bool slip_kind_parse(const char *name, enum slip_kind *out, struct error *err)
{
	for (size_t i = 0; i < MEM_COUNT(kinds); i++)
		if (str_same(kinds[i].name, name)) {
			*out = (enum slip_kind)i;
			return true;
		}
	return error_set(err, ERROR_INVALID, "of",
			 _("there is no slip of \"%s\": it is of a request, a "
			   "hand-off or a promise"),
			 name);
}

void slip_party_add(const struct slip_party *party, struct str *out)
{
	if (!str_is_blank(party->person))
		str_add(out, party->person);
	if (str_is_blank(party->department))
		return;
	str_addf(out, str_is_blank(party->person) ? "%s" : ", %s",
		 party->department);
}

static void release_party(struct slip_party *party)
{
	free(party->person);
	free(party->department);
	free(party->telephone);
	free(party->place);
}

void visitor_slip_release(struct visitor_slip *slip)
{
	for (size_t i = 0; i < slip->promise_count; i++) {
		free(slip->promises[i].what);
		release_party(&slip->promises[i].by);
	}
	free(slip->promises);
	release_party(&slip->owner);
	release_party(&slip->handler);
	release_party(&slip->passed.to);
	free(slip->reference);
	free(slip->topic);
	free(slip->contact);
	free(slip->other_ways);
	free(slip->result_text);
	free(slip->alternative);
	free(slip->appeal);
	free(slip->city);
	free(slip->site);
	free(slip->hours);
	free(slip->zone);
	*slip = (struct visitor_slip){0};
}

enum slip_kind visitor_slip_likeliest(const struct visitor_slip *slip)
{
	if (slip->promise_count > 0)
		return SLIP_OF_PROMISE;
	return slip->passed.handoff_id != 0 && slip->state != REQUEST_RESOLVED
		   ? SLIP_OF_HANDOFF
		   : SLIP_OF_REQUEST;
}

static bool has_promise(const struct visitor_slip *slip, int64_t promise_id)
{
	for (size_t i = 0; i < slip->promise_count; i++)
		if (promise_id == 0 ||
		    slip->promises[i].promise_id == promise_id)
			return true;
	return false;
}

bool visitor_slip_check(const struct visitor_slip *slip, enum slip_kind kind,
			int64_t promise_id, struct error *err)
{
	if (kind == SLIP_OF_HANDOFF && slip->passed.handoff_id == 0)
		return error_set(err, ERROR_NOT_FOUND, "of",
				 _("%s is handed off to nobody: print the slip "
				   "with its reference"),
				 slip->reference);
	if (kind == SLIP_OF_PROMISE && !has_promise(slip, promise_id))
		return error_set(err, ERROR_NOT_FOUND, "of",
				 _("no promise of %s is open: print the slip "
				   "with its reference"),
				 slip->reference);
	return true;
}
