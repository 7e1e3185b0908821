/*
 * pdf_table.c - tables as strips: columns, rows, and bars that lie
 */
#include <stdlib.h>
#include <string.h>

#include "../document_words.h"
#include "pdf_strip.h"

#define GAP 8	 /* between two columns */
#define PAD 1.3	 /* above and below the text of a row */
#define PEN 6	 /* above and below a number to be circled */
#define INDENT 9 /* of a row that belongs to the one above */
#define FEW 3	 /* rows that go with the table above them */
/* Rows of a table that is not parted where a page has room. */
#define WHOLE 12

struct column {
	char kind; /* l, r, c or b */
	double x, width;
};

struct table {
	struct strips *strips;
	struct column columns[SOURCE_FIELDS];
	size_t count;
	double pad; /* above and below the text of a row */
};

/* "l50 r10 b40" */
static void set_columns(struct table *table, const char *text)
{
	double x = 0;

	while (*text != '\0' && table->count < SOURCE_FIELDS) {
		struct column *column = &table->columns[table->count++];
		char *end;

		column->kind = *text;
		if (column->kind == 'c')
			table->pad = PEN;
		column->x = x;
		column->width =
		    strtod(text + 1, &end) * table->strips->width / 100;
		x += column->width;
		text = end + strspn(end, " ");
	}
}

/* What a cell may take: its column, and the empty ones behind it. */
static double room(const struct table *table, const struct operation *row,
		   size_t at)
{
	double width = table->columns[at].width;

	if (table->columns[at].kind == 'l') {
		while (at + 1 < table->count && row->fields[at + 1][0] == '\0')
			width += table->columns[++at].width;
	}
	if (table->columns[at].kind == 'c')
		return width;
	return width - (at + 1 < table->count ? GAP : 0);
}

static double bar_length(const char *text, double width)
{
	char *end;
	double count = strtod(text, &end);
	double most = *end == '/' ? strtod(end + 1, NULL) : 0;
	double length = most > 0 ? width * count / most : 0;

	return count > 0 && length < 1.5 ? 1.5 : length;
}

static void set_cell(struct table *table, const struct operation *row,
		     size_t at, enum face face, struct strip *strip)
{
	const struct column *column = &table->columns[at];
	const char *text = row->fields[at];
	struct cell *cell = strip_add_cell(strip);
	double width = room(table, row, at), indent = 0;

	cell->x = column->x;
	if (column->kind == 'b' && face == FACE_TEXT) {
		cell->bar = bar_length(text, width);
		return;
	}
	if (at == 0 && strncmp(text, "  ", 2) == 0)
		indent = INDENT;
	text += strspn(text, " ");
	cell->x += indent;
	if (column->kind == 'c')
		face = FACE_MARK;
	cell->layout =
	    strips_own(table->strips, face_layout(table->strips->context, face,
						  text, width - indent));
	/* A name in Arabic stands in its column as any other. */
	if ((column->kind == 'r') !=
	    (pango_layout_get_direction(cell->layout, 0) ==
	     PANGO_DIRECTION_RTL))
		pango_layout_set_alignment(cell->layout, PANGO_ALIGN_RIGHT);
	if (column->kind == 'c')
		pango_layout_set_alignment(cell->layout, PANGO_ALIGN_CENTER);
}

/* The first lines of all stand on one, whatever their scripts. */
static void set_height(struct strip *strip, double pad)
{
	double highest = 0, lowest = 0;

	for (size_t i = 0; i < strip->cell_count; i++) {
		PangoLayout *layout = strip->cells[i].layout;
		double base =
		    layout == NULL
			? 0
			: face_points(pango_layout_get_baseline(layout));

		highest = base > highest ? base : highest;
	}
	for (size_t i = 0; i < strip->cell_count; i++) {
		struct cell *cell = &strip->cells[i];
		double bottom;
		int height;

		if (cell->layout == NULL)
			continue;
		pango_layout_get_size(cell->layout, NULL, &height);
		cell->y = pad + highest -
			  face_points(pango_layout_get_baseline(cell->layout));
		bottom = cell->y + face_points(height);
		lowest = bottom > lowest ? bottom : lowest;
	}
	strip->baseline = pad + highest;
	strip->height = lowest + pad;
}

static void add_row(struct table *table, const struct operation *row,
		    bool is_head, size_t head)
{
	struct strip *strip = strips_add(table->strips);

	strip->ink = is_head ? INK_SOFT : INK_TEXT;
	for (size_t i = 0; i < row->count && i < table->count; i++) {
		if (row->fields[i][0] != '\0')
			set_cell(table, row, i, is_head ? FACE_NOTE : FACE_TEXT,
				 strip);
	}
	set_height(strip, table->pad);
	strip->rule = 0.3;
	strip->rule_width = table->strips->width;
	strip->rule_ink = INK_LINE;
	strip->cell_tag = is_head ? "TH" : "TD";
	strip->keeps = is_head;
	strip->head = head;
}

/* Whether the table that ends before this strip has but a few rows. */
static bool is_short(const struct strips *strips, size_t end)
{
	size_t first = end;

	while (first > 0 && strips->items[first - 1].cell_count > 0)
		if (strips->items[--first].opens)
			break;
	return end - first <= FEW;
}

void strips_add_table(struct strips *strips, const struct source *source,
		      size_t *at)
{
	struct table table = {.strips = strips, .pad = PAD};
	size_t head = 0, first;

	size_t begin = strips->count;

	set_columns(&table, source->items[*at].fields[0]);
	first = begin;
	for (++*at; *at < source->count; ++*at) {
		const struct operation *row = &source->items[*at];

		if (operation_is(row, DOCUMENT_HEAD)) {
			add_row(&table, row, true, 0);
			head = first = strips->count;
		} else if (operation_is(row, DOCUMENT_ROW)) {
			add_row(&table, row, false, head);
		} else {
			break;
		}
	}
	strips_tag(strips, begin, "Table");
	/* A table right below another one. */
	if (begin > 0 && strips->count > begin &&
	    strips->items[begin - 1].cell_count > 0) {
		strips->items[begin].before = 9;
		/* A short one is not left behind, nor leaves one behind. */
		strips->items[begin - 1].keeps =
		    strips->count - first <= FEW || is_short(strips, begin);
	}
	/* Of a longer one neither the first row nor the last stands alone. */
	for (size_t i = first; i + 1 < strips->count; i++)
		strips->items[i].keeps = strips->count - first <= WHOLE ||
					 i == first || i == strips->count - 2;
}
