/*
 * pdf_strips.c - titles, headings, sentences and entries as strips
 */
#include <stdlib.h>
#include <string.h>

#include "../document_words.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "pdf_strip.h"

#define WRITE 22   /* a line to write on */
#define ENTRY_X 84 /* of the words of an entry, behind its name */

static void add_title(struct strips *strips, const struct operation *operation)
{
	size_t first = strips->count;

	if (operation->fields[0][0] != '\0')
		strips_add_text(strips, FACE_ABOVE, operation->fields[0], 0,
				INK_ACCENT);
	strips_tag(strips,
		   strips_add_text(strips, FACE_TITLE, operation->fields[1], 4,
				   INK_TEXT),
		   "H1");
	if (operation->fields[2][0] != '\0')
		strips_add_text(strips, FACE_TEXT, operation->fields[2], 2,
				INK_SOFT);
	strips_add_rule(strips, 14, 48, 2, INK_ACCENT);
	strips_add(strips)->height = 12;
	strips_keep(strips, first);
}

/* What a page that goes on with a section begins with. */
static void add_again(struct strips *strips, const char *heading)
{
	struct str text = STR_INIT;
	size_t first = strips->count;

	str_addf(&text, _("%s, continued"), heading);
	strips_add_text(strips, FACE_NOTE, str_text(&text), 0, INK_ACCENT);
	strips_add_rule(strips, 3, strips->width, 0.3, INK_LINE);
	strips_add(strips)->height = 2;
	/* It is of nothing that is read out in its order. */
	for (size_t i = first; i < strips->count; i++) {
		strips->items[i].is_again = true;
		strips->items[i].opens = strips->items[i].closes = false;
	}
	str_release(&text);
}

static void add_heading(struct strips *strips,
			const struct operation *operation)
{
	size_t first =
	    strips_add_text(strips, FACE_HEADING, operation->fields[0],
			    strips->above_heading, INK_ACCENT);

	strips_tag(strips, first, "H2");
	strips->items[first].outline = operation->fields[0];
	strips_add_rule(strips, 4, strips->width, 0.8, INK_ACCENT);
	strips_add(strips)->height = 2;
	strips_keep(strips, first);
	add_again(strips, operation->fields[0]);
}

static void add_label(struct strips *strips, const struct operation *operation)
{
	size_t first = strips_add_text(strips, FACE_STRONG,
				       operation->fields[0], 11, INK_ACCENT);

	strips_tag(strips, first, "H3");
	strips_keep(strips, first);
}

static void add_rule(struct strips *strips)
{
	size_t first = strips->count;

	strips_add_rule(strips, 8, strips->width, 0.5, INK_LINE);
	strips_add(strips)->height = 3;
	strips_keep(strips, first);
}

/* The name stands apart, before the first line of the words; one that is too
 * long for that above them. */
static void add_item(struct strips *strips, const struct operation *operation)
{
	const char *name = operation->fields[0], *text = operation->fields[1];
	PangoContext *context = strips->context;
	PangoLayout *mark;
	size_t first;
	int width;

	if (name[0] == '\0') {
		strips_add_text(strips, FACE_TEXT, text, 4, INK_TEXT);
		return;
	}
	mark = strips_own(strips, face_layout(context, FACE_STRONG, name, 0));
	pango_layout_get_size(mark, &width, NULL);
	first = strips->count;
	if (face_points(width) > ENTRY_X - 6) {
		strips_add_text(strips, FACE_STRONG, name, 4, INK_TEXT);
		strips_keep(strips, first);
		first = strips->count;
		mark = NULL;
	}
	strips_add_lines(
	    strips,
	    face_layout(context, FACE_TEXT, text, strips->width - ENTRY_X),
	    ENTRY_X, mark != NULL ? 4 : 1, INK_TEXT);
	strips->items[first].mark = mark;
}

/* The next operation of a list behind its details, or before them. */
static bool is_beside_item(const struct source *source, size_t at, int step)
{
	do {
		at += (size_t)step;
	} while (at < source->count &&
		 operation_is(&source->items[at], DOCUMENT_DETAIL));
	return at < source->count &&
	       operation_is(&source->items[at], DOCUMENT_ITEM);
}

/* The last of several does not stand alone on a page. */
static void keep_last_item(struct strips *strips, const struct source *source,
			   size_t at)
{
	if (operation_is(&source->items[at], DOCUMENT_ITEM) &&
	    is_beside_item(source, at, -1) && !is_beside_item(source, at, 1))
		strips->items[strips->count - 1].keeps = true;
}

/* What it belongs to is not left behind alone. */
static void add_detail(struct strips *strips, const struct operation *operation)
{
	if (strips->count > 0)
		strips->items[strips->count - 1].keeps = true;
	strips_add_lines(
	    strips,
	    face_labelled(strips->context, FACE_TEXT, operation->fields[0],
			  operation->fields[1], strips->width - ENTRY_X),
	    ENTRY_X, 1, INK_TEXT);
}

