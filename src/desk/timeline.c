/*
 * timeline.c - everything said so far, as lines to read
 */
#include "timeline.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/core/handoff.h"
#include "frontdesk/core/promise.h"
#include "frontdesk/store/timeline.h"
#include "passing.h"

void timeline_release(struct timeline *timeline)
{
	for (size_t i = 0; i < timeline->count; i++) {
		struct timeline_request *request = &timeline->requests[i];

		for (size_t j = 0; j < request->entry_count; j++) {
			free(request->entries[j].text);
			free(request->entries[j].staff);
		}
		free(request->entries);
		free(request->whose);
		free(request->reference);
		free(request->topic);
		free(request->place);
		free(request->owner);
	}
	free(timeline->requests);
	memset(timeline, 0, sizeof(*timeline));
}

struct reading {
	struct desk *desk;
	enum timeline_of of;
	struct timeline *timeline;
	size_t limit;
	/* The rows of one request, put in their order as they come. */
	struct sorted {
		enum timeline_fact fact;
		struct timeline_entry entry;
	} * rows;
	size_t row_count, row_size;
};

/*
 * In the timeline of who spoke, came along or stands for an organisation it is
 * said whose the request is. A request alone always says it.
 */
static char *whose(const struct reading *reading,
		   const struct timeline_head *head)
{
	/* Of a request alone the part is nobody's. */
	const char *part =
	    reading->of == TIMELINE_OF_RESIDENT ? head->part : NULL;
	struct str text = STR_INIT;

	if (reading->of == TIMELINE_OF_ORGANISATION ||
	    (reading->of == TIMELINE_OF_RESIDENT &&
	     (part == NULL || strcmp(part, "themselves") == 0)))
		return NULL;
	if (head->resident != NULL &&
	    (part == NULL || strcmp(part, "for_organisation") != 0))
		str_addf(&text, _("for %s"), head->resident);
	if (head->organisation != NULL)
		str_addf(&text, text.len > 0 ? " · %s" : _("for %s"),
			 head->organisation);
	return text.len > 0 ? str_take(&text) : NULL;
}

/* Adds " – word: note" */
static void add_outcome(struct str *out, const char *word, const char *note)
{
	if (str_is_blank(word))
		return;
	if (out->len > 0)
		str_add(out, " – ");
	str_add(out, word);
	if (!str_is_blank(note)) {
		str_add(out, ": ");
		str_add(out, note);
	}
}

static void add_contact(const struct timeline_row *row, struct str *out)
{
	enum result result = RESULT_NONE;
	struct error ignored;

	str_add(out, str_is_blank(row->text) ? row->beside : row->text);
	if (row->word != NULL)
		result_parse(row->word, &result, &ignored);
	if (result != RESULT_NONE)
		add_outcome(out, result_words(result), row->note);
	if (out->len == 0)
		str_add(out, _("in progress"));
}

/* What was decided stands in a line of its own, with its hour. */
static bool add_handoff(const struct timeline_row *row, struct str *out)
{
	enum handoff_state state = HANDOFF_OFFERED;

	str_addf(out, _("to %s: %s"), row->text, row->beside);
	handoff_state_parse(row->word, &state);
	if (state == HANDOFF_ACCEPTED)
		add_outcome(out, _("accepted"), NULL);
	else if (state == HANDOFF_RETURNED)
		add_outcome(out, _("returned"), NULL);
	else
		add_outcome(out, _("not answered yet"), NULL);
	return state == HANDOFF_OFFERED;
}

static void add_handoff_step(const struct timeline_row *row, struct str *out)
{
	static const struct {
		const char *kind, *words;
	} steps[] = {
	    {"accepted", N_("accepted")},
	    {"returned", N_("returned")},
	    {"seen", N_("read")},
	    {"delivered", N_("delivered")},
	    {"not_delivered", N_("not delivered")},
	    {"taken_back", N_("taken back")},
	};
	const char *words = row->text;

	for (size_t i = 0; i < MEM_COUNT(steps); i++)
		if (str_same(steps[i].kind, row->text))
			words = _(steps[i].words);
	add_outcome(out, words, row->note);
}

/* "promised anew for Tue Nov 24: the planner is ill" */
static void add_renewed(const struct desk *desk, const struct timeline_row *row,
			bool was_late, struct str *out)
{
	struct str words = STR_INIT;

	if (was_late)
		str_add(&words, _("missed; "));
	str_add(&words, _("promised anew"));
	if (row->next_due_at != 0) {
		str_add(&words, _(" for "));
		passing_add_day(desk, row->next_due_at, &words);
	}
	add_outcome(out, str_text(&words), row->note);
	str_release(&words);
}

static bool add_promise(const struct desk *desk, const struct timeline_row *row,
			struct str *out)
{
	enum promise_state state = PROMISE_OPEN;
	bool was_late = str_same(row->beside, "late");
	bool is_late;

