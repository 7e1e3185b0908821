/*
 * stub.c - programs of a test's own in the place of the system's
 */
#include "stub.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

void stub_put(const struct desk_terminal *desk, const char *name,
	      const char *body)
{
	char path[160];
	FILE *file;

	place_path(&desk->place, name, path, sizeof(path));
	file = fopen(path, "w");
	assert_non_null(file);
	fprintf(file, "#!/bin/sh\ncd '%s'\n%s\n", desk->place.path, body);
	fclose(file);
	assert_int_equal(chmod(path, 0700), 0);
}

struct terminal *stub_open(struct desk_terminal *desk)
{
	const char *const argv[] = {desk->program, "--demo", "--store",
				    desk->store, NULL};
	char path[4096];
	const char *const env[] = {path, NULL};
	struct terminal *terminal;

	snprintf(path, sizeof(path), "PATH=%s:%s", desk->place.path,
		 getenv("PATH"));
	terminal = desk_terminal_start(desk, argv, env, 80, 24);
	terminal_wait_text(terminal, "Who or what?");
	return terminal;
}

void stub_expect(const struct desk_terminal *desk, const char *name,
		 const char *part)
{
	static char text[16384];
	char path[160];
	FILE *file;

	place_path(&desk->place, name, path, sizeof(path));
	file = fopen(path, "r");
	assert_non_null(file);
	text[fread(text, 1, sizeof(text) - 1, file)] = '\0';
	fclose(file);
	if (!strstr(text, part))
		fail_msg("\"%s\" is not in %s:\n%s", part, name, text);
}
