#include "due.h"

#include <stdlib.h>

#include "../theme.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/str.h"
#include "frontdesk/desk/calendar.h"

/* That the site is not open then, below the field; NULL: it is. */
static void show_closed(struct form *form, const char *note)
{
	if (note != NULL && form_find(form, "closed") == NULL) {
		form_add_shown(form, "closed", "", "")->style = STYLE_KNOW;
		form_place_after(form, "closed", "when");
	}
	form_set(form, "closed", note != NULL ? note : "");
	form_hide(form, "closed", note == NULL);
}

void due_show(struct desk *desk, struct form *form, const char *hint)
{
	const char *typed = form_value(form, "when");
	struct local when;
	struct error err = {0};
	char text[64], *note;

	show_closed(form, NULL);
	if (str_is_blank(typed)) {
		form_note(form, "when", hint);
		return;
	}
	if (!desk_understand_when(desk, typed, &when, &note, &err)) {
		form_note(form, "when", _("not understood yet"));
		return;
	}
	when_format(&when, text);
	form_note(form, "when", text);
	show_closed(form, note);
	free(note);
}
