/*
 * list.h - rows, one of them selected: no curses
 *
 * The selection is kept by the row's id: rows that arrive, go or change their
 * order never move it to another record.
 */
#ifndef FRONTDESK_TUI_LIST_H
#define FRONTDESK_TUI_LIST_H

#include <stdint.h>

#include "frontdesk/base/str.h"
#include "key.h"

#define LIST_NONE SIZE_MAX

struct canvas;
struct area;

/* The id of row index, borrowed until the next call; unique in the list. */
typedef const char *list_id_fn(const void *rows, size_t index);

struct list {
	size_t count;
	size_t selected;  /* or LIST_NONE */
	struct str id;	  /* of the selected row */
	bool may_be_none; /* going up from the first row selects none */
	struct list_view *view;
};

/* What was last drawn, which draw may write though the list is const. */
struct list_view {
	size_t top;
	int rows;
};

void list_init(struct list *list);
void list_release(struct list *list);

/*
 * The rows are new. The selection stays on its record; where that went, on
 * the row now in its place; where none was selected, on none.
 */
void list_set(struct list *list, size_t count, list_id_fn *id,
	      const void *rows);

/* Selects a row (or LIST_NONE) and remembers its id. */
void list_select(struct list *list, size_t index, list_id_fn *id,
		 const void *rows);

/*
 * Up, Down, PageUp, PageDown; Home and End where with_ends (a field that is
 * typed into wants them itself). Whether it was the list's key.
 */
bool list_handle(struct list *list, const struct key *key, bool with_ends,
		 list_id_fn *id, const void *rows);

/* The first row to show in rows rows, so that the selected one shows. */
size_t list_top(const struct list *list, int rows);

/*
 * In list_draw.c: calls each for every row that shows; row is the canvas row.
 * The selected row is blanked in STYLE_SELECTED first: put its texts in the
 * style that is given. It has the cursor unless a field has it. Marks above
 * and below say that there is more.
 */
typedef void list_draw_fn(struct canvas *canvas, const void *rows, size_t index,
			  struct area at, bool is_selected);
void list_draw(const struct list *list, struct canvas *canvas,
	       const struct area *area, list_draw_fn *each, const void *rows);

#endif
