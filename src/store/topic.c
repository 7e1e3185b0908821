/*
 * topic.c - topics as they are in use, and as they were
 */
#include "frontdesk/store/topic.h"

#include <stdlib.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"

#define TOPIC_COLUMNS                                                          \
	"t.topic_id, v.topic_version_id, t.code, v.name, v.words, "            \
	"v.department_id, d.name, v.staff_id, v.quick_result, v.quick_words, " \
	"v.bring, v.fee, v.steps, v.other_ways, v.not_ours_where, "            \
	"v.alternative, v.appeal, v.contact, v.also_asked, v.verified_on, "    \
	"v.review_days, v.verified_by, w.name, h.formal_name, t.is_active "
#define TOPIC_PEOPLE                                                           \
	"JOIN department d ON d.department_id = v.department_id "              \
	"LEFT JOIN staff w ON w.staff_id = v.verified_by "                     \
	"LEFT JOIN staff h ON h.staff_id = v.staff_id "

static const char SQL_GET[] =
    "SELECT " TOPIC_COLUMNS "FROM topic t "
    "JOIN topic_version v ON v.topic_version_id = "
    "t.topic_version_id " TOPIC_PEOPLE "WHERE t.topic_id = $1";
static const char SQL_GET_VERSION[] =
    "SELECT " TOPIC_COLUMNS "FROM topic_version v "
    "JOIN topic t ON t.topic_id = v.topic_id " TOPIC_PEOPLE
    "WHERE v.topic_version_id = $1";
static const char SQL_QUESTIONS[] =
    "SELECT COALESCE(first_id, question_id), label, ask, kind, choices, "
    "is_required, danger, notice FROM question WHERE topic_version_id = $1 "
    "ORDER BY position";
static const char SQL_FIND_CODE[] =
    "SELECT topic_id FROM topic WHERE code = $1";
static const char SQL_COUNT_USE[] =
    "UPDATE topic SET times_used = times_used + 1 WHERE topic_id = $1";
static const char SQL_STAMP[] =
    "SELECT topic_id, topic_version_id, is_active, times_used FROM topic "
    "ORDER BY topic_id";
static const char SQL_LIST[] =
    "SELECT t.topic_id, v.name, v.folded, t.times_used, v.folded_card, "
    "CASE WHEN v.folded_card IS NULL THEN v.bring || ' ' || v.fee || ' ' || "
    "v.steps || ' ' || v.other_ways || ' ' || v.not_ours_where || ' ' || "
    "v.alternative || ' ' || v.appeal || ' ' || v.contact END, h.folded, "
    "t.is_active FROM topic t "
    "JOIN topic_version v ON v.topic_version_id = t.topic_version_id "
    "LEFT JOIN topic_heard h ON h.topic_id = t.topic_id "
    "ORDER BY v.name, t.topic_id";
/* What is asked by the cards that are folded as they are read. */
static const char SQL_ASKED[] =
    "SELECT t.topic_id, q.label, q.ask, q.choices, q.notice FROM topic t "
    "JOIN topic_version v ON v.topic_version_id = t.topic_version_id "
    "JOIN question q ON q.topic_version_id = v.topic_version_id "
    "WHERE v.folded_card IS NULL ORDER BY t.topic_id, q.position";

static bool read_topic(const struct query *q, struct topic *out,
		       struct error *err)
{
	char **texts[] = {&out->bring,		&out->fee,
			  &out->steps,		&out->other_ways,
			  &out->not_ours_where, &out->alternative,
			  &out->appeal,		&out->contact,
			  &out->also_asked};

	out->topic_id = row_int(q, 0);
	out->topic_version_id = row_int(q, 1);
	out->code = row_copy(q, 2);
	out->name = row_copy(q, 3);
	out->words = row_copy(q, 4);
	out->department_id = row_int(q, 5);
	out->department = row_copy(q, 6);
	out->staff_id = row_int(q, 7);
	out->quick_words = row_copy(q, 9);
	for (size_t i = 0; i < MEM_COUNT(texts); i++)
		*texts[i] = row_copy(q, 10 + (int)i);
	out->review_days = (int)row_int(q, 20);
	out->verified_by = row_int(q, 21);
	out->verifier = row_copy(q, 22);
	out->handler = row_copy(q, 23);
	out->is_retired = row_int(q, 24) == 0;
	if (!row_is_null(q, 19) &&
	    !day_parse(row_text(q, 19), "verified_on", &out->verified_on, err))
		return false;
	return result_parse(row_text(q, 8), &out->quick_result, err);
}

static bool read_questions(struct db *db, struct topic *topic,
			   struct error *err)
{
	struct query q;
	bool is_read = true;

