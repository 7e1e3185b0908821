/*
 * topic_files.c - departments, topics and questions from data/topics
 */
#include "topic_files.h"

#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/table.h"
#include "frontdesk/core/topic.h"
#include "frontdesk/store/city.h"
#include "frontdesk/store/topic.h"

enum { REVIEW_DAYS = 180 };

struct files {
	struct table topics, questions;
	struct day today;
	topic_handler_fn *handler;
	void *handler_state;
};

bool departments_add(struct db *db, const char *data_dir, struct error *err)
{
	struct table table;
	bool is_added = true;

	if (!table_load(data_dir, "topics/departments.tsv", &table, err))
		return false;
	for (size_t i = 0; i < table.count && is_added; i++) {
		const struct department department = {
		    .name = (char *)table_text(&table, i, "name"),
		    .telephone = (char *)table_text(&table, i, "telephone"),
		    .place = (char *)table_text(&table, i, "place"),
		};
		int64_t id;

		is_added = department_insert(db, &department, &id, err);
	}
	table_release(&table);
	return is_added;
}

static char *copy(const struct table *table, size_t row, const char *column)
{
	const char *text = table_text(table, row, column);

	return mem_copy(text != NULL ? text : "");
}

static bool add_question(const struct files *files, size_t row,
			 struct topic *topic, struct error *err)
{
	const struct table *table = &files->questions;
	const char *kind = table_text(table, row, "kind");
	struct question *question;

	topic->questions =
	    mem_resize(topic->questions, topic->question_count + 1,
		       sizeof(*topic->questions));
	question = &topic->questions[topic->question_count++];
	memset(question, 0, sizeof(*question));
	question->label = copy(table, row, "label");
	question->ask = copy(table, row, "ask");
	question->choices = copy(table, row, "choices");
	question->danger = copy(table, row, "danger");
	question->notice = copy(table, row, "notice");
	question->is_required = table_int(table, row, "required", 0) == 1;
	if (kind == NULL || !question_kind_parse(kind, &question->kind, err))
		return table_wrong(table, row, err,
				   _("the kind must be text, number, date, "
				     "choice or yes_no"));
	return true;
}

/* Questions stand in the order of their lines. */
static bool add_questions(const struct files *files, struct topic *topic,
			  struct error *err)
{
	for (size_t i = 0; i < files->questions.count; i++) {
		const char *code = table_text(&files->questions, i, "topic");

		if (str_same(code, topic->code) &&
		    !add_question(files, i, topic, err))
			return false;
	}
	return true;
}

static void fill_texts(const struct table *table, size_t row,
		       struct topic *topic)
{
	topic->code = copy(table, row, "code");
	topic->name = copy(table, row, "name");
	topic->words = copy(table, row, "words");
	topic->quick_words = copy(table, row, "quick_words");
	topic->bring = copy(table, row, "bring");
	topic->fee = copy(table, row, "fee");
	topic->steps = copy(table, row, "steps");
	topic->other_ways = copy(table, row, "other_ways");
	topic->not_ours_where = copy(table, row, "not_ours_where");
	topic->alternative = copy(table, row, "alternative");
	topic->appeal = copy(table, row, "appeal");
	topic->contact = copy(table, row, "contact");
	topic->also_asked = copy(table, row, "also_asked");
	topic->review_days = table_int(table, row, "review_days", REVIEW_DAYS);
}

static bool fill(struct db *db, const struct files *files, size_t row,
		 struct topic *topic, struct error *err)
{
	const struct table *table = &files->topics;
	const char *department = table_text(table, row, "department");
	const char *result = table_text(table, row, "quick_result");
	int days = table_int(table, row, "verified_days", -1);

	fill_texts(table, row, topic);
	if (result == NULL || !result_parse(result, &topic->quick_result, err))
		return table_wrong(table, row, err,
				   _("the quick result must be answered, given "
				     "or not_ours"));
	if (days >= 0 && files->today.text[0] != '\0')
		topic->verified_on = day_plus(files->today, -days);
	if (!department_find(db, department, &topic->department_id, err))
		return false;
	if (topic->department_id == 0)
		return table_wrong(table, row, err,
				   _("there is no such department"));
	if (files->handler != NULL)
		topic->staff_id = topic->verified_by =
		    files->handler(topic->code, files->handler_state);
	return add_questions(files, topic, err);
}

static bool add_topic(struct db *db, const struct files *files, size_t row,
		      struct error *err)
{
	struct topic topic = {0};
	int64_t id;
	bool is_added = fill(db, files, row, &topic, err) &&
			topic_check(&topic, err) &&
			topic_save(db, &topic, &id, NULL, err);

	topic_release(&topic);
	return is_added;
}

bool topics_add(struct db *db, const char *data_dir, struct day today,
		topic_handler_fn *handler, void *state, struct error *err)
{
	struct files files = {
	    .today = today, .handler = handler, .handler_state = state};
	bool is_added =
	    table_load(data_dir, "topics/topics.tsv", &files.topics, err) &&
	    table_load(data_dir, "topics/questions.tsv", &files.questions, err);

	for (size_t i = 0; i < files.topics.count && is_added; i++)
		is_added = add_topic(db, &files, i, err);
	table_release(&files.topics);
	table_release(&files.questions);
	return is_added;
}
