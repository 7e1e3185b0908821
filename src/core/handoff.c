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
		  bool is_required, struct error *err)
{
	const struct text_limit limit = {
	    .field = field,
	    .label = label,
	    .max = 300,
	    .is_required = is_required,
	};

	return text_check(text, &limit, err);
}

bool handoff_check_asked(const char *asked, struct error *err)
{
	return check(asked, "asked", _("what is asked of them"), true, err);
}

bool handoff_check_reason(const char *reason, struct error *err)
{
	return check(reason, "reason", _("the reason"), true, err);
}

bool handoff_check_note(const char *note, struct error *err)
{
	return check(note, "note", _("the note"), false, err);
}

static void release_people(struct handoff_context *context)
{
	for (size_t i = 0; i < context->person_count; i++) {
		person_name_release(&context->people[i].name);
		free(context->people[i].organisation);
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
}

void handoff_context_release(struct handoff_context *context)
{
	person_name_release(&context->name);
	free(context->organisation);
	free(context->address);
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
