/*
 * verbs.h - a command of several verbs: "frontdesk promise keep 12"
 */
#ifndef FRONTDESK_CLI_VERBS_H
#define FRONTDESK_CLI_VERBS_H

#include "arguments.h"
#include "commands.h"

struct verb {
	const char *name;  /* NULL, the last: its words stand alone */
	size_t word_count; /* the name is one of them */
	bool (*run)(struct cli *cli, struct desk *desk,
		    const struct argument_list *words, const void *options,
		    struct error *err);
};

struct verb_table {
	const struct verb *verbs; /* the first is meant without a word, where it
				   needs no other */
	size_t count;
	const struct argument *known; /* of every verb */
	size_t known_count;
	const void *options; /* what known fills */
};

/* Reads the arguments, opens the desk and runs the verb; an enum cli_exit. */
int verbs_run(struct cli *cli, int argc, char **argv,
	      const struct verb_table *table);

#endif
