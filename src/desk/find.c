/*
 * find.c - the one box: what somebody means by what is typed
 */
#include "frontdesk/desk/find.h"

#include <stdlib.h>
#include <string.h>

#include "find_row.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "frontdesk/core/resident.h"
#include "namesake.h"
#include "topic_index.h"

#define TOPIC_ROWS 2
#define TELEPHONE_MIN 4	   /* digits */
#define STREET_MIN 3	   /* letters, before a street is looked for */
#define OTHER_MIN 3	   /* the same for legal and former names */
#define NUMBER_MIN 3	   /* signs of a permit or account number */
#define LOGGED_MIN 2	   /* letters, before F9 logs a topic at all */
#define LOGGED_BEGUN_MIN 3 /* where several begin with them */

struct typed {
	struct desk *desk;
	const char *text;
	size_t limit;
	struct str folded, digits;
	struct reference reference; /* where one was typed */
	struct find *out;
	struct search_hits hits;
};

/* Nothing but what people write telephone numbers with. */
static bool is_telephone(const struct typed *typed)
{
	return typed->digits.len >= TELEPHONE_MIN &&
	       strspn(typed->text, "0123456789 ()+-./") == strlen(typed->text);
}

static bool find_reference(struct typed *typed, struct error *err)
{
	if (reference_parse(typed->text, &typed->reference, err))
		return search_reference(typed->desk->db, typed->reference.text,
					&typed->hits, err);
	typed->reference = (struct reference){0};
	if (err->code == ERROR_INVALID)
		typed->out->complaint = mem_copy(err->text);
	error_clear(err);
	return true;
}

static bool find_by_key(struct typed *typed, enum reach_kind kind,
			const char *value, struct error *err)
{
	struct str key = STR_INIT;
	bool is_done;

	reach_add_search_key(kind, value, &key);
	is_done =
	    search_reaches(typed->desk->db, reach_kind_name(kind),
			   str_text(&key), typed->limit, &typed->hits, err);
	str_release(&key);
	return is_done;
}

/* The house itself where it was typed whole, then the street. */
static bool find_street(struct typed *typed, struct error *err)
{
	struct str street = STR_INIT;
	bool is_done = true;

	reach_add_street(typed->text, &street);
	if (street.len >= STREET_MIN)
		is_done = find_by_key(typed, REACH_ADDRESS, typed->text, err) &&
			  find_by_key(typed, REACH_ADDRESS, street.text, err);
	str_release(&street);
	return is_done;
}

/* "BLD-26-0412" is kept as bld260412. */
static bool find_number(struct typed *typed, struct error *err)
{
	struct str key = STR_INIT;
	bool is_done = true;

	for (const char *c = str_text(&typed->folded); *c != '\0'; c++)
		if (*c != ' ')
			str_add_char(&key, *c);
	if (key.len >= NUMBER_MIN && typed->digits.len > 0)
		is_done = search_numbers(typed->desk->db, key.text,
					 typed->limit, &typed->hits, err);
	str_release(&key);
	return is_done;
}

static bool find_people(struct typed *typed, struct error *err)
{
	const char *folded = str_text(&typed->folded);
	struct db *db = typed->desk->db;

	if (strchr(typed->text, '@') != NULL)
		return find_by_key(typed, REACH_EMAIL, typed->text, err);
	if (!find_reference(typed, err) ||
	    !search_names(db, folded, typed->limit, &typed->hits, err))
		return false;
	if (is_telephone(typed) &&
	    !find_by_key(typed, REACH_TELEPHONE, typed->text, err))
		return false;
	return find_number(typed, err) && find_street(typed, err) &&
	       (typed->folded.len < OTHER_MIN ||
		search_other_names(db, folded, typed->limit, &typed->hits,
				   err));
}

/* F9 logs what is called so, never what only mentions it, and not by a letter
 * that was typed for something else. */
static bool is_logged(const char *folded, const struct topic_match *matches,
		      size_t count)
{
	size_t len = strlen(folded);
	bool is_only = count == 1 || matches[1].rank >= TOPIC_RANK_WEAK;

	return matches[0].rank < TOPIC_RANK_WEAK && len >= LOGGED_MIN &&
	       (len >= LOGGED_BEGUN_MIN || matches[0].is_whole || is_only);
}

static bool add_topics(struct desk *desk, const char *folded, size_t limit,
		       struct find *out, struct error *err)
{
	struct topic_match *matches = mem_new(limit + 2, sizeof(*matches));
	size_t found, count;
	bool is_done = topic_index_find(desk, folded, false, matches, limit + 1,
					&found, err);

