/*
 * visit_people.c - who is present in a visit, and how it is said
 */
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/core/visit.h"

static bool is_resident(const struct visit_person *person)
{
	return person->resident_id != 0;
}

size_t visit_find_person(const struct visit *visit, int64_t resident_id,
			 int64_t organisation_id)
{
	for (size_t i = 0; i < visit->person_count; i++)
		if (visit->people[i].resident_id == resident_id &&
		    visit->people[i].organisation_id == organisation_id)
			return i;
	return SIZE_MAX;
}

static bool has_organisation(const struct visit *visit)
{
	for (size_t i = 0; i < visit->person_count; i++)
		if (!is_resident(&visit->people[i]))
			return true;
	return false;
}

/* Every resident at the counter who has one part gets the other. */
static void turn(struct visit *visit, enum visit_part from, enum visit_part to)
{
	for (size_t i = 0; i < visit->person_count; i++) {
		struct visit_person *person = &visit->people[i];

		if (is_resident(person) && !person->is_absent &&
		    person->part == from)
			person->part = to;
	}
}

static struct visit_person *
find_or_add(struct visit *visit, int64_t resident_id, int64_t organisation_id)
{
	size_t at = visit_find_person(visit, resident_id, organisation_id);

	if (at == SIZE_MAX) {
		at = visit->person_count;
		visit_add_person(visit, resident_id, organisation_id,
				 PART_THEMSELVES, NULL);
	}
	return &visit->people[at];
}

void visit_place_person(struct visit *visit, int64_t resident_id,
			int64_t organisation_id, enum visit_part part)
{
	struct visit_person *person;

	if (organisation_id != 0) {
		turn(visit, PART_THEMSELVES, PART_FOR_ORGANISATION);
		part = PART_FOR_ORGANISATION;
	}
	person = find_or_add(visit, resident_id, organisation_id);
	person->part = part;
	person->is_absent = false;
	visit_sort_people(visit);
}

void visit_place_absent(struct visit *visit, int64_t resident_id)
{
	struct visit_person *person;

	turn(visit, PART_THEMSELVES, PART_SPEAKS_FOR);
	person = find_or_add(visit, resident_id, 0);
	person->part = PART_THEMSELVES;
	person->is_absent = true;
	visit_sort_people(visit);
}

void visit_replace_visitor(struct visit *visit, int64_t resident_id)
{
	const struct visit_person *visitor = visit_visitor(visit);
	enum visit_part part =
	    has_organisation(visit) ? PART_FOR_ORGANISATION : PART_THEMSELVES;
	char *note = NULL;

	int64_t before = 0;

	if (visitor != NULL) {
		part = visitor->part;
		note = mem_copy(visitor->part_note);
		before = visitor->resident_id;
	}
	visit_place_person(visit, resident_id, 0, part);
	if (note != NULL)
		visit_note_person(
		    &visit->people[visit_find_person(visit, resident_id, 0)],
		    note);
	if (before != 0 && before != resident_id)
		visit_remove_person(visit, visit_find_person(visit, before, 0));
	free(note);
}

/* Nobody is left whom they could speak for, or be beside. */
static void come_for_themselves(struct visit *visit)
{
	const struct visit_person *visitor = visit_visitor(visit);

	if (visitor == NULL)
		return;
	visit->people[visitor - visit->people].part = PART_THEMSELVES;
	visit_note_person(&visit->people[visitor - visit->people], "");
	visit_sort_people(visit);
}

void visit_remove_person(struct visit *visit, size_t index)
{
	struct visit_person gone = visit->people[index];

	visit->person_count--;
	memmove(&visit->people[index], &visit->people[index + 1],
		(visit->person_count - index) * sizeof(*visit->people));
	if (!is_resident(&gone) && !has_organisation(visit))
		turn(visit, PART_FOR_ORGANISATION, PART_THEMSELVES);
	free(gone.part_note);
	free(gone.noted_staff);
	free(gone.name);
	if (visit_subject(visit) == NULL)
		come_for_themselves(visit);
}

