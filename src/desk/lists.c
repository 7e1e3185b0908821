/*
 * lists.c - what waits for somebody, row by row
 */
#include "frontdesk/desk/lists.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/core/language.h"
#include "frontdesk/core/request.h"
#include "frontdesk/store/handoff.h"
#include "frontdesk/store/unanswered.h"
#include "frontdesk/store/visit.h"
#include "lists_private.h"
#include "passing.h"

void list_page_release(struct list_page *page)
{
	for (size_t i = 0; i < page->count; i++) {
		free(page->rows[i].who);
		free(page->rows[i].what);
		free(page->rows[i].note);
		free(page->rows[i].more);
	}
	free(page->rows);
	memset(page, 0, sizeof(*page));
}

/* Where rows go: one more than the limit says that there are more. */
struct reading {
	const struct desk *desk;
	enum desk_list list;
	struct list_page *page;
	size_t limit;
};

struct list_row *list_page_add(struct list_page *page, size_t limit)
{
	if (page->count == limit) {
		page->has_more = true;
		return NULL;
	}
	page->rows =
	    mem_resize(page->rows, page->count + 1, sizeof(*page->rows));
	memset(&page->rows[page->count], 0, sizeof(*page->rows));
	return &page->rows[page->count++];
}

static struct list_row *add_row(struct reading *reading)
{
	return list_page_add(reading->page, reading->limit);
}

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

