/*
 * terminal_private.h - what the parts of the harness share
 */
#ifndef SUPPORT_TERMINAL_PRIVATE_H
#define SUPPORT_TERMINAL_PRIVATE_H

#include <sys/types.h>

#include <vterm.h>

#include "terminal.h"

#define CELL_BYTES 32 /* UTF-8 of a cell with all its marks */

struct terminal {
	VTerm *vterm;
	VTermScreen *screen;
	int fd; /* -1 after a hang-up */
	pid_t pid;
	int rows, cols;
	int keys;
	int status; /* once the program was waited for */
	bool has_ended, is_waited, is_alternate;
	char *dump;
	char *line;
};

/*
 * Reads what the program writes for at most timeout milliseconds; whether
 * something came. Ends at once when the program is gone.
 */
bool terminal_pump(struct terminal *terminal, int timeout);

#endif