void visit_note_person(struct visit_person *person, const char *note)
{
	if (str_same(person->part_note, note))
		return;
	mem_replace(&person->part_note, note);
	mem_replace(&person->noted_staff, NULL);
	person->noted_at = 0;
	person->noted_by = 0;
}

static int rank_of(const struct visit_person *person)
{
	static const int ranks[] = {
	    [PART_THEMSELVES] = 0,  [PART_FOR_ORGANISATION] = 1,
	    [PART_SPEAKS_FOR] = 2,  [PART_BESIDE] = 3,
	    [PART_INTERPRETER] = 4,
	};

	return is_resident(person) ? ranks[person->part] : 5;
}

void visit_sort_people(struct visit *visit)
{
	/* By insertion: a few, and who came first stays first. */
	for (size_t i = 1; i < visit->person_count; i++) {
		struct visit_person moved = visit->people[i];
		size_t at = i;

		for (; at > 0 &&
		       rank_of(&visit->people[at - 1]) > rank_of(&moved);
		     at--)
			visit->people[at] = visit->people[at - 1];
		visit->people[at] = moved;
	}
}

const struct visit_person *visit_subject(const struct visit *visit)
{
	for (size_t i = 0; i < visit->person_count; i++)
		if (is_resident(&visit->people[i]) &&
		    visit->people[i].part == PART_THEMSELVES)
			return &visit->people[i];
	for (size_t i = 0; i < visit->person_count; i++)
		if (!is_resident(&visit->people[i]))
			return &visit->people[i];
	return NULL;
}

const struct visit_person *visit_visitor(const struct visit *visit)
{
	for (size_t i = 0; i < visit->person_count; i++) {
		const struct visit_person *person = &visit->people[i];

		if (is_resident(person) && !person->is_absent &&
		    person->part != PART_INTERPRETER)
			return person;
	}
	return NULL;
}

void visit_add_interpreter(struct visit *visit, int64_t staff_id,
			   const char *name)
{
	visit->interpreters =
	    mem_resize(visit->interpreters, visit->interpreter_count + 1,
		       sizeof(*visit->interpreters));
	visit->interpreters[visit->interpreter_count++] =
	    (struct visit_interpreter){staff_id, mem_copy(name)};
}

/* How somebody stands beside the one who is named first. */
static void add_beside(const struct visit_person *person, const char *dot,
		       struct str *out)
{
	if (out->len == 0)
		str_add(out, person->name);
	else if (!is_resident(person))
		str_addf(out, " %s %s", dot, person->name);
	else if (person->part == PART_SPEAKS_FOR)
		str_addf(out, _(" %s %s speaks"), dot, person->name);
	else if (person->part == PART_INTERPRETER)
		str_addf(out, _(" %s %s interprets"), dot, person->name);
	else
		str_addf(out, _(" %s with %s"), dot, person->name);
}

void visit_add_people(const struct visit *visit, const char *dot,
		      struct str *out)
{
	const struct visit_person *first = visit_visitor(visit);
	struct str text = STR_INIT;

	if (first != NULL)
		str_add(&text, first->name);
	for (size_t i = 0; i < visit->person_count; i++) {
		const struct visit_person *person = &visit->people[i];

		if (!person->is_absent || str_is_blank(person->name))
			continue;
		str_addf(&text, _("%s for %s"),
			 text.len > 0 ? "" : _("Somebody"), person->name);
	}
	for (size_t i = 0; i < visit->person_count; i++) {
		const struct visit_person *person = &visit->people[i];

		if (person != first && !person->is_absent &&
		    !str_is_blank(person->name))
			add_beside(person, dot, &text);
	}
	/* A colleague alone says nothing of who is here. */
	for (size_t i = 0; text.len > 0 && i < visit->interpreter_count; i++)
		str_addf(&text, _(" %s %s interprets"), dot,
			 visit->interpreters[i].name);
	str_add(out, str_text(&text));
	str_release(&text);
}
