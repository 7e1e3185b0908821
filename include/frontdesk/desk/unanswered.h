/*
 * unanswered.h - a question that nobody at the counter could answer
 *
 * It becomes the work of whoever keeps the topic (desk/topic.h), and goes with
 * it while it is open: the person who handles it and their department; without
 * a topic, of the department of
 * whoever noted it, and where there is none of a supervisor. ^Z takes back
 * its noting, its answer, and that it was passed on.
 */
#ifndef FRONTDESK_DESK_UNANSWERED_H
#define FRONTDESK_DESK_UNANSWERED_H

#include "frontdesk/desk/desk.h"

/* topic_id and request_id may be 0. *owner says whose it is now: "Mr. Osei,
 * Planning". */
bool desk_note_unanswered(struct desk *desk, int64_t topic_id,
			  int64_t request_id, const char *words, char **owner,
			  struct error *err);
/* Who would get it, in the same words. */
bool desk_owner_of_topic(struct desk *desk, int64_t topic_id, char **owner,
			 struct error *err);

struct unanswered_question {
	int64_t topic_id, request_id; /* 0: none */
	char *words, *topic, *asker;
};
void unanswered_question_release(struct unanswered_question *question);
/* ERROR_CONFLICT where it is answered, or was taken back. */
bool desk_get_unanswered(struct desk *desk, int64_t unanswered_id,
			 struct unanswered_question *out, struct error *err);

/*
 * The answer (field "answer"). Where it was asked about a request of somebody
 * who can be reached, whoever noted it has it to tell: *is_to_tell. For the
 * card (as_asked, else NULL: the question as everybody may read it, field
 * "question") it is added to what else was asked there, in a new version, by
 * whoever may change it: never in the words of whoever asked, unasked.
 */
bool desk_answer_unanswered(struct desk *desk, int64_t unanswered_id,
			    const char *answer, const char *as_asked,
			    bool *is_to_tell, struct error *err);

/*
 * By whoever may answer it: to another topic, and whoever keeps that; or with
 * topic_id 0 to a department, where it stays. *owner as above.
 */
bool desk_pass_unanswered(struct desk *desk, int64_t unanswered_id,
			  int64_t topic_id, int64_t department_id, char **owner,
			  struct error *err);

#endif
