/*
 * cmd_init.c - frontdesk init: a new store, asked for or by options
 */
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "arguments.h"
#include "commands.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/init.h"
#include "prompt.h"

/* What is still to be known after the options; texts owned. */
struct answers {
	char *city, *zone, *name, *login, *pin;
	struct argument_list sites, windows;
	char *site, *window_list;
	bool without_topics;
};

static void release(struct answers *answers)
{
	free(answers->city);
	free(answers->zone);
	free(answers->name);
	free(answers->login);
	free(answers->site);
	free(answers->window_list);
	prompt_forget(answers->pin);
}

/* Keeps what an option gave, asks for the rest. */
static bool settle(const struct cli *cli, char **slot, const char *option,
		   const char *question, const char *otherwise,
		   struct error *err)
{
	if (*slot != NULL)
		return true;
	if (!prompt_is_possible(cli))
		return error_set(err, ERROR_INVALID, "",
				 _("%s is missing: nobody can be asked here, "
				   "so every answer is an option"),
				 option);
	return prompt_ask(cli, question, otherwise, slot, err);
}

/* "Window 1, Window 2" is a list where it was typed as one. */
static bool split_windows(struct answers *answers, struct error *err)
{
	char *rest = NULL;

	for (char *word = strtok_r(answers->window_list, ",", &rest);
	     word != NULL; word = strtok_r(NULL, ",", &rest)) {
		size_t len;

		word += strspn(word, " ");
		len = strlen(word);
		while (len > 0 && word[len - 1] == ' ')
			word[--len] = '\0';
		if (len == 0)
			continue;
		if (answers->windows.count == ARGUMENTS_MAX)
			return error_set(err, ERROR_INVALID, "window",
					 _("at most %d windows at once"),
					 ARGUMENTS_MAX);
		answers->windows.items[answers->windows.count++] = word;
	}
	return true;
}

static const char *system_zone(void)
{
	static char zone[128];
	ssize_t len;
	const char *name;

	len = readlink("/etc/localtime", zone, sizeof(zone) - 1);
	if (len <= 0)
		return NULL;
	zone[len] = '\0';
	name = strstr(zone, "zoneinfo/");
	return name != NULL ? name + strlen("zoneinfo/") : NULL;
}

static bool complete(const struct cli *cli, struct answers *answers,
		     struct error *err)
{
	const struct passwd *account = getpwuid(getuid());

	if (!settle(cli, &answers->city, "--city", _("The city's name"), NULL,
		    err) ||
	    !settle(cli, &answers->zone, "--zone",
		    _("Its time zone, as in America/Los_Angeles"),
		    system_zone(), err))
		return false;
	if (answers->sites.count == 0) {
		if (!settle(cli, &answers->site, "--site",
			    _("The building with the counter"), _("City Hall"),
			    err))
			return false;
		answers->sites.items[answers->sites.count++] = answers->site;
	}
	if (answers->windows.count == 0 &&
	    (!settle(cli, &answers->window_list, "--window",
		     _("The counter's windows, parted by commas"),
		     _("Window 1, Window 2"), err) ||
	     !split_windows(answers, err)))
		return false;
	if (!settle(cli, &answers->name, "--supervisor",
		    _("Your name as you sign, as in A. Ruiz"), NULL, err) ||
	    !settle(cli, &answers->login, "--login",
		    _("Your account on this computer"),
		    account != NULL ? account->pw_name : NULL, err))
		return false;
	if (answers->pin != NULL)
		return true;
	if (!prompt_is_possible(cli))
		return error_set(err, ERROR_INVALID, "pin",
				 _("--pin-file is missing: it names a file "
				   "whose first line is the PIN"));
	return prompt_pin(cli, _("A PIN of 4 to 64 digits or letters"),
			  &answers->pin, err);
}

static bool read_options(const struct cli *cli, int argc, char **argv,
			 struct answers *out, bool *is_demo, struct error *err)
{
	const char *city = NULL, *zone = NULL, *name = NULL, *login = NULL;
	const char *pin_file = NULL;
	const struct argument known[] = {
	    {"--demo", NULL, NULL, is_demo},
	    {"--city", &city, NULL, NULL},
	    {"--zone", &zone, NULL, NULL},
	    {"--site", NULL, &out->sites, NULL},
	    {"--window", NULL, &out->windows, NULL},
	    {"--supervisor", &name, NULL, NULL},
	    {"--login", &login, NULL, NULL},
	    {"--pin-file", &pin_file, NULL, NULL},
	    {"--without-topics", NULL, NULL, &out->without_topics},
	};
	struct argument_list words;

	if (!arguments_parse(argc, argv, known, MEM_COUNT(known), &words, err))
		return false;
	if (words.count > 0)
		return error_set(err, ERROR_INVALID, "",
				 _("\"%s\" stands alone: \"frontdesk help "
				   "init\" shows the options"),
				 words.items[0]);
	out->city = mem_copy(city);
	out->zone = mem_copy(zone);
	out->name = mem_copy(name);
	out->login = mem_copy(login);
	return pin_file == NULL ||
	       prompt_pin_file(cli, pin_file, &out->pin, err);
}

static bool make_store(const struct cli *cli, const struct answers *answers,
		       struct error *err)
{
	const struct init_city city = {
	    .city = answers->city,
	    .time_zone = answers->zone,
	    .sites = answers->sites.items,
	    .site_count = answers->sites.count,
	    .windows = answers->windows.items,
	    .window_count = answers->windows.count,
	    .supervisor_name = answers->name,
	    .supervisor_login = answers->login,
	    .supervisor_pin = answers->pin,
	};

	return desk_init(cli->store, cli->data_dir, &city,
			 !answers->without_topics, cli->clock, err);
}

static int make_demo(const struct cli *cli)
{
	struct error err = {0};

	if (access(cli->store, F_OK) == 0) {
		cli_complain(cli, _("the demo city is there already: %s"),
			     cli->store);
		return CLI_NOT_DONE;
	}
	if (!cli_make_demo(cli, &err))
		return cli_fail(cli, &err);
	cli_print(cli,
		  _("The demo city's store lies in %s\nOpen it: frontdesk "
		    "--demo\n"),
		  cli->store);
	return CLI_DONE;
}

int cmd_init(struct cli *cli, int argc, char **argv)
{
	struct answers answers = {0};
	struct error err = {0};
	bool is_demo = false;
	int status = CLI_DONE;

	if (!read_options(cli, argc, argv, &answers, &is_demo, &err)) {
		status = cli_misused(cli, &err);
	} else if (is_demo || cli->is_demo) {
		status = make_demo(cli);
	} else if (access(cli->store, F_OK) == 0) {
		cli_complain(cli,
			     _("there is a store already: %s; name another "
			       "place with --store"),
			     cli->store);
		status = CLI_NOT_DONE;
	} else if (!complete(cli, &answers, &err)) {
		status = cli_misused(cli, &err);
	} else if (!make_store(cli, &answers, &err)) {
		status = cli_end(cli, false, &err);
	} else {
		cli_print(cli, _("The store lies in %s\nOpen it: frontdesk\n"),
			  cli->store);
	}
	release(&answers);
	return status;
}