	count = found < limit ? found : limit;
	for (size_t i = 0; is_done && i < count; i++)
		out->rows[out->count++] = (struct find_row){
		    .kind = FIND_TOPIC,
		    .id = matches[i].topic->topic_id,
		    .title = mem_copy(matches[i].topic->name),
		};
	if (is_done && count > 0) {
		out->is_errand = matches[0].is_whole;
		if (is_logged(folded, matches, found))
			out->best_topic = &out->rows[out->count - count];
	}
	free(matches);
	return is_done;
}

static bool add_retired(struct desk *desk, const char *folded, size_t limit,
			struct find *out, struct error *err)
{
	size_t room = limit - out->count, count;
	struct topic_match *matches = mem_new(room + 1, sizeof(*matches));
	bool is_done =
	    topic_index_find(desk, folded, true, matches, room, &count, err);

	for (size_t i = 0; is_done && i < count; i++)
		out->rows[out->count++] = (struct find_row){
		    .kind = FIND_TOPIC,
		    .id = matches[i].topic->topic_id,
		    .title = mem_copy(matches[i].topic->name),
		    .detail = mem_copy(_("retired")),
		};
	free(matches);
	return is_done;
}

/* An old reference leads to the record that is read in place of its own. */
static void mark_merged(const struct typed *typed, struct find *out)
{
	struct find_row *first = out->rows;

	if (typed->reference.text[0] == 'P' && out->count > 0 &&
	    first->kind == FIND_RESIDENT &&
	    !str_same(first->reference, typed->reference.text))
		first->merged = mem_copy(typed->reference.text);
}

static bool find_all(struct db *db, void *state, struct error *err)
{
	struct typed *typed = state;
	struct find *out = typed->out;

	(void)db;
	find_release(out);
	typed->hits.count = 0;
	if (!find_people(typed, err))
		return false;
	out->rows = mem_new(typed->hits.count + TOPIC_ROWS, sizeof(*out->rows));
	if (!find_rows_add(typed->desk, &typed->hits, out->rows, &out->count,
			   err))
		return false;
	out->people_count = out->count;
	mark_merged(typed, out);
	namesakes_mark(out);
	return add_topics(typed->desk, str_text(&typed->folded), TOPIC_ROWS,
			  out, err);
}

bool desk_find(struct desk *desk, const char *text, size_t limit,
	       struct find *out, struct error *err)
{
	struct typed typed = {
	    .desk = desk, .text = text, .limit = limit, .out = out};
	bool is_found = true;

	*out = (struct find){0};
	text_fold(text, &typed.folded);
	text_digits(text, &typed.digits);
	/* What is only signs means nobody. */
	if (typed.folded.len > 0)
		is_found = db_snapshot(desk->db, find_all, &typed, err);
	str_release(&typed.folded);
	str_release(&typed.digits);
	search_hits_release(&typed.hits);
	if (!is_found)
		find_release(out);
	return is_found;
}

static bool find_topics(struct desk *desk, const char *text, size_t limit,
			bool has_retired, struct find *out, struct error *err)
{
	struct str folded = STR_INIT;
	bool is_found;

	*out = (struct find){0};
	out->rows = mem_new(limit + 1, sizeof(*out->rows));
	text_fold(text, &folded);
	is_found = add_topics(desk, str_text(&folded), limit, out, err) &&
		   (!has_retired ||
		    add_retired(desk, str_text(&folded), limit, out, err));
	str_release(&folded);
	if (!is_found)
		find_release(out);
	return is_found;
}

bool desk_find_topics(struct desk *desk, const char *text, size_t limit,
		      struct find *out, struct error *err)
{
	return find_topics(desk, text, limit, false, out, err);
}

bool desk_find_all_topics(struct desk *desk, const char *text, size_t limit,
			  struct find *out, struct error *err)
{
	return find_topics(desk, text, limit, true, out, err);
}

bool desk_find_request(struct desk *desk, const char *text, int64_t *request_id,
		       struct error *err)
{
	struct reference reference;
	struct find find = {0};

	*request_id = 0;
	if (!reference_parse(text, &reference, err) ||
	    reference.text[0] != REFERENCE_REQUEST) {
		if (err->code != ERROR_INVALID)
			error_set(err, ERROR_INVALID, "reference",
				  _("\"%s\" is no reference of a request: "
				    "\"frontdesk find\" shows them, as in "
				    "R-4K7-2M9X"),
				  text);
		return false;
	}
	if (!desk_find(desk, reference.text, 1, &find, err))
		return false;
	if (find.people_count > 0)
		*request_id = find.rows[0].id;
	else
		error_set(err, ERROR_NOT_FOUND, "reference",
			  _("there is no record %s"), reference.text);
	find_release(&find);
	return *request_id != 0;
}
