#include "form.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "theme.h"

#define TEXT_MAX 400

void form_init(struct form *form, int label_cols)
{
	memset(form, 0, sizeof(*form));
	form->label_cols = label_cols;
}

static void row_free(struct form_row *row)
{
	field_release(&row->field);
	free(row->id);
	free(row->label);
	free(row->note);
	free(row->error);
	free(row);
}

void form_release(struct form *form)
{
	for (size_t i = 0; i < form->count; i++)
		row_free(form->rows[i]);
	free(form->rows);
	memset(form, 0, sizeof(*form));
}

static bool can_focus(const struct form_row *row)
{
	return !row->is_hidden &&
	       (row->kind == FORM_TEXT || row->kind == FORM_CHOICE);
}

/* Where the focus is on no row that takes it, it goes to the nearest. */
static void settle_focus(struct form *form)
{
	size_t at = form->focus;

	if (at < form->count && can_focus(form->rows[at]))
		return;
	for (; at < form->count; at++)
		if (can_focus(form->rows[at])) {
			form->focus = at;
			return;
		}
	for (at = form->count; at > 0; at--)
		if (can_focus(form->rows[at - 1])) {
			form->focus = at - 1;
			return;
		}
	form->focus = 0;
}

static struct form_row *add(struct form *form, enum form_kind kind,
			    const char *id, const char *label)
{
	struct form_row *row = mem_new(1, sizeof(*row));

	row->kind = kind;
	row->id = mem_copy(id);
	row->label = mem_copy(label ? label : "");
	row->chosen = -1;
	row->style = STYLE_TEXT;
	form->rows =
	    mem_resize(form->rows, form->count + 1, sizeof(struct form_row *));
	form->rows[form->count++] = row;
	return row;
}

struct form_row *form_add_text(struct form *form, const char *id,
			       const char *label, size_t max, bool many_lines)
{
	struct form_row *row = add(form, FORM_TEXT, id, label);
	struct text_limit limit = {.field = row->id,
				   .label = row->label,
				   .max = max > 0 ? max : TEXT_MAX,
				   .many_lines = many_lines};

	field_init(&row->field, &limit);
	settle_focus(form);
	return row;
}

struct form_row *form_add_choice(struct form *form, const char *id,
				 const char *label,
				 const struct form_choice *choices,
				 size_t count)
{
	struct form_row *row = add(form, FORM_CHOICE, id, label);

	row->choices = choices;
	row->choice_count = count;
	settle_focus(form);
	return row;
}

struct form_row *form_add_shown(struct form *form, const char *id,
				const char *label, const char *text)
{
	struct form_row *row = add(form, FORM_SHOWN, id, label);

	field_set(&row->field, text);
	return row;
}

struct form_row *form_add_rule(struct form *form, const char *id,
			       const char *label)
{
	return add(form, FORM_RULE, id, label);
}

static size_t find(const struct form *form, const char *id)
{
	size_t at = 0;

	while (at < form->count && strcmp(form->rows[at]->id, id) != 0)
		at++;
	return at;
}

struct form_row *form_find(const struct form *form, const char *id)
{
	size_t at = find(form, id);

	return at < form->count ? form->rows[at] : NULL;
}

struct form_row *form_focused(const struct form *form)
{
	if (form->focus >= form->count || !can_focus(form->rows[form->focus]))
		return NULL;
	return form->rows[form->focus];
}

bool form_is_at(const struct form *form, const char *id)
{
	const struct form_row *row = form_focused(form);

	return row && strcmp(row->id, id) == 0;
}

void form_place_after(struct form *form, const char *id, const char *after)
{
	size_t from = find(form, id), to = find(form, after);
	struct form_row *focused = form_focused(form), *row;

	if (from >= form->count || to >= form->count || from == to)
		return;
	row = form->rows[from];
	memmove(form->rows + from, form->rows + from + 1,
		(form->count - from - 1) * sizeof(*form->rows));
	if (from < to)
		to--;
	memmove(form->rows + to + 2, form->rows + to + 1,
		(form->count - to - 2) * sizeof(*form->rows));
	form->rows[to + 1] = row;
	if (focused)
		form->focus = find(form, focused->id);
}

void form_remove(struct form *form, const char *prefix)
{
	size_t kept = 0, focus = form->focus;

	for (size_t i = 0; i < form->count; i++) {
		struct form_row *row = form->rows[i];

		if (i == focus)
			form->focus = kept;
		if (strncmp(row->id, prefix, strlen(prefix)) == 0)
			row_free(row);
		else
			form->rows[kept++] = row;
	}
	form->count = kept;
	settle_focus(form);
}

const char *form_value(const struct form *form, const char *id)
{
	const struct form_row *row = form_find(form, id);

	if (!row)
		return "";
	if (row->kind == FORM_CHOICE)
		return row->chosen < 0 ? "" : row->choices[row->chosen].value;
	return field_text(&row->field);
}

