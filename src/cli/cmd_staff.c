/*
 * cmd_staff.c - frontdesk staff: who works here
 */
#include "arguments.h"
#include "commands.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/json.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "frontdesk/desk/away.h"
#include "frontdesk/desk/signin.h"
#include "list_show.h"
#include "pointed.h"
#include "prompt.h"

struct staff_options {
	const char *login, *name, *formal, *role, *department, *languages;
	const char *telephone, *pin_file, *from, *to, *format;
};

static const struct away_row *presence_of(const struct away_list *list,
					  int64_t staff_id)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].staff_id == staff_id)
			return &list->items[i];
	return NULL;
}

/* Columns of the terminal, not bytes: names have every letter. */
static void print_staff(const struct cli *cli, const struct staff *staff,
			const struct away_row *presence)
{
	struct str line = STR_INIT;

	text_add_padded(&line, staff->login, 18);
	text_add_padded(&line, role_name(staff->role), 15);
	text_add_padded(&line, staff->name, 26);
	text_add_padded(&line, staff->languages, 10);
	str_add(&line, staff->department);
	if (!staff->has_pin)
		str_add(&line, _("  (no PIN)"));
	if (presence != NULL && !str_is_blank(presence->presence))
		str_addf(&line, "  %s", presence->presence);
	cli_print(cli, "%s\n", str_text(&line));
	str_release(&line);
}

static void print_json(const struct cli *cli, const struct staff *staff,
		       const struct away_row *presence)
{
	struct json *one = json_new_object();

	json_put_text(one, "login", staff->login);
	json_put_text(one, "name", staff->name);
	json_put_text(one, "role", role_name(staff->role));
	json_put_text(one, "department", staff->department);
	json_put_text(one, "languages", staff->languages);
	json_put_text(one, "telephone", staff->telephone);
	json_put_bool(one, "has_pin", staff->has_pin);
	json_put_bool(one, "away", presence != NULL && presence->is_away);
	json_put_text(one, "presence",
		      presence != NULL ? presence->presence : NULL);
	list_show_json(cli, one);
}

static bool list_staff(struct cli *cli, struct desk *desk, const char *format,
		       struct error *err)
{
	struct staff_list list = {0};
	struct away_list away = {0};
	bool is_json;
	bool is_read = list_show_format(format, &is_json, err) &&
		       desk_list_staff(desk, &list, err) &&
		       desk_list_away(desk, &away, err);

	for (size_t i = 0; is_read && i < list.count; i++) {
		const struct staff *staff = &list.items[i];
		const struct away_row *presence =
		    presence_of(&away, staff->staff_id);

		if (is_json)
			print_json(cli, staff, presence);
		else
			print_staff(cli, staff, presence);
	}
	staff_list_release(&list);
	away_list_release(&away);
	return is_read;
}

static const struct away_row *find_away(const struct away_list *list,
					const char *login, struct error *err)
{
	for (size_t i = 0; i < list->count; i++)
		if (str_same(list->items[i].login, login))
			return &list->items[i];
	error_set(err, ERROR_NOT_FOUND, "login",
		  _("nobody active has the login \"%s\""), login);
	return NULL;
}

/* Away from a day to a day, or back again. */
static bool note_away(struct cli *cli, struct desk *desk, const char *login,
		      bool is_back, const struct staff_options *options,
		      struct error *err)
{
	struct away_list list = {0};
	const struct away_row *row;
	int64_t staff_id = 0;
	bool is_done = false;

	if (!desk_list_away(desk, &list, err))
		return false;
	row = find_away(&list, login, err);
	if (row != NULL)
		staff_id = row->staff_id;
	if (row != NULL && is_back && row->absence_id == 0)
		error_set(err, ERROR_NOT_FOUND, "login",
			  _("no absence of \"%s\" is noted"), login);
	else if (row != NULL)
		is_done = is_back ? desk_end_away(desk, row->absence_id, err)
				  : desk_set_away(desk, staff_id, options->from,
						  options->to, err);
	away_list_release(&list);
	if (!is_done || !desk_list_away(desk, &list, err))
		return false;
	row = find_away(&list, login, err);
	if (row != NULL)
		cli_print(cli, "%s: %s\n", row->name,
			  str_is_blank(row->presence) ? _("in")
						      : row->presence);
	away_list_release(&list);
	return row != NULL;
}

/* NULL without a way to ask: somebody may be known who never signs in. */
static bool ask_pin(const struct cli *cli, const char *pin_file, char **pin,
		    struct error *err)
{
	*pin = NULL;
	if (pin_file != NULL)
		return prompt_pin_file(cli, pin_file, pin, err);
	return !prompt_is_possible(cli) ||
	       prompt_pin(cli, _("Their PIN of 4 to 64 digits or letters"), pin,
			  err);
}

