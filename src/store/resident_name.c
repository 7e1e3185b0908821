/*
 * resident_name.c - names in their parts, and what finds them
 */
#include "resident_name.h"

#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"
#include "frontdesk/store/search.h"

/* The parts stand in the order of NAME_TEXTS, here and in NAME_COLUMNS. */
#define NAME_TEXT_COUNT 17

static const char SQL_INSERT[] =
    "INSERT INTO resident_name (title, given, given2, known_as, address_as, "
    "surname_prefix, surname, surname2, generation, credentials, rank, "
    "service, office, pronouns, say_as, name_locale, legal_given, chaplain, "
    "retired, resident_id, kind, noted_at, noted_by) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, "
    "$15, $16, $17, $18, $19, $20, $21, $22, $23)";
static const char SQL_CHANGE[] =
    "UPDATE resident_name SET title = $1, given = $2, given2 = $3, "
    "known_as = $4, address_as = $5, surname_prefix = $6, surname = $7, "
    "surname2 = $8, generation = $9, credentials = $10, rank = $11, "
    "service = $12, office = $13, pronouns = $14, say_as = $15, "
    "name_locale = $16, legal_given = $17, chaplain = $18, retired = $19, "
    "noted_at = $22, noted_by = $23 "
    "WHERE resident_id = $20 AND kind = $21";
static const char SQL_FORMER[] =
    "SELECT " NAME_COLUMNS " FROM resident_name n "
    "WHERE n.resident_id = $1 AND n.kind = 'former'";

void row_name(const struct query *query, int first, struct person_name *out)
{
	int column = first;

#define READ_PART(member, field, label, max)                                   \
	out->member = row_copy(query, column++);
	NAME_TEXTS(READ_PART)
#undef READ_PART
	out->chaplain = row_int(query, column) == 1;
	out->retired = row_int(query, column + 1) == 1;
}

static char *row_name_as(const struct query *query, int first,
			 void (*add)(const struct person_name *, struct str *))
{
	struct person_name name = {0};
	struct str text = STR_INIT;

	row_name(query, first, &name);
	add(&name, &text);
	person_name_release(&name);
	if (text.len > 0)
		return str_take(&text);
	str_release(&text);
	return NULL;
}

char *row_name_full(const struct query *query, int first)
{
	return row_name_as(query, first, person_name_add_full);
}

char *row_name_sorted(const struct query *query, int first)
{
	return row_name_as(query, first, person_name_add_sorted);
}

static void bind_name(struct query *q, const struct person_name *name)
{
	int parameter = 1;

#define BIND_PART(member, field, label, max)                                   \
	query_text(q, parameter++,                                             \
		   str_is_blank(name->member) ? NULL : name->member);
	NAME_TEXTS(BIND_PART)
#undef BIND_PART
	query_int(q, parameter, name->chaplain);
	query_int(q, parameter + 1, name->retired);
}

static bool write_name(struct db *db, const char *sql, int64_t resident_id,
		       const char *kind, const struct person_name *name,
		       struct error *err)
{
	struct query q;

	query_begin(&q, db, sql);
	bind_name(&q, name);
	query_int(&q, 20, resident_id);
	query_text(&q, 21, kind);
	query_int(&q, 22, db_now(db));
	query_key(&q, 23, db_actor(db));
	return query_run(&q, err);
}

bool name_insert(struct db *db, int64_t resident_id, const char *kind,
		 const struct person_name *name, struct error *err)
{
	return write_name(db, SQL_INSERT, resident_id, kind, name, err);
}

bool name_index(struct db *db, int64_t resident_id,
		const struct person_name *name, struct error *err)
{
	struct str folded = STR_INIT, legal = STR_INIT;
	bool is_indexed;

	person_name_add_folded(name, &folded);
	is_indexed = search_put(db, resident_id, 0, str_text(&folded), err);
	if (is_indexed && !str_is_blank(name->legal_given)) {
		text_fold(name->legal_given, &legal);
		is_indexed =
		    search_add_other(db, resident_id, str_text(&legal), err);
	}
	str_release(&folded);
	str_release(&legal);
	return is_indexed;
}

static bool same_name(const struct person_name *a, const struct person_name *b)
{
#define SAME_PART(member, field, label, max) str_same(a->member, b->member) &&
	return NAME_TEXTS(SAME_PART) a->chaplain == b->chaplain &&
	       a->retired == b->retired;
#undef SAME_PART
}

bool name_change(struct db *db, int64_t resident_id,
		 const struct person_name *before,
		 const struct person_name *now, struct error *err)
{
	struct str was = STR_INIT, is = STR_INIT;
	bool is_changed = true;

	if (same_name(before, now))
		return true;
	person_name_add_folded(before, &was);
	person_name_add_folded(now, &is);
	if (!str_same(was.text, is.text))
		is_changed =
		    name_insert(db, resident_id, "former", before, err) &&
		    search_add_other(db, resident_id, str_text(&was), err);
	str_release(&was);
	str_release(&is);
	return is_changed &&
	       write_name(db, SQL_CHANGE, resident_id, "in_use", now, err) &&
	       name_index(db, resident_id, now, err);
}

/* The words of every name that they had before, and of their legal ones. */
static bool add_former(struct db *db, int64_t resident_id, struct str *out,
		       struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_FORMER);
	query_int(&q, 1, resident_id);
	while (query_row(&q)) {
		struct person_name name;

		row_name(&q, 0, &name);
		person_name_add_folded(&name, out);
		str_add_char(out, ' ');
		text_fold(name.legal_given, out);
		str_add_char(out, ' ');
		person_name_release(&name);
	}
	return query_end(&q, err);
}

/* A legal name that was not theirs finds them no longer; what they have by a
 * former name stays. */
static bool drop_legal(struct db *db, int64_t resident_id, const char *legal,
		       struct error *err)
{
	struct str dropped = STR_INIT, former = STR_INIT;
	bool is_dropped;

	text_fold(legal, &dropped);
	is_dropped =
	    search_drop_other(db, resident_id, str_text(&dropped), err) &&
	    add_former(db, resident_id, &former, err) &&
	    search_add_other(db, resident_id, str_text(&former), err);
	str_release(&dropped);
	str_release(&former);
	return is_dropped;
}

bool name_put_back(struct db *db, int64_t resident_id,
		   const struct person_name *before,
		   const struct person_name *now, struct error *err)
{
	if (same_name(before, now))
		return true;
	if (!str_is_blank(before->legal_given) &&
	    !str_same(before->legal_given, now->legal_given) &&
	    !drop_legal(db, resident_id, before->legal_given, err))
		return false;
	return write_name(db, SQL_CHANGE, resident_id, "in_use", now, err) &&
	       name_index(db, resident_id, now, err);
}
