/*
 * visit_cue.c - what to SAY and ASK in a visit now
 */
#include "visit_cue.h"

#include <stdlib.h>
#include <string.h>

#include "find_row.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/store/topic.h"
#include "language.h"

void visit_cue_release(struct visit_cue *cue)
{
	for (size_t i = 0; i < cue->know_count; i++)
		free(cue->know[i]);
	cue_release(&cue->cue);
	free(cue->close);
	*cue = (struct visit_cue){0};
}

/* The one that is being typed: the last. */
static const struct contact *current_contact(const struct visit *visit)
{
	return visit->contact_count > 0
		   ? &visit->contacts[visit->contact_count - 1]
		   : NULL;
}

/* The resident first, even when another speaks; interpreters last. */
static int rank_of(const struct visit_person *person)
{
	if (person->part == PART_THEMSELVES)
		return 0;
	return person->part == PART_INTERPRETER ? 2 : 1;
}

static void list_people(const struct visit *visit, struct cue_people *out)
{
	size_t residents = 0, organisations = 0;

	*out = (struct cue_people){0};
	for (int rank = 0; rank <= 2; rank++) {
		for (size_t i = 0; i < visit->person_count; i++) {
			const struct visit_person *person = &visit->people[i];

			if (rank_of(person) != rank)
				continue;
			if (person->resident_id != 0) {
				if (residents < CUE_PEOPLE)
					out->resident_ids[residents++] =
					    person->resident_id;
			} else if (organisations < CUE_PEOPLE) {
				out->organisation_ids[organisations++] =
				    person->organisation_id;
			}
		}
	}
}

/* The store gives them in no order: as they stand in people. */
static void sort_residents(struct cue_facts *facts)
{
	size_t sorted = 0;

	for (size_t i = 0; i < CUE_PEOPLE; i++) {
		for (size_t j = sorted; j < facts->resident_count; j++) {
			struct resident swapped = facts->residents[j];

			if (swapped.resident_id !=
			    facts->people.resident_ids[i])
				continue;
			facts->residents[j] = facts->residents[sorted];
			facts->residents[sorted++] = swapped;
			break;
		}
	}
}

static void facts_release(struct cue_facts *facts)
{
	for (size_t i = 0; i < facts->resident_count; i++)
		resident_release(&facts->residents[i]);
	for (size_t i = 0; i < facts->matter_count; i++)
		cue_matter_release(&facts->matters[i]);
	free(facts->matters);
	topic_release(&facts->topic);
	*facts = (struct cue_facts){0};
}

struct reading {
	const struct visit *visit;
	struct cue_facts facts;
};

static bool read_work(struct db *db, void *state, struct error *err)
{
	struct reading *reading = state;
	struct cue_facts *facts = &reading->facts;
	const struct contact *contact = current_contact(reading->visit);
	int64_t request_id = contact != NULL ? contact->request_id : 0;
	int64_t topic_id = contact != NULL && contact->topic_id != 0
			       ? contact->topic_id
			       : reading->visit->topic_id;

	facts_release(facts);
	list_people(reading->visit, &facts->people);
	if (facts->people.resident_ids[0] != 0 &&
	    !cue_list_residents(db, &facts->people, facts->residents,
				&facts->resident_count, err))
		return false;
	sort_residents(facts);
	if ((reading->visit->person_count > 0 || request_id != 0) &&
	    !cue_list_matters(db, &facts->people, request_id,
			      reading->visit->visit_id, &facts->matters,
			      &facts->matter_count, err))
		return false;
	facts->is_about = request_id != 0 && facts->matter_count > 0 &&
			  facts->matters[0].request_id == request_id;
	facts->has_topic = topic_id != 0;
	return topic_id == 0 || topic_get(db, topic_id, &facts->topic, err);
}

static void make_requests(const struct desk *desk,
			  const struct cue_facts *facts, const char *language,
			  struct address_request requests[CUE_PEOPLE])
{
	struct local now;

	desk_local(desk, desk_now(desk), &now);
	for (size_t i = 0; i < CUE_PEOPLE; i++) {
		const struct resident *resident = &facts->residents[i];

		requests[i] = (struct address_request){
		    .name = i < facts->resident_count ? &resident->name : NULL,
		    .first_name_ok = resident->first_name_ok,
		    .as_it_stands = resident->as_it_stands,
		    .language = language,
		    .hour = now.hour,
		    .minute = now.minute,
		};
	}
}