static bool add_staff(struct cli *cli, struct desk *desk,
		      const struct staff_options *options, struct error *err)
{
	struct staff staff = {.in_until_minute = -1, .is_active = true};
	char *pin = NULL;
	bool is_done;

	if (options->login == NULL || options->name == NULL)
		return error_set(err, ERROR_INVALID, "login",
				 _("--login and --name are needed"));
	if ((options->role != NULL &&
	     !role_parse(options->role, &staff.role, err)) ||
	    (options->department != NULL &&
	     !pointed_department(desk, options->department,
				 &staff.department_id, err)) ||
	    !ask_pin(cli, options->pin_file, &pin, err))
		return false;
	staff.login = mem_copy(options->login);
	staff.name = mem_copy(options->name);
	staff.formal_name =
	    mem_copy(options->formal != NULL ? options->formal : options->name);
	staff.languages =
	    mem_copy(options->languages != NULL ? options->languages : "en");
	staff.telephone = mem_copy(options->telephone);
	is_done = desk_save_staff(desk, &staff, pin, err);
	prompt_forget(pin);
	staff_release(&staff);
	return is_done;
}

/* Changes one of the staff: another PIN, or no longer active. */
static bool change_staff(struct cli *cli, struct desk *desk, const char *login,
			 bool is_pin, const struct staff_options *options,
			 struct error *err)
{
	struct staff_list list = {0};
	struct staff *found = NULL;
	char *pin = NULL;
	bool is_done;

	if (!desk_list_staff(desk, &list, err))
		return false;
	for (size_t i = 0; i < list.count; i++)
		if (str_same(list.items[i].login, login))
			found = &list.items[i];
	if (found == NULL)
		is_done =
		    error_set(err, ERROR_NOT_FOUND, "login",
			      _("nobody active has the login \"%s\""), login);
	else if (is_pin)
		is_done =
		    ask_pin(cli, options->pin_file, &pin, err) &&
		    (pin != NULL || error_set(err, ERROR_INVALID, "pin",
					      _("--pin-file is missing"))) &&
		    desk_save_staff(desk, found, pin, err);
	else {
		found->is_active = false;
		is_done = desk_save_staff(desk, found, NULL, err);
	}
	prompt_forget(pin);
	staff_list_release(&list);
	return is_done;
}

/* *is_usage: the words say nothing that can be done. */
static bool act(struct cli *cli, struct desk *desk,
		const struct argument_list *words,
		const struct staff_options *options, bool *is_usage,
		struct error *err)
{
	const char *verb = words->count > 0 ? words->items[0] : "list";
	const char *what = words->count > 1 ? words->items[1] : NULL;

	*is_usage = false;
	if (str_same(verb, "list") && words->count <= 1)
		return list_staff(cli, desk, options->format, err);
	if (str_same(verb, "add") && words->count == 1)
		return add_staff(cli, desk, options, err);
	if (str_same(verb, "pin") && words->count == 2)
		return change_staff(cli, desk, what, true, options, err);
	if (str_same(verb, "deactivate") && words->count == 2)
		return change_staff(cli, desk, what, false, options, err);
	if ((str_same(verb, "away") || str_same(verb, "back")) &&
	    words->count == 2)
		return note_away(cli, desk, what, str_same(verb, "back"),
				 options, err);
	if (str_same(verb, "window") && words->count == 2)
		return desk_add_window(desk, what, err);
	*is_usage = true;
	return false;
}

int cmd_staff(struct cli *cli, int argc, char **argv)
{
	struct staff_options options = {0};
	const struct argument known[] = {
	    {"--login", &options.login, NULL, NULL},
	    {"--name", &options.name, NULL, NULL},
	    {"--formal", &options.formal, NULL, NULL},
	    {"--role", &options.role, NULL, NULL},
	    {"--department", &options.department, NULL, NULL},
	    {"--languages", &options.languages, NULL, NULL},
	    {"--telephone", &options.telephone, NULL, NULL},
	    {"--pin-file", &options.pin_file, NULL, NULL},
	    {"--from", &options.from, NULL, NULL},
	    {"--to", &options.to, NULL, NULL},
	    {"--format", &options.format, NULL, NULL},
	};
	struct argument_list words;
	struct error err = {0};
	struct desk *desk;
	bool is_done, is_usage;

	if (!arguments_parse(argc, argv, known, MEM_COUNT(known), &words, &err))
		return cli_misused(cli, &err);
	if (!cli_open_desk(cli, &desk, &err))
		return cli_fail(cli, &err);
	is_done = act(cli, desk, &words, &options, &is_usage, &err);
	desk_close(desk);
	if (!is_done && is_usage)
		return cli_usage(cli, argv[0]);
	return cli_end(cli, is_done, &err);
}
