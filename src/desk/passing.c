/*
 * passing.c - what hand-offs, promises and the lists share
 */
#include "passing.h"

#include "frontdesk/base/intl.h"
#include "frontdesk/store/staff.h"

bool passing_missing(struct error *err, enum error_code code, const char *text)
{
	if (err->code == ERROR_NOT_FOUND && err->text[0] == '\0')
		error_set(err, code, "", "%s", text);
	return false;
}

bool passing_standing(struct db *db, int64_t request_id, struct standing *out,
		      struct error *err)
{
	return standing_get(db, request_id, out, err) ||
	       passing_missing(err, ERROR_NOT_FOUND,
			       _("There is no such request: find it anew."));
}

bool passing_check_active(struct db *db, int64_t staff_id, const char *field,
			  struct error *err)
{
	struct staff staff;
	bool is_active;

	if (!staff_get(db, staff_id, &staff, err))
		return false;
	is_active = staff.is_active;
	staff_release(&staff);
	return is_active || error_set(err, ERROR_INVALID, field,
				      _("Choose somebody who works here now."));
}

void passing_add_day(const struct desk *desk, int64_t at, struct str *out)
{
	struct local local;
	char text[24];

	desk_local(desk, at, &local);
	local_format_day(&local, text);
	str_add(out, text);
}

void passing_asks(const struct desk *desk, struct list_query *out)
{
	*out = (struct list_query){
	    .staff_id = desk->session.staff_id,
	    .department_id = desk->session.department_id,
	    .site_id = desk->site.site_id,
	    .now = desk_now(desk),
	    .today = desk_today(desk),
	    .offered_before = desk_now(desk) - desk->site.handoff_wait,
	    .sees_unowned = desk->session.role == ROLE_SUPERVISOR ||
			    desk->session.role == ROLE_ADMINISTRATOR,
	};
}
