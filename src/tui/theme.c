#include "theme.h"

#include <curses.h>

/*
 * Red and magenta are the two of the sixteen that can be read on light and on
 * dark; the rest is said with bold, dim and reverse. -1 is the default.
 */
static const struct {
	short colour;
	attr_t coloured, mono;
} styles[STYLE_COUNT] = {
    [STYLE_TEXT] = {-1, A_NORMAL, A_NORMAL},
    [STYLE_TITLE] = {-1, A_BOLD, A_BOLD},
    [STYLE_DIM] = {-1, A_DIM, A_NORMAL},
    [STYLE_LABEL] = {-1, A_DIM, A_NORMAL},
    [STYLE_SAY] = {-1, A_BOLD, A_BOLD},
    [STYLE_ASK] = {-1, A_NORMAL, A_NORMAL},
    [STYLE_KNOW] = {-1, A_NORMAL, A_NORMAL},
    [STYLE_CUE] = {COLOR_MAGENTA, A_BOLD, A_BOLD},
    [STYLE_OPEN] = {COLOR_MAGENTA, A_NORMAL, A_NORMAL},
    [STYLE_LATE] = {COLOR_RED, A_BOLD, A_BOLD},
    [STYLE_GOOD] = {COLOR_GREEN, A_NORMAL, A_NORMAL},
    [STYLE_RULE] = {-1, A_DIM, A_NORMAL},
    [STYLE_SELECTED] = {-1, A_REVERSE, A_REVERSE},
    [STYLE_KEY] = {-1, A_BOLD, A_BOLD},
    [STYLE_ERROR] = {COLOR_RED, A_BOLD, A_BOLD},
    [STYLE_NEWS] = {-1, A_BOLD, A_BOLD},
    [STYLE_BAR] = {COLOR_CYAN, A_NORMAL, A_NORMAL},
};

static bool is_coloured;

void theme_open(bool no_colour)
{
	is_coloured = !no_colour && has_colors() && start_color() == OK &&
		      use_default_colors() == OK;
	if (!is_coloured)
		return;
	for (int style = 0; style < STYLE_COUNT; style++)
		if (styles[style].colour >= 0)
			init_pair((short)(style + 1), styles[style].colour, -1);
}

unsigned long theme_attributes(enum style style)
{
	if (!is_coloured)
		return styles[style].mono;
	if (styles[style].colour < 0)
		return styles[style].coloured;
	return styles[style].coloured | (attr_t)COLOR_PAIR((int)style + 1);
}
