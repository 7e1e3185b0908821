/*
 * list_show.h - a list of what waits, for people and for scripts
 */
#ifndef FRONTDESK_CLI_LIST_SHOW_H
#define FRONTDESK_CLI_LIST_SHOW_H

#include "cli.h"
#include "frontdesk/desk/lists.h"

struct json;

/* Which rows; NULL: every one. */
typedef bool list_show_fn(const struct desk *desk, const struct list_row *row,
			  const void *state);
/* A row in words of its own; false with what went wrong. */
typedef bool list_print_fn(const struct cli *cli, struct desk *desk,
			   const struct list_row *row, bool is_json,
			   struct error *err);
struct list_show {
	enum desk_list list;
	const char *format;   /* "text", "json", or NULL: text */
	const char *at_key;   /* what the row's instant is called in JSON */
	bool is_by_reference; /* a row is told by it, and not by its number */
	list_print_fn *print; /* NULL: as the lists of work are printed */
	list_show_fn *is_shown;
	const void *state;
};

/* A line for each row, or one JSON object a line. What an empty list says goes
 * to people alone. */
bool list_show(const struct cli *cli, struct desk *desk,
	       const struct list_show *show, struct error *err);

/* Whether it is JSON that was asked for; "text" and "json" alone are known. */
bool list_show_format(const char *format, bool *is_json, struct error *err);

/* The day of an instant at the site, as scripts read it. */
struct day list_show_day(const struct desk *desk, int64_t at);

/* One object on a line of its own; frees it. */
void list_show_json(const struct cli *cli, struct json *row);

#endif
