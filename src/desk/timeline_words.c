/*
 * timeline_words.c - what was said and done, each in a line to read
 */
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/core/handoff.h"
#include "frontdesk/core/promise.h"
#include "passing.h"
#include "timeline.h"

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
	    {"kept", N_("kept")},
	    {"withdrawn", N_("withdrawn")},
	    {"renewed", N_("promised anew")},
	};
	struct str keeper = STR_INIT;

	str_add(out, row->text);
	if (str_same(row->word, "passed_on")) {
		str_addf(&keeper, _("passed on: %s keeps it now"), row->staff);
		add_outcome(out, str_text(&keeper), row->note);
		str_release(&keeper);
	}
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

/* What it is in the timeline; whether it is open or late stands in entry. */
static void add_words(const struct desk *desk, const struct timeline_row *row,
		      struct timeline_entry *entry, struct str *out)
{
	switch (row->fact) {
	case FACT_CONTACT:
		add_contact(row, out);
		break;
	case FACT_HANDOFF:
		entry->is_open = add_handoff(row, out);
		break;
	case FACT_PROMISE:
		entry->is_late = add_promise(desk, row, out);
		entry->is_open = strcmp(row->word, "open") == 0;
		break;
	case FACT_ACKNOWLEDGEMENT:
		str_add(out, acknowledged_words(row->text));
		break;
	case FACT_TOLD:
		add_told(row, out);
		entry->is_open = strcmp(row->word, "told") != 0;
		break;
	case FACT_JOINED:
		str_addf(out, _("%s came to the window"), row->text);
		break;
	case FACT_HANDOFF_STEP:
		add_handoff_step(row, out);
		break;
	case FACT_PROMISE_STEP:
		add_promise_step(row, out);
		break;
	case FACT_TOLD_STEP:
		add_told_step(row, out);
		break;
	case FACT_RESOLUTION:
		str_add(out, row->text);
		break;
	case FACT_TOUCH:
		str_add(out, _("took part"));
		break;
	}
}

void timeline_compose(const struct desk *desk, const struct timeline_row *row,
		      struct timeline_entry *entry)
{
	static const enum timeline_kind kinds[] = {
	    [FACT_CONTACT] = TIMELINE_VISIT,
	    [FACT_HANDOFF] = TIMELINE_HANDOFF,
	    [FACT_PROMISE] = TIMELINE_PROMISE,
	    [FACT_ACKNOWLEDGEMENT] = TIMELINE_ACKNOWLEDGED,
	    [FACT_TOLD] = TIMELINE_TOLD,
	    [FACT_JOINED] = TIMELINE_JOINED,
	    [FACT_HANDOFF_STEP] = TIMELINE_HANDOFF,
	    [FACT_PROMISE_STEP] = TIMELINE_PROMISE,
	    [FACT_TOLD_STEP] = TIMELINE_TOLD,
	    [FACT_RESOLUTION] = TIMELINE_DONE,
	    [FACT_TOUCH] = TIMELINE_TOUCH,
	};
	struct str text = STR_INIT;

	entry->kind = kinds[row->fact];
	add_words(desk, row, entry, &text);
	if (row->is_taken_back && !says_itself(row->fact))
		str_add(&text, _(" – taken back"));
	entry->text = str_take(&text);
}
