/*
 * topic_word.c - topics are found by what was said about them before
 *
 * A word of one request alone may be somebody's name: two requests must have
 * said it. What is kept stays small: a topic has so many words, and the list
 * that a search reads is written anew only where a word joins it.
 */
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"
#include "frontdesk/store/topic.h"

enum {
	WORDS = 8,    /* of one request */
	WORD_MIN = 4, /* bytes */
	WORD_MAX = 24,
	KEPT = 400,	/* of a topic, before those said once go */
	FOUND_BY = 40,	/* of a topic */
	PRUNE_EACH = 16 /* requests */
};

static const char SQL_HEAR[] =
    "INSERT INTO topic_word (topic_id, word, request_id, n)"
    " SELECT CAST($1 AS INTEGER), w.word, CAST($2 AS INTEGER), 1 FROM ("
    "SELECT CAST($3 AS TEXT) AS word UNION ALL SELECT $4 UNION ALL SELECT $5"
    " UNION ALL SELECT $6 UNION ALL SELECT $7 UNION ALL SELECT $8"
    " UNION ALL SELECT $9 UNION ALL SELECT $10) w WHERE w.word IS NOT NULL"
    " ON CONFLICT (topic_id, word) DO UPDATE SET n = topic_word.n + 1,"
    " request_id = excluded.request_id"
    " WHERE topic_word.request_id <> excluded.request_id";
static const char SQL_HAS_JOINED[] =
    "SELECT COUNT(*) FROM topic_word"
    " WHERE topic_id = $1 AND n = 2 AND request_id = $2";
static const char SQL_FOUND_BY[] =
    "SELECT word FROM topic_word WHERE topic_id = $1 AND n > 1"
    " ORDER BY n DESC, word LIMIT $2";
static const char SQL_KEEP[] =
    "INSERT INTO topic_heard (topic_id, folded) VALUES ($1, $2)"
    " ON CONFLICT (topic_id) DO UPDATE SET folded = excluded.folded";
static const char SQL_PRUNE[] =
    "DELETE FROM topic_word WHERE topic_id = $1 AND n = 1 AND $2 <"
    " (SELECT COUNT(*) FROM topic_word c WHERE c.topic_id = $1)";

/* Folded words that say nothing of a matter, each between blanks. */
static const char empty_words[] =
    " about after again already also been before being both came come could "
    "does doing done down ever every from gone have here into just know last "
    "like made make many more most much must need needs never next nobody now "
    "once only other over said same says should since some still than that "
    "their them then there these they thing this today told took until very "
    "wants want week went were what when where which while will with without "
    "would year years yesterday tomorrow please asked asks your para como "
    "donde cuando tiene quiere pero esta este desde hasta ";

static bool is_empty(const char *word, size_t len)
{
	char padded[WORD_MAX + 3];

	padded[0] = ' ';
	memcpy(padded + 1, word, len);
	memcpy(padded + 1 + len, " ", 2);
	return strstr(empty_words, padded) != NULL;
}

/* No number, which is somebody's. */
static bool is_telling(const char *word, size_t len)
{
	return len >= WORD_MIN && len <= WORD_MAX &&
	       strcspn(word, "0123456789") >= len && !is_empty(word, len);
}

static size_t split(const char *folded, char *words[WORDS])
{
	size_t count = 0;

	while (*folded != '\0' && count < WORDS) {
		size_t len = strcspn(folded, " ");
		bool is_new = is_telling(folded, len);

		for (size_t i = 0; i < count && is_new; i++)
			is_new = strlen(words[i]) != len ||
				 strncmp(words[i], folded, len) != 0;
		if (is_new)
			words[count++] = mem_copy_n(folded, len);
		folded += len;
		folded += strspn(folded, " ");
	}
	return count;
}

static bool write_found_by(struct db *db, int64_t topic_id, struct error *err)
{
	struct str folded = STR_INIT;
	struct query q;
	bool is_done;

	query_begin(&q, db, SQL_FOUND_BY);
	query_int(&q, 1, topic_id);
	query_int(&q, 2, FOUND_BY);
	while (query_row(&q))
		str_addf(&folded, folded.len ? " %s" : "%s", row_text(&q, 0));
	is_done = query_end(&q, err);
	if (is_done) {
		query_begin(&q, db, SQL_KEEP);
		query_int(&q, 1, topic_id);
		query_text(&q, 2, str_text(&folded));
		is_done = query_run(&q, err);
	}
	str_release(&folded);
	return is_done;
}

static bool prune(struct db *db, int64_t topic_id, int64_t request_id,
		  struct error *err)
{
	struct query q;

	if (request_id % PRUNE_EACH != 0)
		return true;
	query_begin(&q, db, SQL_PRUNE);
	query_int(&q, 1, topic_id);
	query_int(&q, 2, KEPT);
	return query_run(&q, err);
}

static bool hear(struct db *db, int64_t topic_id, int64_t request_id,
		 char *const words[WORDS], struct error *err)
{
	struct query q;
	int64_t joined;

	query_begin(&q, db, SQL_HEAR);
	query_int(&q, 1, topic_id);
	query_int(&q, 2, request_id);
	for (int i = 0; i < WORDS; i++)
		query_text(&q, 3 + i, words[i]);
	if (!query_run(&q, err))
		return false;
	query_begin(&q, db, SQL_HAS_JOINED);
	query_int(&q, 1, topic_id);
	query_int(&q, 2, request_id);
	return query_one(&q, &joined, err) &&
	       (joined == 0 || write_found_by(db, topic_id, err)) &&
	       prune(db, topic_id, request_id, err);
}

bool topic_hear(struct db *db, int64_t topic_id, int64_t request_id,
		const char *text, struct error *err)
{
	char *words[WORDS] = {NULL};
	struct str folded = STR_INIT;
	bool is_done = true;
	size_t count;

	text_fold(text != NULL ? text : "", &folded);
	count = split(str_text(&folded), words);
	if (count > 0)
		is_done = hear(db, topic_id, request_id, words, err);
	for (size_t i = 0; i < count; i++)
		free(words[i]);
	str_release(&folded);
	return is_done;
}