	promise_state_parse(row->word, &state);
	is_late = promise_is_late(state, row->due_at, desk_now(desk));
	str_addf(out, _("%s, by "), row->text);
	passing_add_day(desk, row->due_at, out);
	if (row->is_taken_back)
		add_outcome(out, _("taken back"), NULL);
	else if (state == PROMISE_KEPT)
		add_outcome(out, _("kept"), row->note);
	else if (state == PROMISE_MISSED)
		add_outcome(out, _("missed, done later"), row->note);
	else if (state == PROMISE_WITHDRAWN)
		add_outcome(out,
			    was_late ? _("missed; withdrawn") : _("withdrawn"),
			    row->note);
	else if (state == PROMISE_RENEWED)
		add_renewed(desk, row, was_late, out);
	else if (is_late)
		add_outcome(out, _("LATE"), NULL);
	return is_late || (was_late && !row->is_taken_back);
}

/* "Plan check – passed on", "Plan check – kept: called; taken back" */
static void add_promise_step(const struct timeline_row *row, struct str *out)
{
	static const struct {
		const char *kind, *words;
	} steps[] = {
	    {"passed_on", N_("passed on: now theirs to keep")},
	    {"kept", N_("kept")},
	    {"withdrawn", N_("withdrawn")},
	    {"renewed", N_("promised anew")},
	};

	str_add(out, row->text);
	for (size_t i = 0; i < MEM_COUNT(steps); i++)
		if (str_same(steps[i].kind, row->word))
			add_outcome(out, _(steps[i].words), row->note);
}

static const char *acknowledged_words(const char *how)
{
	static const struct {
		const char *how, *words;
	} ways[] = {
	    {"counter", N_("acknowledged at the counter")},
	    {"reference_read", N_("acknowledged: reference read aloud")},
	    {"slip", N_("acknowledged with a slip")},
	    {"telephone", N_("acknowledged by telephone")},
	    {"letter", N_("acknowledged by letter")},
	    {"mail", N_("acknowledged by e-mail")},
	};

	for (size_t i = 0; i < MEM_COUNT(ways); i++)
		if (strcmp(ways[i].how, how) == 0)
			return _(ways[i].words);
	return how;
}

static void add_told(const struct timeline_row *row, struct str *out)
{
	bool is_told = strcmp(row->word, "told") == 0;

	add_outcome(out,
		    row->is_taken_back ? _("not to tell after all")
		    : is_told	       ? _("told")
				       : _("to tell"),
		    row->text);
	if (!str_is_blank(row->note))
		str_addf(out, " – %s", row->note);
}

static void add_told_step(const struct timeline_row *row, struct str *out)
{
	add_outcome(out,
		    str_same(row->word, "told") ? _("told")
						: _("could not be reached"),
		    row->note);
}

static bool says_itself(enum timeline_fact fact)
{
	return fact == FACT_PROMISE || fact == FACT_TOLD;
}

static void compose(const struct desk *desk, const struct timeline_row *row,
		    struct timeline_entry *entry)
{
	struct str text = STR_INIT;

	switch (row->fact) {
	case FACT_CONTACT:
		entry->kind = TIMELINE_VISIT;
		add_contact(row, &text);
		break;
	case FACT_HANDOFF:
		entry->kind = TIMELINE_HANDOFF;
		entry->is_open = add_handoff(row, &text);
		break;
	case FACT_PROMISE:
		entry->kind = TIMELINE_PROMISE;
		entry->is_late = add_promise(desk, row, &text);
		entry->is_open = strcmp(row->word, "open") == 0;
		break;
	case FACT_ACKNOWLEDGEMENT:
		entry->kind = TIMELINE_ACKNOWLEDGED;
		str_add(&text, acknowledged_words(row->text));
		break;
	case FACT_TOLD:
		entry->kind = TIMELINE_TOLD;
		add_told(row, &text);
		entry->is_open = strcmp(row->word, "told") != 0;
		break;
	case FACT_JOINED:
		entry->kind = TIMELINE_JOINED;
		str_addf(&text, _("%s came to the window"), row->text);
		break;
	case FACT_HANDOFF_STEP:
		entry->kind = TIMELINE_HANDOFF;
		add_handoff_step(row, &text);
		break;
	case FACT_PROMISE_STEP:
		entry->kind = TIMELINE_PROMISE;
		add_promise_step(row, &text);
		break;
	case FACT_TOLD_STEP:
		entry->kind = TIMELINE_TOLD;
		add_told_step(row, &text);
		break;
	case FACT_RESOLUTION:
		entry->kind = TIMELINE_DONE;
		str_add(&text, row->text);
		break;
	case FACT_TOUCH:
		entry->kind = TIMELINE_TOUCH;
		str_add(&text, _("took part"));
		break;
	}
	if (row->is_taken_back && !says_itself(row->fact))
		str_add(&text, _(" – taken back"));
	entry->text = str_take(&text);
}

