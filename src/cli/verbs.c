/*
 * verbs.c - a command of several verbs
 */
#include "verbs.h"

#include "frontdesk/base/str.h"
#include "frontdesk/desk/desk.h"

static const struct verb *find_verb(const struct verb_table *table,
				    const struct argument_list *words)
{
	if (words->count == 0)
		return table->verbs[0].word_count == 1 && table->verbs[0].name
			   ? &table->verbs[0]
			   : NULL;
	for (size_t i = 0; i < table->count; i++)
		if (table->verbs[i].word_count == words->count &&
		    (table->verbs[i].name == NULL ||
		     str_same(table->verbs[i].name, words->items[0])))
			return &table->verbs[i];
	return NULL;
}

int verbs_run(struct cli *cli, int argc, char **argv,
	      const struct verb_table *table)
{
	struct argument_list words;
	struct error err = {0};
	const struct verb *verb;
	struct desk *desk;
	bool is_done;

	if (!arguments_parse(argc, argv, table->known, table->known_count,
			     &words, &err))
		return cli_misused(cli, &err);
	verb = find_verb(table, &words);
	if (verb == NULL)
		return cli_usage(cli, argv[0]);
	if (!cli_open_desk(cli, &desk, &err))
		return cli_fail(cli, &err);
	is_done = verb->run(cli, desk, &words, table->options, &err);
	desk_close(desk);
	return cli_end(cli, is_done, &err);
}
