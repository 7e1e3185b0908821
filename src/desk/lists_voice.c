/*
 * lists_voice.c - the lists of what visitors and colleagues said
 *
 * A card asks no name: its row has the reference of the visit and none.
 */
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/feedback.h"
#include "frontdesk/store/idea.h"
#include "frontdesk/store/thanks.h"
#include "lists_private.h"

struct reading {
	struct list_page *page;
	size_t limit;
};

/* "5543-15", "said aloud" */
static char *marks_of(const struct feedback *feedback)
{
	struct str text = STR_INIT;

	if (!feedback->is_card)
		return mem_copy(_("said aloud"));
	str_add(&text, _("card "));
	card_marks_add(feedback->marks, &text);
	return str_take(&text);
}

static void add_feedback(const struct feedback_row *feedback, void *state)
{
	const struct reading *reading = state;
	struct list_row *row = list_page_add(reading->page, reading->limit);
	struct str what = STR_INIT;

	if (row == NULL)
		return;
	row->id = feedback->feedback.feedback_id;
	row->request_id = feedback->request_id;
	row->at = feedback->feedback.at;
	row->who = mem_copy(feedback->reference);
	row->note = marks_of(&feedback->feedback);
	str_add(&what, row->note);
	if (!str_is_blank(feedback->feedback.comment))
		str_addf(&what, " · %s", feedback->feedback.comment);
	row->what = str_take(&what);
	row->more = mem_copy(feedback->topic);
}

bool lists_read_feedback(struct db *db, const struct list_query *query,
			 struct list_page *page, struct error *err)
{
	struct reading reading = {page, query->limit - 1};

	return feedback_each(db, query->site_id, query->limit, add_feedback,
			     &reading, err);
}

static void add_idea(const struct idea_row *idea, void *state)
{
	const struct reading *reading = state;
	struct list_row *row = list_page_add(reading->page, reading->limit);
	struct str what = STR_INIT, note = STR_INIT;

	if (row == NULL)
		return;
	row->id = idea->idea_id;
	row->request_id = idea->request_id;
	row->is_unread = idea->is_mine && idea->is_unread;
	row->at = idea->at;
	row->who = mem_copy(idea->staff);
	str_addf(&what, "%s · %s", idea_state_words(idea->state), idea->text);
	row->what = str_take(&what);
	str_add(&note, idea_state_words(idea->state));
	if (idea->reference != NULL)
		str_addf(&note, " · %s", idea->reference);
	row->note = str_take(&note);
	row->more = mem_copy(idea->answer);
}

bool lists_read_ideas(struct db *db, const struct list_query *query,
		      struct list_page *page, struct error *err)
{
	struct reading reading = {page, query->limit - 1};

	return idea_each(db, query->staff_id, query->limit, add_idea, &reading,
			 err);
}

static void add_thanks(const struct thanks_row *thanks, void *state)
{
	const struct reading *reading = state;
	struct list_row *row = list_page_add(reading->page, reading->limit);
	struct str what = STR_INIT;

	if (row == NULL)
		return;
	row->id = thanks->thanks_id;
	row->request_id = thanks->request_id;
	row->at = thanks->at;
	row->who = mem_copy(thanks->staff);
	row->is_unread = !thanks->is_read;
	if (thanks->is_from_visitor)
		str_add(&what, _("A visitor said: "));
	str_add(&what, thanks->text);
	row->what = str_take(&what);
	row->note = mem_copy(thanks->reference != NULL ? thanks->reference
						       : _("thank you"));
}

bool lists_read_thanks(struct db *db, const struct list_query *query,
		       struct list_page *page, struct error *err)
{
	struct reading reading = {page, query->limit - 1};

	return thanks_each(db, query->staff_id, query->limit, add_thanks,
			   &reading, err);
}
