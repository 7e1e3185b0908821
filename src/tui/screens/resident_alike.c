/* "Already known?": below a new resident's form, never in its way. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../pick.h"
#include "frontdesk/base/mem.h"
#include "resident_edit.h"

#define LISTED 9
#define ROWS_SHOWN 3
#define FORM_ROWS_MIN 8 /* the form keeps as many */

/* What others are compared by. */
static const char *const compared[] = {
    "given",	"given2",      "known_as",  "surname_prefix", "surname",
    "surname2", "legal_given", "telephone", "email",
};

static bool is_blank(const struct form *form)
{
	for (size_t i = 0; i < MEM_COUNT(compared); i++)
		if (!str_is_blank(form_value(form, compared[i])))
			return false;
	return true;
}

/* What was typed in the box, only to compare by: others are alike in two words
 * of a name, in either order, and in the form it is nobody's name. */
static void compare_words(const char *words, struct person_name *name)
{
	const char *last = words ? strrchr(words, ' ') : NULL;

	if (!last || str_is_blank(last))
		return;
	mem_replace(&name->known_as, words);
	name->known_as[last - words] = '\0';
	mem_replace(&name->surname, last + 1);
}

bool resident_alike_load(struct screen *screen, struct error *err)
{
	struct resident_edit *edit = screen->state;
	struct resident typed = {0};
	struct alike alike;
	bool is_read;

	if (edit->was.resident_id)
		return true;
	resident_form_read(&edit->form, &edit->was, &typed);
	if (is_blank(&edit->form))
		compare_words(edit->typed, &typed.name);
	is_read = desk_list_alike(edit->desk, &typed, LISTED, &alike, err);
	resident_release(&typed);
	if (!is_read)
		return false;
	alike_release(&edit->alike);
	edit->alike = alike;
	return true;
}

bool resident_alike_is_compared(const struct resident_edit *edit)
{
	for (size_t i = 0; i < MEM_COUNT(compared); i++)
		if (form_is_at(&edit->form, compared[i]))
			return !edit->was.resident_id;
	return false;
}

bool resident_alike_can_choose(const struct resident_edit *edit)
{
	return edit->alike.count && resident_alike_is_compared(edit);
}

static int rows_shown(const struct resident_edit *edit, int rows)
{
	int shown = edit->alike.count < ROWS_SHOWN ? (int)edit->alike.count
						   : ROWS_SHOWN;

	if (rows - FORM_ROWS_MIN - 1 < shown)
		shown = rows - FORM_ROWS_MIN - 1;
	return shown > 0 ? shown : 0;
}

int resident_alike_draw(const struct resident_edit *edit, struct canvas *canvas,
			struct area area)
{
	int shown = rows_shown(edit, area.rows);
	int row = area.row + area.rows - shown;
	struct str words = STR_INIT;
	char more[64] = "";

	if (!shown)
		return 0;
	if (resident_alike_is_compared(edit))
		snprintf(more, sizeof(more), "%s", _("F4 opens one of them"));
	else
		snprintf(more, sizeof(more), "%s",
			 _("F4 in a row of the name"));
	canvas_rule(canvas, row - 1, 1, area.cols, _("ALREADY KNOWN?"), more);
	for (int i = 0; i < shown; i++) {
		str_clear(&words);
		alike_add_words(&edit->alike.rows[i], &words);
		canvas_put(canvas, row + i, 3, area.cols - 4, str_text(&words),
			   STYLE_TEXT);
	}
	str_release(&words);
	return shown + 1;
}

static bool find(struct app *app, void *screen, const char *typed,
		 struct pick_rows *out, struct error *err)
{
	const struct resident_edit *edit = ((struct screen *)screen)->state;
	struct str words = STR_INIT;
	char id[24];

	(void)app;
	(void)err;
	for (size_t i = 0; i < edit->alike.count; i++) {
		const struct alike_row *row = &edit->alike.rows[i];

		str_clear(&words);
		alike_add_words(row, &words);
		snprintf(id, sizeof(id), "%lld", (long long)row->resident_id);
		if (pick_meets(typed, str_text(&words)))
			pick_add(out, id, str_text(&words), NULL);
	}
	str_release(&words);
	return true;
}

/* The known person takes the new one's place; what was typed stays a draft. */
static bool picked(struct app *app, void *screen, const char *id,
		   const char *typed, struct error *err)
{
	struct resident_edit *edit = ((struct screen *)screen)->state;
	resident_saved_fn *done = edit->done;
	void *state = edit->state;

	(void)typed;
	(void)err;
	app_pop(app);
	if (done)
		done(app, state, strtoll(id, NULL, 10));
	app_news(app, _("Not saved as somebody new. Opened again, ^Z brings "
			"back what was typed."));
	return true;
}

void resident_alike_choose(struct app *app, struct screen *screen)
{
	struct pick pick = {
	    .title = _("Already known?"),
	    .label = _("Who?"),
	    .find = find,
	    .picked = picked,
	    .state = screen,
	};

	pick_open(app, &pick);
}

void resident_alike_add_news(const struct resident_edit *edit, struct str *out)
{
	struct str words = STR_INIT;

	if (!edit->alike.count)
		return;
	alike_add_words(&edit->alike.rows[0], &words);
	str_addf(out, _("Saved. Already known, and perhaps the same: %s"),
		 str_text(&words));
	str_release(&words);
}
