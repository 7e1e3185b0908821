/*
 * visit_cue.c - what to SAY and ASK in a visit now
 */
#include "visit_cue.h"

#include <stdlib.h>
#include <string.h>

#include "find_row.h"
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

/* They waited for longer than the site means them to. */
static bool has_waited(const struct desk *desk, const struct visit *visit)
{
	int64_t until =
	    visit->begun_at != 0 ? visit->begun_at : visit->state_since_at;

	return visit->is_timed && visit->visit_id != 0 &&
	       until - visit->arrived_at > desk->site.wait_target;
}

static uint64_t moments_of(const struct desk *desk, const struct visit *visit,
			   const struct cue_frame *frame)
{
	bool is_call =
	    visit->channel == CHANNEL_TELEPHONE && visit->person_count == 0;
	uint64_t moments =
	    CUE_BIT(is_call ? CUE_AT_TELEPHONE : CUE_AT_GREETING);

	if (has_waited(desk, visit))
		moments |= CUE_BIT(CUE_AT_WAITED);
	if ((frame->holds & CUE_BIT(CUE_IF_THIRD)) != 0)
		moments |= CUE_BIT(CUE_AT_AGAIN);
	return moments | CUE_BIT((frame->holds & CUE_BIT(CUE_IF_ASKED)) != 0
				     ? CUE_AT_ACTING
				     : CUE_AT_ASKING);
}

/* What a cue is worded of. */
struct wording {
	struct desk *desk;
	const struct visit *visit;
	const struct cue_facts *facts;
	const struct cue *greeted;
	const char *close;
	const struct cue_line *line;
	size_t frame; /* the line's */
};

/* NULL where there are no words in that language. The caller frees. */
static char *word_in(const struct wording *wording, const char *language)
{
	struct cue_stage stage;
	struct str text = STR_INIT;
	char *words = NULL;

	if (str_is_blank(language))
		return NULL;
	visit_cue_frame(wording->desk, wording->visit, wording->facts,
			wording->greeted, wording->close, language, &stage);
	if (cue_word(wording->line->rule, &stage.frames[wording->frame],
		     language, &text))
		words = str_take(&text);
	str_release(&text);
	cue_stage_release(&stage);
	return words;
}

static bool has_place(const struct cue_rule *rule, const char *place)
{
	for (size_t i = 0; i < rule->wording_count; i++)
		if (strstr(rule->wordings[i].text, place) != NULL)
			return true;
	return false;
}

/* In both languages of the greeting. One that has no words for it keeps the
 * greeting, where that is a part of it; else it is said in English alone. */
static void say(const struct wording *wording, struct cue *out)
{
	bool is_greeted = has_place(wording->line->rule, "{greeting}");
	char *words = word_in(wording, out->language);
	char *other = word_in(wording, out->other_language);

	if (words == NULL && is_greeted)
		words = mem_copy(out->say);
	if (other == NULL && is_greeted)
		other = mem_copy(out->other);
	if (words == NULL) {
		words = other != NULL ? other : mem_copy(wording->line->text);
		other = NULL;
		out->is_english = true;
	}
	if (str_same(words, other))
		mem_replace(&other, NULL);
	free(out->say);
	free(out->other);
	out->say = words;
	out->other = other;
	if (!is_greeted)
		mem_replace(&out->sounded, NULL);
}

/* How to address them is asked as the greeting has it. */
static void ask(const struct wording *wording, struct cue *out)
{
	char *words, *other;

	if (has_place(wording->line->rule, "{address}"))
		return;
	words = word_in(wording, out->language);
	other = words != NULL ? word_in(wording, out->other_language) : NULL;
	if (words == NULL)
		words = mem_copy(wording->line->text);
	if (str_same(words, other))
		mem_replace(&other, NULL);
	cue_drop_ask(out);
	free(out->ask);
	free(out->other_ask);
	out->ask = words;
	out->other_ask = other;
}

/* The most urgent of what the table has for these moments. */
static void choose(struct wording *wording, const struct cue_stage *stage,
		   uint64_t moments, struct visit_cue *out)
{
	struct cue_lines lines;
	/* Both are worded of the greeting before either takes its place. */
	struct cue greeted = out->cue;
	const struct cue_line *first[2];

	cue_choose(cues_of(wording->desk), moments, stage->frames, stage->count,
		   cues_language(wording->desk), &lines);
	first[CUE_SAY] = cue_first(&lines, CUE_SAY);
	first[CUE_ASK] = cue_first(&lines, CUE_ASK);
	wording->greeted = &greeted;
	wording->close = out->close;
	greeted.say = mem_copy(greeted.say);
	greeted.other = mem_copy(greeted.other);
	greeted.ask = mem_copy(greeted.ask);
	greeted.other_ask = mem_copy(greeted.other_ask);
	for (int i = CUE_SAY; i <= CUE_ASK; i++) {
		wording->line = first[i];
		if (first[i] == NULL)
			continue;
		wording->frame = (size_t)(first[i]->frame - stage->frames);
		(i == CUE_SAY ? say : ask)(wording, &out->cue);
	}
	if (first[CUE_ASK] == NULL)
		cue_drop_ask(&out->cue);
	for (size_t i = 0; i < lines.count; i++)
		if (lines.items[i].rule->kind == CUE_KNOW &&
		    out->know_count < MEM_COUNT(out->know))
			out->know[out->know_count++] =
			    mem_copy(lines.items[i].text);
	free(greeted.say);
	free(greeted.other);
	free(greeted.ask);
	free(greeted.other_ask);
	cue_lines_release(&lines);
}

/* moments 0: those that the visit is in. */
static void compose(struct desk *desk, const struct visit *visit,
		    const struct cue_facts *facts,
		    const struct cue_scene *scene, struct visit_cue *out)
{
	struct wording wording = {.desk = desk, .visit = visit, .facts = facts};
	struct cue_stage stage;
	struct cue_frame *frame;

	visit_cue_frame(desk, visit, facts, &out->cue, out->close,
			cues_language(desk), &stage);
	frame = &stage.frames[0];
	cue_hold(frame, CUE_IF_COULD_NOT, scene->result == RESULT_COULD_NOT);
	cue_hold(frame, CUE_IF_NOT_OURS, scene->result == RESULT_NOT_OURS);
	cue_hold(frame, CUE_IF_COME_BACK, scene->result == RESULT_COME_BACK);
	cue_hold(frame, CUE_IF_CARD, scene->can_take_card);
	choose(&wording, &stage,
	       scene->kind == SCENE_VISIT ? moments_of(desk, visit, frame)
	       : scene->kind == SCENE_NO  ? CUE_BIT(CUE_AT_NO)
					  : CUE_BIT(CUE_AT_CLOSING),
	       out);
	cue_stage_release(&stage);
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
	return desk_find_pattern(desk, topic_id, place,
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
		compose(desk, visit, &reading.facts, scene, out);
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
