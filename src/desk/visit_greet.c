/*
 * visit_greet.c - who is greeted in a visit: everyone who stands here
 *
 * The resident first, even when another speaks; interpreters last. Who is not
 * here is not greeted, and neither is a colleague who interprets.
 */
#include "find_row.h"
#include "greeting.h"
#include "visit_cue.h"

_Static_assert(GREETING_PEOPLE == CUE_PEOPLE, "the same people are greeted");

/* Whose matter it is stands here, or who came for an organisation does. */
static bool has_subject(const struct visit *visit)
{
	for (size_t i = 0; i < visit->person_count; i++) {
		const struct visit_person *person = &visit->people[i];

		if (person->resident_id != 0 && !person->is_absent &&
		    (person->part == PART_THEMSELVES ||
		     person->part == PART_FOR_ORGANISATION))
			return true;
	}
	return false;
}

/* Who speaks for somebody that is not here comes in their place. */
static int rank_of(const struct visit_person *person, bool is_led)
{
	switch (person->part) {
	case PART_BESIDE:
		return 1;
	case PART_SPEAKS_FOR:
		return is_led ? 2 : 0;
	case PART_INTERPRETER:
		return 3;
	default:
		return 0;
	}
}

/* Adds whose id is not 0; false where there is no room. */
static bool add_id(int64_t ids[CUE_PEOPLE], int64_t id)
{
	for (size_t i = 0; id != 0 && i < CUE_PEOPLE; i++) {
		if (ids[i] != 0)
			continue;
		ids[i] = id;
		return true;
	}
	return id == 0;
}

static void add_person(const struct visit_person *person, int rank,
		       struct cue_facts *facts)
{
	if (person->part != PART_INTERPRETER)
		add_id(facts->people.resident_ids, person->resident_id);
	if (!person->is_absent &&
	    !add_id(facts->greeted.resident_ids, person->resident_id))
		facts->ungreeted_count++;
	if (!person->is_absent && person->resident_id != 0 && rank < 2)
		facts->together_count++;
	add_id(facts->people.organisation_ids, person->organisation_id);
}

void visit_cue_list_people(const struct visit *visit, struct cue_facts *facts)
{
	bool is_led = has_subject(visit);

	for (int rank = 0; rank <= 3; rank++)
		for (size_t i = 0; i < visit->person_count; i++)
			if (rank_of(&visit->people[i], is_led) == rank)
				add_person(&visit->people[i], rank, facts);
}

/* The store gives them in no order: as they are greeted. */
static void sort_residents(struct cue_facts *facts)
{
	size_t sorted = 0;

	for (size_t i = 0; i < CUE_PEOPLE; i++) {
		for (size_t j = sorted; j < facts->resident_count; j++) {
			struct resident swapped = facts->residents[j];

			if (swapped.resident_id !=
			    facts->greeted.resident_ids[i])
				continue;
			facts->residents[j] = facts->residents[sorted];
			facts->residents[sorted++] = swapped;
			break;
		}
	}
}

bool visit_cue_read_greeted(struct db *db, int64_t visit_id,
			    struct cue_facts *facts, struct error *err)
{
	bool was_here[CUE_PEOPLE] = {false};

	if (facts->greeted.resident_ids[0] != 0 &&
	    !cue_list_residents(db, &facts->greeted, visit_id, facts->residents,
				was_here, &facts->resident_count, err))
		return false;
	for (size_t i = 0; i < facts->resident_count; i++)
		if (facts->residents[i].resident_id ==
		    facts->greeted.resident_ids[0])
			facts->is_first_visit = !was_here[i];
	if (facts->together_count > facts->resident_count)
		facts->together_count = facts->resident_count;
	sort_residents(facts);
	return true;
}

bool visit_cue_greet(struct desk *desk, const struct phrases *phrases,
		     const struct visit *visit, const struct cue_facts *facts,
		     struct visit_cue *out, struct error *err)
{
	const struct greeting greeting = {
	    .residents = facts->residents,
	    .count = facts->resident_count,
	    .together_count = facts->together_count,
	};

	if (!greeting_make(desk, phrases, &greeting, &out->cue, &out->close,
			   &out->other_close, err))
		return false;
	/* Once a visit. */
	if (visit->asked_address_at != 0)
		cue_drop_ask(&out->cue);
	/* The telephone has its own opening, until the caller is known. */
	if (visit->channel == CHANNEL_TELEPHONE && visit->person_count == 0)
		greeting_answer_call(desk, phrases, &out->cue);
	return true;
}