	query_begin(&q, db, SQL_QUESTIONS);
	query_int(&q, 1, topic->topic_version_id);
	while (is_read && query_row(&q)) {
		struct question *question;

		topic->questions =
		    mem_resize(topic->questions, topic->question_count + 1,
			       sizeof(*topic->questions));
		question = &topic->questions[topic->question_count++];
		*question = (struct question){
		    .question_id = row_int(&q, 0),
		    .label = row_copy(&q, 1),
		    .ask = row_copy(&q, 2),
		    .choices = row_copy(&q, 4),
		    .is_required = row_int(&q, 5) == 1,
		    .danger = row_copy(&q, 6),
		    .notice = row_copy(&q, 7),
		};
		is_read =
		    question_kind_parse(row_text(&q, 3), &question->kind, err);
	}
	return query_end(&q, err) && is_read;
}

static bool get(struct db *db, const char *sql, int64_t id, struct topic *out,
		struct error *err)
{
	struct query q;
	bool has_row, is_read = true;

	*out = (struct topic){0};
	query_begin(&q, db, sql);
	query_int(&q, 1, id);
	has_row = query_row(&q);
	if (has_row)
		is_read = read_topic(&q, out, err);
	is_read = query_end(&q, err) && is_read;
	if (is_read && !has_row)
		return error_set(err, ERROR_NOT_FOUND, "topic",
				 _("There is no such topic."));
	if (is_read && read_questions(db, out, err))
		return true;
	topic_release(out);
	return false;
}

bool topic_get(struct db *db, int64_t topic_id, struct topic *out,
	       struct error *err)
{
	return get(db, SQL_GET, topic_id, out, err);
}

bool topic_get_version(struct db *db, int64_t topic_version_id,
		       struct topic *out, struct error *err)
{
	return get(db, SQL_GET_VERSION, topic_version_id, out, err);
}

bool topic_find_code(struct db *db, const char *code, int64_t *topic_id,
		     struct error *err)
{
	struct query q;

	*topic_id = 0;
	query_begin(&q, db, SQL_FIND_CODE);
	query_text(&q, 1, code);
	if (query_row(&q))
		*topic_id = row_int(&q, 0);
	return query_end(&q, err);
}

bool topic_count_use(struct db *db, int64_t topic_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_COUNT_USE);
	query_int(&q, 1, topic_id);
	return query_run(&q, err);
}

void topic_brief_list_release(struct topic_brief_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		free(list->items[i].name);
		free(list->items[i].folded_name);
		free(list->items[i].folded);
		free(list->items[i].folded_card);
		free(list->items[i].heard);
	}
	free(list->items);
	*list = (struct topic_brief_list){0};
}

bool topic_list_stamp(struct db *db, uint64_t *out, struct error *err)
{
	struct query q;

	*out = UINT64_C(0xcbf29ce484222325);
	query_begin(&q, db, SQL_STAMP);
	while (query_row(&q))
		for (int i = 0; i < 4; i++)
			*out = (*out ^ (uint64_t)row_int(&q, i)) *
			       UINT64_C(0x100000001b3);
	return query_end(&q, err);
}

/* A card of before version 26 is folded as it is read. */
static char *fold_card(const struct query *q)
{
	struct str folded = STR_INIT;

	if (!row_is_null(q, 4))
		return row_copy(q, 4);
	text_fold(row_text(q, 5), &folded);
	str_add(&folded, "");
	return str_take(&folded);
}

static void add_folded(char **folded, const char *text)
{
	struct str all = STR_INIT;

	str_addf(&all, "%s ", *folded);
	text_fold(text, &all);
	mem_replace(folded, str_text(&all));
	str_release(&all);
}

static bool add_asked(struct db *db, struct topic_brief_list *list,
		      struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_ASKED);
	while (query_row(&q))
		for (size_t i = 0; i < list->count; i++)
			for (int at = 1;
			     list->items[i].topic_id == row_int(&q, 0) &&
			     at < 5;
			     at++)
				add_folded(&list->items[i].folded_card,
					   row_text(&q, at));
	return query_end(&q, err);
}

bool topic_list(struct db *db, struct topic_brief_list *out, struct error *err)
{
	bool is_folded = true;
	struct query q;

	*out = (struct topic_brief_list){0};
	query_begin(&q, db, SQL_LIST);
	while (query_row(&q)) {
		struct str folded = STR_INIT;
		struct topic_brief *item;

		out->items =
		    mem_resize(out->items, out->count + 1, sizeof(*out->items));
		item = &out->items[out->count++];
		item->topic_id = row_int(&q, 0);
		item->name = row_copy(&q, 1);
		item->folded = row_copy(&q, 2);
		item->times_used = row_int(&q, 3);
		is_folded = is_folded && !row_is_null(&q, 4);
		item->folded_card = fold_card(&q);
		item->heard =
		    mem_copy(row_is_null(&q, 6) ? "" : row_text(&q, 6));
		item->is_retired = row_int(&q, 7) == 0;
		text_fold(item->name, &folded);
		str_add(&folded, "");
		item->folded_name = str_take(&folded);
	}
	if (query_end(&q, err) && (is_folded || add_asked(db, out, err)))
		return true;
	topic_brief_list_release(out);
	return false;
}
