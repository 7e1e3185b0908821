/*
 * visit_cue.c - what to SAY and ASK in a visit now
 */
#include "visit_cue.h"

#include <stdlib.h>

#include "find_row.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/store/topic.h"

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
	const struct day today = desk_today(reading->desk);
	const struct cue_day day = {
	    .today = today,
	    .began_at = zone_day_start(reading->desk->site.time_zone, today),
	};

	facts_release(facts);
	visit_cue_list_people(reading->visit, facts);
	if (!visit_cue_read_greeted(db, facts, err) ||
	    !visit_cue_read_present(reading->desk, reading->visit, facts, err))
		return false;
	if ((reading->visit->person_count > 0 || request_id != 0) &&
	    !cue_list_matters(db, &facts->people, request_id,
			      reading->visit->visit_id, &day, &facts->matters,
			      &facts->matter_count, err))
		return false;
	facts->is_about = request_id != 0 && facts->matter_count > 0 &&
			  facts->matters[0].request_id == request_id;
	facts->has_topic = topic_id != 0;
	return topic_id == 0 || topic_get(db, topic_id, &facts->topic, err);
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

/* In English alone, in the place of the greeting; say becomes the cue's. */
static void say_instead(struct cue *cue, char *say)
{
	free(cue->say);
	cue->say = say;
	cue->is_english = true;
	mem_replace(&cue->other, NULL);
	mem_replace(&cue->sounded, NULL);
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
	say_instead(&out->cue, mem_copy(_("You will hear from us.")));
}

/* The apology in the place of the greeting, then that there is news. */
static void say_more(const struct desk *desk, const struct cue_facts *facts,
		     struct cue *cue)
{
	char *apology = visit_cue_apology(desk, facts);
	const char *news = visit_cue_news(facts);
	struct str say = STR_INIT;

	if (apology != NULL)
		say_instead(cue, apology);
	if (news != NULL) {
		/* In English alone: behind the greeting that is. */
		char **spoken = cue->is_english || cue->other == NULL
				    ? &cue->say
				    : &cue->other;

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
	is_done =
	    desk_phrases(desk, &phrases, err) &&
	    db_snapshot(desk->db, read_work, &reading, err) &&
	    visit_cue_greet(desk, phrases, visit, &reading.facts, out, err);
	if (is_done) {
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
