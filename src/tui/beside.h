/*
 * beside.h - what runs beside the screens: a printer that is slow, or hangs
 *
 * It is stepped from the loop, between two keys, so that nothing that is typed
 * waits for it. It ends for whoever began it: not over the lock, and not for
 * somebody else who signed in meanwhile.
 */
#ifndef FRONTDESK_TUI_BESIDE_H
#define FRONTDESK_TUI_BESIDE_H

#include "app.h"

struct beside {
	/* Goes on, and waits at most patience ms; whether it has ended. */
	bool (*step)(void *work, int patience);
	/* Says what became of it, and frees work. What it says while somebody
	 * types (is_disturbed: a key was pressed since it began) comes back
	 * after the next keys for some seconds; nothing is to be opened then.
	 */
	void (*ended)(struct app *app, void *work, bool is_disturbed);
	/* Nobody is told any more: frees work. */
	void (*drop)(void *work);
};

/* Most printers have answered before anybody looks up: whether it ended within
 * a third of a second. */
bool beside_wait(const struct beside *kind, void *work);

/* Work goes on beside the screens, until it has ended. */
void beside_go_on(struct app *app, const struct beside *kind, void *work);

/* Both: what has not ended goes on, and words, unless NULL, say so. */
void beside_run(struct app *app, const struct beside *kind, void *work,
		const char *words);

#endif
