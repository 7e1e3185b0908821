/*
 * import_feedback.c - comment cards that came back, from CSV
 *
 * A card that is entered already and says the same is passed over: the same
 * file twice is one pile of cards.
 */
#include "feedback_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "import_private.h"

static const struct import_column columns[] = {
    {"reference", true}, {"answers", false},	   {"satisfaction", false},
    {"trust", false},	 {"effectiveness", false}, {"ease", false},
    {"speed", false},	 {"fairness", false},	   {"courtesy", false},
    {"comment", false},	 {"said", false},
};

/* Seven columns, or all answers in one as they are typed at the desk. */
static bool read_marks(const struct import *import, size_t row,
		       int marks[CARD_QUESTIONS], struct error *err)
{
	const char *answers = import_text(import, row, "answers");

	if (answers != NULL)
		return card_marks_parse(answers, marks, err);
	for (int i = 0; i < CARD_QUESTIONS; i++) {
		const char *name = card_question_name((enum card_question)i);
		const char *text = import_text(import, row, name);

		marks[i] = 0;
		if (text == NULL || str_same(text, "-"))
			continue;
		if (text[0] < '1' || text[0] > '0' + CARD_MARK_MAX ||
		    text[1] != '\0')
			return error_set(err, ERROR_INVALID, name,
					 _("an answer is a digit from 1 to 5, "
					   "or blank"));
		marks[i] = text[0] - '0';
	}
	return true;
}

static bool is_the_same(const struct feedback *a, const struct feedback *b)
{
	for (int i = 0; i < CARD_QUESTIONS; i++)
		if (a->marks[i] != b->marks[i])
			return false;
	return str_same(a->comment, b->comment);
}

static bool take(struct import *import, struct db *db, size_t row, size_t count,
		 struct error *err)
{
	const char *said = import_text(import, row, "said");
	struct feedback feedback = {
	    .is_card = said == NULL,
	    .comment =
		(char *)(said != NULL ? said
				      : import_text(import, row, "comment")),
	};
	struct card_visit visit;
	bool is_known;

	(void)count;
	if (!feedback_find(db, import_text(import, row, "reference"), &visit,
			   err))
		return false;
	feedback.visit_id = visit.visit_id;
	if (feedback.is_card && !read_marks(import, row, feedback.marks, err)) {
		card_visit_release(&visit);
		return false;
	}
	is_known = feedback.is_card && visit.earlier.feedback_id != 0 &&
		   is_the_same(&visit.earlier, &feedback);
	card_visit_release(&visit);
	if (is_known) {
		import->report->known_count++;
		return true;
	}
	if (!feedback_note(import->desk, db, &feedback, err))
		return false;
	import->report->new_count++;
	return true;
}

static const struct import_alias aliases[] = {{"marks", "answers"},
					      {NULL, NULL}};

const struct import_rules import_feedback = {columns, MEM_COUNT(columns), NULL,
					     take, aliases};
