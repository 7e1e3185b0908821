/*
 * sheet.h - labelled texts below one another, to be read and scrolled
 */
#ifndef FRONTDESK_TUI_SCREENS_SHEET_H
#define FRONTDESK_TUI_SCREENS_SHEET_H

#include "../canvas.h"
#include "../key.h"

/* How far it is scrolled, which draw may write though the screen is const. */
struct sheet_view {
	int top;  /* rows scrolled away */
	int most; /* that it can be, as last drawn */
};

struct sheet {
	struct canvas *canvas;
	struct area area;
	int label_cols;
	int row; /* where the next text goes; outside the area it is not drawn
		  */
	struct sheet_view *view; /* NULL: it does not scroll */
};

void sheet_begin(struct sheet *sheet, struct canvas *canvas,
		 const struct area *area, int label_cols,
		 struct sheet_view *view);

/* A text under its label, wrapped; blank text takes no row. */
void sheet_add(struct sheet *sheet, const char *label, const char *text,
	       enum style style);

/* Marks at the right edge where there is more above or below. */
void sheet_end(const struct sheet *sheet);

/* Up, Down, PageUp, PageDown, Home, End; whether it was the sheet's key. */
bool sheet_handle(struct sheet_view *view, const struct key *key);

#endif
