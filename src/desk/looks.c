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

static void gather(const struct audit_look *rows, size_t row_count,
		   size_t limit, struct look_list *out)
{
	size_t at = 0;

	out->items = mem_new(limit > 0 ? limit : 1, sizeof(*out->items));
	while (at < row_count && out->count < limit) {
		struct look *look = &out->items[out->count++];
		size_t same = 1;

		while (at + same < row_count &&
		       is_same_look(&rows[at], &rows[at + same]))
			same++;
		look->at = rows[at].at;
		look->staff = mem_copy(rows[at].staff);
		look->action = mem_copy(words(&rows[at], same));
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
		gather(rows, count, limit, out);
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
