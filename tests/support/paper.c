/*
 * paper.c - visits as a paper log has them, entered through the desk
 */
#include "paper.h"

#include "frontdesk/base/mem.h"

int64_t paper_at(int hour, int minute)
{
	return FIXTURE_START +
	       (hour * 60 + minute - (14 * 60 + 14)) * CLOCK_MINUTE;
}

struct paper paper_served(enum result result)
{
	return (struct paper){.arrived_at = paper_at(9, 0),
			      .called_at = paper_at(9, 5),
			      .begun_at = paper_at(9, 5),
			      .ended_at = paper_at(9, 15),
			      .result = result};
}

int64_t paper_enter(struct fixture *fixture, const struct paper *paper,
		    int64_t *request_id)
{
	struct visit visit = {.channel = paper->channel,
			      .state =
				  paper->has_left ? VISIT_LEFT : VISIT_SERVED};
	struct visit_times times = {
	    .arrived_at = paper->arrived_at,
	    .called_at = paper->called_at,
	    .begun_at = paper->begun_at,
	    .ended_at = paper->ended_at,
	};
	struct error err = {0};
	int64_t visit_id;

	if (paper->resident_id != 0)
		visit_add_person(&visit, paper->resident_id, 0, PART_THEMSELVES,
				 NULL);
	if (!paper->has_left) {
		struct contact *contact = visit_add_contact(&visit);

		contact->topic_id = fixture->topics[paper->topic];
		contact->result = paper->result == RESULT_NONE ? RESULT_ANSWERED
							       : paper->result;
		contact->concern = mem_copy(paper->result == RESULT_COULD_NOT
						? "Took a day off work to come"
						: NULL);
		contact->result_text = mem_copy("over the height");
		contact->alternative = mem_copy("a hedge");
		contact->appeal = mem_copy("the zoning board");
	}
	fixture_ok(desk_enter_visit(fixture->desk, &visit, &times, &err));
	visit_id = visit.visit_id;
	if (request_id != NULL)
		*request_id = visit.contacts[0].request_id;
	visit_release(&visit);
	return visit_id;
}

void paper_sum_up(struct fixture *fixture, struct day from, struct day to,
		  struct summary *out)
{
	struct error err = {0};

	fixture_ok(desk_sum_up(fixture->desk, from, to, out, &err));
}
