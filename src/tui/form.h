/*
 * form.h - labelled rows to fill in: no curses
 *
 * Tab, Shift+Tab, Up and Down move between rows, Enter goes to the next; the
 * screen handles first what it wants otherwise. Values wrap. A refused value
 * is marked at its row, in words, and the cursor goes there.
 */
#ifndef FRONTDESK_TUI_FORM_H
#define FRONTDESK_TUI_FORM_H

#include "field.h"
#include "frontdesk/base/json.h"

struct canvas;
struct area;

enum form_kind {
	FORM_TEXT,
	FORM_CHOICE, /* one letter chooses; nothing is preselected */
	FORM_SHOWN,  /* to be read, never focused */
	FORM_RULE,   /* a line with the label on it */
};

struct form_choice {
	char letter; /* lower case, unique in its row */
	const char *value;
	const char *label;
};

struct form_row {
	char *id; /* what struct error names, and the draft's key */
	char *label;
	enum form_kind kind;
	struct field field; /* of FORM_TEXT; the text of FORM_SHOWN too */
	const struct form_choice *choices; /* borrowed, static */
	size_t choice_count;
	int chosen;  /* -1: none */
	char *note;  /* right-hand, dim: "told us Nov 18"; or NULL */
	char *error; /* or NULL */
	bool is_hidden;
	int style; /* enum style of a FORM_SHOWN value */
};

struct form {
	struct form_row **rows;
	size_t count;
	size_t focus; /* the index of a row that can be focused, if any */
	int label_cols;
	bool is_touched; /* the clerk changed something since form_init */
};

enum form_result {
	FORM_IGNORED,
	FORM_MOVED,   /* to another row or within one */
	FORM_CHANGED, /* the focused row's value */
	FORM_REFUSED, /* the row shows why */
};

void form_init(struct form *form, int label_cols);
void form_release(struct form *form);

/* Rows, at the end of the form. The limit is copied; max 0 means 400. */
struct form_row *form_add_text(struct form *form, const char *id,
			       const char *label, size_t max, bool many_lines);
struct form_row *form_add_choice(struct form *form, const char *id,
				 const char *label,
				 const struct form_choice *choices,
				 size_t count);
struct form_row *form_add_shown(struct form *form, const char *id,
				const char *label, const char *text);
/* A number that goes with the form and its draft, and is never shown. */
void form_add_id(struct form *form, const char *id);
struct form_row *form_add_rule(struct form *form, const char *id,
			       const char *label);
/* Moves a row to behind another (a topic's questions behind "about"). */
void form_place_after(struct form *form, const char *id, const char *after);
/* Removes every row whose id begins with prefix; the focus stays or moves. */
void form_remove(struct form *form, const char *prefix);

struct form_row *form_find(const struct form *form, const char *id);
/* The text, or the chosen value, or ""; for a row that is missing too. */
const char *form_value(const struct form *form, const char *id);
/* Does not count as touched. An unknown choice chooses none. */
void form_set(struct form *form, const char *id, const char *value);
/* Of a form_add_id; 0: none. */
void form_set_id(struct form *form, const char *id, int64_t value);
int64_t form_id(const struct form *form, const char *id);
void form_note(struct form *form, const char *id, const char *note);
void form_hide(struct form *form, const char *id, bool is_hidden);

struct form_row *form_focused(const struct form *form); /* or NULL */
/* Whether the row with this id has the focus. */
bool form_is_at(const struct form *form, const char *id);
void form_focus(struct form *form, const char *id);
/* To the next or previous row that can be focused; false at the end. */
bool form_move(struct form *form, int direction);
/* The focused row has what was chosen for it: it is touched, and the next row
 * has the focus. */
void form_go_on(struct form *form);

/* Marks err.field's row with err.text and goes there; false: no such row. */
bool form_error(struct form *form, const struct error *err);
void form_clear_errors(struct form *form);

enum form_result form_handle(struct form *form, const struct key *key);

/* Every text and choice that is not blank, and the row in focus. */
void form_save(const struct form *form, struct json *object);
/* Rows that are missing now are passed over. */
void form_restore(struct form *form, const struct json *object);

/* Rows that a row takes when drawn in cols columns. */
int form_row_height(const struct form *form, const struct form_row *row,
		    int cols);

/*
 * In form_draw.c: draws what fits, scrolled so that the focus shows, and sets
 * the cursor where is_focused. Returns the rows used.
 */
int form_draw(const struct form *form, struct canvas *canvas,
	      const struct area *area, bool is_focused);

/* Above a form that fills a screen: what it is, a line about it, a rule; the
 * area below them is the form's. */
struct area form_draw_head(struct canvas *canvas, const char *title,
			   const char *about);

#endif
