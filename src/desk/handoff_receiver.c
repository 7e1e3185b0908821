/*
 * handoff_receiver.c - who is there to answer for a hand-off
 */
#include <stdlib.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/handoff.h"
#include "frontdesk/store/target.h"
#include "handoff_private.h"
#include "passing.h"

int64_t handoff_since(const struct desk *desk)
{
	return zone_day_start(desk->site.time_zone, desk_today(desk));
}

bool handoff_find(struct db *db, int64_t handoff_id, struct handoff *out,
		  struct error *err)
{
	return handoff_get(db, handoff_id, out, err) ||
	       passing_missing(err, ERROR_NOT_FOUND,
			       _("There is no such hand-off: look it up in "
				 "the list."));
}

struct looking {
	int64_t staff_id; /* looked for; 0: a running desk */
	bool is_found;
};

static void look(const struct target *target, void *state)
{
	struct looking *looking = state;

	if (looking->staff_id != 0 ? target->staff_id == looking->staff_id
				   : target->is_at_desk)
		looking->is_found = true;
}

bool handoff_is_receiver(struct db *db, const struct handoff *handoff,
			 int64_t staff_id, int64_t department_id, bool *out,
			 struct error *err)
{
	struct looking looking = {.staff_id = staff_id};

	*out = false;
	if (handoff->from_staff_id == staff_id)
		return true;
	/* To a person: their department answers for them where they cannot. */
	*out =
	    handoff->to_staff_id == staff_id ||
	    (department_id != 0 && handoff->to_department_id == department_id);
	if (*out || handoff->to_staff_id != 0)
		return true;
	if (!target_list_receivers(db, 0, handoff->to_department_id, 0, look,
				   &looking, err))
		return false;
	*out = looking.is_found;
	return true;
}

bool handoff_has_desk(const struct desk *desk, const struct handoff *handoff,
		      bool *out, struct error *err)
{
	struct looking looking = {0};

	*out = false;
	if (!target_list_receivers(desk->db, handoff->to_staff_id,
				   handoff->to_department_id,
				   handoff_since(desk), look, &looking, err))
		return false;
	*out = looking.is_found;
	return true;
}

void handoff_speakers_release(struct handoff_speakers *speakers)
{
	for (size_t i = 0; i < speakers->count; i++) {
		free(speakers->items[i].name);
		free(speakers->items[i].department);
	}
	free(speakers->items);
	*speakers = (struct handoff_speakers){0};
}

struct speaking {
	struct handoff_speakers *out;
	int64_t but_staff_id; /* who offered it does not accept it */
};

static void add_speaker(const struct target *target, void *state)
{
	struct speaking *speaking = state;
	struct handoff_speakers *out = speaking->out;

	if (target->staff_id == speaking->but_staff_id)
		return;
	out->items =
	    mem_resize(out->items, out->count + 1, sizeof(*out->items));
	out->items[out->count++] = (struct handoff_speaker){
	    .staff_id = target->staff_id,
	    .name = mem_copy(target->name),
	    .department = mem_copy(target->department),
	};
}

bool handoff_check_noting(const struct desk *desk,
			  const struct handoff *handoff, struct error *err)
{
	const struct desk_session *me = &desk->session;
	bool has_desk;

	if (handoff->from_staff_id != me->staff_id &&
	    me->role != ROLE_SUPERVISOR && me->role != ROLE_ADMINISTRATOR)
		return error_set(err, ERROR_DENIED, "",
				 _("%s offered this: only they or a supervisor "
				   "can note what was said aloud."),
				 handoff->from);
	if (handoff->manner == MANNER_WARM)
		return true;
	if (!handoff_has_desk(desk, handoff, &has_desk, err))
		return false;
	return !has_desk ||
	       error_set(err, ERROR_DENIED, "",
			 _("%s has a desk running: it is accepted there."),
			 handoff->to);
}

struct listing {
	const struct desk *desk;
	int64_t handoff_id;
	struct handoff_speakers *out;
};

static bool list_speakers(struct db *db, void *state, struct error *err)
{
	struct listing *listing = state;
	struct speaking speaking = {.out = listing->out};
	struct handoff handoff;
	bool done;

	handoff_speakers_release(listing->out);
	if (!handoff_find(db, listing->handoff_id, &handoff, err))
		return false;
	speaking.but_staff_id = handoff.from_staff_id;
	done = handoff_check_noting(listing->desk, &handoff, err) &&
	       target_list_receivers(db, handoff.to_staff_id,
				     handoff.to_department_id, 0, add_speaker,
				     &speaking, err);
	handoff_release(&handoff);
	return done;
}

bool desk_list_speakers(struct desk *desk, int64_t handoff_id,
			struct handoff_speakers *out, struct error *err)
{
	struct listing listing = {desk, handoff_id, out};

	*out = (struct handoff_speakers){0};
	if (desk_may(desk, DUTY_SERVE, err) &&
	    db_snapshot(desk->db, list_speakers, &listing, err))
		return true;
	handoff_speakers_release(out);
	return false;
}
