/*
 * import_topics.c - topics with their questions from CSV
 *
 * The first row of a code holds the topic; each row of it holds a question or
 * none. A code that is there already gets a new version where a row changes
 * something; a column that the file does not have changes nothing.
 */
#include <stddef.h>
#include <stdlib.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"
#include "frontdesk/store/city.h"
#include "frontdesk/store/staff.h"
#include "frontdesk/store/topic.h"
#include "import_private.h"
#include "import_question.h"

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
    {"danger", false},	    {"notice", false},	    {"retired", false},
};

/* Columns that are texts of the card. */
static const struct {
	const char *column;
	size_t member;
} texts[] = {
    {"name", offsetof(struct topic, name)},
    {"words", offsetof(struct topic, words)},
    {"quick_words", offsetof(struct topic, quick_words)},
    {"bring", offsetof(struct topic, bring)},
    {"fee", offsetof(struct topic, fee)},
    {"steps", offsetof(struct topic, steps)},
    {"other_ways", offsetof(struct topic, other_ways)},
    {"not_ours_where", offsetof(struct topic, not_ours_where)},
    {"alternative", offsetof(struct topic, alternative)},
    {"appeal", offsetof(struct topic, appeal)},
    {"contact", offsetof(struct topic, contact)},
    {"also_asked", offsetof(struct topic, also_asked)},
};

/* Another question of the topic above: the same code and no name. */
static bool goes_on(const struct import *import, size_t row)
{
	return row > 0 && import_text(import, row, "name") == NULL &&
	       str_same(import_text(import, row, "code"),
			import_text(import, row - 1, "code"));
}

static char **text_of(const struct topic *topic, size_t at)
{
	return (char **)((char *)topic + texts[at].member);
}

/* A blank field empties what stands, a column that is not there keeps it. */
static void fill_texts(const struct import *import, size_t row,
		       const struct topic *was, struct topic *topic)
{
	topic->code = mem_copy(import_text(import, row, "code"));
	for (size_t i = 0; i < MEM_COUNT(texts); i++)
		*text_of(topic, i) =
		    mem_copy(import_has(import, texts[i].column)
				 ? import_text(import, row, texts[i].column)
				 : *text_of(was, i));
}

static bool fill_verified(const struct import *import, size_t row,
			  const struct topic *was, struct topic *topic,
			  struct error *err)
{
	const char *verified = import_text(import, row, "verified_on");

	if (!import_has(import, "verified_on"))
		topic->verified_on = was->verified_on;
	else if (verified != NULL &&
		 !day_parse(verified, "verified_on", &topic->verified_on, err))
		return false;
	return day_compare(topic->verified_on, desk_today(import->desk)) <= 0 ||
	       error_set(err, ERROR_INVALID, "verified_on",
			 _("this day is still to come: give the day when "
			   "somebody checked the card"));
}

static bool fill_review(const struct import *import, size_t row,
			const struct topic *was, struct topic *topic,
			struct error *err)
{
	const char *days = import_text(import, row, "review_days");
	char *end;
	long number;

	topic->review_days =
	    import_has(import, "review_days") || was->topic_id == 0
		? REVIEW_DAYS
		: was->review_days;
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
			const struct topic *was, struct topic *topic,
			struct error *err)
{
	const struct department department = {
	    .name = (char *)import_text(import, row, "department")};
	static const struct text_limit limit = {
	    "department", N_("the department"), 60, false, true};

	if (!text_check(department.name, &limit, err) ||
	    !department_insert(db, &department, &topic->department_id, err))
		return false;
	if (!find_login(import, db, row, "handler", &topic->staff_id, err) ||
	    !find_login(import, db, row, "verified_by", &topic->verified_by,
			err))
		return false;
	if (!import_has(import, "handler"))
		topic->staff_id = was->staff_id;
	/* Where nobody is said: whoever it was on that day. */
	if (topic->verified_by == 0 &&
	    day_compare(topic->verified_on, was->verified_on) == 0)
		topic->verified_by = was->verified_by;
	return true;
}

static bool fill_result(const struct import *import, size_t row,
			const struct topic *was, struct topic *topic,
			struct error *err)
{
	const char *result = import_text(import, row, "quick_result");

