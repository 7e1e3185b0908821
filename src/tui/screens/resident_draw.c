/* The card on top, SAY where it always is, then the timeline. */
#include <stdio.h>
#include <string.h>

#include "cue_view.h"
#include "frontdesk/base/text.h"
#include "frontdesk/core/language.h"
#include "noted_words.h"
#include "resident.h"
#include "sheet.h"

#define LABEL_COLS 12
#define NOTED_SHOWN 3

static void add_joined(struct str *out, const char *dot, const char *text)
{
	if (str_is_blank(text))
		return;
	if (out->len)
		str_addf(out, " %s ", dot);
	str_add(out, text);
}

static void draw_title(const struct resident_screen *state,
		       struct canvas *canvas, struct area area)
{
	const struct resident *resident = &state->page.resident;
	const char *dot = canvas_mark(canvas, MARK_DOT);
	struct str text = STR_INIT;

	person_name_add_full(&resident->name, &text);
	canvas_put(canvas, area.row, 1, area.cols - 17, str_text(&text),
		   STYLE_TITLE);
	canvas_put_right(canvas, area.row, area.cols - 15, 14,
			 resident->reference ? resident->reference : "",
			 STYLE_TITLE);
	str_clear(&text);
	if (!str_is_blank(resident->language))
		str_add(&text, language_name(resident->language));
	if (resident->needs_interpreter)
		add_joined(&text, dot, _("needs an interpreter"));
	add_joined(&text, dot, resident->name.pronouns);
	for (size_t i = 0; i < state->page.organisation_count; i++)
		add_joined(&text, dot, state->page.organisations[i]);
	canvas_put(canvas, area.row + 1, 1, area.cols - 2, str_text(&text),
		   STYLE_DIM);
	str_release(&text);
}

static const char *permission_words(const struct resident *resident)
{
	switch (resident->first_name_ok) {
	case PERMISSION_YES:
		return _("yes, it may be used");
	case PERMISSION_NO:
		return _("no");
	default:
		return resident->as_it_stands ? _("as it stands, not asked "
						  "again")
					      : _("not asked");
	}
}

static size_t count_said(const struct resident_page *page)
{
	size_t count = 0;

	for (size_t i = 0; i < page->noted_count; i++)
		count += !noted_is_part(page, i);
	return count;
}

static void add_said(const struct resident_screen *state, const char *dot,
		     struct sheet *sheet)
{
	const struct resident_page *page = &state->page;
	size_t left = count_said(page), shown = 0;

	for (size_t i = 0; left && shown < NOTED_SHOWN; i++) {
		struct str text = STR_INIT;

		if (noted_is_part(page, i))
			continue;
		left--;
		noted_add(state->desk, &page->noted[i], dot, &text);
		if (shown + 1 == NOTED_SHOWN && left)
			str_addf(&text, _(" %s ^E: %zu more"), dot, left);
		sheet_add(sheet, shown++ ? "" : _("They said"), str_text(&text),
			  STYLE_DIM);
		str_release(&text);
	}
}

static void add_address(const struct resident_screen *state, const char *dot,
			struct sheet *sheet)
{
	const struct resident *resident = &state->page.resident;
	struct str text = STR_INIT;

	if (!str_is_blank(resident->name.address_as))
		str_addf(&text, _("call them %s %s "),
			 resident->name.address_as, dot);
	str_addf(&text, _("title %s %s first name %s"),
		 str_is_blank(resident->name.title) ? _("not known")
						    : resident->name.title,
		 dot, permission_words(resident));
	noted_add_latest(state->desk, &state->page, "first_name", dot, &text);
	sheet_add(sheet, _("Address"), str_text(&text), STYLE_TEXT);
	str_clear(&text);
	title_list_format(&resident->refused_titles, _(", not "), &text);
	if (text.len) {
		str_insert(&text, 0, _("not "), strlen(_("not ")));
		noted_add_latest(state->desk, &state->page, "refused_title",
				 dot, &text);
	}
	sheet_add(sheet, "", str_text(&text), STYLE_TEXT);
	str_release(&text);
}

static void add_reaches(const struct resident *resident, const char *dot,
			struct sheet *sheet)
{
	struct str text = STR_INIT;

	for (size_t i = 0; i < resident->reach_count; i++)
		add_joined(&text, dot, resident->reaches[i].value);
	sheet_add(sheet, _("Reach"), str_text(&text), STYLE_TEXT);
	str_release(&text);
}

static size_t count_open(const struct timeline *timeline)
{
	size_t count = 0;

	for (size_t i = 0; i < timeline->count; i++)
		count += timeline->requests[i].is_open;
	return count;
}

void resident_draw(const struct screen *screen, struct canvas *canvas)
{
	const struct resident_screen *state = screen->state;
	const char *dot = canvas_mark(canvas, MARK_DOT);
	struct area area = canvas_area(canvas), part = area;
	const struct cue_view view = {
	    .cue = &state->page.cue,
	    .is_turned = state->is_turned,
	    .rows = area.rows < 18 ? 2 : 3,
	};
	char label[64];
	struct sheet sheet;

	draw_title(state, canvas, area);
	part.row += 2;
	part.row += cue_view_draw(&view, canvas, part);
	part.col = 1;
	part.cols -= 2;
	part.rows = area.rows > 14 ? area.rows - 6 - (part.row - area.row) : 2;
	sheet_begin(&sheet, canvas, &part, LABEL_COLS, NULL);
	add_address(state, dot, &sheet);
	add_said(state, dot, &sheet);
	add_reaches(&state->page.resident, dot, &sheet);
	sheet_add(&sheet, _("Note"), state->page.resident.note, STYLE_TEXT);
	if (sheet.row < part.row + part.rows)
		part.row = sheet.row;
	else
		part.row += part.rows;
	snprintf(label, sizeof(label), _("REQUESTS %zu, OPEN %zu"),
		 state->page.timeline.count, count_open(&state->page.timeline));
	canvas_rule(canvas, part.row, 1, area.cols - 2, label,
		    state->page.timeline.has_more ? _("older ones not shown")
						  : NULL);
	part.row++;
	part.rows = area.row + area.rows - part.row;
	history_draw(&state->history, canvas, &part);
}
