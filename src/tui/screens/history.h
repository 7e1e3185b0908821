/*
 * history.h - a timeline as rows to walk through: requests, what belongs to
 * each below it, and above all of them what may be done ("deeds")
 */
#ifndef FRONTDESK_TUI_SCREENS_HISTORY_H
#define FRONTDESK_TUI_SCREENS_HISTORY_H

#include "../list.h"
#include "frontdesk/desk/resident.h"

struct app;
struct canvas;
struct area;

enum history_kind { HISTORY_DEED, HISTORY_REQUEST, HISTORY_ENTRY };

struct history_row {
	enum history_kind kind;
	size_t deed;				/* its index */
	const struct timeline_request *request; /* borrowed; NULL of a deed */
	const struct timeline_entry *entry;	/* of an entry */
};

struct history {
	const struct desk *desk;
	struct history_row *rows;
	size_t count;
	const char *const *deeds; /* their words, borrowed */
	bool is_one; /* a single request, which the screen itself names */
	struct list list;
};

void history_init(struct history *history, const struct desk *desk);
void history_release(struct history *history);

/*
 * Rows anew; both are borrowed until the next call. The selection stays on
 * its record; at first it is on the first request, else on the first deed.
 */
void history_set(struct history *history, const struct timeline *timeline,
		 const char *const *deeds, size_t deed_count);

/* NULL where there are no rows. */
const struct history_row *history_selected(const struct history *history);

bool history_handle(struct history *history, const struct key *key);

void history_draw(const struct history *history, struct canvas *canvas,
		  const struct area *area);

/* In history_open.c: Enter on an entry. */
void history_open_entry(struct app *app, const struct history *history,
			const struct history_row *row);

/* An entry in full, for a dialog: when, what, who. Adds to out. */
void history_add_entry(const struct history *history,
		       const struct timeline_entry *entry, struct str *out);

#endif
