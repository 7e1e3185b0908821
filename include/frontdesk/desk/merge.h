/*
 * merge.h - two records of one person become one, and two again
 *
 * Nothing of either is moved or lost: from then on both are read as the one
 * that survives, whose fields are what was chosen. Taken apart, each has again
 * what it had; whatever came after the merge stays with the survivor.
 */
#ifndef FRONTDESK_DESK_MERGE_H
#define FRONTDESK_DESK_MERGE_H

#include "frontdesk/core/resident.h"
#include "frontdesk/desk/desk.h"

enum merge_side {
	MERGE_LEFT,
	MERGE_RIGHT,
	MERGE_BOTH, /* of a note: the one after the other */
};

struct merge_record {
	struct resident resident;
	int visit_count, open_count; /* visits, open requests */
	int64_t last_visit_at;	     /* 0: never here */
};

/* A field in which at least one of the two has something. */
struct merge_row {
	const char *field; /* as in struct resident and struct person_name */
	const char *label; /* "Second surname", translated */
	char *values[2];   /* as they are read; "" for nothing */
	bool is_different; /* else chosen means nothing */
	bool may_be_both;  /* a note that has room for both */
	enum merge_side chosen;
};

struct merge_page {
	struct merge_record records[2]; /* by side */
	enum merge_side survivor;	/* MERGE_LEFT as it is read */
	struct merge_row *rows;
	size_t count;
};
void merge_page_release(struct merge_page *page);

/*
 * Both records side by side, each opening recorded. Of a row that is different,
 * chosen is what was said where the other says nothing, and a first name that
 * may not be used; else what the left one says. Where the name of one is the
 * other's legal name alone, that other one's name, title and what else goes
 * with it. A merged record's survivor is
 * read: ERROR_INVALID where both are one already.
 */
bool desk_read_merge(struct desk *desk, int64_t left_id, int64_t right_id,
		     struct merge_page *out, struct error *err);

/*
 * The record at page->survivor stays and takes over what is chosen in each
 * row; the other is read as it. Ways to reach them, visits, requests and
 * organisations are those of both without being chosen. ERROR_CONFLICT where
 * one of them was changed since the page was read, or both are present in one
 * visit that is not over; ERROR_INVALID with a field where what was chosen
 * makes no record. ^Z takes it back.
 */
bool desk_merge(struct desk *desk, const struct merge_page *page,
		struct error *err);

/*
 * Both records are there again. What the survivor took over goes back to what
 * it was, but where it was changed since. ERROR_CONFLICT where its survivor was
 * merged further: that goes first.
 */
bool desk_unmerge(struct desk *desk, int64_t merged_id, struct error *err);

#endif
