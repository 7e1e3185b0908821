#include "field.h"

#include <assert.h>
#include <string.h>

void field_init(struct field *field, const struct text_limit *limit)
{
	memset(field, 0, sizeof(*field));
	field->limit = *limit;
}

void field_release(struct field *field)
{
	str_release(&field->text);
	memset(field, 0, sizeof(*field));
}

const char *field_text(const struct field *field)
{
	return str_text(&field->text);
}

bool field_is_blank(const struct field *field)
{
	return str_is_blank(field_text(field));
}

void field_set(struct field *field, const char *text)
{
	str_clear(&field->text);
	str_add(&field->text, text);
	field->cursor = field->text.len;
}

void field_clear(struct field *field)
{
	field_set(field, "");
}

/* What is inserted, as this field can hold it. */
static void prepare(const struct field *field, const char *text,
		    struct str *out)
{
	size_t len = strlen(text);

	/* A copied line brings its end along: no blank of the clerk's. */
	while (len > 1 && field->text.len == 0 && text[len - 1] == '\n')
		len--;
	for (size_t i = 0; i < len; i++) {
		bool is_blank = text[i] == '\t' ||
				(text[i] == '\n' && !field->limit.many_lines);

		str_add_n(out, is_blank ? " " : text + i, 1);
	}
}

/*
 * A joiner or a mark is text only beside a letter, and may arrive by itself:
 * it is looked at as it will stand, between the letter before it and another.
 */
static bool check_piece(const struct field *field, const char *piece,
			struct error *err)
{
	const char *text = field_text(field);
	size_t before = text_previous(text, field->cursor);
	size_t len = field->cursor - before;
	struct text_limit limit = field->limit;
	struct str among = STR_INIT;
	struct error ignored = {0};
	bool is_good;

	limit.max = SIZE_MAX;
	limit.is_required = false;
	if (text_check(piece, &limit, err))
		return true;
	str_add_n(&among, text + before, len);
	str_add(&among, piece);
	str_add_n(&among, text + before, len);
	is_good = len > 0 && text_check(str_text(&among), &limit, &ignored);
	str_release(&among);
	if (is_good)
		error_clear(err);
	return is_good;
}

/* As much of the piece as the field still holds. */
static bool fit(const struct field *field, struct str *piece, struct error *err)
{
	const char *text = str_text(piece);
	size_t held = text_count(field_text(field)), left, at = 0, taken = 0;

	left = field->limit.max > held ? field->limit.max - held : 0;
	if (text_count(text) <= left)
		return true;
	while (taken <= left) {
		size_t next = text_next(text, at);

		for (size_t i = at; i < next; i++)
			taken += ((unsigned char)text[i] & 0xc0) != 0x80;
		if (taken <= left)
			at = next;
	}
	error_set(err, ERROR_INVALID, field->limit.field,
		  at > 0 ? _("Only the beginning was taken: %s may have %zu "
			     "letters")
			 : _("%s is too long: it may have %zu letters"),
		  field->limit.label, field->limit.max);
	str_cut(piece, at);
	return at > 0;
}

bool field_insert(struct field *field, const char *text, struct error *err)
{
	struct str piece = STR_INIT;
	bool is_good;

	prepare(field, text, &piece);
	is_good = check_piece(field, str_text(&piece), err) &&
		  fit(field, &piece, err);
	if (is_good && piece.len > 0) {
		str_insert(&field->text, field->cursor, piece.text, piece.len);
		field->cursor += piece.len;
		/* A mark joins the letter before: stand behind the cluster. */
		if (field->cursor < field->text.len) {
			size_t edge =
			    text_previous(field_text(field), field->cursor);

			edge = text_next(field_text(field), edge);
			if (edge > field->cursor)
				field->cursor = edge;
		}
	}
	str_release(&piece);
	return is_good;
}

static void remove_to(struct field *field, size_t from, size_t to)
{
	str_remove(&field->text, from, to - from);
	field->cursor = from;
}

static bool is_blank_at(const struct field *field, size_t at)
{
	return field_text(field)[at] == ' ' || field_text(field)[at] == '\n';
}