static void add_field(struct strips *strips, const struct operation *operation)
{
	strips_add_lines(strips,
			 face_labelled(strips->context, FACE_TEXT,
				       operation->fields[0],
				       operation->fields[1], strips->width),
			 0, 3, INK_TEXT);
}

/* It stands between two things, and begins or ends no page. */
static void add_gap(struct strips *strips)
{
	struct strip *strip;

	if (strips->count > 0)
		strips->items[strips->count - 1].keeps = true;
	strip = strips_add(strips);
	strip->height = 8;
	strip->keeps = true;
}

/* A label, and behind it the line; what says what to write stands above. */
static void add_blank(struct strips *strips, const struct operation *operation)
{
	PangoLayout *label =
	    strips_own(strips, face_layout(strips->context, FACE_TEXT,
					   operation->fields[0], 0));
	struct strip *strip;
	int width, height;

	if (strips->count > 0)
		strips->items[strips->count - 1].keeps = true;
	strip = strips_add(strips);
	pango_layout_get_size(label, &width, &height);
	strip->layout = label;
	strip->height = WRITE;
	strip->baseline =
	    WRITE - face_points(height - pango_layout_get_baseline(label));
	strip->rule = 0.5;
	strip->rule_x = face_points(width) + STRIP_INDENT;
	strip->rule_width = strips->width - strip->rule_x;
	strip->rule_ink = INK_SOFT;
	strips_tag(strips, strips->count - 1, "P");
}

static void add_room(struct strips *strips, const struct operation *operation)
{
	for (long n = strtol(operation->fields[0], NULL, 10); n > 0; n--) {
		strips_add_rule(strips, WRITE, strips->width, 0.5, INK_SOFT);
		strips->items[strips->count - 1].keeps = n == 2;
	}
}

static bool add_plain(struct strips *strips, const struct operation *operation)
{
	static const struct {
		const char *word;
		enum face face;
		double before;
		enum ink ink;
	} plain[] = {
	    {DOCUMENT_WARNING, FACE_WARNING, 4, INK_TEXT},
	    {DOCUMENT_LEAD, FACE_LEAD, 6.5, INK_TEXT},
	    {DOCUMENT_PARAGRAPH, FACE_TEXT, 5, INK_TEXT},
	    {DOCUMENT_NOTE, FACE_NOTE, 6, INK_SOFT},
	    {DOCUMENT_REFERENCE, FACE_REFERENCE, 8, INK_TEXT},
	};

	for (size_t i = 0; i < MEM_COUNT(plain); i++) {
		if (!operation_is(operation, plain[i].word))
			continue;
		/* What is moved in belongs to the line above. */
		strips_add_text(strips, plain[i].face, operation->fields[0],
				strncmp(operation->fields[0], "  ", 2) == 0
				    ? plain[i].before / 3
				    : plain[i].before,
				plain[i].ink);
		return true;
	}
	return false;
}

/* False where it is a table or a chart, of several operations. */
static bool add_single(struct strips *strips, const struct operation *operation)
{
	if (operation_is(operation, DOCUMENT_TITLE))
		add_title(strips, operation);
	else if (operation_is(operation, DOCUMENT_HEADING))
		add_heading(strips, operation);
	else if (operation_is(operation, DOCUMENT_RULE))
		add_rule(strips);
	else if (operation_is(operation, DOCUMENT_LABEL))
		add_label(strips, operation);
	else if (operation_is(operation, DOCUMENT_ITEM))
		add_item(strips, operation);
	else if (operation_is(operation, DOCUMENT_DETAIL))
		add_detail(strips, operation);
	else if (operation_is(operation, DOCUMENT_FIELD))
		add_field(strips, operation);
	else if (operation_is(operation, DOCUMENT_GAP))
		add_gap(strips);
	else if (operation_is(operation, DOCUMENT_BLANK))
		add_blank(strips, operation);
	else if (operation_is(operation, DOCUMENT_ROOM))
		add_room(strips, operation);
	else
		return add_plain(strips, operation);
	return true;
}

void strips_make(const struct source *source, PangoContext *context,
		 double width, struct strips *out)
{
	bool is_large = source_about(source, "large")[0] != '\0';
	bool breaks = false;
	size_t at = 0;

	*out = (struct strips){.context = context,
			       .width = width,
			       .above_heading = is_large ? 17 : 20};
	out->layouts = g_ptr_array_new_with_free_func(g_object_unref);
	while (at < source->count) {
		const struct operation *operation = &source->items[at];
		size_t first = out->count;

		if (operation_is(operation, DOCUMENT_PAGE))
			breaks = true;
		if (operation_is(operation, DOCUMENT_TABLE))
			strips_add_table(out, source, &at);
		else if (operation_is(operation, DOCUMENT_CHART))
			strips_add_chart(out, source, &at);
		else {
			keep_last_item(out, source, at);
			add_single(out, operation);
		}
		at++;
		if (breaks && out->count > first) {
			out->items[first].breaks = true;
			breaks = false;
		}
	}
}
