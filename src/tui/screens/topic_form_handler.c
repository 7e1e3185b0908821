/* Who the department and the handler are that somebody typed on a card. */
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "topic_screen.h"

static bool is_same_name(const char *typed, const char *name)
{
	struct str a = STR_INIT, b = STR_INIT;
	bool is_same;

	text_fold(typed, &a);
	text_fold(name ? name : "", &b);
	is_same = a.len > 0 && str_same(str_text(&a), str_text(&b));
	str_release(&a);
	str_release(&b);
	return is_same;
}

bool topic_form_find_department(struct desk *desk, const char *typed,
				struct topic *out, struct error *err)
{
	struct department_list list;

	if (!desk_list_departments(desk, &list, err))
		return false;
	out->department_id = 0;
	for (size_t i = 0; i < list.count; i++) {
		if (!is_same_name(typed, list.items[i].name))
			continue;
		out->department_id = list.items[i].department_id;
		mem_replace(&out->department, list.items[i].name);
	}
	department_list_release(&list);
	return out->department_id ||
	       error_set(err, ERROR_INVALID, "department",
			 _("No department has that name: F4 shows all."));
}

void topic_form_set_handler(struct form *form, int64_t staff_id,
			    const char *name)
{
	form_set(form, "handler", name);
	form_set_id(form, TOPIC_HANDLER_ID, staff_id);
}

void topic_form_follow_handler(struct form *form, int64_t was, int64_t now)
{
	if (form_id(form, TOPIC_HANDLER_ID) == was)
		form_set_id(form, TOPIC_HANDLER_ID, now);
}

/* Whoever bears the name that is typed; the one who was picked before all. */
static size_t find_named(const struct staff_list *list, const char *typed,
			 int64_t picked, int64_t *staff_id)
{
	size_t count = 0;

	for (size_t i = 0; i < list->count; i++) {
		const struct staff *one = &list->items[i];

		if (!is_same_name(typed, one->formal_name) &&
		    !is_same_name(typed, one->name))
			continue;
		*staff_id = one->staff_id;
		if (one->staff_id == picked)
			return 1;
		count++;
	}
	return count;
}

bool topic_form_find_handler(struct desk *desk, const struct form *form,
			     const struct topic *was, struct topic *out,
			     struct error *err)
{
	const char *typed = form_value(form, "handler");
	int64_t picked = form_id(form, TOPIC_HANDLER_ID);
	struct staff_list list;
	size_t count;

	out->staff_id = picked;
	/* As it stood: also somebody who works here no more. */
	if (picked && picked == was->staff_id &&
	    is_same_name(typed, was->handler))
		return true;
	out->staff_id = 0;
	if (str_is_blank(typed))
		return true;
	if (!desk_list_staff(desk, &list, err))
		return false;
	count = find_named(&list, typed, picked, &out->staff_id);
	staff_list_release(&list);
	if (count > 1)
		return error_set(err, ERROR_INVALID, "handler",
				 _("More than one person here has that name: "
				   "F4 tells them apart."));
	return count == 1 ||
	       error_set(err, ERROR_INVALID, "handler",
			 _("Nobody here has that name: F4 shows all, or leave "
			   "it to the department."));
}