	topic->quick_result =
	    import_has(import, "quick_result") || was->topic_id == 0
		? RESULT_ANSWERED
		: was->quick_result;
	return result == NULL ||
	       result_parse(result, &topic->quick_result, err);
}

static bool fill(struct import *import, struct db *db, size_t row, size_t count,
		 const struct topic *was, struct topic *topic,
		 struct error *err)
{
	fill_texts(import, row, was, topic);
	topic->is_retired = was->is_retired && !import_has(import, "retired");
	if (!fill_result(import, row, was, topic, err) ||
	    !fill_verified(import, row, was, topic, err) ||
	    !fill_review(import, row, was, topic, err) ||
	    !fill_people(import, db, row, was, topic, err) ||
	    !import_yes(import, row, "retired", &topic->is_retired, err) ||
	    !import_questions(import, row, count, was, topic, err))
		return false;
	import->bad_row = row;
	return topic_check(topic, err);
}

static void add_changed(struct str *out, bool is_changed, const char *column)
{
	if (is_changed)
		str_addf(out, out->len > 0 ? ", %s" : "%s", column);
}

static bool has_other_questions(const struct topic *was,
				const struct topic *topic)
{
	if (was->question_count != topic->question_count)
		return true;
	for (size_t i = 0; i < topic->question_count; i++)
		if (!question_is_same(&was->questions[i], &topic->questions[i]))
			return true;
	return false;
}

/* Which columns say something else than what stands; retired is none of a
 * version. */
static void list_changed(const struct topic *was, const struct topic *topic,
			 struct str *out)
{
	for (size_t i = 0; i < MEM_COUNT(texts); i++) {
		const char *now = *text_of(topic, i), *then = *text_of(was, i);

		add_changed(
		    out,
		    !str_same(now != NULL ? now : "", then != NULL ? then : ""),
		    texts[i].column);
	}
	add_changed(out, was->department_id != topic->department_id,
		    "department");
	add_changed(out, was->staff_id != topic->staff_id, "handler");
	add_changed(out, was->quick_result != topic->quick_result,
		    "quick_result");
	add_changed(out, day_compare(was->verified_on, topic->verified_on) != 0,
		    "verified_on");
	add_changed(out, was->verified_by != topic->verified_by, "verified_by");
	add_changed(out, was->review_days != topic->review_days, "review_days");
	add_changed(out, has_other_questions(was, topic), "question");
}

/* A card that says what it said gets no version. */
static bool keep(struct import *import, struct db *db, size_t row,
		 const struct topic *was, const struct topic *topic,
		 struct error *err)
{
	bool is_new = was->topic_id == 0, is_done = true;
	bool is_turned = was->is_retired != topic->is_retired;
	int64_t id = was->topic_id;
	struct str changed = STR_INIT;

	list_changed(was, topic, &changed);
	if (is_new || changed.len > 0)
		is_done = topic_save(db, topic, &id, NULL, err);
	if (is_done && is_turned)
		is_done = topic_retire(db, id, topic->is_retired, err);
	add_changed(&changed, is_turned, "retired");
	if (is_new)
		import->report->new_count++;
	else if (changed.len == 0)
		import->report->unchanged_count++;
	else
		import->report->changed_count++;
	if (import->is_dry_run && !is_new && changed.len > 0)
		import_remark(import, row, "", _("%s would change: %s"),
			      topic->name, str_text(&changed));
	str_release(&changed);
	return is_done;
}

static bool take(struct import *import, struct db *db, size_t row, size_t count,
		 struct error *err)
{
	struct topic was = {0}, topic = {0};
	int64_t id;
	bool is_done =
	    topic_find_code(db, import_text(import, row, "code"), &id, err) &&
	    (id == 0 || topic_get(db, id, &was, err)) &&
	    fill(import, db, row, count, &was, &topic, err) &&
	    keep(import, db, row, &was, &topic, err);

	topic_release(&was);
	topic_release(&topic);
	return is_done;
}

static const struct import_alias aliases[] = {
    {"result", "quick_result"}, {"label", "question"}, {NULL, NULL}};

const struct import_rules import_topics = {columns, MEM_COUNT(columns), goes_on,
					   take, aliases};
