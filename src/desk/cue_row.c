/*
 * cue_row.c - what to SAY and ASK while somebody is still a row in a list
 */
#include <stdlib.h>

#include "find_row.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/resident.h"
#include "frontdesk/store/topic.h"
#include "language.h"
#include "namesake.h"

void cue_release(struct cue *cue)
{
	free(cue->say);
	free(cue->ask);
	free(cue->hint);
	free(cue->english);
	*cue = (struct cue){0};
}

char *cue_hint_of(const struct address *address)
{
	struct str hint = STR_INIT;

	str_add(&hint, address->hint);
	if (address->reference != NULL)
		str_addf(&hint, "%s%s", hint.len > 0 ? " · " : "",
			 address->reference);
	return hint.len > 0 ? str_take(&hint) : NULL;
}

bool cue_of_resident(struct desk *desk, const struct resident *resident,
		     struct cue *out, struct error *err)
{
	const struct phrases *phrases;
	struct address_request request = {0};
	struct address address;
	struct local now;
	char language[16];

	*out = (struct cue){0};
	/* The first screen greets nobody by name yet: without the titles. */
	if (!(resident != NULL ? desk_phrases : desk_greetings)(desk, &phrases,
								err))
		return false;
	desk_local(desk, desk_now(desk), &now);
	greeting_language(desk, phrases,
			  resident != NULL ? resident->language : NULL,
			  language);
	request.language = language;
	request.hour = now.hour;
	request.minute = now.minute;
	if (resident != NULL) {
		request.name = &resident->name;
		request.first_name_ok = resident->first_name_ok;
		request.as_it_stands = resident->as_it_stands;
	}
	if (!address_compose(phrases, &request, &address, err))
		return false;
	out->say = mem_copy(address.greet);
	out->ask = resident != NULL ? mem_copy(address.ask) : NULL;
	out->hint = cue_hint_of(&address);
	if (!str_same(address.english, address.greet))
		out->english = mem_copy(address.english);
	address_release(&address);
	return true;
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
	struct resident resident;
	char *which;
	bool is_made;

	if (!resident_get_name(desk->db, row->id, &resident, err))
		return false;
	is_made = cue_of_resident(desk, &resident, out, err);
	resident_release(&resident);
	if (!is_made)
		return false;
	if (!namesake_ask(desk, row, &which, err)) {
		cue_release(out);
		return false;
	}
	/* Which of the two comes before how to address either. */
	if (which != NULL)
		mem_replace(&out->ask, which);
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
