/*
 * handoff_target.c - who could receive a request, suggested first
 */
#include <stdlib.h>

#include "desk_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/absence.h"
#include "frontdesk/store/target.h"
#include "handoff_private.h"
#include "presence.h"

enum rank {
	RANK_HANDLER,
	RANK_HANDLING_DEPARTMENT,
	RANK_DEPUTY,
	RANK_BEFORE,
	RANK_DEPARTMENT,
	RANK_STAFF,
	RANK_COUNT
};

/* What is known of a target until all of them are read. */
struct candidate {
	struct target target; /* texts owned */
	const struct candidate *stands_in_for;
	const struct candidate *deputy; /* of a department with nobody in */
	struct day away_until;		/* "" not away */
	bool is_in;
	bool is_out; /* known to be; neither where nothing is known */
};

struct gathering {
	struct candidate *items;
	size_t count;
	int now_minute; /* at the site */
};

static void gather(const struct target *target, void *state)
{
	struct gathering *gathering = state;
	struct candidate *candidate;

	gathering->items = mem_resize(gathering->items, gathering->count + 1,
				      sizeof(*gathering->items));
	candidate = &gathering->items[gathering->count++];
	*candidate = (struct candidate){.target = *target};
	candidate->target.name = mem_copy(target->name);
	candidate->target.department = mem_copy(target->department);
	candidate->target.telephone = mem_copy(target->telephone);
	candidate->target.place = mem_copy(target->place);
	candidate->target.topic = mem_copy(target->topic);
	candidate->is_in = target->is_at_desk ||
			   (target->staff_id != 0 &&
			    target->in_until_minute > gathering->now_minute);
	candidate->is_out = !candidate->is_in && target->staff_id != 0 &&
			    target->in_until_minute >= 0;
}

/* Away by what is noted; whose desk runs all the same is in. */
static void note_away(const struct absence *absence, void *state)
{
	struct gathering *gathering = state;

	for (size_t i = 0; i < gathering->count; i++) {
		struct candidate *person = &gathering->items[i];

		if (person->target.staff_id != absence->staff_id ||
		    person->target.is_at_desk ||
		    day_compare(absence->to, person->away_until) <= 0)
			continue;
		person->away_until = absence->to;
		person->is_in = false;
		person->is_out = true;
	}
}

static void gathering_release(struct gathering *gathering)
{
	for (size_t i = 0; i < gathering->count; i++) {
		struct target *target = &gathering->items[i].target;

		free((char *)target->name);
		free((char *)target->department);
		free((char *)target->telephone);
		free((char *)target->place);
		free((char *)target->topic);
	}
	free(gathering->items);
}

/* A department is in, and has a desk, where somebody of it is and has; it is
 * out where everybody of it is known to be. */
static void look_at_department(const struct gathering *gathering,
			       struct candidate *whole)
{
	bool are_out = true, has_people = false;

	for (size_t i = 0; i < gathering->count; i++) {
		const struct candidate *person = &gathering->items[i];

		if (person->target.staff_id == 0 ||
		    person->target.department_id != whole->target.department_id)
			continue;
		has_people = true;
		are_out = are_out && person->is_out;
		whole->is_in = whole->is_in || person->is_in;
		whole->target.is_at_desk =
		    whole->target.is_at_desk || person->target.is_at_desk;
	}
	whole->is_out = has_people && are_out;
}

static struct candidate *find(struct gathering *gathering, int64_t staff_id,
			      int64_t department_id)
{
	for (size_t i = 0; i < gathering->count; i++) {
		struct candidate *item = &gathering->items[i];

		if (staff_id != 0
			? item->target.staff_id == staff_id
			: department_id != 0 && item->target.staff_id == 0 &&
			      item->target.department_id == department_id)
			return item;
	}
	return NULL;
}

static bool is_suggested(const struct target *target)
{
	return target->is_handler || target->had_it;
}

/* Where nobody of a department is in, its deputy stands in; one of a
 * department that would be suggested is suggested. */
static void find_deputies(struct gathering *gathering)
{
	for (size_t i = 0; i < gathering->count; i++) {
		struct candidate *whole = &gathering->items[i];
		struct candidate *deputy;

		if (whole->target.staff_id != 0)
			continue;
		look_at_department(gathering, whole);
		if (!whole->is_out)
			continue;
		deputy = find(gathering, whole->target.deputy_staff_id,
			      whole->target.deputy_id);
		whole->deputy = deputy;
		if (deputy != NULL && is_suggested(&whole->target))
			deputy->stands_in_for = whole;
	}
}

static enum rank rank_of(const struct candidate *candidate)
{
	const struct target *target = &candidate->target;

	/* Whoever sent it back is not the first to be asked again. */
	if (target->returned_it)
		return RANK_BEFORE;
	if (target->is_handler)
		return target->staff_id == 0 ? RANK_HANDLING_DEPARTMENT
					     : RANK_HANDLER;
	if (candidate->stands_in_for != NULL)
		return RANK_DEPUTY;
	if (target->had_it || target->owns_it)
		return RANK_BEFORE;
	return target->staff_id == 0 ? RANK_DEPARTMENT : RANK_STAFF;
}

static void add_part(struct str *out, const char *text)
{
	if (str_is_blank(text))
		return;
	if (out->len > 0)
		str_add(out, " · ");
	str_add(out, text);
}

