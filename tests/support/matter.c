/*
 * matter.c - visits about something, for tests of what happens after them
 */
#include "matter.h"

#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/visit.h"

void matter_come(struct desk *desk, struct visit *out)
{
	struct error err = {0};

	*out = (struct visit){0};
	fixture_ok(desk_begin_visit(desk, out, desk_now(desk), &err));
}

void matter_begin(struct fixture *fixture, struct desk *desk,
		  int64_t resident_id, enum fixture_topic topic,
		  const char *words, struct visit *out)
{
	struct error err = {0};
	struct contact *contact;

	memset(out, 0, sizeof(*out));
	if (resident_id != 0)
		visit_add_person(out, resident_id, 0, PART_THEMSELVES, NULL);
	fixture_ok(desk_begin_visit(desk, out, desk_now(desk), &err));
	contact = visit_add_contact(out);
	contact->topic_id = fixture->topics[topic];
	contact->words = mem_copy(words);
	fixture_ok(desk_save_visit(desk, out, &err));
}

void matter_finish(struct desk *desk, struct visit *visit, enum result result)
{
	struct error err = {0};

	visit->contacts[0].result = result;
	fixture_ok(desk_finish_visit(desk, visit, desk_now(desk), &err));
}

int64_t matter_open(struct fixture *fixture, int64_t resident_id,
		    const char *words)
{
	struct visit visit;
	int64_t request_id;

	matter_begin(fixture, fixture->desk, resident_id, FIXTURE_FENCE, words,
		     &visit);
	matter_finish(fixture->desk, &visit, RESULT_OPENED);
	request_id = visit.contacts[0].request_id;
	visit_release(&visit);
	return request_id;
}

int64_t matter_offer(struct desk *desk, int64_t request_id, int64_t visit_id,
		     int64_t staff_id, int64_t department_id, const char *asked)
{
	const struct handoff_target target = {
	    .staff_id = staff_id,
	    .department_id = department_id,
	};
	struct handoff_draft draft;
	struct error err = {0};
	int64_t handoff_id;

	fixture_ok(
	    desk_prepare_handoff(desk, request_id, visit_id, &draft, &err));
	fixture_ok(desk_offer_handoff(desk, &draft, &target, asked, &handoff_id,
				      &err));
	handoff_draft_release(&draft);
	return handoff_id;
}

void matter_has(const char *text, const char *part)
{
	if (text == NULL || strstr(text, part) == NULL)
		fail_msg("“%s” is not in:\n%s", part, text);
}

void matter_has_not(const char *text, const char *part)
{
	if (text != NULL && strstr(text, part) != NULL)
		fail_msg("“%s” is in:\n%s", part, text);
}
