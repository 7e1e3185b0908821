/*
 * printers.h - what lpstat knows of this machine's printers
 */
#ifndef FRONTDESK_REPORT_PRINTERS_H
#define FRONTDESK_REPORT_PRINTERS_H

#include <stdbool.h>
#include <stddef.h>

#include "frontdesk/base/error.h"
#include "frontdesk/base/str.h"

/* Its texts are cleaned; NULL is what lpstat does not say. */
struct printer {
	char *name; /* for lp -d */
	char *description;
	char *location;
	char *reason; /* why it is stopped, or takes no jobs */
	bool is_default;
	bool is_stopped;   /* it takes jobs, and prints none */
	bool is_rejecting; /* it takes none */
};

struct printer_list {
	struct printer *items; /* in the order of lpstat: by name */
	size_t count;
	bool is_down; /* lpstat says that nothing schedules printing here */
};
void printer_list_release(struct printer_list *list);

/* Borrowed from the list, or NULL; name NULL or "": the system's own choice. */
const struct printer *printer_find(const struct printer_list *list,
				   const char *name);

/*
 * Asks lpstat, at most five seconds. ERROR_SYSTEM in words where there is no
 * lpstat or it does not answer; a machine without printers is an empty list.
 */
bool printers_list(struct printer_list *out, struct error *err);

/* The same beside whoever asks: step waits at most patience ms and says
 * whether there is an answer; answer takes it, and frees asking. */
struct pipe_running;
struct pipe_running *printers_ask(void);
bool printers_step(struct pipe_running *asking, int patience);
bool printers_answer(struct pipe_running *asking, struct printer_list *out,
		     struct error *err);

/* What lpstat -e -l -d -a -p says in the C locale, or a part of it. */
void printers_parse(const char *answer, struct printer_list *out);

/* "ready", "stopped: paper jam", "takes no jobs: out of use", added to out. */
void printer_add_state(const struct printer *printer, struct str *out);

#endif
