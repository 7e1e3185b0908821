/*
 * import_question.h - the questions of a topic from its rows
 */
#ifndef FRONTDESK_DESK_IMPORT_QUESTION_H
#define FRONTDESK_DESK_IMPORT_QUESTION_H

#include "frontdesk/core/topic.h"
#include "import_private.h"

/* One of the label that stands keeps its identity, and what the file has no
 * column for; without a column of questions all that stand are kept. */
bool import_questions(struct import *import, size_t row, size_t count,
		      const struct topic *was, struct topic *topic,
		      struct error *err);

#endif
