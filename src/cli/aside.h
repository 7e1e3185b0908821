/*
 * aside.h - a folder in which files are written before they are put in place
 */
#ifndef ASIDE_H
#define ASIDE_H

#include <stdbool.h>

#include "frontdesk/base/error.h"
#include "frontdesk/base/str.h"

/* It is locked for as long as whoever made it lives. */
struct aside {
	struct str path;
	int lock;
};

/* A new one in the folder, on the same file system. Those that a killed
 * program left there are taken away first. */
bool aside_open(const char *folder, struct aside *out, struct error *err);
/* Takes it away with every file that is still in it. */
void aside_close(struct aside *aside);

#endif
