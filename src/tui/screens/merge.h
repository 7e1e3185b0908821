/*
 * merge.h - two records side by side, for merge*.c alone
 */
#ifndef FRONTDESK_TUI_SCREENS_MERGE_H
#define FRONTDESK_TUI_SCREENS_MERGE_H

#include "../app.h"
#include "frontdesk/desk/merge.h"

/* A row of the screen: whose reference stays, a field, or what both keep. */
struct merge_item {
	char *label;
	char *values[2];
	enum merge_side *chosen; /* in the page; NULL: both stay as they are */
	bool may_be_both;
};

struct merge_screen {
	struct desk *desk;
	struct merge_page page;
	char *names[2];
	struct merge_item *items;
	size_t count, focus;
	size_t different_count;
};

/* Of the page that is read; the rows of the one before are released. */
void merge_items_make(struct merge_screen *state);
void merge_items_release(struct merge_screen *state);

void merge_draw(const struct screen *screen, struct canvas *canvas);

/* Both side by side; F9 merges, and the screen below is read anew. */
void merge_open(struct app *app, int64_t resident_id, int64_t other_id);

/* In merge_pick.c: type to find the other record of this person, then merge.
 * Those of the same name are offered before anything is typed. */
void merge_pick(struct app *app, const struct resident *resident);

#endif
