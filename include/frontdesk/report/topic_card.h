/*
 * topic_card.h - a topic's card on paper, for the visitor to take home
 */
#ifndef FRONTDESK_REPORT_TOPIC_CARD_H
#define FRONTDESK_REPORT_TOPIC_CARD_H

#include "frontdesk/base/settings.h"
#include "frontdesk/base/str.h"
#include "frontdesk/desk/topic.h"
#include "frontdesk/report/slip_form.h"

/*
 * Lines of at most columns: what to bring, the fee, the steps, the other ways,
 * where instead, the alternative, the appeal, what others asked, the telephone,
 * and the day on which all of it was verified. What the clerk asks, and who
 * keeps the card, stays at the desk. Adds to out.
 */
void topic_card_format(const struct topic *topic, const char *city,
		       struct day today, int columns, struct str *out);

/* The same in any form, of the day that it was verified on; errors as
 * pdf_render's. */
bool topic_card_make(const struct topic *topic, const char *city,
		     struct day today, const struct slip_form *form,
		     struct str *out, struct error *err);

/* Begins to print it, as print_start, with the printer and the form of the
 * settings. */
struct print_job *topic_card_start(struct desk *desk, const struct topic *topic,
				   const struct settings *settings,
				   struct error *err);

#endif
