/*
 * import_topics.c - topics with their questions from CSV
 *
 * The first row of a code holds the topic; each row of it holds a question or
 * none. A code that is there already gets a new version.
 */
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"
#include "frontdesk/store/city.h"
#include "frontdesk/store/staff.h"
#include "frontdesk/store/topic.h"
#include "import_private.h"

enum { REVIEW_DAYS = 180, REVIEW_DAYS_MAX = 3660 };

static const struct import_column columns[] = {
    {"code", true},	    {"name", true},	    {"words", false},
    {"department", true},   {"handler", false},	    {"quick_result", false},
    {"quick_words", false}, {"bring", false},	    {"fee", false},
    {"steps", false},	    {"other_ways", false},  {"not_ours_where", false},
    {"alternative", false}, {"appeal", false},	    {"contact", false},
    {"verified_on", false}, {"verified_by", false}, {"review_days", false},
    {"also_asked", false},  {"question", false},    {"ask", false},
    {"kind", false},	    {"choices", false},	    {"required", false},
    {"danger", false},	    {"notice", false},
};

/* Another question of the topic above: the same code and no name. */
static bool goes_on(const struct import *import, size_t row)
{
	return row > 0 && import_text(import, row, "name") == NULL &&
	       str_same(import_text(import, row, "code"),
			import_text(import, row - 1, "code"));
}

static char *copy(const struct import *import, size_t row, const char *column)
{
	return mem_copy(import_text(import, row, column));
}

static void fill_texts(const struct import *import, size_t row,
		       struct topic *topic)
{
	topic->code = copy(import, row, "code");
	topic->name = copy(import, row, "name");
	topic->words = copy(import, row, "words");
	topic->quick_words = copy(import, row, "quick_words");
	topic->bring = copy(import, row, "bring");
	topic->fee = copy(import, row, "fee");
	topic->steps = copy(import, row, "steps");
	topic->other_ways = copy(import, row, "other_ways");
	topic->not_ours_where = copy(import, row, "not_ours_where");
	topic->alternative = copy(import, row, "alternative");
	topic->appeal = copy(import, row, "appeal");
	topic->contact = copy(import, row, "contact");
	topic->also_asked = copy(import, row, "also_asked");
}

static bool fill_review(const struct import *import, size_t row,
			struct topic *topic, struct error *err)
{
	const char *days = import_text(import, row, "review_days");
	const char *verified = import_text(import, row, "verified_on");
	char *end;
	long number;

	topic->review_days = REVIEW_DAYS;
	if (verified != NULL &&
	    !day_parse(verified, "verified_on", &topic->verified_on, err))
		return false;
	if (days == NULL)
		return true;
	number = strtol(days, &end, 10);
	if (*end != '\0' || number < 1 || number > REVIEW_DAYS_MAX)
		return error_set(err, ERROR_INVALID, "review_days",
				 _("this is a number of days from 1 to %d"),
				 REVIEW_DAYS_MAX);
	topic->review_days = (int)number;
	return true;
}

/* Who works here, by the login in that column; 0 where it is empty. */
static bool find_login(const struct import *import, struct db *db, size_t row,
		       const char *column, int64_t *staff_id, struct error *err)
{
	const char *login = import_text(import, row, column);
	struct staff staff = {0};

	*staff_id = 0;
	if (login == NULL)
		return true;
	if (!staff_find(db, login, &staff, err))
		return err->code != ERROR_NOT_FOUND
			   ? false
			   : error_set(err, ERROR_NOT_FOUND, column,
				       _("nobody here has the login "
					 "\"%.40s\""),
				       login);
	*staff_id = staff.staff_id;
	staff_release(&staff);
	return true;
}

/* A department that is new is added: a topic must have somebody behind it. */
static bool fill_people(const struct import *import, struct db *db, size_t row,
			struct topic *topic, struct error *err)
{
	const struct department department = {
	    .name = (char *)import_text(import, row, "department")};
	static const struct text_limit limit = {
	    "department", N_("the department"), 60, false, true};

	if (!text_check(department.name, &limit, err) ||
	    !department_insert(db, &department, &topic->department_id, err))
		return false;
	return find_login(import, db, row, "handler", &topic->staff_id, err) &&
	       find_login(import, db, row, "verified_by", &topic->verified_by,
			  err);
}

static bool add_question(struct import *import, size_t row, struct topic *topic,
			 struct error *err)
{
	const char *kind = import_text(import, row, "kind");
	size_t count = topic->question_count;
	struct question *question;

	import->bad_row = row;
	if (import_text(import, row, "question") == NULL)
		return true;
	topic->questions =
	    mem_resize(topic->questions, count + 1, sizeof(*topic->questions));
	question = &topic->questions[count];
	*question = (struct question){
	    .label = copy(import, row, "question"),
	    .ask = copy(import, row, "ask"),
	    .choices = copy(import, row, "choices"),
	    .danger = copy(import, row, "danger"),
	    .notice = copy(import, row, "notice"),
	};
	topic->question_count++;
	return (kind == NULL ||
		question_kind_parse(kind, &question->kind, err)) &&
	       import_yes(import, row, "required", &question->is_required, err);
}

static bool fill(struct import *import, struct db *db, size_t row, size_t count,
		 struct topic *topic, struct error *err)
{
	const char *result = import_text(import, row, "quick_result");

	fill_texts(import, row, topic);
	topic->quick_result = RESULT_ANSWERED;
	if (result != NULL && !result_parse(result, &topic->quick_result, err))
		return false;
	if (!fill_review(import, row, topic, err) ||
	    !fill_people(import, db, row, topic, err))
		return false;
	for (size_t i = row; i < row + count; i++)
		if (!add_question(import, i, topic, err))
			return false;
	import->bad_row = row;
	return topic_check(topic, err);
}

static bool take(struct import *import, struct db *db, size_t row, size_t count,
		 struct error *err)
{
	struct topic topic = {0};
	int64_t id;
	bool is_new;
	bool is_done = fill(import, db, row, count, &topic, err) &&
		       topic_save(db, &topic, &id, &is_new, err);

	topic_release(&topic);
	if (is_done && is_new)
		import->report->new_count++;
	else if (is_done)
		import->report->changed_count++;
	return is_done;
}

static const struct import_alias aliases[] = {
    {"result", "quick_result"}, {"label", "question"}, {NULL, NULL}};

const struct import_rules import_topics = {columns, MEM_COUNT(columns), goes_on,
					   take, aliases};
