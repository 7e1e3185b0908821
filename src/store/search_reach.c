/*
 * search_reach.c - residents who can be reached the same way
 */
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"
#include "frontdesk/store/search.h"

#define DIGITS_MIN 7   /* a number without its area */
#define DIGITS_FULL 10 /* with it, and without the country's */

static const char SQL_RANGE[] =
    "SELECT resident_id FROM reach "
    "WHERE kind = $1 AND search_key >= $2 AND search_key < $3 "
    "AND is_current = 1 AND resident_id IS NOT NULL "
    "ORDER BY search_key LIMIT $4";

/* Keys that begin with this one and go on with what comes before end. */
static bool find_range(struct db *db, const char *kind, const char *key,
		       const char *end, size_t limit, struct search_hits *hits,
		       struct error *err)
{
	struct str to = STR_INIT;
	struct query q;

	str_addf(&to, "%s%s", key, end);
	query_begin(&q, db, SQL_RANGE);
	query_text(&q, 1, kind);
	query_text(&q, 2, key);
	query_text(&q, 3, str_text(&to));
	query_int(&q, 4, (int64_t)(limit + hits->count));
	while (hits->count < limit && query_row(&q)) {
		const struct search_hit hit = {.resident_id = row_int(&q, 0)};

		search_hits_add(hits, &hit);
	}
	str_release(&to);
	return query_end(&q, err);
}

bool search_reach(struct db *db, const char *kind, const char *key,
		  size_t limit, struct search_hits *hits, struct error *err)
{
	/* Nothing that is typed comes before a blank. */
	return key[0] == '\0' ||
	       find_range(db, kind, key, " ", limit, hits, err);
}

bool search_telephone(struct db *db, const char *telephone, size_t limit,
		      struct search_hits *hits, struct error *err)
{
	struct str digits = STR_INIT;
	bool is_read = true, has_area;

	text_digits_reversed(telephone, &digits);
	if (digits.len > DIGITS_FULL)
		str_cut(&digits, DIGITS_FULL);
	has_area = digits.len > DIGITS_MIN;
	/* ":" comes after every digit: with the country too. */
	if (digits.len >= DIGITS_MIN)
		is_read = find_range(db, "telephone", str_text(&digits), ":",
				     limit, hits, err);
	/* And who left it without the area. */
	if (is_read && has_area) {
		str_cut(&digits, DIGITS_MIN);
		is_read = search_reach(db, "telephone", str_text(&digits),
				       limit, hits, err);
	}
	str_release(&digits);
	return is_read;
}