static char *greet_all(const struct phrases *phrases,
		       const struct address_request *requests, size_t count,
		       struct error *err)
{
	struct str greeting = STR_INIT;

	if (address_greet_all(phrases, requests, count, &greeting, err))
		return str_take(&greeting);
	str_release(&greeting);
	return NULL;
}

/* Greeting and close; the address may want to ASK. */
static bool greet(const struct desk *desk, const struct phrases *phrases,
		  const struct cue_facts *facts, struct visit_cue *out,
		  struct error *err)
{
	struct address_request requests[CUE_PEOPLE];
	struct address address;
	char language[16];

	greeting_language(
	    desk, phrases,
	    facts->resident_count > 0 ? facts->residents[0].language : NULL,
	    language);
	make_requests(desk, facts, language, requests);
	if (!address_compose(phrases, &requests[0], &address, err))
		return false;
	if (facts->resident_count > 1) {
		mem_replace(&address.greet, NULL);
		address.greet =
		    greet_all(phrases, requests, facts->resident_count, err);
		if (strcmp(language, "en") != 0) {
			make_requests(desk, facts, "en", requests);
			free(address.english);
			address.english = greet_all(phrases, requests,
						    facts->resident_count, err);
		}
	}
	out->cue.say = mem_copy(address.greet);
	out->cue.english = mem_copy(address.english);
	out->cue.hint = cue_hint_of(&address);
	out->close = mem_copy(address.close);
	/* Nobody unnamed is asked for a name: what they want comes first. */
	if (facts->resident_count > 0)
		out->cue.ask = mem_copy(address.ask);
	address_release(&address);
	return out->cue.say != NULL;
}

static bool is_answered(const struct contact *contact, int64_t question_id)
{
	for (size_t i = 0; contact != NULL && i < contact->answer_count; i++)
		if (contact->answers[i].question_id == question_id)
			return true;
	return false;
}

/* The topic's next question; before there is a topic, what is open. */
static void ask(const struct visit *visit, const struct cue_facts *facts,
		struct visit_cue *out)
{
	const struct contact *contact = current_contact(visit);
	struct str question = STR_INIT;
	char *topic;

	if (out->cue.ask != NULL)
		return;
	for (size_t i = 0; i < facts->topic.question_count; i++) {
		const struct question *next = &facts->topic.questions[i];

		if (is_answered(contact, next->question_id))
			continue;
		out->cue.ask = mem_copy(next->ask);
		return;
	}
	if (facts->has_topic)
		return;
	if (facts->matter_count > 0 && facts->matters[0].topic != NULL) {
		topic = visit_cue_topic(facts->matters[0].topic);
		str_addf(&question, _("Is it about the %s?"), topic);
		free(topic);
	} else {
		str_add(&question, _("What can I do for you?"));
	}
	out->cue.ask = str_take(&question);
}

/* The apology in the place of the greeting, then that there is news. */
static void say_more(const struct desk *desk, const struct cue_facts *facts,
		     struct cue *cue)
{
	char *apology = visit_cue_apology(desk, facts);
	const char *news = visit_cue_news(facts);
	struct str say = STR_INIT;

	if (apology != NULL) {
		free(cue->say);
		cue->say = apology;
		mem_replace(&cue->english, NULL);
	}
	if (news != NULL) {
		/* In English alone: beside a greeting in another language. */
		char **spoken =
		    cue->english != NULL ? &cue->english : &cue->say;

		str_addf(&say, "%s %s", *spoken, news);
		free(*spoken);
		*spoken = str_take(&say);
	}
}

bool desk_cue_visit(struct desk *desk, const struct visit *visit,
		    struct visit_cue *out, struct error *err)
{
	struct reading reading = {.visit = visit};
	const struct phrases *phrases;
	bool is_done;

	*out = (struct visit_cue){0};
	is_done = desk_phrases(desk, &phrases, err) &&
		  db_snapshot(desk->db, read_work, &reading, err) &&
		  greet(desk, phrases, &reading.facts, out, err);
	if (is_done) {
		ask(visit, &reading.facts, out);
		visit_cue_know(desk, &reading.facts, out);
		say_more(desk, &reading.facts, &out->cue);
	}
	facts_release(&reading.facts);
	if (!is_done)
		visit_cue_release(out);
	return is_done;
}
