/*
 * request.h - what somebody wants: from draft to resolved
 *
 * Everything that changes belongs inside a db_transaction.
 */
#ifndef FRONTDESK_STORE_REQUEST_H
#define FRONTDESK_STORE_REQUEST_H

#include "frontdesk/core/visit.h"
#include "frontdesk/store/db.h"

/* A new request; times 0 and days "" are none. */
struct request_row {
	int64_t request_id;
	const char *reference;
	int64_t topic_id;
	const char *place, *contact_text; /* NULL is "" */
	enum request_state state;
	enum result result;
	int64_t owner_staff_id, owner_department_id;
	enum channel channel;
	int64_t site_id;
	int64_t received_at;
	struct day received_on;
	int64_t first_visit_id;
	int64_t first_acknowledged_at;
	struct day first_acknowledged_on;
	int64_t resolved_at;
	struct day resolved_on;
};

/* *is_taken: the reference is another's, and nothing was added. */
bool request_insert(struct db *db, struct request_row *row, bool *is_taken,
		    struct error *err);

/* Topic, contact_text and (has_place) place of contact; writes only what
 * differs. */
bool request_update(struct db *db, const struct contact *contact,
		    bool has_place, struct error *err);
/* Numbers of contact; those that are gone are taken away where is_whole. */
bool request_sync_numbers(struct db *db, const struct contact *contact,
			  bool is_whole, struct error *err);
/* The parties are the people of the visit. */
bool request_sync_parties(struct db *db, int64_t request_id,
			  const struct visit *visit, struct error *err);

/* What F9 decides by, about a request in a visit. */
struct request_facts {
	enum request_state state;
	enum result result;
	int64_t owner_staff_id, first_visit_id;
	bool is_acknowledged;
	int64_t resolved_at;
	struct day resolved_on;
	bool has_offer;	     /* a hand-off that nobody has decided yet */
	bool has_promise;    /* an open promise */
	bool was_handed_off; /* in this visit */
	bool was_promised;   /* since this visit began */
	bool had_handoff, had_promise; /* ever, and not taken back */
	enum result result_before;     /* of its latest other contact */
};
/* ERROR_NOT_FOUND in words. */
bool request_get_facts(struct db *db, int64_t request_id, int64_t visit_id,
		       struct request_facts *out, struct error *err);

/* Corrected: in place of the resident whose it is (themselves), of whoever
 * speaks (speaks_for; resident_id 0: nobody), or of the organisation
 * (for_organisation; 0: none). */
bool request_set_party(struct db *db, int64_t request_id, int64_t resident_id,
		       int64_t organisation_id, enum visit_part part,
		       struct error *err);

/* How a request stands by now; times 0 and days "" are none. */
struct request_settlement {
	enum request_state state;
	enum result result;
	int64_t resolved_at;
	struct day resolved_on;
	int64_t acknowledged_at; /* its first, unless it has one */
	struct day acknowledged_on;
};
bool request_settle(struct db *db, int64_t request_id,
		    const struct request_settlement *settlement,
		    struct error *err);

/* Reference, topic, place, contact_text and numbers into contact. */
bool request_fill_contact(struct db *db, int64_t request_id,
			  struct contact *contact, struct error *err);

/* The latest answer to each question, by the questions in use now, of every
 * visit but that one (0: of all) and of none that was voided; *out and the
 * values in it are the caller's, who frees them. */
struct request_answer {
	int64_t question_id;
	char *value;
	int64_t told_at; /* since when it is that value */
};
bool request_list_answers(struct db *db, int64_t request_id, int64_t visit_id,
			  struct request_answer **out, size_t *count,
			  struct error *err);
/* What this person said to the same questions in other requests than that one
 * (0: in all), for a topic as it is in use. The caller frees. */
bool request_list_told_before(struct db *db, int64_t resident_id,
			      int64_t topic_id, int64_t request_id,
			      struct request_answer **out, size_t *count,
			      struct error *err);

#endif
