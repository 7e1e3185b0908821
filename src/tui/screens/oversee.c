/* What a supervisor looks at from the lists and from the day: F4. */
#include "../dialog.h"
#include "frontdesk/base/mem.h"
#include "screens.h"

bool oversee_can(const struct desk *desk)
{
	struct error unused = {0};

	return desk_may(desk, DUTY_OVERSEE, &unused);
}

static void chosen(struct app *app, void *state, size_t index)
{
	(void)state;
	if (index == 0)
		board_open(app);
	else
		patterns_open(app);
}

void oversee_ask(struct app *app)
{
	const struct dialog_choice choices[] = {
	    {'b', _("Live board"), _("who waits, who is at which window")},
	    {'p', _("Patterns"), _("what several people have in common")},
	};

	dialog_choose(app, _("What would you like to see?"), choices,
		      MEM_COUNT(choices), chosen, NULL, NULL);
}
