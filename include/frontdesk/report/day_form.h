/*
 * day_form.h - a day in the forms that it is given out in, by name
 *
 * A closed day is what was kept of it, to the byte; any other is rendered from
 * the records as they are now.
 */
#ifndef FRONTDESK_REPORT_DAY_FORM_H
#define FRONTDESK_REPORT_DAY_FORM_H

#include "frontdesk/desk/closing.h"

struct print_options;
struct settings;

/* A day_render_fn (desk/closing.h): "text" has form feeds between its pages,
 * "csv", "json". ERROR_INVALID for a form that there is none of. */
bool day_form_render(const struct summary *summary, const char *form,
		     bool with_names, struct str *out, struct str *words,
		     struct error *err);

/* Closes a day; render of order is set here. */
bool day_form_close(struct desk *desk, struct closing_order *order,
		    struct error *err);

/* The form that the settings print a day in, and what lp is told of it. */
const char *day_form_printed(const struct settings *settings,
			     struct print_options *how);

/* What a printer's list of jobs shows: "Frontdesk November 2026, Water bill".
 */
bool day_form_add_title(struct desk *desk, const struct summary_scope *scope,
			bool is_corrections, struct str *out,
			struct error *err);

/* What whoever gets a day in a form is to know besides; the caller releases
 * words. */
struct day_note {
	bool is_closed;	  /* it is of a day that was closed, as it was then */
	struct str words; /* what less came of than should, or "" */
};
bool day_form_make(struct desk *desk, const struct summary_scope *scope,
		   const char *form, bool with_names, struct str *out,
		   struct day_note *note, struct error *err);

/*
 * One file a table, all of the same figures: "figures", which is the form
 * "csv", and then the tables of summary_table_name(), each a form of its own
 * ("csv-visits") that a closed day keeps from when it is first asked for. The
 * caller releases *out; on failure it is empty.
 */
struct day_file {
	const char *name; /* without ".csv"; borrowed from what is constant */
	char *form;
	struct str text;
};
struct day_files {
	struct day_file *items;
	size_t count;
};
void day_files_add(struct day_files *files, const char *name, const char *form);
void day_files_release(struct day_files *files);
bool day_form_make_tables(struct desk *desk, const struct summary_scope *scope,
			  bool with_names, struct day_files *out,
			  bool *is_closed, struct error *err);

/* "visits" of the form "csv-visits"; NULL where the form is no such table. */
const char *day_form_table_of(const char *form);

/* Text for a screen or a file, where a form feed is a blank line. */
void day_form_unfeed(struct str *text);

#endif
