/*
 * find.h - the one box: a name, an errand, a number, a street
 */
#ifndef FRONTDESK_DESK_FIND_H
#define FRONTDESK_DESK_FIND_H

#include "frontdesk/desk/desk.h"

enum find_kind {
	FIND_RESIDENT,
	FIND_ORGANISATION,
	FIND_REQUEST, /* by reference, permit, account or licence number */
	FIND_VISIT,   /* by reference */
	FIND_TOPIC,
};

/* A visitor can see this row: no house number, no telephone. */
struct find_row {
	enum find_kind kind;
	int64_t id;
	char *title;	/* "Garcia, Ms. Maria", "Fence permit" */
	char *name;	/* of a resident, without a title: "Maria Garcia" */
	char *detail;	/* the street without its number; a request's topic */
	char *language; /* "español" where it is not the desk's, else NULL */
	int open_count; /* open requests */
	bool has_missed_promise;
	bool has_namesake;     /* another row bears the same name: ask, which */
	bool has_street_apart; /* one of those lives in another street */
	int64_t twin_id;       /* one who lives in the same street, or 0 */
	char *reference; /* P- R- V-; NULL of an organisation or a topic */
	bool is_similar; /* not spelled so: it may be somebody else */
	char *merged;	 /* the reference that was typed, where that record was
			  * merged into this one; else NULL */
};

struct find {
	struct find_row *rows; /* people first, then topics */
	size_t count;
	size_t people_count;	     /* rows that are not topics */
	struct find_row *best_topic; /* what F9 logs, borrowed, or NULL: its
				      * name or its other words are meant */
	bool is_errand;	 /* whole words of it were typed: nobody's name */
	char *complaint; /* a reference with a wrong check character, or NULL */
};
void find_release(struct find *find);

/*
 * Whole words before prefixes, latest visitors first; accents, case,
 * punctuation and order of words do not matter, adjacent words join; the last
 * digits of a telephone (4 or more), a street, an e-mail, a reference, a
 * permit or account number. At most limit people and two topics. Empty text
 * finds nothing. Reads within one snapshot and never scans.
 */
bool desk_find(struct desk *desk, const char *text, size_t limit,
	       struct find *out, struct error *err);

/*
 * The same, and where no resident is spelled so and no errand is meant, people
 * and organisations whose name sounds so or is one slip away from it,
 * is_similar every one, the nearest first: at most five, before the topics. For
 * whoever looks at the rows; what is typed to mean one record is desk_find's.
 */
bool desk_find_nearly(struct desk *desk, const char *text, size_t limit,
		      struct find *out, struct error *err);

/* Topics alone, best first: for a topic field. */
bool desk_find_topics(struct desk *desk, const char *text, size_t limit,
		      struct find *out, struct error *err);
/* The same, and behind them those that are retired, whose rows say so: to read
 * them, and to use them again. */
bool desk_find_all_topics(struct desk *desk, const char *text, size_t limit,
			  struct find *out, struct error *err);

/* A request by its own reference, and by nothing else. ERROR_INVALID where
 * text is none, ERROR_NOT_FOUND where nobody bears it. */
bool desk_find_request(struct desk *desk, const char *text, int64_t *request_id,
		       struct error *err);

/* What to SAY and ASK, without quotes, in a language that the signed-in person
 * speaks; beside it in the other: the visitor's, or English. Each but say may
 * be NULL. */
struct cue {
	char *say; /* Good afternoon, Ms. Garcia. */
	char *ask;
	char *other, *other_ask; /* the same in the other language */
	char *hint;		 /* how the name is said */
	char *pronouns; /* for reference, and not of a row that is not opened */
	char *sounded;	/* whichever of the two is not in Latin letters */
	int64_t resident_id; /* who is greeted first, and asked; 0: unnamed */
	bool is_english;     /* say */
	/* The tags of say and of other, "" where there is none. */
	char language[16], other_language[16];
	bool needs_review; /* no native speaker has read their words yet */
	bool asks_address; /* ask is how they wish to be addressed */
};
void cue_release(struct cue *cue);

/* For a row, or with kind FIND_TOPIC or id 0 for somebody unnamed. Records
 * nothing: it is what stands in the row. */
bool desk_cue_row(struct desk *desk, const struct find_row *row,
		  struct cue *out, struct error *err);
/* The greeting of a resident, where they are met outside a visit. */
bool desk_cue_resident(struct desk *desk, int64_t resident_id, struct cue *out,
		       struct error *err);

/* The question how they wish to be addressed, in the language of this cue's
 * SAY, also where it is known; the caller frees. */
bool desk_word_question(struct desk *desk, const struct cue *cue, char **out,
			struct error *err);

/* "There is another Maria Garcia, on Ironwood Ave: make sure."; *out is NULL
 * where there is none. Once, when a record is opened. */
bool desk_find_namesake(struct desk *desk, int64_t resident_id, char **out,
			struct error *err);

#endif
