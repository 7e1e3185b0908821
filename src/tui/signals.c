#include "signals.h"

#include <signal.h>
#include <string.h>

#include "canvas.h"
#include "frontdesk/base/mem.h"

static volatile sig_atomic_t resized, ended;

static void note_resize(int number)
{
	(void)number;
	resized = 1;
}

static void note_end(int number)
{
	(void)number;
	ended = 1;
}

/* SA_RESETHAND made the default action the next one. */
static void restore_and_die(int number)
{
	canvas_restore();
	raise(number);
}

static const struct {
	int number;
	void (*handler)(int);
	int flags;
} handled[] = {
    {SIGWINCH, note_resize, 0},
    {SIGHUP, note_end, 0},
    {SIGTERM, note_end, 0},
    {SIGINT, note_end, 0},
    {SIGTSTP, SIG_IGN, 0},
    {SIGQUIT, restore_and_die, SA_RESETHAND | SA_NODEFER},
    {SIGABRT, restore_and_die, SA_RESETHAND | SA_NODEFER},
#ifndef __SANITIZE_ADDRESS__ /* which says where it was */
    {SIGSEGV, restore_and_die, SA_RESETHAND | SA_NODEFER},
    {SIGBUS, restore_and_die, SA_RESETHAND | SA_NODEFER},
    {SIGFPE, restore_and_die, SA_RESETHAND | SA_NODEFER},
    {SIGILL, restore_and_die, SA_RESETHAND | SA_NODEFER},
#endif
};

static struct sigaction before[MEM_COUNT(handled)];

void signals_open(void)
{
	resized = 0;
	ended = 0;
	for (size_t i = 0; i < MEM_COUNT(handled); i++) {
		struct sigaction action;

		memset(&action, 0, sizeof(action));
		action.sa_handler = handled[i].handler;
		action.sa_flags = handled[i].flags;
		sigemptyset(&action.sa_mask);
		sigaction(handled[i].number, &action, &before[i]);
	}
}

void signals_close(void)
{
	for (size_t i = 0; i < MEM_COUNT(handled); i++)
		sigaction(handled[i].number, &before[i], NULL);
}

bool signals_take_resize(void)
{
	bool was = resized;

	resized = 0;
	return was;
}

bool signals_is_end(void)
{
	return ended;
}
