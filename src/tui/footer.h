/*
 * footer.h - which keys the last line has room for: no curses
 */
#ifndef FRONTDESK_TUI_FOOTER_H
#define FRONTDESK_TUI_FOOTER_H

#include <stdbool.h>
#include <stddef.h>

struct footer_item {
	const char *key;
	char *label;	   /* freed by footer_release; "" for the key alone */
	const char *brief; /* or NULL: it has none */
	int priority;
	bool is_kept; /* F1 and the way out */
	bool is_shown;
};

struct footer {
	struct footer_item *items; /* in the order of the line */
	size_t count;
	int gap;       /* blanks between two items */
	bool is_brief; /* the brief labels are used */
	bool has_exit; /* what Esc does is said */
};

void footer_add(struct footer *footer, const char *key, const char *label,
		const char *brief, int priority, bool is_kept);

/*
 * Chooses what fits into cols: first all with their labels, then closer
 * together, then in brief, then without the least important ones, which are
 * never those that are kept.
 */
void footer_fit(struct footer *footer, int cols);

/* What an item says beside its key. */
const char *footer_label(const struct footer *footer,
			 const struct footer_item *item);

void footer_release(struct footer *footer);

#endif
