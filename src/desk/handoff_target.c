/*
 * handoff_target.c - who could receive a request, suggested first
 */
#include <stdlib.h>
#include <string.h>

#include "desk_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/target.h"
#include "handoff_private.h"
#include "presence.h"

enum rank {
	RANK_HANDLER,
	RANK_HANDLING_DEPARTMENT,
	RANK_BEFORE,
	RANK_DEPARTMENT,
	RANK_STAFF,
	RANK_COUNT
};

struct gathering {
	struct handoff_draft *draft;
	enum rank *ranks; /* of the targets, one each */
	int now_minute;	  /* at the site */
};

static enum rank rank_of(const struct target *target)
{
	if (target->staff_id == 0)
		return target->is_handler ? RANK_HANDLING_DEPARTMENT
					  : RANK_DEPARTMENT;
	if (target->is_handler)
		return RANK_HANDLER;
	return target->had_it ? RANK_BEFORE : RANK_STAFF;
}

static void add_part(struct str *out, const char *text)
{
	if (str_is_blank(text))
		return;
	if (out->len > 0)
		str_add(out, " · ");
	str_add(out, text);
}

static char *detail_of(const struct target *target, int now_minute)
{
	struct str detail = STR_INIT, presence = STR_INIT;

	presence_add(target->in_until_minute, now_minute, &presence);
	add_part(&detail, target->department);
	add_part(&detail, target->place);
	add_part(&detail, str_text(&presence));
	add_part(&detail, target->telephone);
	str_release(&presence);
	return str_take(&detail);
}

static char *why(const struct target *target)
{
	struct str text = STR_INIT;

	if (target->is_handler)
		str_addf(&text, _("handles %s"), target->topic);
	else if (target->had_it)
		str_add(&text, _("had it before"));
	else
		return NULL;
	return str_take(&text);
}

static void gather(const struct target *target, void *state)
{
	struct gathering *gathering = state;
	struct handoff_draft *draft = gathering->draft;
	size_t count = draft->target_count + 1;

	draft->targets =
	    mem_resize(draft->targets, count, sizeof(*draft->targets));
	gathering->ranks =
	    mem_resize(gathering->ranks, count, sizeof(*gathering->ranks));
	gathering->ranks[count - 1] = rank_of(target);
	draft->targets[count - 1] = (struct handoff_target){
	    .staff_id = target->staff_id,
	    .department_id = target->department_id,
	    .name = mem_copy(target->name),
	    .detail = detail_of(target, gathering->now_minute),
	    .why = why(target),
	};
	draft->target_count = count;
}

/* Each rank keeps the order of the names. */
static void order(struct handoff_draft *draft, const enum rank *ranks)
{
	struct handoff_target *ordered =
	    mem_new(draft->target_count, sizeof(*ordered));
	size_t count = 0;

	for (int rank = 0; rank < RANK_COUNT; rank++)
		for (size_t i = 0; i < draft->target_count; i++)
			if ((int)ranks[i] == rank)
				ordered[count++] = draft->targets[i];
	free(draft->targets);
	draft->targets = ordered;
}

bool handoff_read_targets(struct desk *desk, int64_t request_id,
			  struct handoff_draft *draft, struct error *err)
{
	struct gathering gathering = {.draft = draft};
	struct local now;
	bool done;

	desk_local(desk, desk_now(desk), &now);
	gathering.now_minute = now.hour * 60 + now.minute;
	done = target_list(desk->db, request_id, desk->session.staff_id, gather,
			   &gathering, err);
	if (done && draft->target_count > 0)
		order(draft, gathering.ranks);
	free(gathering.ranks);
	return done;
}
