/*
 * day_voices.c - what visitors said in a range of days, ideas, thanks
 */
#include "day_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"

/* "3.5": the third sentence was answered with 5 */
static void add_marks(struct summary *out, const char *part, int64_t n)
{
	int question = part[0] - '1',
	    mark = part[1] == '.' ? part[2] - '1' : -1;

	if (question >= 0 && question < CARD_QUESTIONS && mark >= 0 &&
	    mark < CARD_MARK_MAX)
		out->marks[question][mark] += n;
}

static void add_idea(struct summary *out, const char *part, int64_t n)
{
	enum idea_step step = idea_step_find(part);

	if (step == IDEA_STEP_NOTED)
		out->ideas_new += n;
	else if (step == IDEA_STEP_READ)
		out->ideas_answered += n;
	if (!idea_step_is_decision(step))
		return;
	out->ideas_decided += n;
	for (int i = IDEA_TAKEN_UP; i < IDEA_STATES; i++)
		if (idea_step_of((enum idea_state)i) == step)
			out->ideas_by_decision[i] += n;
}

static void add_thanks(struct summary *out, const char *part, int64_t n)
{
	out->thanks += n;
	if (str_same(part, "visitor"))
		out->thanks_of_visitors += n;
}

bool day_count_voices(struct summary *out, const char *figure, const char *part,
		      int64_t n)
{
	if (str_same(figure, "feedback"))
		*(str_same(part, "card") ? &out->cards : &out->said) += n;
	else if (str_same(figure, "mark"))
		add_marks(out, part, n);
	else if (str_same(figure, "idea"))
		add_idea(out, part, n);
	else if (str_same(figure, "thanks"))
		add_thanks(out, part, n);
	else
		return false;
	return true;
}

static void each_comment(const struct summary_comment *row, void *state)
{
	struct listed_list *list = state;
	struct listed *item;

	list->items =
	    mem_grow(list->items, list->count, sizeof(list->items[0]));
	item = &list->items[list->count++];
	*item = (struct listed){
	    .id = row->feedback_id,
	    .reference = mem_copy(row->reference),
	    .topic = mem_copy(str_is_blank(row->topic) ? _("no topic noted")
						       : row->topic),
	    .department = mem_copy(row->is_card ? _("card") : _("said aloud")),
	    .detail = mem_copy(row->comment),
	    .tried = mem_copy(""),
	    .alternative = mem_copy(""),
	    .appeal = mem_copy(""),
	};
}

bool day_read_comments(struct db *db, const struct summary_range *range,
		       struct summary *out, struct error *err)
{
	return summary_each_comment(db, range, each_comment, &out->comments,
				    err);
}
