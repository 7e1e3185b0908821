/* What is typed into a record survives Esc, a lost terminal and a kill. */
#include "draft_file.h"
#include "resident_edit.h"

#define KIND "resident"

void resident_draft_keep(struct screen *screen)
{
	const struct resident_edit *edit = screen->state;
	struct json *object, *form;

	if (!edit->form.is_touched)
		return;
	object = json_new_object();
	form = json_new_object();
	form_save(&edit->form, form);
	json_put_int(object, "resident", edit->was.resident_id);
	json_put(object, "form", form);
	draft_file_write(edit->desk, KIND, object);
	json_free(object);
}

/* The draft of this record; of a new one any that was new. */
static struct json *read_own(const struct resident_edit *edit)
{
	struct json *object = draft_file_read(edit->desk, KIND);

	if (object &&
	    json_get_int(object, "resident", -1) == edit->was.resident_id &&
	    json_get(object, "form"))
		return object;
	json_free(object);
	return NULL;
}

bool resident_draft_exists(const struct resident_edit *edit)
{
	struct json *object = read_own(edit);

	json_free(object);
	return object != NULL;
}

void resident_draft_restore(struct app *app, struct screen *screen)
{
	struct resident_edit *edit = screen->state;
	struct json *object = read_own(edit);

	if (!object) {
		app_news(app, _("There is nothing to bring back."));
		return;
	}
	form_restore(&edit->form, json_get(object, "form"));
	edit->form.is_touched = true;
	json_free(object);
	app_news(app, _("This is what was typed; F9 saves it."));
}

void resident_draft_forget(const struct resident_edit *edit)
{
	struct json *object = read_own(edit);

	if (object)
		draft_file_remove(edit->desk, KIND);
	json_free(object);
}
