/*
 * arguments.h - the options and the words of a command
 */
#ifndef FRONTDESK_CLI_ARGUMENTS_H
#define FRONTDESK_CLI_ARGUMENTS_H

#include <stdbool.h>
#include <stddef.h>

#include "frontdesk/base/error.h"
#include "frontdesk/base/str.h"

#define ARGUMENTS_MAX 64

/* Borrowed from the command line. */
struct argument_list {
	const char *items[ARGUMENTS_MAX];
	size_t count;
};

/* Exactly one of the three says what the option takes; value with is_given: it
 * may stand alone, and its value only behind a "=". */
struct argument {
	const char *name;	    /* "--format" */
	const char **value;	    /* one value; given twice is refused */
	struct argument_list *list; /* a value each time it is given */
	bool *is_given;		    /* none */
};

/*
 * argv[0] is the command. Options may stand before, between and after words,
 * as --name value or --name=value; after "--" all are words. ERROR_INVALID
 * names what is not known, what lacks its value, what was given twice.
 */
bool arguments_parse(int argc, char **argv, const struct argument *known,
		     size_t known_count, struct argument_list *words,
		     struct error *err);

/* The words with a blank between them, added to out. */
void arguments_join(const struct argument_list *words, struct str *out);

#endif
