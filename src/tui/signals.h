/*
 * signals.h - what the system tells the loop
 */
#ifndef FRONTDESK_TUI_SIGNALS_H
#define FRONTDESK_TUI_SIGNALS_H

#include <stdbool.h>

/*
 * SIGWINCH, SIGHUP, SIGTERM and SIGINT are noted; what ends the program
 * disorderly restores the terminal first.
 */
void signals_open(void);
void signals_close(void);

bool signals_take_resize(void); /* whether there was one, which is forgotten */
bool signals_is_end(void);	/* the program is asked to end */

#endif
