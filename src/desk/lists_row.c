/*
 * lists_row.c - what a row of a list says of a request or a visit
 */
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/core/language.h"
#include "frontdesk/core/request.h"
#include "frontdesk/store/handoff.h"
#include "lists_private.h"
#include "passing.h"

/* "Fence permit · check the plan", either of which may be missing */
static char *join(const char *a, const char *b)
{
	struct str text = STR_INIT;

	if (!str_is_blank(a))
		str_add(&text, a);
	if (!str_is_blank(b)) {
		if (text.len > 0)
			str_add(&text, " · ");
		str_add(&text, b);
	}
	return text.len > 0 ? str_take(&text) : mem_copy("");
}

static const char *state_words(const char *name)
{
	static const struct {
		const char *name, *words;
	} states[] = {
	    {"waiting", N_("waiting")}, {"called", N_("called")},
	    {"serving", N_("serving")}, {"hold", N_("on hold")},
	    {"aside", N_("put aside")}, {"served", N_("served")},
	    {"left", N_("left")},
	};

	for (size_t i = 0; i < MEM_COUNT(states); i++)
		if (strcmp(states[i].name, name) == 0)
			return _(states[i].words);
	return name;
}

/* A visit of today: what came of it, or where it stands. */
static char *visit_note(const struct list_entry *entry)
{
	struct error ignored;
	enum result result;

	if (entry->result != NULL &&
	    result_parse(entry->result, &result, &ignored))
		return join(entry->reference, result_words(result));
	return join(entry->reference, state_words(entry->word));
}

/* "R-4K7-2M9X · from A. Ruiz" */
static char *unaccepted_note(const struct list_entry *entry)
{
	struct str from = STR_INIT;
	char *note;

	str_addf(&from, _("from %s"), entry->word);
	note = join(entry->reference, str_text(&from));
	str_release(&from);
	return note;
}

/* "Planning, for 3 h 10 min: check the plan" */
static char *unaccepted_what(const struct desk *desk,
			     const struct list_entry *entry)
{
	struct str what = STR_INIT;
	char length[24];

	clock_format_length(desk_now(desk) - entry->at, length);
	if (handoff_danger_len(entry->context) > 0)
		str_addf(&what, "%s · ", _("DANGER"));
	str_addf(&what, _("%s, for %s: %s"), entry->staff, length, entry->text);
	return str_take(&what);
}

static char *note_of(enum desk_list list, const struct list_entry *entry)
{
	switch (list) {
	case LIST_UNACCEPTED:
		return unaccepted_note(entry);
	case LIST_TODAY:
		return visit_note(entry);
	case LIST_ASIDE:
		return join(entry->reference, strcmp(entry->word, "hold") == 0
						  ? _("on hold")
					      : entry->is_mine ? NULL
							       : entry->staff);
	case LIST_OPEN:
		return join(entry->reference,
			    entry->is_mine ? NULL : entry->staff);
	default:
		return mem_copy(entry->reference);
	}
}

/* "Fri Nov 20, 5:00 pm" */
static void add_moment(const struct desk *desk, int64_t at, struct str *out)
{
	struct local local;
	char minute[12];

	passing_add_day(desk, at, out);
	desk_local(desk, at, &local);
	local_format_minute(&local, minute);
	str_addf(out, ", %s", minute);
}

/* "3 days ago" by the calendar, as the day beside it is read; today by the
 * clock. */
static void add_ago(const struct desk *desk, int64_t at, struct str *out)
{
	int days =
	    day_distance(zone_day(desk->site.time_zone, at), desk_today(desk));
	char length[24];

	clock_format_length(desk_now(desk) - at, length);
	if (days > 0)
		str_addf(out,
			 ngettext(", %d day ago", ", %d days ago",
				  (unsigned long)days),
			 days);
	else
		str_addf(out, _(", %s ago"), length);
}