/* Newest first; what is of one moment as the facts follow from one another,
 * the later one before. */
static bool is_before(const struct sorted *a, const struct sorted *b)
{
	if (a->entry.at != b->entry.at)
		return a->entry.at > b->entry.at;
	if (a->fact != b->fact)
		return a->fact > b->fact;
	return a->entry.id > b->entry.id;
}

static void add_row(const struct timeline_row *row, void *state)
{
	struct reading *reading = state;
	struct sorted added = {
	    .fact = row->fact,
	    .entry = {.id = row->id,
		      .at = row->at,
		      .staff = mem_copy(row->staff)},
	};
	size_t at = reading->row_count;

	if (at == reading->row_size) {
		reading->row_size = at == 0 ? 16 : at * 2;
		reading->rows = mem_resize(reading->rows, reading->row_size,
					   sizeof(*reading->rows));
	}
	compose(reading->desk, row, &added.entry);
	for (; at > 0 && is_before(&added, &reading->rows[at - 1]); at--)
		reading->rows[at] = reading->rows[at - 1];
	reading->rows[at] = added;
	reading->row_count++;
}

static void drop_rows(struct reading *reading)
{
	for (size_t i = 0; i < reading->row_count; i++) {
		free(reading->rows[i].entry.text);
		free(reading->rows[i].entry.staff);
	}
	reading->row_count = 0;
}

static void add_request(struct reading *reading,
			const struct timeline_head *head, int contact_count)
{
	struct timeline *timeline = reading->timeline;
	struct timeline_request *request;
	struct error ignored;

	timeline->requests = mem_resize(timeline->requests, timeline->count + 1,
					sizeof(*timeline->requests));
	request = &timeline->requests[timeline->count++];
	*request = (struct timeline_request){
	    .request_id = head->request_id,
	    .resident_id = head->resident_id,
	    .organisation_id = head->organisation_id,
	    .whose = whose(reading, head),
	    .reference = mem_copy(head->reference),
	    .topic = mem_copy(head->topic),
	    .place = mem_copy(head->place),
	    .owner = mem_copy(head->owner != NULL ? head->owner
						  : head->owner_department),
	    .is_open = head->is_open,
	    .received_at = head->received_at,
	    .contact_count = contact_count,
	    .hop_count = head->hop_count,
	};
	if (head->result != NULL)
		result_parse(head->result, &request->result, &ignored);
	request->entries =
	    mem_new(reading->row_count + 1, sizeof(*request->entries));
	for (size_t i = 0; i < reading->row_count; i++)
		request->entries[i] = reading->rows[i].entry;
	request->entry_count = reading->row_count;
	reading->row_count = 0; /* handed over */
}

/* A request whose every visit was voided is in no list. */
static bool add_head(const struct timeline_head *head, bool *is_last,
		     void *state, struct error *err)
{
	struct reading *reading = state;
	int contact_count = 0;
	bool is_read =
	    timeline_each_row(reading->desk->db, head, add_row, reading, err);
	bool stands;

	for (size_t i = 0; i < reading->row_count; i++)
		contact_count += reading->rows[i].fact == FACT_CONTACT;
	stands = reading->of == TIMELINE_OF_REQUEST || !head->has_visit ||
		 contact_count > 0;
	if (is_read && stands) {
		*is_last = reading->timeline->count == reading->limit;
		if (*is_last)
			reading->timeline->has_more = true;
		else
			add_request(reading, head, contact_count);
	}
	drop_rows(reading);
	return is_read;
}

static bool read_timeline(struct desk *desk, enum timeline_of of, int64_t id,
			  size_t limit, struct timeline *out, struct error *err)
{
	struct reading reading = {
	    .desk = desk,
	    .of = of,
	    .timeline = out,
	    .limit = limit,
	};
	bool is_read;

	memset(out, 0, sizeof(*out));
	is_read =
	    timeline_each_request(desk->db, of, id, add_head, &reading, err);
	free(reading.rows);
	if (!is_read)
		timeline_release(out);
	return is_read;
}

bool timeline_of_resident(struct desk *desk, int64_t resident_id, size_t limit,
			  struct timeline *out, struct error *err)
{
	return read_timeline(desk, TIMELINE_OF_RESIDENT, resident_id, limit,
			     out, err);
}

bool timeline_of_organisation(struct desk *desk, int64_t organisation_id,
			      size_t limit, struct timeline *out,
			      struct error *err)
{
	return read_timeline(desk, TIMELINE_OF_ORGANISATION, organisation_id,
			     limit, out, err);
}

bool timeline_of_request(struct desk *desk, int64_t request_id,
			 struct timeline *out, struct error *err)
{
	if (!read_timeline(desk, TIMELINE_OF_REQUEST, request_id, 1, out, err))
		return false;
	return out->count == 1 ||
	       error_set(err, ERROR_NOT_FOUND, "",
			 _("There is no such request: find it anew."));
}
