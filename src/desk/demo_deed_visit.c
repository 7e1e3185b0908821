/*
 * demo_deed_visit.c - a visit or a place in the line, of a story
 */
#include <stdlib.h>
#include <string.h>

#include "demo_deed.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/visit.h"

#define SPEAKS " speaks for "

enum { LENGTH = 4 /* minutes that a visit of a story takes */ };

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
			is_found = deed_wrong(deed, err,
					      _("there is no such resident"));
	}
	free(who);
	return is_found;
}

/* "Rosa Mendez speaks for Carmen Mendez: the water bill" */
static bool add_speaker(const struct deed *deed, const char *who,
			struct visit *visit, struct error *err)
{
	char *speaker = mem_copy(who);
	char *whose = strstr(speaker, SPEAKS), *what;
	const struct demo_resident *one, *other;

	*whose = '\0';
	whose += strlen(SPEAKS);
	what = strstr(whose, ": ");
	if (what != NULL)
		*what = '\0';
	one = demo_resident(deed->demo, speaker);
	other = demo_resident(deed->demo, whose);
	if (one != NULL && other != NULL && what != NULL) {
		visit_place_person(visit, one->resident_id, 0, PART_THEMSELVES);
		visit_place_absent(visit, other->resident_id);
		visit_note_person(&visit->people[visit_find_person(
				      visit, one->resident_id, 0)],
				  what + 2);
	}
	free(speaker);
	return visit->person_count == 2 ||
	       deed_wrong(deed, err,
			  _("it is not understood who speaks for whom"));
}

static bool add_people(const struct deed *deed, struct visit *visit,
		       struct error *err)
{
	int64_t residents[2] = {0}, organisation_id = 0;
	const char *who = deed_text(deed, "who");

	if (who != NULL && strstr(who, SPEAKS) != NULL)
		return add_speaker(deed, who, visit, err);
	if (!find_people(deed, residents, &organisation_id, err))
		return false;
	if (residents[0] != 0)
		visit_add_person(visit, residents[0], 0, PART_THEMSELVES, NULL);
	if (residents[1] != 0)
		visit_add_person(visit, residents[1], 0, PART_BESIDE, NULL);
	if (organisation_id != 0)
		visit_place_person(visit, 0, organisation_id,
				   PART_FOR_ORGANISATION);
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
			return deed_wrong(deed, err,
					  _("there is no such topic"));
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

static bool add_visitors(const struct deed *deed, struct visit *visit,
			 struct error *err)
{
	const char *channel = deed_text(deed, "channel");

	return (channel == NULL ||
		channel_parse(channel, &visit->channel, err)) &&
	       add_people(deed, visit, err);
}

bool deed_fill_visit(const struct deed *deed, struct visit *visit,
		     struct error *err)
{
	return add_visitors(deed, visit, err) && fill_contact(deed, visit, err);
}

static bool begin(const struct deed *deed, struct visit *visit,
		  struct error *err)
{
	return add_visitors(deed, visit, err) &&
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
	bool is_new = *deed->request_id == 0;

	demo_move(demo, at < demo->now ? at : demo->now);
	if (!desk_finish_visit(deed->desk, visit, demo->clock.now, err))
		return false;
	*deed->request_id = visit->contacts[0].request_id;
	return !is_acknowledged || !is_new || result_acknowledges(result) ||
	       desk_acknowledge(deed->desk, *deed->request_id, "reference_read",
				err);
}

bool deed_visit(const struct deed *deed, const char *what, struct error *err)
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

bool deed_join(const struct deed *deed, struct error *err)
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
