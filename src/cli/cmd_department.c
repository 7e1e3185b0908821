/*
 * cmd_department.c - frontdesk department: how hand-offs reach a department,
 * and who stands in for it
 */
#include "arguments.h"
#include "commands.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "frontdesk/desk/signin.h"

struct department_options {
	const char *telephone, *place, *delivery, *to, *deputy;
};

/* "Planning    Window 4    951-555-0130    mail to …, deputy Ms. Weber" */
static void print_department(const struct cli *cli,
			     const struct department *department)
{
	struct str line = STR_INIT;

	text_add_padded(&line, department->name, 30);
	str_addf(&line, "%s", delivery_name(department->delivery));
	if (!str_is_blank(department->delivery_to))
		str_addf(&line, _(" to %s"), department->delivery_to);
	if (department->deputy != NULL)
		str_addf(&line, _(", deputy %s"), department->deputy);
	if (!str_is_blank(department->place))
		str_addf(&line, ", %s", department->place);
	if (!str_is_blank(department->telephone))
		str_addf(&line, ", %s", department->telephone);
	cli_print(cli, "%s\n", str_text(&line));
	str_release(&line);
}

static bool list_departments(struct cli *cli, struct desk *desk,
			     struct error *err)
{
	struct department_list list = {0};

	if (!desk_list_departments(desk, &list, err))
		return false;
	for (size_t i = 0; i < list.count; i++)
		print_department(cli, &list.items[i]);
	department_list_release(&list);
	return true;
}

/* A department of that name, else one of the staff by login or name; blank is
 * nobody. */
static bool find_deputy(struct desk *desk, const struct department_list *list,
			const char *name, struct department *department,
			struct error *err)
{
	struct staff_list staff = {0};

	department->deputy_id = department->deputy_staff_id = 0;
	if (str_is_blank(name))
		return true;
	for (size_t i = 0; i < list->count; i++)
		if (str_same(list->items[i].name, name))
			department->deputy_id = list->items[i].department_id;
	if (department->deputy_id != 0)
		return true;
	if (!desk_list_staff(desk, &staff, err))
		return false;
	for (size_t i = 0; i < staff.count; i++)
		if (str_same(staff.items[i].login, name) ||
		    str_same(staff.items[i].name, name))
			department->deputy_staff_id = staff.items[i].staff_id;
	staff_list_release(&staff);
	return department->deputy_staff_id != 0 ||
	       error_set(err, ERROR_INVALID, "deputy",
			 _("no department and nobody active is called \"%s\""),
			 name);
}

static void replace(char **field, const char *value)
{
	if (value != NULL)
		mem_replace(field, str_is_blank(value) ? NULL : value);
}

static bool change(struct desk *desk, const struct department_list *list,
		   struct department *department,
		   const struct department_options *options, struct error *err)
{
	replace(&department->telephone, options->telephone);
	replace(&department->place, options->place);
	replace(&department->delivery_to, options->to);
	if (options->delivery != NULL) {
		enum delivery before = department->delivery;

		if (!delivery_parse(options->delivery, &department->delivery,
				    err))
			return false;
		/* A printer's name is no address. */
		if (options->to == NULL && department->delivery != before)
			replace(&department->delivery_to, "");
	}
	if (options->deputy != NULL &&
	    !find_deputy(desk, list, options->deputy, department, err))
		return false;
	return desk_save_department(desk, department, err);
}

static bool set_department(struct desk *desk, const char *name,
			   const struct department_options *options,
			   struct error *err)
{
	struct department_list list = {0};
	struct department *found = NULL;
	bool is_done;

	if (!desk_list_departments(desk, &list, err))
		return false;
	for (size_t i = 0; i < list.count; i++)
		if (str_same(list.items[i].name, name))
			found = &list.items[i];
	is_done = found != NULL
		      ? change(desk, &list, found, options, err)
		      : error_set(err, ERROR_NOT_FOUND, "department",
				  _("there is no department \"%s\"; "
				    "\"frontdesk department\" lists them"),
				  name);
	department_list_release(&list);
	return is_done;
}

int cmd_department(struct cli *cli, int argc, char **argv)
{
	struct department_options options = {0};
	const struct argument known[] = {
	    {"--telephone", &options.telephone, NULL, NULL},
	    {"--place", &options.place, NULL, NULL},
	    {"--delivery", &options.delivery, NULL, NULL},
	    {"--to", &options.to, NULL, NULL},
	    {"--deputy", &options.deputy, NULL, NULL},
	};
	struct argument_list words;
	struct error err = {0};
	struct desk *desk;
	const char *verb;
	bool is_list, is_done;

	if (!arguments_parse(argc, argv, known, MEM_COUNT(known), &words, &err))
		return cli_misused(cli, &err);
	verb = words.count > 0 ? words.items[0] : "list";
	is_list = str_same(verb, "list") && words.count <= 1;
	if (!is_list && !(str_same(verb, "set") && words.count == 2))
		return cli_usage(cli, argv[0]);
	if (!cli_open_desk(cli, &desk, &err))
		return cli_fail(cli, &err);
	is_done = is_list
		      ? list_departments(cli, desk, &err)
		      : set_department(desk, words.items[1], &options, &err);
	desk_close(desk);
	return cli_end(cli, is_done, &err);
}
