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
	if (person->part == PART_THEMSELVES ||
	    person->part == PART_FOR_ORGANISATION)
		return 0;
	return person->part == PART_BESIDE	 ? 1
	       : person->part == PART_SPEAKS_FOR ? 2
						 : 3;
}

/* Adds whose id is not 0, as long as there is room. */
static void add_id(int64_t ids[CUE_PEOPLE], int64_t id)
{
	for (size_t i = 0; id != 0 && i < CUE_PEOPLE; i++) {
		if (ids[i] != 0)
			continue;
		ids[i] = id;
		return;
	}
}

static void list_people(const struct visit *visit, struct cue_facts *facts)
{
	for (int rank = 0; rank <= 3; rank++) {
		for (size_t i = 0; i < visit->person_count; i++) {
			const struct visit_person *person = &visit->people[i];

			if (rank_of(person) != rank)
				continue;
			if (person->part != PART_INTERPRETER)
				add_id(facts->people.resident_ids,
				       person->resident_id);
			if (!person->is_absent)
				add_id(facts->greeted.resident_ids,
				       person->resident_id);
			if (!person->is_absent && person->resident_id != 0 &&
			    rank < 2)
				facts->together_count++;
			add_id(facts->people.organisation_ids,
			       person->organisation_id);
		}
	}
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

static void facts_release(struct cue_facts *facts)
{
	for (size_t i = 0; i < facts->resident_count; i++)
		resident_release(&facts->residents[i]);
	for (size_t i = 0; i < facts->matter_count; i++)
		cue_matter_release(&facts->matters[i]);
	free(facts->matters);
	spoke_release(&facts->spoke);
	free(facts->interpreted);
	str_release(&facts->speakers);
	topic_release(&facts->topic);
	*facts = (struct cue_facts){0};
}

struct reading {
	struct desk *desk;
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
	list_people(reading->visit, facts);
	if (facts->greeted.resident_ids[0] != 0 &&
	    !cue_list_residents(db, &facts->greeted, facts->residents,
				&facts->resident_count, err))
		return false;
	if (facts->together_count > facts->resident_count)
		facts->together_count = facts->resident_count;
	sort_residents(facts);
	if (!visit_cue_read_present(reading->desk, reading->visit, facts, err))
		return false;
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

/* Who came together is greeted in one breath; whoever speaks for another, and
 * an interpreter, each with a greeting of their own, after them. */
static bool greet_all(const struct phrases *phrases,
		      const struct address_request *requests,
		      const struct cue_facts *facts, struct str *out,
		      struct error *err)
{
	size_t first = 0, together = facts->together_count;

	if (together == 0)
		together = 1;
	while (first < facts->resident_count) {
		if (first > 0)
			str_add_char(out, ' ');
		if (!address_greet_all(phrases, &requests[first], together, out,
				       err))
			return false;
		first += together;
		together = 1;
	}
	return true;
}

/* Greeting and close; the address may want to ASK. */
static bool greet(const struct desk *desk, const struct phrases *phrases,
		  const struct cue_facts *facts, struct visit_cue *out,
		  struct error *err)
{
	struct address_request requests[CUE_PEOPLE];
	struct address address = {0};
	bool is_done;
	char language[16];

	greeting_language(
	    desk, phrases,
	    facts->resident_count > 0 ? facts->residents[0].language : NULL,
	    language);
	make_requests(desk, facts, language, requests);
	is_done = address_compose(phrases, &requests[0], &address, err);
	if (is_done && facts->resident_count > 1) {
		str_clear(&address.greet);
		is_done =
		    greet_all(phrases, requests, facts, &address.greet, err);
		str_clear(&address.english);
		if (is_done && strcmp(language, "en") != 0) {
			make_requests(desk, facts, "en", requests);
			is_done = greet_all(phrases, requests, facts,
					    &address.english, err);
		}
	}
	if (is_done) {
		out->cue.say = mem_copy(str_text(&address.greet));
		out->cue.english = mem_copy(str_or_null(&address.english));
		out->cue.hint = cue_hint_of(&address);
		out->close = mem_copy(str_or_null(&address.close));
	}
	/* Nobody unnamed is asked for a name: what they want comes first. */
	if (is_done && facts->resident_count > 0)
		out->cue.ask = mem_copy(str_or_null(&address.ask));
	address_release(&address);
	return is_done;
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

/* Passed on in this visit and not accepted yet: nothing more can be promised
 * than an answer. */
static void say_passed(const struct visit *visit, const struct cue_facts *facts,
		       struct visit_cue *out)
{
	const struct cue_matter *matter = facts->matters;

	if (!facts->is_about || matter->passed != MATTER_OFFERED ||
	    visit->begun_at == 0 || matter->passed_at < visit->begun_at)
		return;
	mem_replace(&out->cue.say, _("You will hear from us."));
	mem_replace(&out->cue.english, NULL);
}

/* The telephone has its own opening, until the caller is known. */
static void answer_call(const struct desk *desk, const struct phrases *phrases,
			const struct visit *visit, struct visit_cue *out)
{
	const char *language =
	    phrases_speak(phrases, desk->language) ? desk->language : "en";
	struct str say = STR_INIT, english = STR_INIT;
	struct local now;

	if (visit->channel != CHANNEL_TELEPHONE || visit->person_count > 0)
		return;
	desk_local(desk, desk_now(desk), &now);
	if (address_answer_call(phrases, language, now.hour, desk->city,
				desk->session.staff_name, &say)) {
		free(out->cue.say);
		out->cue.say = str_take(&say);
		mem_replace(&out->cue.english, NULL);
		if (strcmp(language, "en") != 0 &&
		    address_answer_call(phrases, "en", now.hour, desk->city,
					desk->session.staff_name, &english))
			out->cue.english = str_take(&english);
	}
	str_release(&say);
	str_release(&english);
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
	struct reading reading = {.desk = desk, .visit = visit};
	const struct phrases *phrases;
	bool is_done;

	*out = (struct visit_cue){0};
	is_done = desk_phrases(desk, &phrases, err) &&
		  db_snapshot(desk->db, read_work, &reading, err) &&
		  greet(desk, phrases, &reading.facts, out, err);
	if (is_done) {
		answer_call(desk, phrases, visit, out);
		ask(visit, &reading.facts, out);
		visit_cue_know_present(desk, &reading.facts, out);
		visit_cue_know(desk, &reading.facts, out);
		say_more(desk, &reading.facts, &out->cue);
		say_passed(visit, &reading.facts, out);
	}
	facts_release(&reading.facts);
	if (!is_done)
		visit_cue_release(out);
	return is_done;
}
