/*
 * resident.h - the record of a resident, and everything said so far
 */
#ifndef FRONTDESK_DESK_RESIDENT_H
#define FRONTDESK_DESK_RESIDENT_H

#include "frontdesk/core/request.h"
#include "frontdesk/core/resident.h"
#include "frontdesk/core/visit.h"
#include "frontdesk/desk/desk.h"
#include "frontdesk/desk/find.h"

/* One line of the timeline under a request, newest first. */
enum timeline_kind {
	TIMELINE_VISIT,
	TIMELINE_HANDOFF,
	TIMELINE_PROMISE,
	TIMELINE_ACKNOWLEDGED,
	TIMELINE_TOLD,
	TIMELINE_JOINED, /* a colleague came to the window */
	TIMELINE_DONE,	 /* resolved outside a visit */
	TIMELINE_TOUCH,	 /* a colleague had a hand in it */
};
struct timeline_entry {
	enum timeline_kind kind;
	int64_t id; /* of the visit, hand-off or promise, of their steps too */
	int64_t at;
	char *text;  /* "Where is the plan check? – handed off" */
	char *staff; /* who, as signed; may be NULL */
	bool is_late;
	bool is_open; /* not settled, not answered, not told yet */
};
struct timeline_request {
	int64_t request_id;
	int64_t resident_id, organisation_id; /* whose; or 0 */
	/* Whose it is, where that is not plain from the record that is read:
	 * "for Mrs. Carmen Mendez", "for Kowalski Builders"; else NULL. */
	char *whose;
	char *reference, *topic, *place, *owner;
	bool is_open;
	enum result result;
	int64_t received_at;
	int contact_count, hop_count;
	struct timeline_entry *entries;
	size_t entry_count;
};
struct timeline {
	struct timeline_request *requests; /* open first, then newest first */
	size_t count;
	bool has_more; /* older ones than limit stand below */
};
void timeline_release(struct timeline *timeline);

struct noted { /* what they said about being addressed */
	char *kind, *value;
	int64_t at;
	char *staff;
	bool is_taken_back; /* said again by no one: what came between was */
};

/* "first name yes", "not to be called Mrs."; adds to out. */
void noted_add_words(const struct noted *noted, struct str *out);

/* A record that was merged into this one, and is read as it. */
struct merged_record {
	int64_t resident_id;
	char *reference;
	int64_t at;
	char *staff; /* who merged it; may be NULL */
};

struct resident_page {
	struct resident resident;
	struct merged_record *merged; /* latest first */
	size_t merged_count;
	struct cue cue;
	struct noted *noted; /* newest first */
	size_t noted_count;
	char **organisations; /* "Kowalski Builders (owner)" */
	size_t organisation_count;
	struct timeline timeline;
};
void resident_page_release(struct resident_page *page);

/* Records the opening of the record, in a commit, then reads it. limit:
 * requests in the timeline. A merged record's survivor is read. */
bool desk_open_resident(struct desk *desk, int64_t resident_id, size_t limit,
			struct resident_page *out, struct error *err);

/* The same without recording: to read anew what is already open. */
bool desk_read_resident(struct desk *desk, int64_t resident_id, size_t limit,
			struct resident_page *out, struct error *err);

/* How to address them, of the record alone: no reaches, nothing recorded. */
bool desk_get_resident(struct desk *desk, int64_t resident_id,
		       struct resident *out, struct error *err);

struct organisation_page {
	struct organisation organisation;
	struct find_row *people; /* its residents */
	char **parts;		 /* what each is there: "owner", "" */
	size_t people_count;
	struct timeline timeline;
};
void organisation_page_release(struct organisation_page *page);
bool desk_open_organisation(struct desk *desk, int64_t organisation_id,
			    size_t limit, struct organisation_page *out,
			    struct error *err);
/* The same without recording. */
bool desk_read_organisation(struct desk *desk, int64_t organisation_id,
			    size_t limit, struct organisation_page *out,
			    struct error *err);

/* Adds (id 0) or changes; resident gets its id, reference, edition. A title
 * that they refuse is not kept: resident->name.title is the record's then.
 * ERROR_CONFLICT when somebody else changed it meanwhile: read it anew. */
bool desk_save_resident(struct desk *desk, struct resident *resident,
			struct error *err);
bool desk_save_organisation(struct desk *desk,
			    struct organisation *organisation,
			    struct error *err);

/* part is what they are there ("owner"), at most 60 characters, or blank; who
 * is one of its people already gets it anew. */
bool desk_put_organisation_person(struct desk *desk, int64_t organisation_id,
				  int64_t resident_id, const char *part,
				  struct error *err);
/* What they asked for it stays its request and theirs. */
bool desk_remove_organisation_person(struct desk *desk, int64_t organisation_id,
				     int64_t resident_id, struct error *err);

/* What they said, noted with who and when, in the history; desk_take_back
 * takes it back. */
bool desk_note_permission(struct desk *desk, int64_t resident_id,
			  enum permission first_name_ok, struct error *err);
bool desk_note_title(struct desk *desk, int64_t resident_id, const char *title,
		     struct error *err);
bool desk_note_address_as(struct desk *desk, int64_t resident_id,
			  const char *address_as, struct error *err);
/* False takes it back: they are asked again. */
bool desk_note_as_it_stands(struct desk *desk, int64_t resident_id,
			    bool as_it_stands, struct error *err);
/* "Not Mrs.": it leaves the record with it, and is never said. A title that
 * desk_note_title is given may be said again, as one that is allowed. */
bool desk_refuse_title(struct desk *desk, int64_t resident_id,
		       const char *title, struct error *err);
bool desk_allow_title(struct desk *desk, int64_t resident_id, const char *title,
		      struct error *err);

/* Who has looked at or changed this record, newest first (^W). Opened by one
 * person several times on one day is one look, with how often. */
struct look {
	int64_t at;
	int opened_count; /* 0: it was changed */
	char *staff, *action;
};
struct look_list {
	struct look *items;
	size_t count;
};
void look_list_release(struct look_list *list);
bool desk_list_looks(struct desk *desk, int64_t resident_id, size_t limit,
		     struct look_list *out, struct error *err);

/* One request with its whole history, by id; opening it is recorded. */
bool desk_open_request(struct desk *desk, int64_t request_id,
		       struct timeline *out, struct error *err);
/* The same without recording. */
bool desk_read_request(struct desk *desk, int64_t request_id,
		       struct timeline *out, struct error *err);

/*
 * A mistake about whose request it is, put right after F9; until then it
 * follows the people of its visit (ERROR_CONFLICT). With an organisation_id
 * that organisation; else the resident, for themselves or as who speaks for
 * them; both ids 0 with speaks_for or for_organisation: nobody does.
 */
bool desk_correct_party(struct desk *desk, int64_t request_id,
			int64_t resident_id, int64_t organisation_id,
			enum visit_part part, struct error *err);

/* "951-555-0106 · Ms. Rosa Mendez 951-555-0107": whoever asked, then whoever
 * speaks for them; NULL where nothing is known. The caller frees. */
bool desk_reach_of_request(struct desk *desk, int64_t request_id, char **out,
			   struct error *err);

#endif
