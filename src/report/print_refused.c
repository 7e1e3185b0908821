/*
 * print_refused.c - why lp did not take it, in words with what to do
 */
#include <errno.h>
#include <string.h>
#include <sys/wait.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"
#include "print_private.h"

/* What lp says in the C locale, and what it means for whoever prints. */
static const struct complaint {
	const char *part;
	const char *words; /* what to do comes first: a screen may cut it */
	bool is_named;	   /* by the printer */
} complaints[] = {
    {"default destination",
     N_("not printed: no printer is chosen; choose one, or name it in the "
	"settings ([print] printer)"),
     false},
    {"not accepting jobs",
     N_("not printed: %s takes no jobs; print on another, or ask the "
	"administrator"),
     true},
    {"does not exist",
     N_("not printed: this machine knows no printer %s; choose "
	"another"),
     true},
    {"nknown destination",
     N_("not printed: this machine knows no printer %s; choose "
	"another"),
     true},
};

static const struct complaint *complaint_find(const char *answer)
{
	size_t count = sizeof(complaints) / sizeof(complaints[0]);

	for (size_t i = 0; i < count; i++)
		if (strstr(answer, complaints[i].part) != NULL)
			return &complaints[i];
	return NULL;
}

/* lp calls a printer unknown also where nothing schedules printing. */
bool print_is_ambiguous(const struct pipe_result *result)
{
	return result->failure == 0 &&
	       complaint_find(str_text(&result->answer)) != NULL;
}

static void say(const struct pipe_result *result, struct error *err)
{
	struct str words = STR_INIT;

	pipe_add_answer(result, &words);
	error_set(err, ERROR_SYSTEM, "printer",
		  _("not printed; see to the printer, or ask the "
		    "administrator%s%s"),
		  words.len > 0 ? ": " : "", str_text(&words));
	str_release(&words);
}

static bool not_started(int failure, struct error *err)
{
	const char *words =
	    _("cannot print: lp cannot be started; ask whoever looks after "
	      "this machine");

	if (failure == ENOENT)
		words = _("cannot print: no lp on this machine; have its "
			  "administrator install cups-client");
	else if (failure == EMFILE || failure == ENFILE)
		words = _("cannot print: too many files are open; close "
			  "other programs and try again");
	error_set(err, ERROR_SYSTEM, "", "%s", words);
	return error_detail(err, "lp: %s", strerror(failure));
}

/* What lp said is kept whole: a screen has two rows for it. */
static bool log_end(const struct pipe_result *result, struct error *err)
{
	bool was_killed = WIFSIGNALED(result->status);

	return error_detail(
	    err, "lp %s %d: %.300s",
	    was_killed ? "was ended by signal" : "ended with status",
	    was_killed ? WTERMSIG(result->status) : WEXITSTATUS(result->status),
	    str_text(&result->answer));
}

bool print_refused(const struct pipe_result *result, const char *printer,
		   bool is_system_down, struct error *err)
{
	const struct complaint *complaint =
	    complaint_find(str_text(&result->answer));
	struct str name = STR_INIT;

	if (result->failure != 0)
		return not_started(result->failure, err);
	text_add_cut(&name, printer != NULL ? printer : "", 40);
	if (complaint != NULL && is_system_down)
		error_set(err, ERROR_SYSTEM, "printer",
			  _("not printed: the printing system of this machine "
			    "does not run; ask the administrator"));
	else if (complaint != NULL && !complaint->is_named)
		error_set(err, ERROR_SYSTEM, "printer", "%s",
			  _(complaint->words));
	else if (complaint != NULL && name.len > 0)
		error_set(err, ERROR_SYSTEM, "printer", _(complaint->words),
			  str_text(&name));
	else
		say(result, err);
	str_release(&name);
	return log_end(result, err);
}
