/*
 * alike.h - who may be the same person: offered, never asserted
 */
#ifndef FRONTDESK_DESK_ALIKE_H
#define FRONTDESK_DESK_ALIKE_H

#include "frontdesk/core/resident.h"
#include "frontdesk/desk/desk.h"

enum alike_why { /* the strongest reason alone */
		 ALIKE_TELEPHONE,
		 ALIKE_EMAIL,
		 ALIKE_NAME,	/* every word as it is spelled, in any order */
		 ALIKE_SIMILAR, /* sounds alike, or is spelled nearly so */
};

/* What tells them apart. A visitor can see it: no house number, no telephone,
 * no date of birth, and of all names only the one in use. */
struct alike_row {
	int64_t resident_id;
	char *reference;  /* P-… */
	char *title;	  /* "Smith, Mr. John" */
	char *street;	  /* without its number; or NULL */
	char *language;	  /* that they speak, "español"; or NULL */
	char *known_as;	  /* or NULL */
	char *last_visit; /* "Nov 18"; NULL: never here, as far as is noted */
	enum alike_why why;
};
struct alike {
	struct alike_row *rows; /* the likeliest first */
	size_t count;
};
void alike_release(struct alike *alike);

/*
 * Residents who have a telephone or an e-mail of this one, or a name (in use,
 * former or legal) whose given name and surname both are alike; a name of one
 * part, or one that is not written yet, is like nobody's. The resident's own
 * record is none of them; resident_id 0: nobody's yet. At most limit, up to
 * 20. Reads within one snapshot and never scans; records nothing.
 */
bool desk_list_alike(struct desk *desk, const struct resident *resident,
		     size_t limit, struct alike *out, struct error *err);

/* Adds the row in words: "Smith, Mr. John · Heacock St · last here Nov 18" and
 * why it stands there. */
void alike_add_words(const struct alike_row *row, struct str *out);

#endif