/* "due Fri Nov 20, 5:00 pm, 3 days ago; first promised for Wed Nov 18" */
static char *due_words(const struct desk *desk, const struct list_entry *entry)
{
	struct str text = STR_INIT;

	str_add(&text, entry->is_late ? _("was due ") : _("due "));
	add_moment(desk, entry->at, &text);
	if (entry->is_late)
		add_ago(desk, entry->at, &text);
	if (entry->before_at != 0) {
		str_add(&text, _("; before that promised for "));
		passing_add_day(desk, entry->before_at, &text);
	}
	return str_take(&text);
}

static const char *reach_words(const char *kind)
{
	if (str_same(kind, "telephone"))
		return _("Telephone");
	return str_same(kind, "email") ? _("E-mail") : _("Address");
}

/* "Telephone 951-555-0102 · español, interpreter · tried 2 times, last …" */
static char *tell_words(const struct desk *desk, const struct list_entry *entry)
{
	struct str text = STR_INIT;

	if (!str_is_blank(entry->reach))
		str_addf(&text, "%s %s", reach_words(entry->reach_kind),
			 entry->reach);
	else if (!str_is_blank(entry->contact_text))
		str_addf(&text, _("Left word: %s"), entry->contact_text);
	else
		str_add(&text, _("No telephone or address is known: tell them "
				 "when they come"));
	if (!str_is_blank(entry->language) &&
	    !language_is(entry->language, "en"))
		str_addf(&text, " · %s", language_name(entry->language));
	if (entry->needs_interpreter)
		str_add(&text, _(" · needs an interpreter"));
	if (entry->tried_count > 0) {
		str_addf(&text,
			 entry->tried_count == 1
			     ? _(" · tried once, ")
			     : _(" · tried %d times, last "),
			 entry->tried_count);
		add_moment(desk, entry->tried_at, &text);
	}
	return str_take(&text);
}

/* "asked Fri Nov 20, 5:00 pm, noted by A. Ruiz" */
static char *asked_words(const struct desk *desk,
			 const struct list_entry *entry)
{
	struct str text = STR_INIT;

	str_add(&text, _("asked "));
	add_moment(desk, entry->at, &text);
	str_addf(&text, _(", noted by %s"), entry->staff);
	return str_take(&text);
}

static char *more_of(const struct list_reading *reading,
		     const struct list_entry *entry)
{
	switch (reading->list) {
	case LIST_PROMISES:
		return due_words(reading->desk, entry);
	case LIST_TO_TELL:
		return tell_words(reading->desk, entry);
	case LIST_UNANSWERED:
		return asked_words(reading->desk, entry);
	default:
		return NULL;
	}
}

/* A question is told by its topic: whoever asked stands in the request. */
static const char *who_of(const struct list_reading *reading,
			  const struct list_entry *entry)
{
	if (reading->list != LIST_UNANSWERED)
		return entry->who;
	return entry->topic != NULL ? entry->topic : _("No topic yet");
}

void lists_add_entry(const struct list_entry *entry, void *state)
{
	struct list_reading *reading = state;
	struct list_row *row = lists_add_row(reading);
	const char *topic = entry->topic;

	if (row == NULL)
		return;
	if (topic == NULL && str_is_blank(entry->text))
		topic = _("No topic yet");
	row->id = entry->id;
	row->request_id = entry->request_id;
	row->resident_id = entry->resident_id;
	row->who = mem_copy(who_of(reading, entry));
	if (reading->list == LIST_UNANSWERED)
		topic = NULL;
	/* A label often is the topic's own name. */
	row->what =
	    reading->list == LIST_UNACCEPTED
		? unaccepted_what(reading->desk, entry)
		: join(topic,
		       str_same(topic, entry->text) ? NULL : entry->text);
	row->note = note_of(reading->list, entry);
	row->more = more_of(reading, entry);
	row->at = entry->at;
	row->is_late = entry->is_late;
	row->is_on_hold = str_same(entry->word, "hold");
}
