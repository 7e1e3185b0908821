/*
 * lists.h - the state of the lists, for lists*.c alone
 */
#ifndef FRONTDESK_TUI_SCREENS_LISTS_H
#define FRONTDESK_TUI_SCREENS_LISTS_H

#include "../app.h"
#include "../list.h"
#include "frontdesk/desk/lists.h"

struct lists {
	struct desk *desk;
	struct list_page pages[LIST_COUNT];
	enum desk_list shown;
	struct list list;	 /* over the rows of the list that is shown */
	int who_cols, note_cols; /* of the widest of its rows */
	bool is_chosen; /* the list, by whoever opened it or by a key */
};

void lists_draw(const struct screen *screen, struct canvas *canvas);

#endif
