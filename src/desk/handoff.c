/*
 * handoff.c - passing a request on with everything the next person needs
 */
#include "frontdesk/desk/handoff.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/context.h"
#include "frontdesk/store/handoff.h"
#include "handoff_private.h"
#include "passing.h"

void handoff_draft_release(struct handoff_draft *draft)
{
	free(draft->reference);
	free(draft->chain);
	free(draft->handles);
	free(draft->topic);
	free(draft->context);
	for (size_t i = 0; i < draft->target_count; i++) {
		free(draft->targets[i].name);
		free(draft->targets[i].detail);
		free(draft->targets[i].why);
	}
	free(draft->targets);
	memset(draft, 0, sizeof(*draft));
}

struct preparation {
	struct desk *desk;
	int64_t request_id, visit_id;
	struct handoff_draft *draft;
	struct handoff_context context;
};

/* Each hop so far on a line; what was asked stands in the context. */
static char *chain_of(const struct handoff_context *context, const char *zone)
{
	struct str chain = STR_INIT;

	for (size_t i = 0; i < context->hop_count; i++) {
		if (i > 0)
			str_add_char(&chain, '\n');
		handoff_hop_format(&context->hops[i], (int)i + 1, false, zone,
				   &chain);
	}
	return context->hop_count > 0 ? str_take(&chain) : NULL;
}

static bool prepare(struct db *db, void *state, struct error *err)
{
	struct preparation *work = state;
	struct handoff_draft *draft = work->draft;

	handoff_draft_release(draft);
	handoff_context_release(&work->context);
	draft->request_id = work->request_id;
	draft->visit_id = work->visit_id;
	if (!context_read(db, work->request_id, work->visit_id, &work->context,
			  err))
		return passing_missing(
		    err, ERROR_NOT_FOUND,
		    _("There is no such request: find it anew."));
	draft->reference = mem_copy(work->context.reference);
	draft->topic = mem_copy(work->context.topic);
	draft->chain = chain_of(&work->context, work->desk->site.time_zone);
	draft->hop = (int)work->context.hop_count + 1;
	return handoff_read_targets(work->desk, work->request_id, draft, err);
}

/* A hand-off goes without the spoken form where the phrases cannot be read:
 * the name stands in the context all the same. */
static void compose_address(struct desk *desk, struct handoff_context *context)
{
	const struct address_request request = {
	    .name = &context->name,
	    .first_name_ok = context->first_name_ok,
	    .as_it_stands = context->as_it_stands,
	    .refused_titles =
		(const char *const *)context->refused_titles.items,
	    .refused_count = context->refused_titles.count,
	    .language = "en",
	    .hour = 12,
	};
	const struct phrases *phrases;
	struct error ignored = {0};
	struct address address = {0};

	if (context->is_named && desk_phrases(desk, &phrases, &ignored) &&
	    address_compose(phrases, &request, &address, &ignored))
		context->address = mem_copy(str_or_null(&address.address));
	address_release(&address);
}

bool desk_prepare_handoff(struct desk *desk, int64_t request_id,
			  int64_t visit_id, struct handoff_draft *out,
			  struct error *err)
{
	struct preparation work = {
	    .desk = desk,
	    .request_id = request_id,
	    .visit_id = visit_id,
	    .draft = out,
	};
	struct str text = STR_INIT;

	memset(out, 0, sizeof(*out));
	if (!desk_need_session(desk, err))
		return false;
	if (!db_snapshot(desk->db, prepare, &work, err)) {
		handoff_context_release(&work.context);
		handoff_draft_release(out);
		return false;
	}
	compose_address(desk, &work.context);
	/* The desk's own language goes without saying. */
	if (str_same(work.context.language, desk->language))
		mem_replace(&work.context.language, NULL);
	work.context.zone = desk->site.time_zone;
	work.context.now = desk_now(desk);
	handoff_context_format(&work.context, &text);
	out->context = str_take(&text);
	if (handoff_danger_len(out->context) > 0)
		out->urgency = URGENCY_NOW;
	handoff_context_release(&work.context);
	return true;
}

