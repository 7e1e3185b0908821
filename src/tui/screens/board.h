/*
 * board.h - the state of the live board, for board*.c alone
 */
#ifndef FRONTDESK_TUI_SCREENS_BOARD_H
#define FRONTDESK_TUI_SCREENS_BOARD_H

#include "../list.h"
#include "frontdesk/desk/board.h"
#include "screens.h"

struct board_screen {
	struct desk *desk;
	struct board board;
	struct list list; /* over what is due, the one thing to open */
	int64_t minute;	  /* last read */
};

void board_draw(const struct screen *screen, struct canvas *canvas);

#endif
