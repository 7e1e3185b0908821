/*
 * demo_deed.c - one line of stories.tsv happens
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "demo_history.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/signin.h"
#include "frontdesk/desk/visit.h"

enum { LENGTH = 4 /* minutes that a visit of a story takes */ };

struct deed {
	struct demo *demo;
	struct desk *desk;
	const struct table *stories;
	size_t row;
	int64_t *request_id; /* of the case */
};

static const char *deed_text(const struct deed *deed, const char *column)
{
	return table_text(deed->stories, deed->row, column);
}

static bool wrong(const struct deed *deed, struct error *err, const char *what)
{
	return table_wrong(deed->stories, deed->row, err, what);
}

/* "Rowena Pangilinan for Manila Bakeshop", "Elena Alvarez + Luis Alvarez" */
static bool find_people(const struct deed *deed, int64_t residents[2],
			int64_t *organisation_id, struct error *err)
{
	struct demo *demo = deed->demo;
	char *who = mem_copy(deed_text(deed, "who"));
	char *second = who != NULL ? strstr(who, " + ") : NULL;
	char *whose = who != NULL ? strstr(who, " for ") : NULL;
	const char *names[2] = {who, second != NULL ? second + 3 : NULL};
	bool is_found = true;

	if (second != NULL)
		*second = '\0';
	for (size_t i = 0; whose != NULL && i < demo->organisation_count; i++)
		if (strcmp(demo->organisations[i].name, whose + 5) == 0)
			*organisation_id =
			    demo->organisations[i].organisation_id;
	if (whose != NULL)
		*whose = '\0';
	for (size_t i = 0; i < 2 && names[i] != NULL; i++) {
		struct demo_resident *resident = demo_resident(demo, names[i]);

		if (resident != NULL)
			residents[i] = resident->resident_id;
		else
			is_found =
			    wrong(deed, err, _("there is no such resident"));
	}
	free(who);
	return is_found;
}

static bool add_people(const struct deed *deed, struct visit *visit,
		       struct error *err)
{
	int64_t residents[2] = {0}, organisation_id = 0;

	if (!find_people(deed, residents, &organisation_id, err))
		return false;
	if (residents[0] != 0)
		visit_add_person(visit, residents[0], 0, PART_THEMSELVES, NULL);
	if (residents[1] != 0)
		visit_add_person(visit, residents[1], 0, PART_BESIDE, NULL);
	if (organisation_id != 0)
		visit_add_person(visit, 0, organisation_id,
				 PART_FOR_ORGANISATION, NULL);
	return true;
}

static void add_answer(const struct topic *topic, struct contact *contact,
		       char *pair)
{
	char *value = strchr(pair, '=');

	*value++ = '\0';
	for (size_t i = 0; i < topic->question_count; i++)
		if (strcmp(topic->questions[i].label, pair) == 0)
			contact_set_answer(contact,
					   topic->questions[i].question_id,
					   value, true);
}

/* "Height=6 ft;Side=back", by the labels of the topic's questions. */
static void add_answers(const struct deed *deed, struct contact *contact)
{
	const struct demo *demo = deed->demo;
	char *answers = mem_copy(deed_text(deed, "answers"));
	char *rest = answers, *pair;

	for (size_t i = 0; i < demo->topic_count; i++) {
		if (demo->topics[i].topic_id != contact->topic_id)
			continue;
		while ((pair = strsep(&rest, ";")) != NULL)
			if (strchr(pair, '=') != NULL)
				add_answer(&demo->topics[i], contact, pair);
	}
	free(answers);
}

/* "permit BLD-26-0412" */
static void add_number(const struct deed *deed, struct contact *contact)
{
	const char *number = deed_text(deed, "number");

	if (number != NULL && strncmp(number, "permit ", 7) == 0)
		contact_add_number(contact, NUMBER_PERMIT, number + 7);
}

static bool fill_contact(const struct deed *deed, struct visit *visit,
			 struct error *err)
{
	struct contact *contact = visit_add_contact(visit);
	struct earlier_answer_list earlier = {0};
	const char *result = deed_text(deed, "result");
	const char *code = deed_text(deed, "topic");

	if (*deed->request_id != 0 &&
	    !desk_take_up_request(deed->desk, *deed->request_id, contact,
				  &earlier, err))
		return false;
	earlier_answer_list_release(&earlier);
	if (code != NULL) {
		size_t topic = demo_topic(deed->demo, code);

		if (topic == SIZE_MAX)
			return wrong(deed, err, _("there is no such topic"));
		contact->topic_id = deed->demo->topics[topic].topic_id;
	}
	if (deed_text(deed, "place") != NULL)
		mem_replace(&contact->place, deed_text(deed, "place"));
	mem_replace(&contact->words, deed_text(deed, "words"));
	mem_replace(&contact->concern, deed_text(deed, "concern"));
	mem_replace(&contact->done, deed_text(deed, "done"));
	add_number(deed, contact);
	add_answers(deed, contact);
	return result == NULL || result_parse(result, &contact->result, err);
}

static bool begin(const struct deed *deed, struct visit *visit,
		  struct error *err)
{
	const char *channel = deed_text(deed, "channel");

	return (channel == NULL ||
		channel_parse(channel, &visit->channel, err)) &&
	       add_people(deed, visit, err) &&
	       desk_begin_visit(deed->desk, visit, deed->demo->clock.now,
				err) &&
	       fill_contact(deed, visit, err);
}