static char *more_of(const struct reading *reading,
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
static const char *who_of(const struct reading *reading,
			  const struct list_entry *entry)
{
	if (reading->list != LIST_UNANSWERED)
		return entry->who;
	return entry->topic != NULL ? entry->topic : _("No topic yet");
}

static void add_entry(const struct list_entry *entry, void *state)
{
	struct reading *reading = state;
	struct list_row *row = add_row(reading);
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

static char *handed_note(const struct desk *desk, const struct handoff *handoff)
{
	struct str note = STR_INIT;

	if (handoff->state == HANDOFF_RETURNED) {
		str_addf(&note, _("returned by %s: %s"), handoff->to,
			 handoff->note != NULL ? handoff->note : "");
		return str_take(&note);
	}
	str_addf(&note, _("from %s"), handoff->from);
	if (handoff->to_staff_id == 0 &&
	    handoff->to_department_id != desk->session.department_id)
		str_addf(&note, _(", for %s"), handoff->to);
	if (handoff->manner == MANNER_WARM)
		str_addf(&note, " · %s", handoff_manner_words(handoff->manner));
	return str_take(&note);
}

/* What means danger says so first, then one that came back, then whatever is
 * not as usual. */
static char *handed_what(const struct handoff *handoff)
{
	struct str what = STR_INIT;
	bool is_danger = handoff_danger_len(handoff->context) > 0;

	if (is_danger)
		str_addf(&what, "%s · ", _("DANGER"));
	if (handoff->state == HANDOFF_RETURNED)
		str_addf(&what, "%s · ", _("RETURNED"));
	else if (handoff->urgency == URGENCY_NOW && !is_danger)
		str_addf(&what, "%s · ", _("NOW"));
	else if (handoff->urgency == URGENCY_TODAY)
		str_addf(&what, "%s · ", _("TODAY"));
	str_addf(&what, "%s · %s", handoff->topic, handoff->asked);
	return str_take(&what);
}

static bool read_handed(const struct desk *desk, const struct list_query *query,
			struct reading *reading, struct error *err)
{
	struct handoff_list list;

	if (!handoff_list_mine(desk->db, query->staff_id, query->department_id,
			       query->limit, &list, err))
		return false;
	for (size_t i = 0; i < list.count; i++) {
		const struct handoff *handoff = &list.items[i];
		struct list_row *row = add_row(reading);

		if (row == NULL)
			break;
		row->id = handoff->handoff_id;
		row->request_id = handoff->request_id;
		row->resident_id = handoff->resident_id;
		row->who = mem_copy(handoff->resident);
		row->what = handed_what(handoff);
		row->note = handed_note(desk, handoff);
		row->at = handoff->state == HANDOFF_RETURNED
			      ? handoff->decided_at
			      : handoff->offered_at;
	}
	handoff_list_release(&list);
	return true;
}

static bool read_list(struct desk *desk, const struct list_query *query,
		      struct reading *reading, struct error *err)
{
	struct db *db = desk->db;

	switch (reading->list) {
	case LIST_HANDED:
		return read_handed(desk, query, reading, err);
	case LIST_ASIDE:
		return list_aside(db, query, add_entry, reading, err);
	case LIST_PROMISES:
		return list_promises(db, query, add_entry, reading, err);
	case LIST_TO_TELL:
		return list_to_tell(db, query, add_entry, reading, err);
	case LIST_TO_ACKNOWLEDGE:
		return list_to_acknowledge(db, query, add_entry, reading, err);
	case LIST_OPEN:
		return list_open_requests(db, query, add_entry, reading, err);
	case LIST_UNANSWERED:
		return list_unanswered(db, query, add_entry, reading, err);
	case LIST_FEEDBACK:
		return lists_read_feedback(db, query, reading->page, err);
	case LIST_IDEAS:
		return lists_read_ideas(db, query, reading->page, err);
	case LIST_THANKS:
		return lists_read_thanks(db, query, reading->page, err);
	case LIST_UNACCEPTED:
		return list_unaccepted(db, query, add_entry, reading, err);
	default:
		return list_today(db, query, add_entry, reading, err);
	}
}

static void take_people(int64_t visit_id, const struct visit *present,
			void *state)
{
	const struct list_page *page = state;
	struct str who = STR_INIT;

	visit_add_people(present, "·", &who);
	for (size_t i = 0; i < page->count; i++)
		if (page->rows[i].id == visit_id)
			mem_replace(&page->rows[i].who, str_text(&who));
	str_release(&who);
}

/* Of visits everybody who is present is shown, each with a part. */
static bool read_people(struct desk *desk, enum desk_list list,
			struct list_page *page, struct error *err)
{
	int64_t *ids;
	bool is_read;

	if ((list != LIST_ASIDE && list != LIST_TODAY) || page->count == 0)
		return true;
	ids = mem_new(page->count, sizeof(*ids));
	for (size_t i = 0; i < page->count; i++)
		ids[i] = page->rows[i].id;
	is_read = visit_each_present(desk->db, ids, page->count, take_people,
				     page, err);
	free(ids);
	return is_read;
}

bool desk_read_list(struct desk *desk, enum desk_list list, size_t limit,
		    struct list_page *out, struct error *err)
{
	struct reading reading = {
	    .desk = desk, .list = list, .page = out, .limit = limit};
	struct list_query query;

	memset(out, 0, sizeof(*out));
	if (!desk_need_session(desk, err))
		return false;
	if (!desk_has_list(desk, list))
		return true;
	passing_asks(desk, &query);
	query.limit = limit + 1;
	if (read_list(desk, &query, &reading, err) &&
	    read_people(desk, list, out, err))
		return true;
	list_page_release(out);
	return false;
}

bool desk_read_offered(struct desk *desk, size_t limit, struct list_page *out,
		       struct error *err)
{
	struct reading reading = {
	    .desk = desk, .list = LIST_UNACCEPTED, .page = out, .limit = limit};
	struct list_query query;

	*out = (struct list_page){0};
	if (!desk_need_session(desk, err))
		return false;
	passing_asks(desk, &query);
	query.offered_before = query.now + 1;
	query.limit = limit + 1;
	if (desk_has_list(desk, LIST_UNACCEPTED)
		? list_unaccepted(desk->db, &query, add_entry, &reading, err)
		: list_offered(desk->db, &query, add_entry, &reading, err))
		return true;
	list_page_release(out);
	return false;
}
