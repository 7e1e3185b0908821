/*
 * day_audit.c - the audit that figures are read under
 */
#include "day_private.h"
#include "desk_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/audit.h"
#include "passing.h"

bool day_read_audit(struct db *db, int64_t number, struct audit_figures *out,
		    struct error *err)
{
	struct audit_head head;

	*out = (struct audit_figures){0};
	if (!audit_read_head(db, number, &head, err))
		return false;
	out->entries = head.count;
	out->head = mem_copy(head.hash);
	return true;
}

bool desk_read_audit(struct desk *desk, int64_t number,
		     struct audit_figures *out, struct error *err)
{
	return desk_need_session(desk, err) &&
	       (day_read_audit(desk->db, number, out, err) ||
		passing_missing(err, ERROR_NOT_FOUND,
				_("The audit has no such entry.")));
}
