/* What visitors and staff said, and what the city knows, as lines. */
#include <stdio.h>

#include "day_sheet.h"

#define MARK_COLS 4

/* A number in columns of its own, at least a blank before it. */
static void add_column(int64_t n, struct str *out)
{
	int digits = snprintf(NULL, 0, "%lld", (long long)n);

	str_addf(out, "%*s#", digits < MARK_COLS ? MARK_COLS - digits : 1, "");
}

/* How often each answer was given to one sentence, and how many left it. */
static void add_sentence(const struct summary *day, int question,
			 struct day_sheet *sheet)
{
	static const char *const answers[CARD_MARK_MAX] = {
	    N_("answer 1:"), N_("answer 2:"), N_("answer 3:"), N_("answer 4:"),
	    N_("answer 5:")};
	const char *words = card_question_words((enum card_question)question);
	struct day_given given[CARD_MARK_MAX + 1] = {0};
	struct day_given *blank = &given[CARD_MARK_MAX];
	struct str template = STR_INIT;

	blank->n = day->cards;
	for (int i = 0; i < CARD_MARK_MAX; i++) {
		int mark = CARD_MARK_MAX - i;
		int64_t n = day->marks[question][mark - 1];

		given[i] =
		    (struct day_given){n, DAY_MARK, 10 * (question + 1) + mark,
				       NULL, _(answers[mark - 1])};
		blank->n -= n;
		add_column(n, &template);
	}
	str_add(&template, "  ");
	add_column(blank->n, &template);
	day_sheet_add(sheet, DAY_LINE_WORDS, words, words);
	day_sheet_put(sheet, "", str_text(&template), given, CARD_MARK_MAX + 1);
	str_release(&template);
}

static void add_answers(const struct summary *day, struct day_sheet *sheet)
{
	struct str head = STR_INIT;

	for (int mark = CARD_MARK_MAX; mark > 0; mark--)
		str_addf(&head, "%*d", MARK_COLS, mark);
	str_addf(&head, " %s", _("blank"));
	day_sheet_rule(sheet, _("ANSWERS ON THE CARDS"));
	day_sheet_add(sheet, DAY_LINE_WORDS, "",
		      _("5: agree strongly, 1: disagree strongly"));
	day_sheet_add(sheet, DAY_LINE_FIGURE, "", str_text(&head));
	for (int i = 0; i < CARD_QUESTIONS; i++)
		add_sentence(day, i, sheet);
	str_release(&head);
}

void day_add_voices(const struct summary *day, struct day_sheet *sheet)
{
	day_sheet_rule(sheet, _("WHAT THE CITY HEARD AND KNOWS"));
	PUT(sheet, _("Cards"), _("#, said aloud #"), OF(day->cards, DAY_CARDS),
	    OF(day->said, DAY_SAID));
	PUT(sheet, _("Comments"), "#",
	    OF((int64_t)day->comments.count, DAY_COMMENTS));
	if (!summary_is_part(day)) {
		PUT(sheet, _("Ideas"), _("new #, answered #"),
		    OF(day->ideas_new, DAY_IDEAS_NEW),
		    OF(day->ideas_answered, DAY_IDEAS_ANSWERED));
		PUT(sheet, "", _("taken up #, not now #, done #"),
		    PART(day->ideas_by_decision[IDEA_TAKEN_UP],
			 DAY_IDEAS_DECIDED, IDEA_TAKEN_UP),
		    PART(day->ideas_by_decision[IDEA_NOT_NOW],
			 DAY_IDEAS_DECIDED, IDEA_NOT_NOW),
		    PART(day->ideas_by_decision[IDEA_DONE], DAY_IDEAS_DECIDED,
			 IDEA_DONE));
		PUT(sheet, _("Thanks"), _("#, from visitors #"),
		    OF(day->thanks, DAY_THANKS),
		    OF(day->thanks_of_visitors, DAY_THANKS_OF_VISITORS));
	}
	PUT(sheet, _("Unanswered"), _("noted #, answered #, open #"),
	    OF(day->unanswered_noted, DAY_NOTED),
	    OF(day->unanswered_answered, DAY_ANSWERED),
	    OF(day->unanswered_open, DAY_UNANSWERED));
	day_sheet_put_share(sheet, _("Cards stale"),
			    OF(day->stale_cards, DAY_STALE),
			    OF(day->topic_cards, DAY_NOTHING));
	if (day->cards > 0)
		add_answers(day, sheet);
}
