/*
 * timeline.c - everything said so far, as lines to read
 */
#include "timeline.h"

#include <stdlib.h>
#include <string.h>

#include "desk_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/timeline.h"

void timeline_release(struct timeline *timeline)
{
	for (size_t i = 0; i < timeline->count; i++) {
		struct timeline_request *request = &timeline->requests[i];

		for (size_t j = 0; j < request->entry_count; j++) {
			free(request->entries[j].text);
			free(request->entries[j].staff);
		}
		free(request->entries);
		free(request->whose);
		free(request->reference);
		free(request->topic);
		free(request->place);
		free(request->owner);
	}
	free(timeline->requests);
	memset(timeline, 0, sizeof(*timeline));
}

struct reading {
	struct desk *desk;
	enum timeline_of of;
	struct timeline *timeline;
	size_t limit;
	/* The rows of one request, put in their order as they come. */
	struct sorted {
		enum timeline_fact fact;
		struct timeline_entry entry;
	} * rows;
	size_t row_count, row_size;
};

/*
 * In the timeline of who spoke, came along or stands for an organisation it is
 * said whose the request is. A request alone always says it.
 */
static char *whose(const struct reading *reading,
		   const struct timeline_head *head)
{
	const char *part = head->part;
	struct str text = STR_INIT;

	if (reading->of == TIMELINE_OF_ORGANISATION ||
	    (reading->of == TIMELINE_OF_RESIDENT &&
	     (part == NULL || strcmp(part, "themselves") == 0)))
		return NULL;
	if (head->resident != NULL &&
	    (part == NULL || strcmp(part, "for_organisation") != 0))
		str_addf(&text, _("for %s"), head->resident);
	if (head->organisation != NULL)
		str_addf(&text, text.len > 0 ? " · %s" : _("for %s"),
			 head->organisation);
	return text.len > 0 ? str_take(&text) : NULL;
}

/* Newest first; what is of one moment as the facts follow from one another,
 * the later one before. */
static bool is_before(const struct sorted *a, const struct sorted *b)
{
	if (a->entry.at != b->entry.at)
		return a->entry.at > b->entry.at;
	if (a->fact != b->fact)
		return a->fact > b->fact;
	return a->entry.id > b->entry.id;
}

static void add_row(const struct timeline_row *row, void *state)
{
	struct reading *reading = state;
	struct sorted added = {
	    .fact = row->fact,
	    .entry = {.id = row->id,
		      .at = row->at,
		      .staff = mem_copy(row->staff)},
	};
	size_t at = reading->row_count;

	if (at == reading->row_size) {
		reading->row_size = at == 0 ? 16 : at * 2;
		reading->rows = mem_resize(reading->rows, reading->row_size,
					   sizeof(*reading->rows));
	}
	timeline_compose(reading->desk, row, &added.entry);
	for (; at > 0 && is_before(&added, &reading->rows[at - 1]); at--)
		reading->rows[at] = reading->rows[at - 1];
	reading->rows[at] = added;
	reading->row_count++;
}

static void drop_rows(struct reading *reading)
{
	for (size_t i = 0; i < reading->row_count; i++) {
		free(reading->rows[i].entry.text);
		free(reading->rows[i].entry.staff);
	}
	reading->row_count = 0;
}

static void add_request(struct reading *reading,
			const struct timeline_head *head, int contact_count)
{
	struct timeline *timeline = reading->timeline;
	struct timeline_request *request;
	struct error ignored;

	timeline->requests = mem_resize(timeline->requests, timeline->count + 1,
					sizeof(*timeline->requests));
	request = &timeline->requests[timeline->count++];
	*request = (struct timeline_request){
	    .request_id = head->request_id,
	    .resident_id = head->resident_id,
	    .organisation_id = head->organisation_id,
	    .whose = whose(reading, head),
	    .reference = mem_copy(head->reference),
	    .topic = mem_copy(head->topic),
	    .place = mem_copy(head->place),
	    .owner = mem_copy(head->owner != NULL ? head->owner
						  : head->owner_department),
	    .is_open = head->is_open,
	    .received_at = head->received_at,
	    .contact_count = contact_count,
	    .hop_count = head->hop_count,
	};
	if (head->result != NULL)
		result_parse(head->result, &request->result, &ignored);
	request->entries =
	    mem_new(reading->row_count + 1, sizeof(*request->entries));
	for (size_t i = 0; i < reading->row_count; i++)
		request->entries[i] = reading->rows[i].entry;
	request->entry_count = reading->row_count;
	reading->row_count = 0; /* handed over */
}

/* A request whose every visit was voided is in no list. */
static bool add_head(const struct timeline_head *head, bool *is_last,
		     void *state, struct error *err)
{
	struct reading *reading = state;
	int contact_count = 0;
	bool is_read =
	    timeline_each_row(reading->desk->db, head, add_row, reading, err);
	bool stands;

	for (size_t i = 0; i < reading->row_count; i++)
		contact_count += reading->rows[i].fact == FACT_CONTACT;
	stands = reading->of == TIMELINE_OF_REQUEST || !head->has_visit ||
		 contact_count > 0;
	if (is_read && stands) {
		*is_last = reading->timeline->count == reading->limit;
		if (*is_last)
			reading->timeline->has_more = true;
		else
			add_request(reading, head, contact_count);
	}
	drop_rows(reading);
	return is_read;
}

static bool read_timeline(struct desk *desk, enum timeline_of of, int64_t id,
			  size_t limit, struct timeline *out, struct error *err)
{
	struct reading reading = {
	    .desk = desk,
	    .of = of,
	    .timeline = out,
	    .limit = limit,
	};
	bool is_read;

	memset(out, 0, sizeof(*out));
	is_read =
	    timeline_each_request(desk->db, of, id, add_head, &reading, err);
	free(reading.rows);
	if (!is_read)
		timeline_release(out);
	return is_read;
}

bool timeline_of_resident(struct desk *desk, int64_t resident_id, size_t limit,
			  struct timeline *out, struct error *err)
{
	return read_timeline(desk, TIMELINE_OF_RESIDENT, resident_id, limit,
			     out, err);
}

bool timeline_of_organisation(struct desk *desk, int64_t organisation_id,
			      size_t limit, struct timeline *out,
			      struct error *err)
{
	return read_timeline(desk, TIMELINE_OF_ORGANISATION, organisation_id,
			     limit, out, err);
}

bool timeline_of_request(struct desk *desk, int64_t request_id,
			 struct timeline *out, struct error *err)
{
	if (!read_timeline(desk, TIMELINE_OF_REQUEST, request_id, 1, out, err))
		return false;
	return out->count == 1 ||
	       error_set(err, ERROR_NOT_FOUND, "",
			 _("There is no such request: find it anew."));
}
