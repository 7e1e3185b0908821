/*
 * lists_handed.c - the list of what is handed to somebody, or came back
 */
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/handoff.h"
#include "lists_private.h"
#include "passing.h"

static char *handed_note(const struct desk *desk, const struct handoff *handoff)
{
	struct str note = STR_INIT;

	if (handoff->state == HANDOFF_RETURNED) {
		str_addf(&note, _("returned by %s: %s"), handoff->to,
			 handoff->note != NULL ? handoff->note : "");
		return str_take(&note);
	}
	str_addf(&note, _("from %s"), handoff->from);
	if (handoff->to_staff_id == 0 &&
	    handoff->to_department_id != desk->session.department_id)
		str_addf(&note, _(", for %s"), handoff->to);
	if (handoff->manner == MANNER_WARM)
		str_addf(&note, " · %s", handoff_manner_words(handoff->manner));
	return str_take(&note);
}

/* What means danger says so first, then one that came back, then whatever is
 * not as usual. */
static char *handed_what(const struct handoff *handoff)
{
	struct str what = STR_INIT;
	bool is_danger = handoff_danger_len(handoff->context) > 0;

	if (is_danger)
		str_addf(&what, "%s · ", _("DANGER"));
	if (handoff->state == HANDOFF_RETURNED)
		str_addf(&what, "%s · ", _("RETURNED"));
	else if (handoff->urgency == URGENCY_NOW && !is_danger)
		str_addf(&what, "%s · ", _("NOW"));
	else if (handoff->urgency == URGENCY_TODAY)
		str_addf(&what, "%s · ", _("TODAY"));
	str_addf(&what, "%s · %s", handoff->topic, handoff->asked);
	return str_take(&what);
}

bool lists_read_handed(const struct desk *desk, const struct list_query *query,
		       struct list_reading *reading, struct error *err)
{
	struct handoff_list list;

	if (!handoff_list_mine(desk->db, query->staff_id, query->department_id,
			       query->limit, &list, err))
		return false;
	for (size_t i = 0; i < list.count; i++) {
		const struct handoff *handoff = &list.items[i];
		struct list_row *row = lists_add_row(reading);

		if (row == NULL)
			break;
		row->id = handoff->handoff_id;
		row->request_id = handoff->request_id;
		row->resident_id = handoff->resident_id;
		row->who = mem_copy(handoff->resident);
		row->what = handed_what(handoff);
		row->note = handed_note(desk, handoff);
		row->at = handoff->state == HANDOFF_RETURNED
			      ? handoff->decided_at
			      : handoff->offered_at;
	}
	handoff_list_release(&list);
	return true;
}
