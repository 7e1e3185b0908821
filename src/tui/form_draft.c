/*
 * A form's draft: what was typed and chosen, as JSON.
 */
#include "form.h"

#define FOCUS_KEY "focus"
#define VALUES_KEY "values"

void form_save(const struct form *form, struct json *object)
{
	struct json *values = json_new_object();
	const struct form_row *focused = form_focused(form);

	for (size_t i = 0; i < form->count; i++) {
		const struct form_row *row = form->rows[i];
		const char *value = form_value(form, row->id);

		if (row->kind != FORM_TEXT && row->kind != FORM_CHOICE)
			continue;
		if (value[0])
			json_put_text(values, row->id, value);
	}
	json_put(object, VALUES_KEY, values);
	if (focused)
		json_put_text(object, FOCUS_KEY, focused->id);
}

static void restore_value(const char *key, struct json *value, void *state)
{
	struct form *form = state;
	const char *text = json_text(value);
	const struct form_row *row = form_find(form, key);

	/* Who reads the form meanwhile gave it the rows that are to be read. */
	if (!text || !row ||
	    (row->kind != FORM_TEXT && row->kind != FORM_CHOICE))
		return;
	form_set(form, key, text);
	form->is_touched = true;
}

void form_restore(struct form *form, const struct json *object)
{
	const struct json *values = json_get(object, VALUES_KEY);
	const char *focus = json_get_text(object, FOCUS_KEY);

	if (values)
		json_each(values, restore_value, form);
	if (focus)
		form_focus(form, focus);
}
