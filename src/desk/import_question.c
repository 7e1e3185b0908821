/*
 * import_question.c - the questions of a topic from its rows
 */
#include "import_question.h"

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"

static struct question *add(struct topic *topic)
{
	size_t count = topic->question_count++;

	topic->questions =
	    mem_resize(topic->questions, count + 1, sizeof(*topic->questions));
	topic->questions[count] = (struct question){0};
	return &topic->questions[count];
}

static void keep_all(const struct topic *was, struct topic *topic)
{
	for (size_t i = 0; i < was->question_count; i++)
		question_copy(&was->questions[i], add(topic));
}

static const struct question *find(const struct topic *was, const char *label)
{
	for (size_t i = 0; i < was->question_count; i++)
		if (str_same(was->questions[i].label, label))
			return &was->questions[i];
	return NULL;
}

static void take_text(const struct import *import, size_t row,
		      const char *column, char **text)
{
	if (import_has(import, column))
		mem_replace(text, import_text(import, row, column));
}

static bool fill(const struct import *import, size_t row,
		 struct question *question, struct error *err)
{
	const char *kind = import_text(import, row, "kind");

	mem_replace(&question->label, import_text(import, row, "question"));
	take_text(import, row, "ask", &question->ask);
	take_text(import, row, "choices", &question->choices);
	take_text(import, row, "danger", &question->danger);
	take_text(import, row, "notice", &question->notice);
	if (import_has(import, "kind"))
		question->kind = QUESTION_TEXT;
	if (import_has(import, "required"))
		question->is_required = false;
	return (kind == NULL ||
		question_kind_parse(kind, &question->kind, err)) &&
	       import_yes(import, row, "required", &question->is_required, err);
}

bool import_questions(struct import *import, size_t row, size_t count,
		      const struct topic *was, struct topic *topic,
		      struct error *err)
{
	if (!import_has(import, "question")) {
		keep_all(was, topic);
		return true;
	}
	for (size_t i = row; i < row + count; i++) {
		const char *label = import_text(import, i, "question");
		const struct question *known = find(was, label);
		struct question *question;

		import->bad_row = i;
		if (label == NULL)
			continue;
		question = add(topic);
		if (known != NULL)
			question_copy(known, question);
		if (!fill(import, i, question, err))
			return false;
	}
	return true;
}
