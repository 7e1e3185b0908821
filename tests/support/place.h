/*
 * place.h - a folder of a test's own, where the program finds its home
 */
#ifndef SUPPORT_PLACE_H
#define SUPPORT_PLACE_H

struct place {
	char path[64];
};

/*
 * Makes the folder and points HOME, the XDG folders, TZ (America/Los_Angeles),
 * TERM and the locale there, and CUPS nowhere, for this process and the
 * programs it runs. Fails the test where it cannot.
 */
void place_open(struct place *place);

/* Removes the folder with all that is in it. */
void place_close(struct place *place);

/* A path within, in a buffer of the caller's; returns it. */
const char *place_path(const struct place *place, const char *name, char *out,
		       unsigned long size);

#endif
