/*
 * cue_row.c - what to SAY and ASK while somebody is still a row in a list
 */
#include <stdlib.h>
#include <string.h>

#include "cues.h"
#include "find_row.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/resident.h"
#include "frontdesk/store/topic.h"
#include "frontdesk/store/visit.h"
#include "greeting.h"
#include "namesake.h"

void cue_release(struct cue *cue)
{
	free(cue->say);
	free(cue->ask);
	free(cue->other);
	free(cue->other_ask);
	free(cue->hint);
	free(cue->pronouns);
	free(cue->sounded);
	memset(cue, 0, sizeof(*cue));
}

void cue_drop_ask(struct cue *cue)
{
	if (!cue->asks_address)
		return;
	mem_replace(&cue->ask, NULL);
	mem_replace(&cue->other_ask, NULL);
	cue->asks_address = false;
}

/* In a visit that is open they were asked already. */
static bool ask_once(struct desk *desk, const struct resident *resident,
		     struct cue *cue, struct error *err)
{
	bool is_asked = false;

	if (cue->asks_address &&
	    !visit_is_asked(desk->db, desk->site.site_id, resident->resident_id,
			    &is_asked, err))
		return false;
	if (is_asked)
		cue_drop_ask(cue);
	return true;
}

bool cue_of_resident(struct desk *desk, const struct resident *resident,
		     struct cue *out, struct error *err)
{
	const struct greeting greeting = {.residents = resident,
					  .count = resident != NULL};
	const struct phrases *phrases;

	*out = (struct cue){0};
	/* The first screen greets nobody by name yet: without the titles. */
	if ((resident != NULL ? desk_phrases : desk_greetings)(desk, &phrases,
							       err) &&
	    greeting_make(desk, phrases, &greeting, out, NULL, NULL, err) &&
	    (resident == NULL || ask_once(desk, resident, out, err)))
		return true;
	cue_release(out);
	return false;
}

bool desk_cue_resident(struct desk *desk, int64_t resident_id, struct cue *out,
		       struct error *err)
{
	struct resident resident;
	bool is_made;

	*out = (struct cue){0};
	if (!desk_need_session(desk, err) ||
	    !resident_get_name(desk->db, resident_id, &resident, err))
		return false;
	is_made = cue_of_resident(desk, &resident, out, err);
	resident_release(&resident);
	return is_made;
}

bool desk_word_question(struct desk *desk, const struct cue *cue, char **out,
			struct error *err)
{
	const struct phrases *phrases;
	struct str text = STR_INIT;
	struct local now;

	*out = NULL;
	if (!desk_phrases(desk, &phrases, err))
		return false;
	desk_local(desk, desk_now(desk), &now);
	address_add_question(phrases, cue->language, now.hour, now.minute,
			     &text);
	*out = str_take(&text);
	return true;
}

/* What is so while this row is highlighted; its texts are borrowed. */
struct row {
	struct cue_frame frame; /* but for what the greeting gives */
	struct topic topic;
};

static char *word_in(const struct cue_rule *rule, const struct row *row,
		     const struct cue *cue, const char *language)
{
	struct cue_frame frame = row->frame;
	struct str text = STR_INIT;

	cues_lay_greeting(cue, NULL, language, &frame);
	if (!str_is_blank(language) && cue_word(rule, &frame, language, &text))
		return str_take(&text);
	str_release(&text);
	return NULL;
}

struct picked {
	const struct cue_rule *rule; /* NULL: there is none */
	struct cue_words words;
	char *text; /* where there are no words */
};

/* The greeting as it is, as mostly: nothing is made for it at a key. */
static bool is_greeting(const struct cue_rule *rule)
{
	for (size_t i = 0; i < rule->wording_count; i++)
		if (!str_same(rule->wordings[i].text, "{greeting}"))
			return false;
	return true;
}

/* The most urgent of its kind, worded of the greeting before it is replaced. */
static void pick(struct desk *desk, const struct row *row,
		 const struct cue *cue, enum cue_kind kind, struct picked *out)
{
	const char *language = cues_language(desk);
	struct cue_frame frame = row->frame;

	*out = (struct picked){0};
	cues_lay_greeting(cue, NULL, language, &frame);
	out->rule = cue_pick(cues_of_rows(desk), CUE_BIT(CUE_AT_FINDING),
			     &frame, kind, language, &desk->cue_room);
	if (out->rule == NULL || is_greeting(out->rule))
		return;
	out->words.words = word_in(out->rule, row, cue, cue->language);
	out->words.other = word_in(out->rule, row, cue, cue->other_language);
	if (out->words.words == NULL)
		out->text = mem_copy(str_text(&desk->cue_room));
	out->words.text = out->text;
}

/* In the place of the greeting, and of what it asks. */
static void word(struct desk *desk, const struct row *row, struct cue *out)
{
	struct picked say, ask;

	pick(desk, row, out, CUE_SAY, &say);
	pick(desk, row, out, CUE_ASK, &ask);
	if (say.rule != NULL && !is_greeting(say.rule))
		cues_put_say(say.rule, &say.words, out);
	if (ask.rule == NULL)
		cue_drop_ask(out);
	else if (!is_greeting(ask.rule))
		cues_put_ask(ask.rule, &ask.words, out);
	free(say.text);
	free(ask.text);
}

static bool read_topic(struct desk *desk, int64_t topic_id, struct row *row,
		       struct error *err)
{
	struct topic *topic = &row->topic;

	if (topic_id == 0)
		return true;
	if (!topic_get(desk->db, topic_id, topic, err))
		return false;
	cue_hold(&row->frame, CUE_IF_TOPIC, true);
	cue_hold(&row->frame, CUE_IF_QUESTION, topic->question_count > 0);
	row->frame.places[CUE_PUT_TITLE] = topic->name;
	if (topic->question_count > 0)
		row->frame.places[CUE_PUT_QUESTION] = topic->questions[0].ask;
	return true;
}

/* Nobody is greeted by a name that may be another's. */
static bool read_row(struct desk *desk, const struct find_row *found,
		     struct row *row, struct cue *out, struct error *err)
{
	if (!found->is_similar && found->kind == FIND_RESIDENT &&
	    found->id != 0) {
		if (!desk_cue_resident(desk, found->id, out, err))
			return false;
		mem_replace(&out->pronouns, NULL);
		return namesake_tell(desk, found, &row->frame, err);
	}
	cue_hold(&row->frame, CUE_IF_SIMILAR, found->is_similar);
	return cue_of_resident(desk, NULL, out, err) &&
	       (found->is_similar || found->kind != FIND_TOPIC ||
		read_topic(desk, found->id, row, err));
}

bool desk_cue_row(struct desk *desk, const struct find_row *found,
		  struct cue *out, struct error *err)
{
	struct row row = {0};
	bool is_read;

	*out = (struct cue){0};
	is_read = read_row(desk, found, &row, out, err);
	if (is_read)
		word(desk, &row, out);
	else
		cue_release(out);
	topic_release(&row.topic);
	return is_read;
}