static size_t word_left(const struct field *field)
{
	size_t at = field->cursor;

	while (at > 0 && is_blank_at(field, at - 1))
		at = text_previous(field_text(field), at);
	while (at > 0 && !is_blank_at(field, at - 1))
		at = text_previous(field_text(field), at);
	return at;
}

static size_t word_right(const struct field *field)
{
	size_t at = field->cursor, len = field->text.len;

	while (at < len && !is_blank_at(field, at))
		at = text_next(field_text(field), at);
	while (at < len && is_blank_at(field, at))
		at = text_next(field_text(field), at);
	return at;
}

static enum field_result edit(struct field *field, enum action action)
{
	size_t at = field->cursor;
	const char *text = field_text(field);

	switch (action) {
	case ACTION_BACKSPACE:
		if (at > 0)
			remove_to(field, text_previous(text, at), at);
		return at > 0 ? FIELD_CHANGED : FIELD_MOVED;
	case ACTION_DELETE:
		if (at == field->text.len)
			return FIELD_MOVED;
		remove_to(field, at, text_next(text, at));
		return FIELD_CHANGED;
	case ACTION_CLEAR:
		if (field->text.len == 0)
			return FIELD_MOVED;
		field_clear(field);
		return FIELD_CHANGED;
	default:
		return FIELD_IGNORED;
	}
}

static enum field_result move(struct field *field, enum action action)
{
	const char *text = field_text(field);

	switch (action) {
	case ACTION_LEFTWARD:
		if (field->cursor > 0)
			field->cursor = text_previous(text, field->cursor);
		return FIELD_MOVED;
	case ACTION_RIGHTWARD:
		if (field->cursor < field->text.len)
			field->cursor = text_next(text, field->cursor);
		return FIELD_MOVED;
	case ACTION_WORD_LEFT:
		field->cursor = word_left(field);
		return FIELD_MOVED;
	case ACTION_WORD_RIGHT:
		field->cursor = word_right(field);
		return FIELD_MOVED;
	case ACTION_HOME:
		field->cursor = 0;
		return FIELD_MOVED;
	case ACTION_END:
		field->cursor = field->text.len;
		return FIELD_MOVED;
	default:
		return edit(field, action);
	}
}

enum field_result field_handle(struct field *field, const struct key *key,
			       struct error *err)
{
	if (key_is_text(key))
		return field_insert(field, key->text, err) ? FIELD_CHANGED
							   : FIELD_REFUSED;
	if (key->kind == KEY_KIND_ACTION)
		return move(field, key->action);
	return FIELD_IGNORED;
}

void field_shown(const struct field *field, struct str *out)
{
	size_t clusters;

	if (!field->is_secret) {
		str_add(out, field_text(field));
		return;
	}
	clusters = text_clusters(field_text(field));
	for (size_t i = 0; i < clusters; i++)
		str_add_char(out, '*');
}

void field_view(const struct field *field, int cols, size_t *start,
		int *cursor_col)
{
	const char *text = field_text(field);
	int width = text_width_n(text, field->cursor);

	assert(cols > 0);
	*start = 0;
	/* The cursor takes a column of its own, at the right edge. */
	while (width > cols - 1 && *start < field->cursor) {
		size_t next = text_next(text, *start);

		width -= text_width_n(text + *start, next - *start);
		*start = next;
	}
	*cursor_col = width;
}

int field_rows(const struct field *field, int cols, int *cursor_row,
	       int *cursor_col)
{
	const char *text = field_text(field);
	size_t at = 0, cursor = field->cursor;
	int rows = 0;

	/* One column is the cursor's, behind a line that is full. */
	cols = cols > 2 ? cols - 1 : 1;
	*cursor_row = 0;
	*cursor_col = 0;
	while (text[at]) {
		size_t len, next = text_wrap(text, at, cols, &len);

		if (cursor >= at) {
			size_t in = cursor - at < len ? cursor - at : len;

			*cursor_row = rows;
			*cursor_col = text_width_n(text + at, in);
		}
		rows++;
		if (next <= at)
			break;
		at = next;
	}
	if (at > 0 && text[at - 1] == '\n') { /* a new line, still empty */
		if (cursor >= at) {
			*cursor_row = rows;
			*cursor_col = 0;
		}
		rows++;
	}
	return rows > 0 ? rows : 1;
}
