/*
 * comment_card.h - the comment card on paper, offered at the end of a visit
 */
#ifndef FRONTDESK_REPORT_COMMENT_CARD_H
#define FRONTDESK_REPORT_COMMENT_CARD_H

#include "frontdesk/base/str.h"
#include "frontdesk/core/card.h"
#include "frontdesk/report/slip_form.h"

/*
 * Lines of at most columns: the seven sentences with their numbers to circle,
 * beside them where there is room and below them on a narrow slip, room to
 * write, and the reference, by which alone the card is known. Adds to out.
 */
void comment_card_format(const struct card_text *text, const char *city,
			 const char *reference, int columns, struct str *out);

/* The same in any form, of the day of the visit; errors as pdf_render's. */
bool comment_card_make(const struct card_text *text, const char *city,
		       const char *reference, struct day arrived_on,
		       const struct slip_form *form, struct str *out,
		       struct error *err);

#endif