static bool finish(const struct deed *deed, struct visit *visit,
		   bool is_acknowledged, struct error *err)
{
	struct demo *demo = deed->demo;
	int64_t at = demo->clock.now + LENGTH * CLOCK_MINUTE;
	enum result result = visit->contacts[0].result;

	demo_move(demo, at < demo->now ? at : demo->now);
	if (!desk_finish_visit(deed->desk, visit, demo->clock.now, err))
		return false;
	*deed->request_id = visit->contacts[0].request_id;
	return !is_acknowledged || result_acknowledges(result) ||
	       desk_acknowledge(deed->desk, *deed->request_id, "reference_read",
				err);
}

static bool do_visit(const struct deed *deed, const char *what,
		     struct error *err)
{
	struct visit visit = {.channel = CHANNEL_WALK_IN};
	bool is_done = begin(deed, &visit, err);

	if (is_done && strcmp(what, "aside") == 0)
		is_done = desk_put_aside(deed->desk, &visit, "", err);
	else if (is_done && strcmp(what, "serve") == 0)
		is_done = desk_save_visit(deed->desk, &visit, err);
	else if (is_done)
		is_done = finish(deed, &visit, strcmp(what, "visit") == 0, err);
	visit_release(&visit);
	return is_done;
}

static bool do_join(const struct deed *deed, struct error *err)
{
	int64_t residents[2] = {0}, organisation_id = 0, visit_id;
	const char *code = deed_text(deed, "topic");
	size_t topic = code != NULL ? demo_topic(deed->demo, code) : SIZE_MAX;

	return find_people(deed, residents, &organisation_id, err) &&
	       desk_join_line(
		   deed->desk, residents[0], organisation_id,
		   topic != SIZE_MAX ? deed->demo->topics[topic].topic_id : 0,
		   NULL, &visit_id, err);
}

static const struct handoff_target *target_of(const struct handoff_draft *draft,
					      int64_t staff_id)
{
	for (size_t i = 0; i < draft->target_count; i++)
		if (draft->targets[i].staff_id == staff_id)
			return &draft->targets[i];
	return NULL;
}

static bool do_offer(const struct deed *deed, struct error *err)
{
	const char *to = deed_text(deed, "to");
	const struct demo_person *person =
	    to != NULL ? demo_staff(deed->demo, to) : NULL;
	struct handoff_draft draft;
	const struct handoff_target *target;
	int64_t handoff_id;
	bool is_offered;

	if (!desk_prepare_handoff(deed->desk, *deed->request_id, 0, &draft,
				  err))
		return false;
	target = person != NULL ? target_of(&draft, person->staff_id) : NULL;
	is_offered =
	    target != NULL
		? desk_offer_handoff(deed->desk, &draft, target,
				     deed_text(deed, "text"), &handoff_id, err)
		: wrong(deed, err, _("nobody is there to hand to"));
	handoff_draft_release(&draft);
	return is_offered;
}

static bool do_accept(const struct deed *deed, struct error *err)
{
	struct handoff_list list;
	int64_t handoff_id = 0;

	if (!desk_list_handoffs(deed->desk, &list, err))
		return false;
	for (size_t i = 0; i < list.count; i++)
		if (list.items[i].request_id == *deed->request_id)
			handoff_id = list.items[i].handoff_id;
	handoff_list_release(&list);
	return desk_accept_handoff(deed->desk, handoff_id,
				   deed_text(deed, "text"), err);
}

static bool do_promise(const struct deed *deed, struct error *err)
{
	const char *to = deed_text(deed, "to");
	struct local local;
	char when[32];
	int64_t promise_id;

	if (to == NULL || demo_when(deed->demo, to) == 0)
		return wrong(deed, err, _("when is not understood"));
	zone_local(deed->demo->zone, demo_when(deed->demo, to), &local);
	snprintf(when, sizeof(when), "%04d-%02d-%02d %02d:%02d", local.year,
		 local.month, local.day, local.hour, local.minute);
	return desk_make_promise(deed->desk, *deed->request_id,
				 deed_text(deed, "text"), when, 0, &promise_id,
				 err);
}

/* The lines of one case share the request of the first. */
static int64_t *case_of(const struct table *stories, size_t row, int64_t *cases)
{
	const char *name = table_text(stories, row, "case");

	for (size_t i = 0; name != NULL && i < row; i++)
		if (str_same(table_text(stories, i, "case"), name))
			return &cases[i];
	return &cases[row];
}

static bool sign_in(const struct deed *deed, struct error *err)
{
	const char *login = deed_text(deed, "staff");
	const struct demo_person *person =
	    login != NULL ? demo_staff(deed->demo, login) : NULL;

	if (person == NULL)
		return wrong(deed, err, _("nobody of that name works here"));
	if (deed->desk->session.staff_id == person->staff_id)
		return true;
	return desk_sign_in(deed->desk, person->login, NULL, person->window_id,
			    err);
}

bool demo_do(struct demo *demo, const struct table *stories, size_t row,
	     int64_t *cases, struct error *err)
{
	const struct deed deed = {
	    .demo = demo,
	    .desk = demo->desk,
	    .stories = stories,
	    .row = row,
	    .request_id = case_of(stories, row, cases),
	};
	const char *what = deed_text(&deed, "deed");

	if (what == NULL)
		return wrong(&deed, err, _("there is nothing to do"));
	/* The history acts as many; this is this person's own work. */
	if (!sign_in(&deed, err))
		return false;
	db_set_actor(demo->desk->db, demo->desk->session.staff_id);
	if (strcmp(what, "join") == 0)
		return do_join(&deed, err);
	if (strcmp(what, "offer") == 0)
		return do_offer(&deed, err);
	if (strcmp(what, "accept") == 0)
		return do_accept(&deed, err);
	if (strcmp(what, "promise") == 0)
		return do_promise(&deed, err);
	if (strcmp(what, "resolve") == 0)
		return desk_resolve_request(demo->desk, *deed.request_id,
					    deed_text(&deed, "text"), err);
	return do_visit(&deed, what, err);
}
