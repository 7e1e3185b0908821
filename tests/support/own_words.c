/*
 * own_words.c - the data folder as files of a test's own
 */
#include "own_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static char data[128];

void own_words_copy(struct place *place)
{
	char command[600];

	place_path(place, "own-data", data, sizeof(data));
	snprintf(command, sizeof(command),
		 "rm -rf '%s' && mkdir -p '%s' && cp -r '%s/data/.' '%s/'",
		 data, data, SOURCE_DIR, data);
	assert_int_equal(system(command), 0);
	assert_int_equal(setenv("FRONTDESK_DATA_DIR", data, 1), 0);
}

void own_words_forget(void)
{
	unsetenv("FRONTDESK_DATA_DIR");
}

static void put(const char *name, const char *mode, const char *head,
		const char *rows)
{
	char path[160];
	FILE *out;

	snprintf(path, sizeof(path), "%s/%s", data, name);
	out = fopen(path, mode);
	assert_non_null(out);
	fputs(head, out);
	fputs(rows, out);
	assert_int_equal(fclose(out), 0);
}

void own_words_cues(const char *rows)
{
	put("cues/city.tsv", "w",
	    "# cue\tstandard\tmoment\tcondition\tlanguage\tkind\t"
	    "urgency\ttext\n",
	    rows);
}

void own_words_append(const char *name, const char *rows)
{
	put(name, "a", "", rows);
}