struct looking {
	int64_t request_id;
	struct handoff_context *out;
};

static bool look(struct db *db, void *state, struct error *err)
{
	struct looking *work = state;

	return context_read(db, work->request_id, 0, work->out, err);
}

bool desk_read_context(struct desk *desk, int64_t request_id,
		       struct handoff_context *out, struct error *err)
{
	struct looking work = {request_id, out};

	*out = (struct handoff_context){0};
	if (!desk_need_session(desk, err) ||
	    !db_snapshot(desk->db, look, &work, err)) {
		handoff_context_release(out);
		return false;
	}
	out->zone = desk->site.time_zone;
	out->now = desk_now(desk);
	return true;
}

struct offering {
	struct desk *desk;
	struct handoff_offer offer;
	int64_t handoff_id;
};

/* One offer at a time: two acceptances would make two owners. */
static bool refuse_second(struct db *db, const struct standing *standing,
			  struct error *err)
{
	struct str to = STR_INIT;
	bool done = handoff_pending(db, standing->request_id, &to, err);

	if (done && to.len > 0)
		done = error_set(err, ERROR_CONFLICT, "",
				 _("%s is offered to %s already: wait for the "
				   "answer, or ask them to return it."),
				 standing->reference, str_text(&to));
	str_release(&to);
	return done;
}

static bool offer(struct db *db, void *state, struct error *err)
{
	struct offering *work = state;
	const struct handoff_offer *o = &work->offer;
	const struct desk_session *me = &work->desk->session;
	struct standing standing;
	bool done;

	if (!passing_standing(db, o->request_id, &standing, err))
		return false;
	done = refuse_second(db, &standing, err) &&
	       standing_open(db, o->request_id, me->staff_id, me->department_id,
			     err) &&
	       handoff_insert(db, o, &work->handoff_id, err) &&
	       (o->visit_id == 0 ||
		standing_hand_off(db, o->request_id, o->visit_id, err)) &&
	       standing_touch(db, o->request_id, me->staff_id, o->at, err);
	standing_release(&standing);
	return done;
}

static bool check_target(const struct desk *desk,
			 const struct handoff_target *target, struct error *err)
{
	if (target->staff_id == 0 && target->department_id == 0)
		return error_set(err, ERROR_INVALID, "target",
				 _("Choose who receives it."));
	if (target->staff_id == desk->session.staff_id)
		return error_set(err, ERROR_INVALID, "target",
				 _("Choose somebody else: this is you."));
	return true;
}

bool desk_offer_handoff(struct desk *desk, const struct handoff_draft *draft,
			const struct handoff_target *target, const char *asked,
			int64_t *handoff_id, struct error *err)
{
	struct str context = STR_INIT;
	struct offering work = {
	    .desk = desk,
	    .offer =
		{
		    .request_id = draft->request_id,
		    .visit_id = draft->visit_id,
		    .from_staff_id = desk->session.staff_id,
		    .to_staff_id = target->staff_id,
		    .to_department_id = target->department_id,
		    .asked = asked,
		    .urgency = draft->urgency,
		    .manner = draft->manner,
		    .at = desk_now(desk),
		    .on = desk_today(desk),
		    .site_id = desk->site.site_id,
		},
	};
	size_t danger = handoff_danger_len(draft->context);
	bool done;

	*handoff_id = 0;
	str_add_n(&context, draft->context, danger);
	handoff_terms_format(draft->urgency, draft->manner, &context);
	str_add(&context, draft->context + danger);
	work.offer.context = str_text(&context);
	done = desk_may(desk, DUTY_SERVE, err) &&
	       handoff_check_asked(asked, err) &&
	       check_target(desk, target, err) &&
	       db_transaction(desk->db, offer, &work, err);
	str_release(&context);
	if (done)
		*handoff_id = work.handoff_id;
	return done;
}

bool desk_find_offered(struct desk *desk, int64_t request_id,
		       int64_t *handoff_id, struct error *err)
{
	*handoff_id = 0;
	return desk_need_session(desk, err) &&
	       handoff_find_offered(desk->db, request_id, handoff_id, err);
}
