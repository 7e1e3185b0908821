/*
 * visit_transaction.c - work on a visit that leaves it as it was where it
 * fails
 */
#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "visit_private.h"

/* What work changes in a visit: what it added is not in the store then. */
struct before {
	int64_t visit_id, edition;
	enum visit_state state;
	struct {
		int64_t request_id;
		enum result result;
	} * contacts;
	size_t count;
};

struct attempt {
	struct visit *visit;
	struct before before;
	db_work_fn *work;
	void *state;
};

static void take(const struct visit *visit, struct before *out)
{
	*out = (struct before){.visit_id = visit->visit_id,
			       .edition = visit->edition,
			       .state = visit->state,
			       .count = visit->contact_count};
	out->contacts = mem_new(out->count, sizeof(*out->contacts));
	for (size_t i = 0; i < out->count; i++) {
		out->contacts[i].request_id = visit->contacts[i].request_id;
		out->contacts[i].result = visit->contacts[i].result;
	}
}

static void restore(const struct before *before, struct visit *visit)
{
	visit->visit_id = before->visit_id;
	visit->edition = before->edition;
	visit->state = before->state;
	for (size_t i = 0; i < before->count; i++) {
		struct contact *contact = &visit->contacts[i];

		contact->request_id = before->contacts[i].request_id;
		contact->result = before->contacts[i].result;
		if (contact->request_id == 0)
			mem_replace(&contact->reference, NULL);
	}
	if (visit->visit_id == 0)
		mem_replace(&visit->reference, NULL);
}

/* May be the second run: the first left its ids in the visit. */
static bool run(struct db *db, void *state, struct error *err)
{
	const struct attempt *attempt = state;

	restore(&attempt->before, attempt->visit);
	return attempt->work(db, attempt->state, err);
}

bool visit_transaction(struct desk *desk, struct visit *visit, db_work_fn *work,
		       void *state, struct error *err)
{
	struct attempt attempt = {.visit = visit, .work = work, .state = state};
	bool is_done;

	take(visit, &attempt.before);
	is_done = db_transaction(desk->db, run, &attempt, err);
	if (!is_done)
		restore(&attempt.before, visit);
	free(attempt.before.contacts);
	return is_done;
}
