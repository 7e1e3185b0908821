/*
 * handoff.c - a request passed on
 */
#include "frontdesk/core/handoff.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"

static const char *const names[] = {
    [HANDOFF_OFFERED] = "offered",
    [HANDOFF_ACCEPTED] = "accepted",
    [HANDOFF_RETURNED] = "returned",
};

const char *handoff_state_name(enum handoff_state state)
{
	return names[state];
}

bool handoff_state_parse(const char *name, enum handoff_state *out)
{
	for (size_t i = 0; i < MEM_COUNT(names); i++) {
		if (strcmp(names[i], name) == 0) {
			*out = (enum handoff_state)i;
			return true;
		}
	}
	return false;
}

static const char *const urgencies[][2] = {
    [URGENCY_USUAL] = {"usual", N_("as usual")},
    [URGENCY_TODAY] = {"today", N_("today")},
    [URGENCY_NOW] = {"now", N_("now: urgent")},
};

const char *handoff_urgency_name(enum handoff_urgency urgency)
{
	return urgencies[urgency][0];
}

const char *handoff_urgency_words(enum handoff_urgency urgency)
{
	return _(urgencies[urgency][1]);
}

bool handoff_urgency_parse(const char *name, enum handoff_urgency *out,
			   struct error *err)
{
	for (size_t i = 0; i < MEM_COUNT(urgencies); i++) {
		if (str_same(urgencies[i][0], name)) {
			*out = (enum handoff_urgency)i;
			return true;
		}
	}
	return error_set(err, ERROR_INVALID, "urgency",
			 _("How soon is one of usual, today and now."));
}

static const char *const manners[][2] = {
    [MANNER_WRITTEN] = {"written", N_("in writing")},
    [MANNER_WARM] = {"warm", N_("in front of the visitor")},
};

const char *handoff_manner_name(enum handoff_manner manner)
{
	return manners[manner][0];
}

const char *handoff_manner_words(enum handoff_manner manner)
{
	return _(manners[manner][1]);
}

bool handoff_manner_parse(const char *name, enum handoff_manner *out,
			  struct error *err)
{
	for (size_t i = 0; i < MEM_COUNT(manners); i++) {
		if (str_same(manners[i][0], name)) {
			*out = (enum handoff_manner)i;
			return true;
		}
	}
	return error_set(err, ERROR_INVALID, "manner",
			 _("How is one of written and warm."));
}

void handoff_release(struct handoff *handoff)
{
	free(handoff->reference);
	free(handoff->topic);
	free(handoff->resident);
	free(handoff->from);
	free(handoff->to);
	free(handoff->asked);
	free(handoff->context);
	free(handoff->note);
	free(handoff->answered_by);
	free(handoff->noted_by);
	free(handoff->delivery);
	memset(handoff, 0, sizeof(*handoff));
}

void handoff_list_release(struct handoff_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		handoff_release(&list->items[i]);
	free(list->items);
	memset(list, 0, sizeof(*list));
}

static bool check(const char *text, const char *field, const char *label,
		  struct error *err)
{
	const struct text_limit limit = {
	    .field = field,
	    .label = label,
	    .max = 300,
	    .is_required = true,
	};

	return text_check(text, &limit, err);
}

bool handoff_check_asked(const char *asked, struct error *err)
{
	return check(asked, "asked", _("what is asked of them"), err);
}

bool handoff_check_reason(const char *reason, struct error *err)
{
	return check(reason, "reason", _("the reason"), err);
}

bool handoff_check_what(const char *what, struct error *err)
{
	return check(what, "what", _("what will be done"), err);
}

static void release_people(struct handoff_context *context)
{
	for (size_t i = 0; i < context->person_count; i++) {
		person_name_release(&context->people[i].name);
		free(context->people[i].whole_name);
		free(context->people[i].part_note);
		free(context->people[i].noted_by);
	}
	free(context->people);
}

static void release_history(struct handoff_context *context)
{
	for (size_t i = 0; i < context->contact_count; i++) {
		free(context->contacts[i].staff);
		free(context->contacts[i].words);
		free(context->contacts[i].done);
	}
	free(context->contacts);
	for (size_t i = 0; i < context->hop_count; i++) {
		free(context->hops[i].from);
		free(context->hops[i].to);
		free(context->hops[i].asked);
		free(context->hops[i].note);
	}
	free(context->hops);
	for (size_t i = 0; i < context->joined_count; i++)
		free(context->joined[i]);
	free(context->joined);
}

void handoff_context_release(struct handoff_context *context)
{
	person_name_release(&context->name);
	free(context->organisation);
	free(context->address);
	title_list_release(&context->refused_titles);
	free(context->language);
	free(context->reach);
	release_people(context);
	free(context->reference);
	free(context->topic);
	free(context->place);
	for (size_t i = 0; i < context->number_count; i++)
		free(context->numbers[i]);
	free(context->numbers);
	free(context->words);
	free(context->concern);
	free(context->done);
	for (size_t i = 0; i < context->answer_count; i++) {
		free(context->answers[i].label);
		free(context->answers[i].value);
		free(context->answers[i].ask);
		free(context->answers[i].notice);
	}
	free(context->answers);
	for (size_t i = 0; i < context->promise_count; i++) {
		free(context->promises[i].what);
		free(context->promises[i].by);
	}
	free(context->promises);
	release_history(context);
	memset(context, 0, sizeof(*context));
}
