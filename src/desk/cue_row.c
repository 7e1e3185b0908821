/*
 * cue_row.c - what to SAY and ASK while somebody is still a row in a list
 */
#include <stdlib.h>

#include "find_row.h"
#include "frontdesk/base/intl.h"
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
	*cue = (struct cue){0};
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

/* The first question of the topic, else what brings them in. */
static bool ask_topic(struct desk *desk, int64_t topic_id, struct cue *out,
		      struct error *err)
{
	struct topic topic = {0};

	if (topic_id != 0 && !topic_get(desk->db, topic_id, &topic, err))
		return false;
	out->ask =
	    mem_copy(topic.question_count > 0 ? topic.questions[0].ask
					      : _("How can I help you today?"));
	topic_release(&topic);
	return true;
}

static bool cue_resident_row(struct desk *desk, const struct find_row *row,
			     struct cue *out, struct error *err)
{
	char *which;

	if (!desk_cue_resident(desk, row->id, out, err))
		return false;
	mem_replace(&out->pronouns, NULL);
	if (!namesake_ask(desk, row, &which, err)) {
		cue_release(out);
		return false;
	}
	/* Which of the two comes before how to address either. */
	if (which != NULL) {
		cue_drop_ask(out);
		mem_replace(&out->ask, which);
	}
	free(which);
	return true;
}

/* Nobody is greeted by a name that may be another's. */
static bool cue_similar_row(struct desk *desk, struct cue *out,
			    struct error *err)
{
	if (!cue_of_resident(desk, NULL, out, err))
		return false;
	mem_replace(&out->ask, _("How is your name spelled?"));
	return true;
}

bool desk_cue_row(struct desk *desk, const struct find_row *row,
		  struct cue *out, struct error *err)
{
	*out = (struct cue){0};
	if (row->is_similar)
		return cue_similar_row(desk, out, err);
	if (row->kind == FIND_RESIDENT && row->id != 0)
		return cue_resident_row(desk, row, out, err);
	if (!cue_of_resident(desk, NULL, out, err))
		return false;
	if (ask_topic(desk, row->kind == FIND_TOPIC ? row->id : 0, out, err))
		return true;
	cue_release(out);
	return false;
}
