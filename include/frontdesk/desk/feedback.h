/*
 * feedback.h - the comment card: offered, come back, and what is said aloud
 *
 * A card has the reference of its visit and no name; one comes back of a visit.
 * Feedback of a visit that is voided counts nowhere, and again where that is
 * taken back. Nothing is ever read or counted by who served.
 */
#ifndef FRONTDESK_DESK_FEEDBACK_H
#define FRONTDESK_DESK_FEEDBACK_H

#include "frontdesk/core/card.h"
#include "frontdesk/desk/desk.h"

/* The card's texts; loaded on the first call. Borrowed from the desk. */
bool desk_card_texts(struct desk *desk, const struct card_texts **out,
		     struct error *err);

/* What a card says of its visit, and the card that came back of it. */
struct card_visit {
	int64_t visit_id;
	char *reference;
	char *topic;	/* of its first request, or NULL */
	char *language; /* of whoever came, or NULL */
	struct day arrived_on;
	struct feedback earlier; /* feedback_id 0: none came back */
};
void card_visit_release(struct card_visit *visit);

/* ERROR_CONFLICT where the visit was voided. */
bool desk_card_visit(struct desk *desk, int64_t visit_id,
		     struct card_visit *out, struct error *err);
/*
 * By the reference as it is read off a card, "V-4K7-2M9X"; every failure at
 * field "reference": ERROR_INVALID where it was misread, ERROR_NOT_FOUND.
 */
bool desk_find_card(struct desk *desk, const char *reference,
		    struct card_visit *out, struct error *err);

/*
 * A card that came back: marks as card_marks_parse reads them. ERROR_CONFLICT
 * at field "reference" where it was entered before. feedback_id may be NULL.
 */
bool desk_enter_card(struct desk *desk, int64_t visit_id, const char *marks,
		     const char *comment, int64_t *feedback_id,
		     struct error *err);
/* What they said about us, in one line (field "comment"). */
bool desk_note_said(struct desk *desk, int64_t visit_id, const char *words,
		    struct error *err);

/* It was entered by mistake: whoever did that on the same day, or a
 * supervisor. Its card can be entered again. */
bool desk_take_back_feedback(struct desk *desk, int64_t feedback_id,
			     struct error *err);

#endif
