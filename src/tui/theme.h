/*
 * theme.h - colours and attributes, named by what they mean
 *
 * Never alone: a word stands beside each. The default background, the 16
 * colours that every terminal has, and attributes alone in monochrome.
 */
#ifndef FRONTDESK_TUI_THEME_H
#define FRONTDESK_TUI_THEME_H

#include <stdbool.h>

enum style {
	STYLE_TEXT,	/* what most of the screen is */
	STYLE_TITLE,	/* the first line: window and person, or the visitor */
	STYLE_DIM,	/* notes, hints, what may be overlooked */
	STYLE_LABEL,	/* the name of a field */
	STYLE_SAY,	/* what the clerk says, in bold */
	STYLE_ASK,	/* what the clerk asks */
	STYLE_KNOW,	/* what only the clerk knows */
	STYLE_CUE,	/* the words SAY, ASK, KNOW themselves */
	STYLE_OPEN,	/* open matters */
	STYLE_LATE,	/* a promise that was missed */
	STYLE_GOOD,	/* kept, done */
	STYLE_RULE,	/* lines and their labels */
	STYLE_SELECTED, /* the highlighted row, in reverse */
	STYLE_KEY,	/* a key in the footer */
	STYLE_ERROR,	/* what was refused */
	STYLE_NEWS,	/* a sentence about what was just done */
	STYLE_BAR,	/* the bars of a chart */
	STYLE_COUNT
};

/* After curses has begun. */
void theme_open(bool no_colour);

/* The curses attributes of a style, its colour pair included. */
unsigned long theme_attributes(enum style style);

#endif
