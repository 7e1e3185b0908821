/*
 * print_choice.h - on which printer, where the usual one does not do
 */
#ifndef FRONTDESK_TUI_SCREENS_PRINT_CHOICE_H
#define FRONTDESK_TUI_SCREENS_PRINT_CHOICE_H

#include "../pick.h"
#include "frontdesk/report/print.h"
#include "frontdesk/report/printers.h"

/* "Printed: counter-12", or without a number where lp gave none. */
void print_told(struct app *app, const char *job);

/*
 * A print beside the screens (beside.h): ended says what became of it, and
 * state is freed behind it with free(). job NULL is what could not even begin:
 * then err says why. Words say meanwhile that it is being printed.
 */
struct print_ending {
	bool is_printed;
	bool is_disturbed;	 /* somebody types: nothing is opened */
	const char *job;	 /* as of print_end */
	const struct error *err; /* where it is not printed */
};
typedef void print_ended_fn(struct app *app, void *state,
			    const struct print_ending *ending);
void print_run(struct app *app, struct print_job *job, const struct error *err,
	       print_ended_fn *ended, void *state);

/*
 * What could not be printed is said; where another printer may be the answer,
 * nobody types, and lpstat knows any, they are listed, and again(app, id)
 * prints once more, by the app's settings, with the screen that printed on top.
 */
typedef void print_again_fn(struct app *app, int64_t id);
void print_failed(struct app *app, const struct print_ending *ending,
		  print_again_fn *again, int64_t id);

/* The printers that meet what was typed, those that are ready first; the rest
 * are never chosen by themselves. */
void print_choice_rows(const struct printer_list *list, const char *typed,
		       struct pick_rows *out);

/* Kept in the person's settings, and used from here on. */
bool print_choice_keep(struct app *app, const char *printer, struct error *err);

/*
 * Printer, copies and pages to fill in; F9 prints. print gets what was chosen,
 * and begins it (print_start); an error stands in its row and the form stays.
 */
typedef struct print_job *print_chosen_fn(struct app *app,
					  const struct print_options *how,
					  struct error *err);
void print_form_open(struct app *app, const char *about,
		     print_chosen_fn *print);

#endif
