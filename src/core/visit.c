/*
 * visit.c - one interaction: its channel, its timed periods, who is present
 */
#include "frontdesk/core/visit.h"

#include <stdlib.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"

struct word {
	const char *name, *words;
};

static const struct word channels[CHANNEL_COUNT] = {
    [CHANNEL_WALK_IN] = {"walk_in", N_("Walk-in")},
    [CHANNEL_TELEPHONE] = {"telephone", N_("Telephone")},
    [CHANNEL_APPOINTMENT] = {"appointment", N_("Appointment")},
    [CHANNEL_MESSAGE] = {"message", N_("Message")},
};

static const struct word parts[] = {
    [PART_THEMSELVES] = {"themselves", N_("for themselves")},
    [PART_BESIDE] = {"beside", N_("beside somebody")},
    [PART_SPEAKS_FOR] = {"speaks_for", N_("speaks for somebody")},
    [PART_INTERPRETER] = {"interpreter", N_("interpreter")},
    [PART_FOR_ORGANISATION] = {"for_organisation", N_("for an organisation")},
};

#define BIT(state) (1u << VISIT_##state)

/* next: the states that a visit may go on to; served and left go back only to
 * undo a mistake. */
static const struct {
	const char *name;
	unsigned next;
} states[] = {
    [VISIT_WAITING] = {"waiting", BIT(CALLED) | BIT(SERVING) | BIT(LEFT)},
    [VISIT_CALLED] = {"called", BIT(WAITING) | BIT(SERVING) | BIT(LEFT)},
    [VISIT_SERVING] = {"serving",
		       BIT(HOLD) | BIT(ASIDE) | BIT(SERVED) | BIT(LEFT)},
    [VISIT_HOLD] = {"hold",
		    BIT(SERVING) | BIT(ASIDE) | BIT(SERVED) | BIT(LEFT)},
    [VISIT_ASIDE] = {"aside", BIT(SERVING) | BIT(LEFT)},
    [VISIT_SERVED] = {"served", BIT(SERVING)},
    [VISIT_LEFT] = {"left", BIT(WAITING) | BIT(SERVING)},
};

static bool parse_word(const struct word *words, size_t count, const char *name,
		       size_t *out)
{
	for (size_t i = 0; i < count; i++) {
		if (str_same(words[i].name, name)) {
			*out = i;
			return true;
		}
	}
	return false;
}

const char *channel_name(enum channel channel)
{
	return channels[channel].name;
}

const char *channel_words(enum channel channel)
{
	return _(channels[channel].words);
}

bool channel_parse(const char *name, enum channel *out, struct error *err)
{
	size_t at = 0;
	bool is_found = parse_word(channels, CHANNEL_COUNT, name, &at);

	*out = (enum channel)at;
	return is_found ||
	       error_set(err, ERROR_INVALID, "channel", "%s",
			 _("A channel is one of walk_in, telephone, "
			   "appointment, message."));
}

const char *visit_state_name(enum visit_state state)
{
	return states[state].name;
}

bool visit_state_parse(const char *name, enum visit_state *out,
		       struct error *err)
{
	for (size_t i = 0; i < MEM_COUNT(states); i++) {
		if (str_same(states[i].name, name)) {
			*out = (enum visit_state)i;
			return true;
		}
	}
	*out = VISIT_WAITING;
	return error_set(err, ERROR_INVALID, "state", "%s",
			 _("A visit is waiting, called, serving, hold, aside, "
			   "served or left."));
}

bool visit_state_is_open(enum visit_state state)
{
	return state != VISIT_SERVED && state != VISIT_LEFT;
}

bool visit_may_become(enum visit_state from, enum visit_state to)
{
	return (states[from].next & (1u << to)) != 0;
}

const char *visit_part_name(enum visit_part part)
{
	return parts[part].name;
}

const char *visit_part_words(enum visit_part part)
{
	return _(parts[part].words);
}

bool visit_part_parse(const char *name, enum visit_part *out, struct error *err)
{
	size_t at = 0;
	bool is_found = parse_word(parts, MEM_COUNT(parts), name, &at);

	*out = (enum visit_part)at;
	return is_found ||
	       error_set(err, ERROR_INVALID, "part", "%s",
			 _("A part is one of themselves, beside, speaks_for, "
			   "interpreter, for_organisation."));
}

void visit_release(struct visit *visit)
{
	for (size_t i = 0; i < visit->person_count; i++) {
		free(visit->people[i].part_note);
		free(visit->people[i].noted_staff);
		free(visit->people[i].name);
	}
	for (size_t i = 0; i < visit->contact_count; i++)
		contact_release(&visit->contacts[i]);
	for (size_t i = 0; i < visit->interpreter_count; i++)
		free(visit->interpreters[i].name);
	free(visit->people);
	free(visit->interpreters);
	free(visit->contacts);
	free(visit->reference);
	free(visit->label);
	*visit = (struct visit){0};
}

