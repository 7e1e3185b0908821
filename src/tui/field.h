/*
 * field.h - text that is being typed: no curses
 *
 * The cursor stands between clusters; what may never be in a field is refused
 * as it is typed (control characters, bidi overrides, more than the limit).
 */
#ifndef FRONTDESK_TUI_FIELD_H
#define FRONTDESK_TUI_FIELD_H

#include "frontdesk/base/error.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"
#include "key.h"

struct canvas;

struct field {
	struct str text;
	size_t cursor; /* a byte offset at a cluster's edge */
	struct text_limit limit;
	bool is_secret; /* drawn as dots */
};

enum field_result {
	FIELD_IGNORED, /* not the field's key */
	FIELD_MOVED,
	FIELD_CHANGED, /* err is set where a paste was not taken to its end */
	FIELD_REFUSED, /* err says why; nothing changed */
};

/* The limit's strings are borrowed and must outlive the field. */
void field_init(struct field *field, const struct text_limit *limit);
void field_release(struct field *field);

const char *field_text(const struct field *field); /* never NULL */
bool field_is_blank(const struct field *field);

/* Sets the text as it is (from the store or a draft), the cursor behind it. */
void field_set(struct field *field, const char *text);
void field_clear(struct field *field);

/*
 * Inserts at the cursor. A line's end becomes a blank where the field has one
 * line; tabs become blanks; the blanks at the end of a paste into an empty one
 * are dropped. All or nothing, but for a paste that is longer than what is
 * left: its beginning is taken, and err says so.
 */
bool field_insert(struct field *field, const char *text, struct error *err);

enum field_result field_handle(struct field *field, const struct key *key,
			       struct error *err);

/*
 * What of the field shows in cols columns of one line: from byte *start, the
 * cursor in column *cursor_col (0..cols-1).
 */
void field_view(const struct field *field, int cols, size_t *start,
		int *cursor_col);

/* How many rows the text takes wrapped at cols, and where the cursor is. */
int field_rows(const struct field *field, int cols, int *cursor_row,
	       int *cursor_col);

/* What is drawn: the text, or as many dots as it has clusters. */
void field_shown(const struct field *field, struct str *out);

/* In field_draw.c: draws one line and, where focused, sets the cursor. */
void field_draw(const struct field *field, struct canvas *canvas, int row,
		int col, int cols, bool is_focused);

#endif
