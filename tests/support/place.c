#include "place.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>
#include <ftw.h>
#include <sys/stat.h>

static void point(const struct place *place, const char *variable,
		  const char *name)
{
	char path[128];

	place_path(place, name, path, sizeof(path));
	assert_int_equal(mkdir(path, 0700), 0);
	assert_int_equal(setenv(variable, path, 1), 0);
}

void place_open(struct place *place)
{
	snprintf(place->path, sizeof(place->path), "/tmp/frontdesk-XXXXXX");
	assert_non_null(mkdtemp(place->path));
	point(place, "HOME", "home");
	point(place, "XDG_CONFIG_HOME", "config");
	point(place, "XDG_DATA_HOME", "data");
	point(place, "XDG_STATE_HOME", "state");
	point(place, "XDG_CACHE_HOME", "cache");
	setenv("TZ", "America/Los_Angeles", 1);
	setenv("TERM", "xterm-256color", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	/* This machine's own printers are not for tests. */
	setenv("CUPS_SERVER", "/nowhere/cups.sock", 1);
	unsetenv("NO_COLOR");
}

static int remove_one(const char *path, const struct stat *status, int kind,
		      struct FTW *walk)
{
	(void)status;
	(void)kind;
	(void)walk;
	return remove(path);
}

void place_close(struct place *place)
{
	assert_int_equal(
	    nftw(place->path, remove_one, 16, FTW_DEPTH | FTW_PHYS), 0);
}

const char *place_path(const struct place *place, const char *name, char *out,
		       unsigned long size)
{
	snprintf(out, size, "%s/%s", place->path, name);
	return out;
}