void visit_add_person(struct visit *visit, int64_t resident_id,
		      int64_t organisation_id, enum visit_part part,
		      const char *name)
{
	size_t count = visit->person_count;

	visit->people =
	    mem_resize(visit->people, count + 1, sizeof(*visit->people));
	visit->people[count] =
	    (struct visit_person){.resident_id = resident_id,
				  .organisation_id = organisation_id,
				  .part = part,
				  .name = mem_copy(name)};
	visit->person_count++;
}

struct contact *visit_add_contact(struct visit *visit)
{
	size_t count = visit->contact_count;

	visit->contacts =
	    mem_resize(visit->contacts, count + 1, sizeof(*visit->contacts));
	visit->contacts[count] = (struct contact){0};
	visit->contact_count++;
	return &visit->contacts[count];
}

static bool is_same_person(const struct visit_person *a,
			   const struct visit_person *b)
{
	return a->resident_id == b->resident_id &&
	       a->organisation_id == b->organisation_id;
}

static bool visit_check_people(const struct visit *visit, struct error *err)
{
	struct text_limit note = {"part_note", _("what they speak for"), 200,
				  false, false};

	for (size_t i = 0; i < visit->person_count; i++) {
		const struct visit_person *person = &visit->people[i];

		if (person->resident_id == 0 && person->organisation_id == 0)
			return error_set(err, ERROR_INVALID, "person", "%s",
					 _("Choose a resident or an "
					   "organisation from the list."));
		for (size_t j = 0; j < i; j++)
			if (is_same_person(person, &visit->people[j]))
				return error_set(
				    err, ERROR_INVALID, "person", "%s",
				    _("The same person stands here twice: "
				      "take one away."));
		if (person->is_absent && person->part != PART_THEMSELVES)
			return error_set(err, ERROR_INVALID, "person", "%s",
					 _("Only the person they came for may "
					   "be absent: take the other away."));
		note.is_required = person->part == PART_SPEAKS_FOR;
		if (!text_check(person->part_note, &note, err))
			return false;
	}
	return true;
}

bool visit_check(const struct visit *visit, struct error *err)
{
	const struct text_limit label = {"label", _("the errand"), 80, false,
					 false};

	if (!text_check(visit->label, &label, err) ||
	    !visit_check_people(visit, err))
		return false;
	for (size_t i = 0; i < visit->contact_count; i++) {
		const struct contact *contact = &visit->contacts[i];

		if (!contact_check(contact, err))
			return false;
		for (size_t j = 0; j < i; j++)
			if (contact->request_id != 0 &&
			    contact->request_id ==
				visit->contacts[j].request_id)
				return error_set(
				    err, ERROR_INVALID, "topic", "%s",
				    _("The same request stands in this visit "
				      "twice: take one away."));
	}
	return true;
}

static bool visit_times_check_holds(const struct visit_times *times,
				    struct error *err)
{
	int64_t before = times->begun_at;

	if (times->hold_count > 0 && times->begun_at == 0)
		return error_set(err, ERROR_INVALID, "hold", "%s",
				 _("A hold needs the time when serving "
				   "began."));
	for (size_t i = 0; i < times->hold_count; i++) {
		const struct text_limit reason = {
		    "hold", _("the reason of the hold"), 80, false, false};
		int64_t began_at = times->holds[i].began_at;
		int64_t ended_at = times->holds[i].ended_at;

		if (began_at < before || ended_at < began_at ||
		    ended_at > times->ended_at)
			return error_set(err, ERROR_INVALID, "hold", "%s",
					 _("A hold lies between begin and end, "
					   "and after the hold before it."));
		if (!text_check(times->holds[i].reason, &reason, err))
			return false;
		before = ended_at;
	}
	return true;
}

bool visit_times_check(const struct visit_times *times, struct error *err)
{
	const struct {
		int64_t at;
		const char *field, *words;
	} steps[] = {
	    {times->arrived_at, "arrived_at",
	     _("The arrival must not lie before the Epoch.")},
	    {times->called_at, "called_at",
	     _("The call must not lie before the arrival.")},
	    {times->begun_at, "begun_at",
	     _("The begin must not lie before the call or the arrival.")},
	    {times->ended_at, "ended_at",
	     _("The end must not lie before the begin.")},
	};
	int64_t before = 0;

	if (times->arrived_at == 0 && times->begun_at == 0)
		return error_set(err, ERROR_INVALID, "arrived_at", "%s",
				 _("Give the time of the arrival or of the "
				   "begin."));
	if (times->ended_at == 0)
		return error_set(err, ERROR_INVALID, "ended_at", "%s",
				 _("Give the time when the visit ended."));
	for (size_t i = 0; i < MEM_COUNT(steps); i++) {
		if (steps[i].at == 0)
			continue;
		if (steps[i].at < before)
			return error_set(err, ERROR_INVALID, steps[i].field,
					 "%s", steps[i].words);
		before = steps[i].at;
	}
	return visit_times_check_holds(times, err);
}
