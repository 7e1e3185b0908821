/*
 * pattern.h - what several people have in common within a week
 *
 * The same place from three different people, whatever came of it; open
 * requests of one topic from three different people (what is answered every day
 * is no trouble); a request with its third contact; a topic of which three
 * questions stay without an answer. For a supervisor, and for
 * the clerk at the counter: "four people reported this".
 */
#ifndef FRONTDESK_DESK_PATTERN_H
#define FRONTDESK_DESK_PATTERN_H

#include "frontdesk/desk/desk.h"
#include "frontdesk/desk/lists.h"

#define PATTERN_DAYS 7	 /* today is one of them */
#define PATTERN_PEOPLE 3 /* and as many contacts or requests */

enum pattern_kind {
	PATTERN_PLACE,
	PATTERN_RETURN,	 /* a request with its third contact */
	PATTERN_UNKNOWN, /* questions of a topic */
	PATTERN_TOPIC,
	PATTERN_KIND_COUNT
};
const char *pattern_kind_name(enum pattern_kind kind); /* "place" … */
const char *pattern_kind_words(enum pattern_kind kind);

struct pattern {
	enum pattern_kind kind;
	int64_t topic_id, request_id; /* 0: it is not of one */
	char *place_key;	      /* of PATTERN_PLACE, or NULL */
	char *title; /* "Heacock St", "Pothole", "Pothole · R-4K7-2M9X" */
	char *note;  /* "4 people, 5 requests, 3 open" */
	/* "R-4K7-2M9X R-…": of a place and of a return, the oldest first; else
	 * NULL. */
	char *references;
	int64_t people, requests, open_count, contacts;
	int64_t unnamed;   /* of the people: visits without a name */
	int64_t questions; /* of PATTERN_UNKNOWN: nobody could answer them */
};
struct pattern_list {
	struct pattern *items; /* kind by kind, in their order */
	size_t count;
};
void pattern_list_release(struct pattern_list *list);

/* Of the week that ends today, at this site; ERROR_DENIED for others than
 * supervisors. At most 20 of a kind, those of most people first. */
bool desk_list_patterns(struct desk *desk, struct pattern_list *out,
			struct error *err);
/* What it is made of: requests, the newest first, then questions that nobody
 * could answer; of these request_id is 0, and id is theirs. */
bool desk_list_pattern_requests(struct desk *desk,
				const struct pattern *pattern,
				struct list_page *out, struct error *err);

/*
 * For a visit: whether others came about the same place, or the same topic,
 * since a week ago. place is as it is typed (NULL or "": none), topic_id may be
 * 0. visit_id and request_id are the visit's own (0: none yet): what those who
 * are present came about does not count. Where a place is given it alone
 * counts, for of one topic requests are about many places. Of a topic only open
 * ones count: what is answered every day is no trouble.
 */
struct pattern_found {
	bool is_found; /* two others at least: whoever stands here is the third
			*/
	enum pattern_kind kind; /* PATTERN_PLACE or PATTERN_TOPIC */
	int64_t people;		/* the others */
	struct day since_on;	/* the first of them */
	int64_t request_id;	/* the newest that is open, else the newest */
	bool is_open;
	char *department; /* that has it, or NULL */
	int64_t due_at;	  /* promised for it, or 0 */
};
void pattern_found_release(struct pattern_found *found);
bool desk_find_pattern(struct desk *desk, int64_t topic_id, const char *place,
		       int64_t visit_id, int64_t request_id,
		       struct pattern_found *out, struct error *err);

#endif
