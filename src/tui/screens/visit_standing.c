/* Where the visit on the screen stands in the store: here, elsewhere, over. */
#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/desk/signin.h"
#include "visit.h"

static char *name_of(struct desk *desk, int64_t staff_id)
{
	struct staff_list staff = {0};
	struct error err = {0};
	char *name = NULL;

	if (desk_list_staff(desk, &staff, &err))
		for (size_t i = 0; i < staff.count; i++)
			if (staff.items[i].staff_id == staff_id)
				name = mem_copy(staff.items[i].name);
	staff_list_release(&staff);
	return name ? name : mem_copy(_("Somebody else"));
}

static char *label_of(struct desk *desk, int64_t counter_window_id)
{
	struct counter_window_list windows = {0};
	struct error err = {0};
	char *label = NULL;

	if (desk_list_windows(desk, &windows, &err))
		for (size_t i = 0; i < windows.count; i++)
			if (windows.items[i].counter_window_id ==
			    counter_window_id)
				label = mem_copy(windows.items[i].label);
	counter_window_list_release(&windows);
	return label ? label : mem_copy(_("another desk"));
}

/* NULL while it is this window's. */
static char *gone_words(const struct visit_screen *state,
			const struct visit *now)
{
	const struct desk_session *session = desk_session(state->desk);
	struct str words = STR_INIT;
	char *name, *label;

	if (!visit_state_is_open(now->state))
		return mem_copy(_("This visit was ended elsewhere."));
	if (now->state == VISIT_ASIDE || now->state == VISIT_WAITING)
		return mem_copy(now->state == VISIT_ASIDE
				    ? _("This visit was put aside elsewhere.")
				    : _("This visit is back in line."));
	if (now->staff_id == session->staff_id &&
	    (now->state != VISIT_SERVING ||
	     now->counter_window_id == session->counter_window_id))
		return NULL;
	name = name_of(state->desk, now->staff_id);
	label = label_of(state->desk, now->counter_window_id);
	str_addf(&words, _("%s has this visit now, at %s."), name, label);
	free(name);
	free(label);
	return str_take(&words);
}

bool visit_bring_here(struct visit_screen *state, struct error *err)
{
	const struct desk_session *session = desk_session(state->desk);

	if (state->visit.state != VISIT_SERVING ||
	    state->visit.staff_id != session->staff_id ||
	    state->visit.counter_window_id == session->counter_window_id)
		return true;
	return desk_resume_visit(state->desk, state->visit.visit_id, err);
}

bool visit_read_standing(struct visit_screen *state, struct error *err)
{
	struct visit now = {0};

	if (!state->visit.visit_id || state->is_over)
		return true;
	if (!desk_get_visit(state->desk, state->visit.visit_id, &now, err))
		return false;
	free(state->gone);
	state->gone = gone_words(state, &now);
	state->visit.state = now.state;
	state->visit.held_length = now.held_length;
	visit_release(&now);
	return true;
}
