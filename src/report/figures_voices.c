/*
 * figures_voices.c - the walk over a summary: feedback, ideas, thanks
 */
#include "figures.h"

#include <stddef.h>

static void walk_questions(const struct figures *figures,
			   const struct summary *summary)
{
	static const char *const marks[CARD_MARK_MAX] = {"1", "2", "3", "4",
							 "5"};

	figures_open_list(figures, "questions");
	for (int question = 0; question < CARD_QUESTIONS; question++) {
		figures_open(figures, NULL);
		figures_number(figures, "question", question + 1);
		figures_text(figures, "about",
			     card_question_name((enum card_question)question));
		for (int mark = 0; mark < CARD_MARK_MAX; mark++)
			figures_number(figures, marks[mark],
				       summary->marks[question][mark]);
		figures_close(figures);
	}
	figures_close(figures);
}

static void walk_comments(const struct figures *figures,
			  const struct listed_list *comments)
{
	figures_open_list(figures, "listed");
	for (size_t i = 0; i < comments->count; i++) {
		const struct listed *item = &comments->items[i];

		figures_open(figures, NULL);
		figures_text(figures, "reference", item->reference);
		figures_text(figures, "topic", item->topic);
		figures_text(figures, "how", item->department);
		if (figures->with_names)
			figures_text(figures, "comment", item->detail);
		figures_close(figures);
	}
	figures_close(figures);
}

static void walk_feedback(const struct figures *figures,
			  const struct summary *summary)
{
	figures_open(figures, "feedback");
	figures_number(figures, "cards", summary->cards);
	figures_number(figures, "comments", (int64_t)summary->comments.count);
	figures_number(figures, "said_aloud", summary->said);
	walk_questions(figures, summary);
	walk_comments(figures, &summary->comments);
	figures_close(figures);
}

void figures_walk_voices(const struct figures *figures,
			 const struct summary *summary)
{
	walk_feedback(figures, summary);
	if (summary_is_part(summary)) {
		figures->sink->none(figures->state, "ideas");
		figures->sink->none(figures->state, "thanks");
		return;
	}
	figures_open(figures, "ideas");
	figures_number(figures, "new", summary->ideas_new);
	figures_number(figures, "decided", summary->ideas_decided);
	figures_open(figures, "decisions");
	for (int i = IDEA_TAKEN_UP; i < IDEA_STATES; i++)
		figures_number(figures, idea_state_name((enum idea_state)i),
			       summary->ideas_by_decision[i]);
	figures_close(figures);
	figures_number(figures, "answered", summary->ideas_answered);
	figures_close(figures);

	figures_open(figures, "thanks");
	figures_number(figures, "recorded", summary->thanks);
	figures_number(figures, "from_visitors", summary->thanks_of_visitors);
	figures_close(figures);
}
