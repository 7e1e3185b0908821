/*
 * print_private.h - what the files of printing share
 */
#ifndef PRINT_PRIVATE_H
#define PRINT_PRIVATE_H

#include "frontdesk/base/error.h"
#include "pipe.h"

/*
 * Whether a job would be printed by it now, as far as lpstat knows: refuses
 * with ERROR_SYSTEM, field "printer", where it is stopped or takes no jobs.
 * Whatever lpstat does not know is lp's to say; NULL where it is not even
 * asked. The answer frees asking.
 */
struct pipe_running *printer_ask(const char *name);
bool printer_answer(struct pipe_running *asking, const char *name,
		    struct error *err);

/* Whether lp says of the printer what it says, too, where nothing schedules
 * printing: lpstat knows which. */
bool print_is_ambiguous(const struct pipe_result *result);

/* Says why lp, which was to print on this printer, did not take it; false. */
bool print_refused(const struct pipe_result *result, const char *printer,
		   bool is_system_down, struct error *err);

#endif
