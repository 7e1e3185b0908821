/*
 * pointed.c - what the words of a command point at
 */
#include "pointed.h"

#include <errno.h>
#include <stdlib.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/str.h"
#include "frontdesk/desk/find.h"
#include "frontdesk/desk/signin.h"
#include "frontdesk/desk/topic.h"

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
	/* A word of its card alone is too little to log it by. */
	is_one = find.best_topic != NULL &&
		 (find.count == 1 || str_same(find.rows[0].title, text));
	if (is_one)
		*topic_id = find.rows[0].id;
	else if (find.count == 1)
		error_set(err, ERROR_INVALID, "topic",
			  _("\"%s\" could be %s: give its name"), text,
			  find.rows[0].title);
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

bool pointed_department(struct desk *desk, const char *name,
			int64_t *department_id, struct error *err)
{
	struct department_list list = {0};

	*department_id = 0;
	if (!desk_list_departments(desk, &list, err))
		return false;
	for (size_t i = 0; i < list.count; i++)
		if (str_same(list.items[i].name, name))
			*department_id = list.items[i].department_id;
	department_list_release(&list);
	return *department_id != 0 ||
	       error_set(err, ERROR_INVALID, "department",
			 _("there is no department \"%s\""), name);
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
