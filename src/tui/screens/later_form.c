/* The rows of a visit that is entered later, and what they mean. */
#include <stdlib.h>

#include "../pick.h"
#include "frontdesk/base/mem.h"
#include "later.h"
#include "topic_pick.h"

static const struct form_choice channels[] = {
    {'w', "walk_in", N_("Walk-in")},
    {'t', "telephone", N_("Telephone")},
    {'a', "appointment", N_("Appointment")},
    {'m', "message", N_("Message")},
};

/* What a hand-off says is said by handing off. */
static const struct form_choice results[] = {
    {'a', "answered", N_("answered")},
    {'g', "given", N_("item given")},
    {'o', "opened", N_("request opened")},
    {'b', "come_back", N_("come back with")},
    {'n', "not_ours", N_("not ours")},
    {'c', "could_not", N_("could not")},
    {'l', "left", N_("left without being served")},
};

void later_form_make(struct form *form)
{
	form_init(form, 13);
	form_add_text(form, "arrived_at", _("Arrived"), 40, false);
	form_add_text(form, "called_at", _("Called"), 40, false);
	form_add_text(form, "begun_at", _("Began"), 40, false);
	form_add_text(form, "ended_at", _("Ended"), 40, false);
	form_add_choice(form, "channel", _("How"), channels,
			MEM_COUNT(channels));
	form_set(form, "channel", "walk_in");
	form_add_text(form, "who", _("Who"), 200, false);
	form_note(form, "who", _("empty: unnamed; F4 finds them"));
	form_add_text(form, "topic", _("About"), 200, false);
	form_add_text(form, "words", _("They said"), 2000, true);
	form_add_text(form, "concern", _("Concern"), 500, true);
	form_add_text(form, "done", _("Done"), 2000, true);
	form_add_choice(form, "result", _("Result"), results,
			MEM_COUNT(results));
	form_add_text(form, "result_text", _("What, where"), 1000, true);
	form_add_text(form, "tried", _("Was tried"), 1000, true);
	form_add_text(form, "alternative", _("Alternative"), 1000, true);
	form_add_text(form, "appeal", _("Appeal"), 1000, true);
}

/* The one that is meant; a name that fits nobody or many is asked for. */
static bool find_who(struct later *later, struct error *err)
{
	const char *typed = form_value(&later->form, "who");
	struct find found = {0};
	bool is_one;

	if (str_is_blank(typed) || later->resident_id || later->organisation_id)
		return true;
	if (!desk_find(later->desk, typed, 2, &found, err))
		return false;
	is_one = found.people_count == 1 &&
		 (found.rows[0].kind == FIND_RESIDENT ||
		  found.rows[0].kind == FIND_ORGANISATION);
	if (is_one && found.rows[0].kind == FIND_RESIDENT)
		later->resident_id = found.rows[0].id;
	else if (is_one)
		later->organisation_id = found.rows[0].id;
	find_release(&found);
	return is_one || error_set(err, ERROR_INVALID, "who", "%s",
				   _("That is nobody here, or more than one: "
				     "F4 shows them, or leave it empty."));
}

static bool find_topic(struct later *later, struct error *err)
{
	const char *typed = form_value(&later->form, "topic");
	struct find found = {0};

	if (str_is_blank(typed) || later->topic_id)
		return true;
	if (!desk_find_topics(later->desk, typed, 1, &found, err))
		return false;
	if (found.count) {
		later->topic_id = found.rows[0].id;
		form_set(&later->form, "topic", found.rows[0].title);
	}
	find_release(&found);
	return later->topic_id ||
	       error_set(err, ERROR_INVALID, "topic", "%s",
			 _("No topic has those words: F4 shows all of them."));
}

static void fill_contact(const struct later *later, struct contact *contact)
{
	const struct form *form = &later->form;

	contact->topic_id = later->topic_id;
	mem_replace(&contact->words, form_value(form, "words"));
	mem_replace(&contact->concern, form_value(form, "concern"));
	mem_replace(&contact->done, form_value(form, "done"));
	mem_replace(&contact->result_text, form_value(form, "result_text"));
	mem_replace(&contact->tried, form_value(form, "tried"));
	mem_replace(&contact->alternative, form_value(form, "alternative"));
	mem_replace(&contact->appeal, form_value(form, "appeal"));
}

bool later_visit(struct later *later, struct visit *out, struct error *err)
{
	const char *result = form_value(&later->form, "result");
	bool has_left = str_same(result, "left");
	struct contact *contact;

	*out = (struct visit){.state = has_left ? VISIT_LEFT : VISIT_SERVED};
	if (!find_who(later, err) || !find_topic(later, err))
		return false;
	if (!channel_parse(form_value(&later->form, "channel"), &out->channel,
			   err))
		return error_set(err, ERROR_INVALID, "channel", "%s",
				 _("Say how they reached us: w, t, a or m."));
	if (!has_left && str_is_blank(form_value(&later->form, "begun_at")))
		return error_set(err, ERROR_INVALID, "begun_at", "%s",
				 _("Say when serving began, or that they "
				   "left."));
	if (!has_left && !later->topic_id &&
	    str_is_blank(form_value(&later->form, "words")))
		return error_set(err, ERROR_INVALID, "topic", "%s",
				 _("Say what the visit was about."));
	if (later->resident_id)
		visit_add_person(out, later->resident_id, 0, PART_THEMSELVES,
				 NULL);
	if (later->organisation_id)
		visit_add_person(out, 0, later->organisation_id,
				 PART_FOR_ORGANISATION, NULL);
	contact = visit_add_contact(out);
	fill_contact(later, contact);
	if (str_is_blank(result))
		return error_set(err, ERROR_INVALID, "result", "%s",
				 _("Choose what came of it."));
	return has_left || result_parse(result, &contact->result, err);
}

static void who_picked(struct app *app, void *state, const struct find_row *row)
{
	struct later *later = ((struct screen *)state)->state;

	(void)app;
	later->resident_id = row->kind == FIND_RESIDENT ? row->id : 0;
	later->organisation_id = row->kind == FIND_ORGANISATION ? row->id : 0;
	form_set(&later->form, "who", row->title ? row->title : _("new"));
	form_go_on(&later->form);
}

static bool topic_picked(struct app *app, void *state, const char *id,
			 const char *typed, struct error *err)
{
	struct later *later = ((struct screen *)state)->state;
	struct topic topic = {0};

	(void)app;
	(void)typed;
	if (!desk_get_topic(later->desk, strtoll(id, NULL, 10), &topic, err))
		return false;
	later->topic_id = topic.topic_id;
	form_set(&later->form, "topic", topic.name);
	topic_release(&topic);
	form_go_on(&later->form);
	return true;
}

void later_choose(struct app *app, struct screen *screen)
{
	const struct later *later = screen->state;
	const struct pick pick = {
	    .title = _("What was it about?"),
	    .label = _("Topic"),
	    .find = topic_pick_find,
	    .picked = topic_picked,
	    .state = screen,
	};

	if (form_is_at(&later->form, "who"))
		person_pick(app, _("Who was it?"), who_picked, NULL, screen);
	else
		pick_open(app, &pick);
}
