/*
 * idea.c - ideas from whoever works here, and what becomes of them
 */
#include "frontdesk/core/idea.h"

#include <stdlib.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"

static const struct {
	const char *name, *words;
} states[IDEA_STATES] = {
    [IDEA_NEW] = {"new", N_("new")},
    [IDEA_TAKEN_UP] = {"taken_up", N_("taken up")},
    [IDEA_NOT_NOW] = {"not_now", N_("not now")},
    [IDEA_DONE] = {"done", N_("done")},
};

const char *idea_state_name(enum idea_state state)
{
	return states[state].name;
}

const char *idea_state_words(enum idea_state state)
{
	return _(states[state].words);
}

bool idea_state_parse(const char *text, enum idea_state *out, struct error *err)
{
	for (int i = 0; i < IDEA_STATES; i++)
		if (str_same(states[i].name, text)) {
			*out = (enum idea_state)i;
			return true;
		}
	return error_set(err, ERROR_INVALID, "decision",
			 _("an idea is taken_up, not_now or done"));
}

bool idea_text_check(const char *text, const char *field, struct error *err)
{
	const struct text_limit limit = {
	    .field = field,
	    .label = str_same(field, "idea")	 ? _("the idea")
		     : str_same(field, "remark") ? _("the remark")
						 : _("the answer"),
	    .max = IDEA_TEXT_MAX,
	    .is_required = true,
	};

	return text_check(text, &limit, err);
}

static const char *const steps[] = {
    [IDEA_STEP_NOTED] = "noted",       [IDEA_STEP_REMARK] = "remark",
    [IDEA_STEP_TAKEN_UP] = "taken_up", [IDEA_STEP_NOT_NOW] = "not_now",
    [IDEA_STEP_DONE] = "done",	       [IDEA_STEP_READ] = "read",
};

const char *idea_step_name(enum idea_step step)
{
	return steps[step];
}

enum idea_step idea_step_find(const char *name)
{
	for (size_t i = 0; i < MEM_COUNT(steps); i++)
		if (str_same(steps[i], name))
			return (enum idea_step)i;
	return IDEA_STEP_REMARK;
}

enum idea_step idea_step_of(enum idea_state decision)
{
	return decision == IDEA_TAKEN_UP  ? IDEA_STEP_TAKEN_UP
	       : decision == IDEA_NOT_NOW ? IDEA_STEP_NOT_NOW
					  : IDEA_STEP_DONE;
}

bool idea_step_is_decision(enum idea_step step)
{
	return step == IDEA_STEP_TAKEN_UP || step == IDEA_STEP_NOT_NOW ||
	       step == IDEA_STEP_DONE;
}

void idea_release(struct idea *idea)
{
	for (size_t i = 0; i < idea->event_count; i++) {
		free(idea->events[i].staff);
		free(idea->events[i].text);
	}
	free(idea->events);
	free(idea->staff);
	free(idea->text);
	free(idea->visit_reference);
	*idea = (struct idea){0};
}
