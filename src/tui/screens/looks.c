/* ^W: who has looked at a record, or changed it. */
#include "../dialog.h"
#include "frontdesk/desk/resident.h"
#include "moment.h"
#include "screens.h"

#define LIMIT 40

void looks_show(struct app *app, int64_t resident_id)
{
	struct desk *desk = app_desk(app);
	struct look_list looks;
	struct error err = {0};
	struct str text = STR_INIT;

	if (!desk_list_looks(desk, resident_id, LIMIT, &looks, &err)) {
		app_problem(app, &err);
		return;
	}
	for (size_t i = 0; i < looks.count; i++) {
		moment_add(desk, looks.items[i].at, &text);
		str_addf(&text, "  %s  %s\n",
			 looks.items[i].staff ? looks.items[i].staff
					      : _("nobody signed in"),
			 looks.items[i].action);
	}
	if (!looks.count)
		str_add(&text, _("Nobody yet."));
	dialog_show(app, _("Who has looked"), str_text(&text));
	str_release(&text);
	look_list_release(&looks);
}
