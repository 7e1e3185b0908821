/*
 * visit_cue.c - what is read for the cue of a visit, in one snapshot
 */
#include "visit_cue.h"

#include <stdlib.h>

#include "find_row.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/store/topic.h"

void visit_cue_release(struct visit_cue *cue)
{
	for (size_t i = 0; i < cue->know_count; i++)
		free(cue->know[i]);
	for (size_t i = 0; i < cue->more_say_count; i++)
		free(cue->more_say[i]);
	for (size_t i = 0; i < cue->more_ask_count; i++)
		free(cue->more_ask[i]);
	cue_release(&cue->cue);
	free(cue->close);
	free(cue->other_close);
	*cue = (struct visit_cue){0};
}

const struct contact *visit_cue_contact(const struct visit *visit)
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
	pattern_found_release(&facts->pattern);
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
	const struct contact *contact = visit_cue_contact(reading->visit);
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
	if (!visit_cue_read_greeted(db, reading->visit->visit_id, facts, err) ||
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

/* Whether others came about the same; asked only where it can be so. */
static bool find_pattern(struct desk *desk, const struct visit *visit,
			 const struct cue_scene *scene, struct cue_facts *facts,
			 struct error *err)
{
	const struct contact *contact = visit_cue_contact(visit);
	const char *place = contact != NULL ? contact->place : NULL;
	int64_t topic_id = facts->has_topic ? facts->topic.topic_id : 0;

	if (scene->kind != SCENE_VISIT ||
	    (topic_id == 0 && str_is_blank(place)))
		return true;
	return desk_find_pattern(desk, topic_id, place, visit->visit_id,
				 contact != NULL ? contact->request_id : 0,
				 &facts->pattern, err);
}

bool desk_cue_visit_at(struct desk *desk, const struct visit *visit,
		       const struct cue_scene *scene, struct visit_cue *out,
		       struct error *err)
{
	struct reading reading = {.desk = desk, .visit = visit};
	const struct phrases *phrases;
	bool is_done;

	*out = (struct visit_cue){0};
	is_done =
	    desk_phrases(desk, &phrases, err) &&
	    db_snapshot(desk->db, read_work, &reading, err) &&
	    find_pattern(desk, visit, scene, &reading.facts, err) &&
	    visit_cue_greet(desk, phrases, visit, &reading.facts, out, err);
	if (is_done)
		visit_cue_compose(desk, visit, &reading.facts, scene, out);
	facts_release(&reading.facts);
	if (!is_done)
		visit_cue_release(out);
	return is_done;
}

bool desk_cue_visit(struct desk *desk, const struct visit *visit,
		    struct visit_cue *out, struct error *err)
{
	const struct cue_scene scene = {0};

	return desk_cue_visit_at(desk, visit, &scene, out, err);
}
