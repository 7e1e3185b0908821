/*
 * idea.h - ideas: noted by anybody here, discussed, decided by a supervisor,
 * and the answer read by whose they are
 */
#ifndef FRONTDESK_DESK_IDEA_H
#define FRONTDESK_DESK_IDEA_H

#include "frontdesk/core/idea.h"
#include "frontdesk/desk/desk.h"

/* visit_id 0: outside a visit. Field "idea". idea_id may be NULL. */
bool desk_note_idea(struct desk *desk, int64_t visit_id, const char *text,
		    int64_t *idea_id, struct error *err);

/* With what was said to it; ERROR_NOT_FOUND in words. The caller releases it.
 * Opened by whose idea it is, its answer is read. */
bool desk_get_idea(struct desk *desk, int64_t idea_id, struct idea *out,
		   struct error *err);
bool desk_open_idea(struct desk *desk, int64_t idea_id, struct idea *out,
		    struct error *err);

/* Field "remark". */
bool desk_remark_idea(struct desk *desk, int64_t idea_id, const char *text,
		      struct error *err);
/* Taken up, not now or done, with the words that its author reads (field
 * "words"); may be decided anew. ERROR_DENIED below a supervisor. */
bool desk_decide_idea(struct desk *desk, int64_t idea_id,
		      enum idea_state decision, const char *words,
		      struct error *err);

#endif
