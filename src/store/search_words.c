/*
 * search_words.c - the words that names are made of, and what finds each
 */
#include "search_words.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/core/name_sound.h"
#include "frontdesk/core/name_typo.h"
#include "frontdesk/store/search.h"
#include "text_set.h"

static const char SQL_HAS[] =
    "SELECT 1 FROM search_word WHERE found_by = $1 AND word = $1";
static const char SQL_ADD[] =
    "INSERT INTO search_word (found_by, word) VALUES ($1, $2) "
    "ON CONFLICT DO NOTHING";
static const char SQL_NAMES[] = "SELECT folded FROM search_name";
static const char SQL_OTHERS[] = "SELECT word FROM search_other_name";
static const char SQL_ALL[] = "SELECT found_by, word FROM search_word";
static const char SQL_FORGET[] = "DELETE FROM search_word";

/* What finds one word: each of them once. */
struct entry {
	const char *word;
	size_t len;
	void (*each)(void *state, const char *found_by, size_t len,
		     const struct entry *entry);
	void *state;
};

static void deletion(void *state, const char *left, size_t len)
{
	const struct entry *entry = state;

	entry->each(entry->state, left, len, entry);
}

static void each_key(struct entry *entry)
{
	struct name_sounds sounds;

	entry->each(entry->state, entry->word, entry->len, entry);
	name_deletions(entry->word, entry->len, deletion, entry);
	name_sounds_of(entry->word, entry->len, &sounds);
	for (size_t i = 0; i < sounds.count; i++)
		entry->each(entry->state, sounds.keys[i],
			    strlen(sounds.keys[i]), entry);
}

struct adding {
	struct db *db;
	bool is_done;
	struct error *err;
};

static void add(void *state, const char *found_by, size_t len,
		const struct entry *entry)
{
	struct adding *adding = state;
	char *key, *word;
	struct query q;

	if (!adding->is_done)
		return;
	key = mem_copy_n(found_by, len);
	word = mem_copy_n(entry->word, entry->len);
	query_begin(&q, adding->db, SQL_ADD);
	query_text(&q, 1, key);
	query_text(&q, 2, word);
	adding->is_done = query_run(&q, adding->err);
	free(key);
	free(word);
}

static bool add_word(struct db *db, const char *word, size_t len,
		     struct error *err)
{
	struct adding adding = {db, true, err};
	struct entry entry = {word, len, add, &adding};

	each_key(&entry);
	return adding.is_done;
}

static bool has_word(struct db *db, const char *word, bool *out,
		     struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_HAS);
	query_text(&q, 1, word);
	*out = query_row(&q);
	return query_end(&q, err);
}

/* Calls each with every word of a folded text until it says false. */
static bool each_word(const char *folded,
		      bool (*each)(void *state, const char *word,
				   struct error *err),
		      void *state, struct error *err)
{
	bool is_done = true;

	while (is_done && *folded != '\0') {
		size_t len = strcspn(folded, " ");
		char *word = mem_copy_n(folded, len);

		is_done = len == 0 || each(state, word, err);
		free(word);
		folded = str_next_word(folded);
	}
	return is_done;
}

static bool put_word(void *state, const char *word, struct error *err)
{
	struct db *db = state;
	bool is_there;

	return has_word(db, word, &is_there, err) &&
	       (is_there || add_word(db, word, strlen(word), err));
}

bool search_words_put(struct db *db, const char *folded, struct error *err)
{
	return each_word(folded, put_word, db, err);
}

static bool keep_word(void *state, const char *word, struct error *err)
{
	(void)err;
	text_set_add(state, word);
	return true;
}

static bool read_words(struct db *db, const char *sql, struct text_set *out,
		       struct error *err)
{
	struct query q;

	query_begin(&q, db, sql);
	while (query_row(&q))
		each_word(row_text(&q, 0), keep_word, out, err);
	return query_end(&q, err);
}

/* Every word that anybody is found by. */
static bool read_all_words(struct db *db, struct text_set *out,
			   struct error *err)
{
	return read_words(db, SQL_NAMES, out, err) &&
	       read_words(db, SQL_OTHERS, out, err);
}

bool search_words_make(struct db *db, struct error *err)
{
	struct text_set words = {0};
	struct query q;
	bool is_done;

	query_begin(&q, db, SQL_FORGET);
	is_done = query_run(&q, err) && read_all_words(db, &words, err);
	for (uint32_t i = 0; is_done && i < words.count; i++) {
		const char *word = text_set_get(&words, i);

		is_done = add_word(db, word, strlen(word), err);
	}
	text_set_release(&words);
	return is_done;
}

/* Both sides are added up, each row a number of its own: no list of either is
 * kept. */
struct sum {
	uint64_t of_rows, of_words;
};

static uint64_t mix(uint64_t number, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		number =
		    (number ^ (unsigned char)text[i]) * UINT64_C(0x100000001b3);
	return (number ^ 0xff) * UINT64_C(0x9e3779b97f4a7c15);
}

static uint64_t number_of(const char *found_by, size_t len, const char *word,
			  size_t word_len)
{
	return mix(mix(UINT64_C(0xcbf29ce484222325), found_by, len), word,
		   word_len);
}

static void add_up(void *state, const char *found_by, size_t len,
		   const struct entry *entry)
{
	struct sum *sum = state;

	sum->of_words += number_of(found_by, len, entry->word, entry->len);
}

/* Each row of the table; of each word that it has, once, what should be. */
static bool add_up_rows(struct db *db, struct sum *sum, struct text_set *known,
			struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_ALL);
	while (query_row(&q)) {
		const char *found_by = row_text(&q, 0), *word = row_text(&q, 1);
		struct entry entry = {word, strlen(word), add_up, sum};

		sum->of_rows +=
		    number_of(found_by, strlen(found_by), word, entry.len);
		if (strcmp(found_by, word) != 0)
			continue;
		each_key(&entry);
		text_set_add(known, word);
	}
	return query_end(&q, err);
}

static bool check_work(struct db *db, void *state, struct error *err)
{
	struct text_set words = {0};
	struct sum sum = {0};
	size_t known_count = 0;
	bool is_read = add_up_rows(db, &sum, &words, err);

	(void)state;
	/* A name's word that is new to the set is not in the table. */
	known_count = words.count;
	is_read = is_read && read_all_words(db, &words, err);
	if (is_read &&
	    (sum.of_rows != sum.of_words || words.count != known_count))
		is_read = error_set(err, ERROR_DAMAGED, "",
				    _("What finds a name by its sound does not "
				      "agree with the names: run “frontdesk "
				      "check --recount”."));
	text_set_release(&words);
	return is_read;
}

bool search_words_check(struct db *db, struct error *err)
{
	return db_snapshot(db, check_work, NULL, err);
}