void form_set(struct form *form, const char *id, const char *value)
{
	struct form_row *row = form_find(form, id);

	if (!row)
		return;
	if (row->kind != FORM_CHOICE) {
		field_set(&row->field, value);
		return;
	}
	row->chosen = -1;
	for (size_t i = 0; i < row->choice_count; i++)
		if (str_same(row->choices[i].value, value))
			row->chosen = (int)i;
}

void form_note(struct form *form, const char *id, const char *note)
{
	struct form_row *row = form_find(form, id);

	if (row)
		mem_replace(&row->note, note);
}

void form_hide(struct form *form, const char *id, bool is_hidden)
{
	struct form_row *row = form_find(form, id);

	if (!row)
		return;
	row->is_hidden = is_hidden;
	settle_focus(form);
}

void form_add_id(struct form *form, const char *id)
{
	form_add_text(form, id, "", 20, false);
	form_hide(form, id, true);
}

void form_set_id(struct form *form, const char *id, int64_t value)
{
	struct str text = STR_INIT;

	if (value != 0)
		str_add_int(&text, value);
	form_set(form, id, str_text(&text));
	str_release(&text);
}

int64_t form_id(const struct form *form, const char *id)
{
	return strtoll(form_value(form, id), NULL, 10);
}

void form_focus(struct form *form, const char *id)
{
	size_t at = find(form, id);

	if (at < form->count && can_focus(form->rows[at]))
		form->focus = at;
}

bool form_move(struct form *form, int direction)
{
	size_t at = form->focus;

	while (direction > 0 ? at + 1 < form->count : at > 0) {
		at += direction > 0 ? 1 : (size_t)-1;
		if (can_focus(form->rows[at])) {
			form->focus = at;
			return true;
		}
	}
	return false;
}

void form_go_on(struct form *form)
{
	form->is_touched = true;
	form_move(form, 1);
}

bool form_error(struct form *form, const struct error *err)
{
	struct form_row *row;

	if (err->field[0] == '\0')
		return false;
	row = form_find(form, err->field);
	if (!row)
		return false;
	mem_replace(&row->error, err->text);
	row->is_hidden = false;
	form_focus(form, err->field);
	return true;
}

void form_clear_errors(struct form *form)
{
	for (size_t i = 0; i < form->count; i++)
		mem_replace(&form->rows[i]->error, NULL);
}

static enum form_result refuse_letter(struct form_row *row)
{
	struct str words = STR_INIT;

	str_add(&words, _("one letter chooses:"));
	for (size_t i = 0; i < row->choice_count; i++)
		str_addf(&words, "%s %c %s", i > 0 ? "," : "",
			 row->choices[i].letter, _(row->choices[i].label));
	mem_replace(&row->error, str_text(&words));
	str_release(&words);
	return FORM_REFUSED;
}

static enum form_result handle_choice(struct form_row *row,
				      const struct key *key)
{
	if (key_is(key, ACTION_BACKSPACE) || key_is(key, ACTION_DELETE) ||
	    key_is(key, ACTION_CLEAR)) {
		row->chosen = -1;
		mem_replace(&row->error, NULL);
		return FORM_CHANGED;
	}
	if (!key_is_text(key))
		return FORM_IGNORED;
	for (size_t i = 0; i < row->choice_count; i++) {
		if (tolower((unsigned char)key->text[0]) !=
			row->choices[i].letter ||
		    key->text[1] != '\0')
			continue;
		row->chosen = (int)i;
		mem_replace(&row->error, NULL);
		return FORM_CHANGED;
	}
	return refuse_letter(row);
}

static enum form_result handle_text(struct form_row *row, const struct key *key)
{
	struct error err = {0};

	switch (field_handle(&row->field, key, &err)) {
	case FIELD_CHANGED: /* all of it, or its beginning */
		mem_replace(&row->error, err.code ? err.text : NULL);
		return FORM_CHANGED;
	case FIELD_MOVED:
		return FORM_MOVED;
	case FIELD_REFUSED:
		mem_replace(&row->error, err.text);
		return FORM_REFUSED;
	case FIELD_IGNORED:
		break;
	}
	return FORM_IGNORED;
}

enum form_result form_handle(struct form *form, const struct key *key)
{
	struct form_row *row = form_focused(form);
	enum form_result result;

	if (!row)
		return FORM_IGNORED;
	if (key_is(key, ACTION_TAB) || key_is(key, ACTION_DOWN) ||
	    key_is(key, ACTION_ENTER)) {
		form_move(form, 1);
		return FORM_MOVED;
	}
	if (key_is(key, ACTION_BACK_TAB) || key_is(key, ACTION_UP)) {
		form_move(form, -1);
		return FORM_MOVED;
	}
	result = row->kind == FORM_CHOICE ? handle_choice(row, key)
					  : handle_text(row, key);
	if (result == FORM_CHANGED)
		form->is_touched = true;
	return result;
}
