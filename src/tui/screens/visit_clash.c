/* Somebody else changed the visit meanwhile: nothing of either is lost. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "stale.h"
#include "visit.h"

struct clash {
	struct visit_screen *mine;
	struct visit now; /* as it stands in the store */
	size_t at;	  /* the contact that is on the screen */
	int64_t topic_id; /* which it is about there */
	char *topic;
};

static void clash_free(struct clash *clash)
{
	visit_release(&clash->now);
	free(clash->topic);
	free(clash);
}

static void leave(struct app *app, void *state)
{
	(void)app;
	clash_free(state);
}

/* Where the store's visit has the request of the form, else its count. */
static size_t find_contact(const struct visit *visit,
			   const struct contact *contact)
{
	for (size_t i = 0; contact->request_id && i < visit->contact_count; i++)
		if (visit->contacts[i].request_id == contact->request_id)
			return i;
	return visit->contact_count;
}

/* Part, absence and note, with who noted it. */
static void take_person(struct visit_person *to,
			const struct visit_person *from)
{
	to->part = from->part;
	to->is_absent = from->is_absent;
	to->noted_at = from->noted_at;
	to->noted_by = from->noted_by;
	mem_replace(&to->part_note, from->part_note);
	mem_replace(&to->noted_staff, from->noted_staff);
}

/* As visit_find_person(). */
static size_t find(const struct visit *visit, const struct visit_person *person)
{
	return visit_find_person(visit, person->resident_id,
				 person->organisation_id);
}

static void add_person(struct visit *visit, const struct visit_person *person)
{
	visit_add_person(visit, person->resident_id, person->organisation_id,
			 person->part, person->name);
	take_person(&visit->people[visit->person_count - 1], person);
}

void visit_remember_people(struct visit_screen *state)
{
	visit_release(&state->was);
	state->was = (struct visit){0};
	for (size_t i = 0; i < state->visit.person_count; i++)
		add_person(&state->was, &state->visit.people[i]);
}

static bool is_same(const struct visit_person *one,
		    const struct visit_person *other)
{
	return one->part == other->part && one->is_absent == other->is_absent &&
	       str_same(one->part_note ? one->part_note : "",
			other->part_note ? other->part_note : "");
}

/* What was changed here of who is present: added, changed, taken away. */
static void merge_people(const struct visit_screen *mine, struct visit *now)
{
	for (size_t i = 0; i < mine->visit.person_count; i++) {
		const struct visit_person *person = &mine->visit.people[i];
		size_t was = find(&mine->was, person);
		size_t theirs = find(now, person);

		if (was != SIZE_MAX && is_same(&mine->was.people[was], person))
			continue;
		if (theirs != SIZE_MAX)
			take_person(&now->people[theirs], person);
		else
			add_person(now, person);
	}
	for (size_t i = 0; i < mine->was.person_count; i++) {
		const struct visit_person *was = &mine->was.people[i];
		size_t theirs = find(now, was);

		if (theirs != SIZE_MAX && find(&mine->visit, was) == SIZE_MAX)
			visit_remove_person(now, theirs);
	}
	visit_sort_people(now);
}

/* What stands now, with the contact of the form in it, and what was changed
 * here of who is present. */
static void merge(struct clash *clash)
{
	struct visit_screen *mine = clash->mine;
	struct visit *now = &clash->now;
	struct contact *own = visit_contact(mine), *theirs;

	if (clash->at == now->contact_count)
		visit_add_contact(now);
	theirs = &now->contacts[clash->at];
	if (own->reference == NULL && theirs->reference != NULL)
		own->reference = mem_copy(theirs->reference);
	contact_release(theirs);
	*theirs = *own;
	*own = (struct contact){0};
	merge_people(mine, now);
	visit_release(&mine->visit);
	mine->visit = *now;
	*now = (struct visit){0};
	mine->current = clash->at;
}

static void save(struct app *app, void *state)
{
	struct clash *clash = state;
	struct visit_screen *mine = clash->mine;
	struct error err = {0};

	merge(clash);
	/* A topic that was chosen is one, with its questions. */
	if (clash->topic_id && !mine->gone &&
	    str_same(form_value(&mine->form, "about"), clash->topic) &&
	    mine->topic.topic_id != clash->topic_id &&
	    !visit_set_topic(mine, clash->topic_id, &err))
		app_problem(app, &err);
	clash_free(clash);
	if (visit_save(app, mine))
		app_news(app, _("Saved as chosen. Press the key again to go "
				"on."));
	app_reload(app);
}

/* The form of the store's visit, about the same request. */
static void make_now(struct app *app, struct clash *clash, struct form *out)
{
	struct visit_screen *other = visit_state_new(app);
	struct error err = {0};

	if (desk_get_visit(other->desk, clash->now.visit_id, &other->visit,
			   &err) &&
	    clash->at < other->visit.contact_count) {
		other->current = clash->at;
	} else {
		visit_add_contact(&other->visit);
		other->current = other->visit.contact_count - 1;
	}
	visit_form_make(other);
	clash->topic_id = other->topic.topic_id;
	clash->topic = mem_copy(other->topic.name);
	*out = other->form;
	memset(&other->form, 0, sizeof(other->form));
	visit_screen_free(other);
}

void visit_clash(struct app *app, struct visit_screen *state,
		 const struct error *err)
{
	struct clash *clash = mem_new(1, sizeof(*clash));
	struct error ignored = {0};
	struct form now = {0};
	struct stale_case which = {
	    .title = _("This visit was changed at another window"),
	    .mine = &state->form,
	    .now = &now,
	    .save = save,
	    .leave = leave,
	    .state = clash,
	};

	clash->mine = state;
	if (!desk_get_visit(state->desk, state->visit.visit_id, &clash->now,
			    &ignored) ||
	    !visit_state_is_open(clash->now.state)) {
		app_problem(app, err);
		clash_free(clash);
		return;
	}
	clash->at = find_contact(&clash->now, visit_contact(state));
	make_now(app, clash, &now);
	stale_open(app, &which);
}
