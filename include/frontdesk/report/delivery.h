/*
 * delivery.h - a hand-off on its way to a department: printed, or mailed
 */
#ifndef FRONTDESK_REPORT_DELIVERY_H
#define FRONTDESK_REPORT_DELIVERY_H

#include "frontdesk/base/settings.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/report/print.h"

/*
 * After the offer's commit: prints or mails the slip where its department has
 * it so, and notes with the hand-off what went out, or why not; it stays
 * offered either way and can be delivered again. Adds to words what was done
 * ("printed for Planning", "mailed to planning@city.example"), nothing where
 * the screen is enough. False with what to do where it did not go out.
 */
bool delivery_run(struct desk *desk, int64_t handoff_id,
		  const struct settings *settings, struct str *words,
		  struct error *err);

/* The slip on the settings' own printer, in their form; job as
 * print_text's. */
bool delivery_print(struct desk *desk, int64_t handoff_id,
		    const struct settings *settings, char job[PRINT_JOB_SIZE],
		    struct error *err);

#endif
