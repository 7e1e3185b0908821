/*
 * looks.c - who has looked at a record, and opening one that is recorded
 */
#include <stdlib.h>
#include <string.h>

#include "desk_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/audit.h"
#include "timeline.h"

void look_list_release(struct look_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		free(list->items[i].staff);
		free(list->items[i].action);
	}
	free(list->items);
	memset(list, 0, sizeof(*list));
}

/* Saving a record writes several rows, one look for a person. */
static bool is_same_look(const struct audit_look *a, const struct audit_look *b)
{
	bool is_open = strcmp(a->action, "open") == 0;

	return is_open == (strcmp(b->action, "open") == 0) &&
	       str_same(a->staff, b->staff) &&
	       llabs(a->at - b->at) < CLOCK_SECOND;
}

static const char *words(const struct audit_look *first, size_t count)
{
	if (strcmp(first->action, "open") == 0)
		return _("opened the record");
	for (size_t i = 0; i < count; i++) {
		if (strcmp(first[i].action, "merge") == 0)
			return _("merged two records of this person");
		if (strcmp(first[i].action, "unmerge") == 0)
			return _("took two merged records apart");
	}
	for (size_t i = 0; i < count; i++)
		if (strcmp(first[i].action, "insert") != 0)
			return _("changed the record");
	return _("added to the record");
}

static bool is_opening(const struct audit_look *row)
{
	return strcmp(row->action, "open") == 0;
}

/* Opened by the same person on the same day: told with the newest one. */
static struct look *find_opening(struct desk *desk, struct look_list *list,
				 const struct audit_look *row)
{
	struct local day, other;

	desk_local(desk, row->at, &day);
	for (size_t i = 0; i < list->count; i++) {
		struct look *look = &list->items[i];

		desk_local(desk, look->at, &other);
		if (look->opened_count && str_same(look->staff, row->staff) &&
		    day.year == other.year && day.month == other.month &&
		    day.day == other.day)
			return look;
	}
	return NULL;
}

/* The rows from the first on are one look. */
static void add_look(struct look_list *list, const struct audit_look *first,
		     size_t count)
{
	struct look *look = &list->items[list->count++];

	look->at = first->at;
	look->opened_count = is_opening(first);
	look->staff = mem_copy(first->staff);
	look->action = mem_copy(words(first, count));
}

static void count_opening(struct look *look)
{
	struct str text = STR_INIT;

	look->opened_count++;
	str_addf(&text, _("opened the record %d times"), look->opened_count);
	mem_replace(&look->action, str_text(&text));
	str_release(&text);
}

static void gather(struct desk *desk, const struct audit_look *rows,
		   size_t row_count, size_t limit, struct look_list *out)
{
	size_t at = 0;

	out->items = mem_new(limit > 0 ? limit : 1, sizeof(*out->items));
	while (at < row_count) {
		size_t same = 1;
		struct look *opened = is_opening(&rows[at])
					  ? find_opening(desk, out, &rows[at])
					  : NULL;

		while (at + same < row_count &&
		       is_same_look(&rows[at], &rows[at + same]))
			same++;
		if (opened)
			count_opening(opened);
		else if (out->count < limit)
			add_look(out, &rows[at], same);
		else
			break;
		at += same;
	}
}

bool desk_list_looks(struct desk *desk, int64_t resident_id, size_t limit,
		     struct look_list *out, struct error *err)
{
	struct audit_look *rows = NULL;
	size_t count = 0;
	bool done;

	memset(out, 0, sizeof(*out));
	if (!desk_need_session(desk, err))
		return false;
	/* A save is seldom more than eight rows. */
	done = audit_list_resident(desk->db, resident_id, limit * 8, &rows,
				   &count, err);
	if (done)
		gather(desk, rows, count, limit, out);
	for (size_t i = 0; i < count; i++) {
		free(rows[i].staff);
		free(rows[i].action);
	}
	free(rows);
	return done;
}

struct request_opening {
	struct desk *desk;
	int64_t request_id;
	bool is_recorded;
	struct timeline *timeline;
};

static bool read_timeline(struct db *db, void *state, struct error *err)
{
	struct request_opening *work = state;

	timeline_release(work->timeline);
	return timeline_of_request(work->desk, work->request_id, work->timeline,
				   err) &&
	       (!work->is_recorded ||
		audit_note(db, "open", "request", work->request_id, err));
}

static bool read_request(struct desk *desk, int64_t request_id,
			 bool is_recorded, struct timeline *out,
			 struct error *err)
{
	struct request_opening work = {
	    .desk = desk,
	    .request_id = request_id,
	    .is_recorded = is_recorded,
	    .timeline = out,
	};

	memset(out, 0, sizeof(*out));
	if (desk_need_session(desk, err) &&
	    (is_recorded ? db_transaction
			 : db_snapshot)(desk->db, read_timeline, &work, err))
		return true;
	timeline_release(out);
	return false;
}

bool desk_open_request(struct desk *desk, int64_t request_id,
		       struct timeline *out, struct error *err)
{
	return read_request(desk, request_id, true, out, err);
}

bool desk_read_request(struct desk *desk, int64_t request_id,
		       struct timeline *out, struct error *err)
{
	return read_request(desk, request_id, false, out, err);
}
