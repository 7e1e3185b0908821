/*
 * printers_parse.c - what lpstat says in the C locale, line by line
 */
#include "frontdesk/report/printers.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"

/* The printer that the indented lines below are about, and whether they have
 * its reason first. */
struct parsing {
	struct printer_list *list;
	size_t about; /* list->count: none */
	bool is_reason_next;
};

static const char *behind(const char *line, const char *start)
{
	size_t len = strlen(start);

	return strncmp(line, start, len) == 0 ? line + len : NULL;
}

/* Its place in the list, where it is put if it is new. */
static size_t place_of(struct printer_list *list, const char *name, size_t len)
{
	struct printer *printer;

	for (size_t i = 0; i < list->count; i++)
		if (strlen(list->items[i].name) == len &&
		    memcmp(list->items[i].name, name, len) == 0)
			return i;
	list->items = mem_grow(list->items, list->count, sizeof(*list->items));
	printer = &list->items[list->count];
	memset(printer, 0, sizeof(*printer));
	printer->name = mem_copy_n(name, len);
	return list->count++;
}

static void take_text(char **slot, const char *text)
{
	struct str clean = STR_INIT;

	text += strspn(text, " \t");
	text_clean(text, false, &clean);
	mem_replace(slot,
		    str_is_blank(str_text(&clean)) ? NULL : str_text(&clean));
	str_release(&clean);
}

/* CUPS repeats the name where nobody described it. */
static void take_description(struct printer *printer, const char *text)
{
	take_text(&printer->description, text);
	if (str_same(printer->description, printer->name))
		mem_replace(&printer->description, NULL);
}

/* "printer NAME is idle.  enabled since …", "printer NAME disabled since …" */
static void parse_printer(struct parsing *parsing, const char *rest)
{
	size_t len = strcspn(rest, " ");
	struct printer *printer;

	parsing->about = place_of(parsing->list, rest, len);
	printer = &parsing->list->items[parsing->about];
	printer->is_stopped = behind(rest + len, " disabled") != NULL;
	parsing->is_reason_next = printer->is_stopped;
}

/* "NAME accepting requests since …", "NAME not accepting requests since …" */
static bool parse_accepting(struct parsing *parsing, const char *line)
{
	size_t len = strcspn(line, " ");
	bool is_rejecting = behind(line + len, " not accepting requests");

	if (len == 0 ||
	    (!is_rejecting && !behind(line + len, " accepting requests")))
		return false;
	parsing->about = place_of(parsing->list, line, len);
	parsing->list->items[parsing->about].is_rejecting = is_rejecting;
	parsing->is_reason_next = is_rejecting;
	return true;
}

/* What stands indented below a printer. */
static void parse_detail(struct parsing *parsing, const char *line)
{
	struct printer *printer;
	const char *value;

	if (parsing->about >= parsing->list->count)
		return;
	printer = &parsing->list->items[parsing->about];
	line += strspn(line, " \t");
	if (parsing->is_reason_next && strcmp(line, "reason unknown") != 0)
		take_text(&printer->reason, line);
	else if ((value = behind(line, "Description:")) != NULL)
		take_description(printer, value);
	else if ((value = behind(line, "Location:")) != NULL)
		take_text(&printer->location, value);
	parsing->is_reason_next = false;
}

static void parse_line(struct parsing *parsing, const char *line)
{
	const char *rest = behind(line, "system default destination: ");

	if (line[0] == ' ' || line[0] == '\t') {
		parse_detail(parsing, line);
		return;
	}
	parsing->about = parsing->list->count;
	if (rest != NULL) {
		size_t at = place_of(parsing->list, rest, strlen(rest));

		parsing->list->items[at].is_default = true;
	} else if ((rest = behind(line, "printer ")) != NULL) {
		parse_printer(parsing, rest);
	} else if (behind(line, "lpstat: ") != NULL) {
		if (strstr(line, "Scheduler is not running") != NULL ||
		    strstr(line, "nable to connect") != NULL)
			parsing->list->is_down = true;
	} else if (!parse_accepting(parsing, line) && line[0] != '\0' &&
		   line[strcspn(line, " ")] == '\0') {
		place_of(parsing->list, line, strlen(line));
	}
}

void printers_parse(const char *answer, struct printer_list *out)
{
	struct parsing parsing = {.list = out};

	*out = (struct printer_list){0};
	while (*answer != '\0') {
		size_t len = strcspn(answer, "\r\n");
		char *line = mem_copy_n(answer, len);

		parse_line(&parsing, line);
		free(line);
		answer += len;
		answer += *answer != '\0';
	}
}
