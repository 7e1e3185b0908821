/*
 * printers.c - this machine's printers, through lpstat
 */
#include "frontdesk/report/printers.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "pipe.h"
#include "print_private.h"

enum {
	PATIENCE = 5000,	 /* ms, for lpstat */
	ANSWER_MAX = 512 * 1024, /* a thousand printers, with their lines */
	NAME_COLUMNS = 30,	 /* of a name and a reason in a message */
};

void printer_list_release(struct printer_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		struct printer *printer = &list->items[i];

		free(printer->name);
		free(printer->description);
		free(printer->location);
		free(printer->reason);
	}
	free(list->items);
	*list = (struct printer_list){0};
}

/* "counter/narrow" is an instance of counter: its options are of its own. */
static bool is_named(const struct printer *printer, const char *name)
{
	size_t len = strcspn(name, "/");

	return str_same(printer->name, name) ||
	       (strlen(printer->name) == len &&
		strncmp(printer->name, name, len) == 0);
}

const struct printer *printer_find(const struct printer_list *list,
				   const char *name)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct printer *printer = &list->items[i];

		if (str_is_blank(name) ? printer->is_default
				       : is_named(printer, name))
			return printer;
	}
	return NULL;
}

static bool no_answer(const struct pipe_result *result, struct error *err)
{
	struct str words = STR_INIT;

	if (result->failure == ENOENT)
		return error_set(err, ERROR_SYSTEM, "printer",
				 _("this machine has no lpstat to ask for "
				   "printers; have cups-client installed"));
	pipe_add_answer(result, &words);
	error_set(err, ERROR_SYSTEM, "printer",
		  _("it cannot be said which printers there are; ask the "
		    "administrator%s%s"),
		  words.len > 0 ? ": " : "", str_text(&words));
	str_release(&words);
	return error_detail(err, "lpstat: status %d, failure %d",
			    result->status, result->failure);
}

static struct pipe_running *ask(const char *const argv[])
{
	const struct pipe_task task = {.argv = argv,
				       .limit = PATIENCE,
				       .answer_max = ANSWER_MAX,
				       .is_plain = true};

	return pipe_start(&task);
}

bool printers_step(struct pipe_running *asking, int patience)
{
	return pipe_step(asking, patience);
}

/* What lpstat says, whatever its exit: without a default or a printer it is
 * not 0. */
bool printers_answer(struct pipe_running *asking, struct printer_list *out,
		     struct error *err)
{
	struct pipe_result result;
	bool is_answered;

	pipe_end(asking, &result);
	is_answered = result.failure == 0 && result.late_after == 0;
	*out = (struct printer_list){0};
	if (is_answered)
		printers_parse(str_text(&result.answer), out);
	else
		no_answer(&result, err);
	str_release(&result.answer);
	return is_answered;
}

struct pipe_running *printers_ask(void)
{
	/* The names first, also of those that the network alone knows. */
	const char *const argv[] = {"lpstat", "-e", "-l", "-d",
				    "-a",     "-p", NULL};

	return ask(argv);
}

bool printers_list(struct printer_list *out, struct error *err)
{
	struct pipe_running *asking = printers_ask();

	while (!pipe_step(asking, PATIENCE))
		;
	return printers_answer(asking, out, err);
}

void printer_add_state(const struct printer *printer, struct str *out)
{
	if (printer->is_stopped)
		str_add(out, _("stopped"));
	else if (printer->is_rejecting)
		str_add(out, _("takes no jobs"));
	else
		str_add(out, _("ready"));
	if (printer->reason != NULL)
		str_addf(out, ": %s", printer->reason);
}

/* Something that lpstat takes for one name, and not for an option. */
static bool is_plain_name(const char *name)
{
	return name[0] != '-' && name[strcspn(name, ", \t\n")] == '\0';
}

static bool refuse(const struct printer *printer, struct error *err)
{
	struct str name = STR_INIT, reason = STR_INIT;

	text_add_cut(&name, printer->name, NAME_COLUMNS);
	if (printer->reason != NULL) {
		str_add(&reason, ": ");
		text_add_cut(&reason, printer->reason, NAME_COLUMNS);
	}
	error_set(err, ERROR_SYSTEM, "printer",
		  printer->is_stopped
		      ? _("not printed: %s is stopped%s; print on another, or "
			  "ask the administrator")
		      : _("not printed: %s takes no jobs%s; print on another, "
			  "or ask the administrator"),
		  str_text(&name), str_text(&reason));
	str_release(&name);
	str_release(&reason);
	return false;
}

struct pipe_running *printer_ask(const char *name)
{
	const char *const one[] = {"lpstat", "-a", name, "-p", name, NULL};
	const char *const all[] = {"lpstat", "-d", "-a", "-p", NULL};
	bool is_any = str_is_blank(name);

	return is_any || is_plain_name(name) ? ask(is_any ? all : one) : NULL;
}

bool printer_answer(struct pipe_running *asking, const char *name,
		    struct error *err)
{
	const struct printer *printer;
	struct error unknown = {0};
	struct printer_list list;
	bool is_fit = true;

	if (!printers_answer(asking, &list, &unknown))
		return true;
	printer = printer_find(&list, name);
	if (printer != NULL && (printer->is_stopped || printer->is_rejecting))
		is_fit = refuse(printer, err);
	printer_list_release(&list);
	return is_fit;
}
