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

/*
 * The same beside whoever delivers: step waits at most patience ms and says
 * whether it has ended, and is_mail until then whether it is mailed and not
 * printed; end notes it and frees it.
 * NULL where there is no such hand-off. What is given up notes nothing.
 */
struct delivering;
struct delivering *delivery_start(struct desk *desk, int64_t handoff_id,
				  const struct settings *settings,
				  struct error *err);
bool delivery_step(struct delivering *delivering, int patience);
bool delivery_is_mail(const struct delivering *delivering);
bool delivery_end(struct delivering *delivering, struct str *words,
		  struct error *err);
void delivery_give_up(struct delivering *delivering);

/* Begins to print the slip on the settings' own printer, in their form; as
 * print_start. */
struct print_job *delivery_print(struct desk *desk, int64_t handoff_id,
				 const struct settings *settings,
				 struct error *err);

#endif
