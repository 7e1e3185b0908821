/*
 * present.h - what is known beforehand of those who are present
 */
#ifndef FRONTDESK_STORE_PRESENT_H
#define FRONTDESK_STORE_PRESENT_H

#include "frontdesk/store/db.h"

/* What was noted when somebody spoke for another resident. */
struct spoke {
	int64_t resident_id; /* who spoke; 0: nobody ever did */
	char *whose;	     /* "Mrs. Carmen Mendez" */
	char *what;	     /* "the water bill" */
	char *staff;	     /* who noted it, or NULL */
	int64_t at;
};
void spoke_release(struct spoke *spoke);

/*
 * The latest of these residents (0 passed over), in a visit other than
 * visit_id; for whose_id where that is not 0. *out is empty where there is
 * none.
 */
#define SPOKE_PEOPLE 6
bool spoke_get_latest(struct db *db, const int64_t resident_ids[SPOKE_PEOPLE],
		      int64_t whose_id, int64_t visit_id, struct spoke *out,
		      struct error *err);

/* Who works here and what they speak, one language each; text borrowed. */
struct speaker {
	const char *name, *language;
	bool is_at_desk;     /* signed in since the instant that was given */
	const char *window;  /* at which they are, or NULL */
	int in_until_minute; /* -1: not known */
};
/* Whoever is signed in comes first; without whoever is away today and is not
 * signed in all the same. */
typedef void speaker_fn(const struct speaker *speaker, void *state);
bool speaker_each(struct db *db, int64_t but_staff_id, int64_t since_at,
		  struct day today, speaker_fn *each, void *state,
		  struct error *err);

/*
 * How to reach whoever asked, then whoever speaks for them: "951-555-0101 ·
 * Ms. Rosa Mendez 951-555-0102"; what was left where nobody is named; NULL
 * where nothing is known. The caller frees.
 */
bool request_get_reach(struct db *db, int64_t request_id, char **out,
		       struct error *err);

#endif
