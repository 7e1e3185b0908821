/*
 * pointed.c - what the words of a command point at
 */
#include "pointed.h"

#include <errno.h>
#include <stdlib.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/str.h"
#include "frontdesk/core/reference.h"
#include "frontdesk/desk/find.h"
#include "frontdesk/desk/signin.h"
#include "frontdesk/desk/topic.h"

bool pointed_request(struct desk *desk, const char *text, int64_t *request_id,
		     struct error *err)
{
	struct reference reference;
	struct find find = {0};
	bool is_found;

	*request_id = 0;
	if (!reference_parse(text, &reference, err) ||
	    reference.text[0] != REFERENCE_REQUEST) {
		if (err->code != ERROR_INVALID)
			error_set(err, ERROR_INVALID, "reference",
				  _("\"%s\" is no reference of a request: "
				    "\"frontdesk find\" shows them, as in "
				    "R-4K7-2M9X"),
				  text);
		return false;
	}
	if (!desk_find(desk, reference.text, 1, &find, err))
		return false;
	is_found = find.people_count > 0;
	if (is_found)
		*request_id = find.rows[0].id;
	find_release(&find);
	return is_found ||
	       error_set(err, ERROR_NOT_FOUND, "reference",
			 _("there is no record %s"), reference.text);
}

bool pointed_staff(struct desk *desk, const char *login, int64_t *staff_id,
		   struct error *err)
{
	struct staff_list staff = {0};

	*staff_id = 0;
	if (!desk_list_staff(desk, &staff, err))
		return false;
	for (size_t i = 0; i < staff.count; i++)
		if (str_same(staff.items[i].login, login))
			*staff_id = staff.items[i].staff_id;
	staff_list_release(&staff);
	return *staff_id != 0 ||
	       error_set(err, ERROR_INVALID, "login",
			 _("nobody here has the login \"%s\"; \"frontdesk "
			   "staff\" lists them"),
			 login);
}

bool pointed_topic(struct desk *desk, const char *text, int64_t *topic_id,
		   struct error *err)
{
	struct find find = {0};
	bool is_one;

	if (!desk_find_topic_code(desk, text, topic_id, err))
		return false;
	if (*topic_id != 0)
		return true;
	if (!desk_find_topics(desk, text, 2, &find, err))
		return false;
	is_one = find.count == 1 ||
		 (find.count > 1 && str_same(find.rows[0].title, text));
	if (is_one)
		*topic_id = find.rows[0].id;
	else if (find.count == 0)
		error_set(err, ERROR_INVALID, "topic",
			  _("there is no topic \"%s\"; \"frontdesk find\" "
			    "shows what there is"),
			  text);
	else
		error_set(err, ERROR_INVALID, "topic",
			  _("\"%s\" could be %s or %s: say more of its name"),
			  text, find.rows[0].title, find.rows[1].title);
	find_release(&find);
	return is_one;
}

bool pointed_number(const char *text, const char *list, int64_t *id,
		    struct error *err)
{
	char *end;
	long long number;

	errno = 0;
	number = strtoll(text, &end, 10);
	*id = number;
	return (errno == 0 && *end == '\0' && end != text && number > 0) ||
	       error_set(err, ERROR_INVALID, "number",
			 _("\"%s\" is no number of the list: \"frontdesk %s\" "
			   "shows them"),
			 text, list);
}