/* "out until Wed Dec 2" */
static void add_away(const struct candidate *candidate, struct str *out)
{
	char until[24];

	day_format(candidate->away_until, until);
	str_addf(out, _("out until %s"), until);
}

/* "Ms. Weber stands in until 5 pm" */
static void add_deputy(const struct gathering *gathering,
		       const struct candidate *deputy, struct str *out)
{
	struct str text = STR_INIT;

	str_addf(&text, _("%s stands in"), deputy->target.name);
	if (deputy->away_until.text[0] != '\0') {
		str_add(&text, ", ");
		add_away(deputy, &text);
	} else if (deputy->target.staff_id != 0 && deputy->is_in &&
		   deputy->target.in_until_minute > gathering->now_minute) {
		str_add(&text, _(" until "));
		presence_add_hour(deputy->target.in_until_minute, &text);
	}
	add_part(out, str_text(&text));
	str_release(&text);
}

/* Of a person who is away: who stands in for their department. */
static void add_department_deputy(struct gathering *gathering,
				  const struct candidate *person,
				  struct str *out)
{
	const struct candidate *whole, *deputy;

	if (person->away_until.text[0] == '\0')
		return;
	whole = find(gathering, 0, person->target.department_id);
	deputy = whole != NULL ? find(gathering, whole->target.deputy_staff_id,
				      whole->target.deputy_id)
			       : NULL;
	if (deputy != NULL && deputy != person)
		add_deputy(gathering, deputy, out);
}

static char *detail_of(struct gathering *gathering,
		       const struct candidate *candidate)
{
	const struct target *target = &candidate->target;
	struct str detail = STR_INIT, presence = STR_INIT;

	/* What matters first: the row may be cut behind it. */
	if (candidate->away_until.text[0] != '\0')
		add_away(candidate, &presence);
	else
		presence_add(target->in_until_minute, gathering->now_minute,
			     &presence);
	add_part(&detail, str_text(&presence));
	add_department_deputy(gathering, candidate, &detail);
	if (target->staff_id == 0 && candidate->is_out) {
		add_part(&detail, _("nobody in"));
		if (candidate->deputy != NULL)
			add_deputy(gathering, candidate->deputy, &detail);
	}
	add_part(&detail, target->department);
	add_part(&detail, target->place);
	add_part(&detail, target->telephone);
	str_release(&presence);
	return str_take(&detail);
}

static char *why(const struct candidate *candidate)
{
	const struct target *target = &candidate->target;
	bool has_past = target->had_it || target->owns_it;
	struct str text = STR_INIT;

	if (target->is_handler)
		str_addf(&text, has_past ? _("handles it") : _("handles %s"),
			 target->topic);
	else if (candidate->stands_in_for != NULL)
		str_addf(&text, _("stands in for %s"),
			 candidate->stands_in_for->target.name);
	if (target->owns_it)
		add_part(&text, _("has it now"));
	else if (target->returned_it)
		add_part(&text, _("returned it"));
	else if (target->had_it)
		add_part(&text, _("had it before"));
	return text.len > 0 ? str_take(&text) : NULL;
}

/* Each rank keeps the order of the names. */
static void fill(struct gathering *gathering, struct handoff_draft *draft)
{
	draft->targets = mem_new(gathering->count + 1, sizeof(*draft->targets));
	for (int rank = 0; rank < RANK_COUNT; rank++) {
		for (size_t i = 0; i < gathering->count; i++) {
			const struct candidate *item = &gathering->items[i];

			if ((int)rank_of(item) != rank)
				continue;
			draft->targets[draft->target_count++] =
			    (struct handoff_target){
				.staff_id = item->target.staff_id,
				.department_id = item->target.department_id,
				.name = mem_copy(item->target.name),
				.detail = detail_of(gathering, item),
				.why = why(item),
				.has_desk = item->target.is_at_desk,
			    };
		}
	}
}

/* "Mr. Osei, Planning": the person first, then the department. */
static void name_handlers(const struct gathering *gathering,
			  struct handoff_draft *draft)
{
	struct str text = STR_INIT;

	for (int turn = 0; turn < 2; turn++) {
		for (size_t i = 0; i < gathering->count; i++) {
			const struct target *target =
			    &gathering->items[i].target;

			if (!target->is_handler ||
			    (target->staff_id == 0) != (turn == 1))
				continue;
			if (text.len > 0)
				str_add(&text, ", ");
			str_add(&text, target->name);
		}
	}
	draft->handles = text.len > 0 ? str_take(&text) : NULL;
}

bool handoff_read_targets(struct desk *desk, int64_t request_id,
			  struct handoff_draft *draft, struct error *err)
{
	const struct target_query query = {
	    .request_id = request_id,
	    .but_staff_id = desk->session.staff_id,
	    .since_at = handoff_since(desk),
	};
	struct gathering gathering = {0};
	struct local now;
	bool done;

	desk_local(desk, desk_now(desk), &now);
	gathering.now_minute = now.hour * 60 + now.minute;
	done = target_list(desk->db, &query, gather, &gathering, err) &&
	       absence_each(desk->db, desk_today(desk), desk_today(desk),
			    note_away, &gathering, err);
	if (done) {
		find_deputies(&gathering);
		fill(&gathering, draft);
		name_handlers(&gathering, draft);
	}
	gathering_release(&gathering);
	return done;
}
