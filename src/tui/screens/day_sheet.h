/*
 * day_sheet.h - the figures of the day as lines, some of whose numbers can be
 * opened: laid out without a canvas, so that keys and drawing agree
 */
#ifndef FRONTDESK_TUI_SCREENS_DAY_SHEET_H
#define FRONTDESK_TUI_SCREENS_DAY_SHEET_H

#include "day.h"

/* Where labels, and what they are of, begin in a sheet of figures. */
#define DAY_LABEL_COL 2
#define DAY_VALUE_COL 17
/* The part of DAY_NOTHING that leads to what changed since the closing. */
#define DAY_CHANGES 1

enum day_line_kind {
	DAY_LINE_RULE,	 /* label, value at its right end */
	DAY_LINE_FIGURE, /* label and value */
	DAY_LINE_WORDS,	 /* value from the label's column on */
	DAY_LINE_BAR,	 /* of an hour or a topic */
	DAY_LINE_WEEKS	 /* the promises of the last weeks: 3 rows of them */
};

struct day_sheet_line {
	enum day_line_kind kind;
	char *label, *value;
	int row;	 /* of DAY_LINE_WEEKS, 0 to 2 */
	bool is_topic;	 /* of DAY_LINE_BAR, or an hour */
	int64_t n, most; /* the bar, and the longest one */
	bool has_wait;	 /* and a bar for it, too */
	int64_t wait_n;	 /* how many waits it is the median of */
	int64_t wait, longest;
};

/* A number that can be opened; of DAY_NOTHING, a line to stop at. */
struct day_number {
	struct day_behind behind;
	int64_t n;
	size_t line;
	const char *words; /* of its struct day_given */
	size_t words_at;   /* or where they begin in its line's value */
	int col, cols;	   /* in its line's value; of a bar as that is drawn */
};

struct day_sheet {
	struct day_sheet_line *lines;
	struct day_number *numbers;
	size_t line_count, number_count;
};
void day_sheet_release(struct day_sheet *sheet);

struct day_sheet_line *day_sheet_add(struct day_sheet *sheet,
				     enum day_line_kind kind, const char *label,
				     const char *value);

/* One number of a template: where it is 0 there is nothing to open. */
struct day_given {
	int64_t n;
	enum day_figure figure;
	int64_t part;
	const char *name; /* or NULL: as struct day_behind has it */
	/* What it counts, borrowed until the sheet is released; NULL: what
	 * stands before it says it, "": its label does. */
	const char *words;
};
#define PUT(sheet, label, template, ...)                                       \
	day_sheet_put(sheet, label, template,                                  \
		      (const struct day_given[]){__VA_ARGS__},                 \
		      sizeof((const struct day_given[]){__VA_ARGS__}) /        \
			  sizeof(struct day_given))
#define OF(n, figure)                                                          \
	(struct day_given)                                                     \
	{                                                                      \
		n, figure, 0, NULL, NULL                                       \
	}
#define PART(n, figure, part)                                                  \
	(struct day_given)                                                     \
	{                                                                      \
		n, figure, part, NULL, NULL                                    \
	}
void day_sheet_rule(struct day_sheet *sheet, const char *label);
/* Each # of the template is the next number. */
void day_sheet_put(struct day_sheet *sheet, const char *label,
		   const char *template, const struct day_given *given,
		   size_t count);
/* "7 of 9, 78%"; "n/a" for 0 of 0. */
void day_sheet_put_share(struct day_sheet *sheet, const char *label,
			 struct day_given count, struct day_given of);
/* In the line that was added last. */
struct day_number *day_sheet_add_number(struct day_sheet *sheet,
					const struct day_behind *behind,
					int64_t n, int col);

/* day_figures.c, day_heard.c and day_bars.c: what the sheets have. */
void day_add_figures(const struct day_screen *state, struct day_sheet *sheet);
void day_add_voices(const struct summary *day, struct day_sheet *sheet);
void day_add_weeks(const struct day_screen *state, struct day_sheet *sheet);
void day_add_bars(const struct day_screen *state, struct day_sheet *sheet);
/* Where the number of a bar stands in so many columns. */
void day_bar_number(const struct day_sheet_line *line, int cols, int *at,
		    int *number_cols);
/* Draws a line of bars or of weeks into the row. */
void day_draw_bars(const struct day_screen *state,
		   const struct day_sheet_line *line, struct canvas *canvas,
		   struct area at);

/* Both of them, one number after another. */
struct day_sheets {
	struct day_sheet figures, bars;
};
void day_sheets_make(const struct day_screen *state, struct day_sheets *out);
void day_sheets_release(struct day_sheets *sheets);
size_t day_numbers(const struct day_sheets *sheets);
const struct day_number *day_number_at(const struct day_sheets *sheets,
				       size_t index);
/* Which block of lines it is in, from one rule to the next. */
int day_block(const struct day_sheets *sheets, size_t index);
/* What it counts, in the words of its line: "Left: waiting". */
void day_add_words(const struct day_sheets *sheets,
		   const struct day_number *number, struct str *out);

/* day_chosen.c: the number that was chosen; where it has nothing now, the one
 * in its place. By Up, Down, Tab and their like another is chosen. */
size_t day_chosen(const struct day_sheets *sheets,
		  const struct day_place *place);
void day_move_choice(struct day_screen *state, enum action action);

#endif
