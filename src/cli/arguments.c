/*
 * arguments.c - the options and the words of a command
 */
#include "arguments.h"

#include <string.h>

#include "frontdesk/base/intl.h"

static bool keep(struct argument_list *list, const char *text,
		 struct error *err)
{
	if (list->count == ARGUMENTS_MAX)
		return error_set(err, ERROR_INVALID, "",
				 _("too many arguments: at most %d"),
				 ARGUMENTS_MAX);
	list->items[list->count++] = text;
	return true;
}

static const struct argument *find(const struct argument *known, size_t count,
				   const char *text)
{
	size_t len = strcspn(text, "=");

	for (size_t i = 0; i < count; i++)
		if (strlen(known[i].name) == len &&
		    strncmp(known[i].name, text, len) == 0)
			return &known[i];
	return NULL;
}

static bool take_value(const struct argument *argument, const char *value,
		       struct error *err)
{
	if (argument->list != NULL)
		return keep(argument->list, value, err);
	if (*argument->value != NULL)
		return error_set(err, ERROR_INVALID, "", _("%s is given twice"),
				 argument->name);
	*argument->value = value;
	return true;
}

/* *at stands on the option, and on its value afterwards. */
static bool take_option(const struct argument *argument, int argc, char **argv,
			int *at, struct error *err)
{
	const char *value = strchr(argv[*at], '=');

	if (argument->is_given != NULL) {
		*argument->is_given = true;
		if (value == NULL)
			return true;
		if (argument->value != NULL)
			return take_value(argument, value + 1, err);
		return error_set(err, ERROR_INVALID, "",
				 _("%s takes nothing after it"),
				 argument->name);
	}
	if (value != NULL)
		return take_value(argument, value + 1, err);
	if (*at + 1 == argc)
		return error_set(err, ERROR_INVALID, "",
				 _("%s needs something after it"),
				 argument->name);
	return take_value(argument, argv[++*at], err);
}

bool arguments_parse(int argc, char **argv, const struct argument *known,
		     size_t known_count, struct argument_list *words,
		     struct error *err)
{
	bool is_option = true;

	words->count = 0;
	for (int i = 1; i < argc; i++) {
		const struct argument *argument;

		if (is_option && strcmp(argv[i], "--") == 0) {
			is_option = false;
			continue;
		}
		if (!is_option || strncmp(argv[i], "--", 2) != 0) {
			if (!keep(words, argv[i], err))
				return false;
			continue;
		}
		argument = find(known, known_count, argv[i]);
		if (argument == NULL)
			return error_set(err, ERROR_INVALID, "",
					 _("%s has no option %s; \"frontdesk "
					   "help %s\" shows how it is used"),
					 argv[0], argv[i], argv[0]);
		if (!take_option(argument, argc, argv, &i, err))
			return false;
	}
	return true;
}

void arguments_join(const struct argument_list *words, struct str *out)
{
	for (size_t i = 0; i < words->count; i++) {
		if (i > 0)
			str_add_char(out, ' ');
		str_add(out, words->items[i]);
	}
}
