/*
 * aside.c - a folder in which files are written before they are put in place
 */
#include "aside.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "output.h"

#define NAME ".frontdesk-"
#define LETTERS 6 /* of mkdtemp() */
#define TRIES 8

static bool is_name(const char *name)
{
	size_t len = strlen(NAME);

	return strncmp(name, NAME, len) == 0 && strlen(name) == len + LETTERS;
}

/* An open folder of this user's whose maker lives no more; -1: it is not. */
static int lock_left(int folder, const char *name)
{
	int aside = openat(folder, name,
			   O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	struct stat is;

	if (aside < 0)
		return -1;
	if (fstat(aside, &is) == 0 && is.st_uid == geteuid() &&
	    flock(aside, LOCK_EX | LOCK_NB) == 0)
		return aside;
	close(aside);
	return -1;
}

/* Files alone: a folder in it is nobody's of ours, and stays with it. */
static void take_away(int folder, const char *name, int aside)
{
	int listed = dup(aside);
	DIR *entries = listed >= 0 ? fdopendir(listed) : NULL;
	const struct dirent *entry;

	if (entries == NULL) {
		if (listed >= 0)
			close(listed);
		return;
	}
	while ((entry = readdir(entries)) != NULL)
		unlinkat(aside, entry->d_name, 0);
	closedir(entries);
	unlinkat(folder, name, AT_REMOVEDIR);
}

static void sweep(const char *path)
{
	DIR *entries = opendir(path);
	const struct dirent *entry;

	while (entries != NULL && (entry = readdir(entries)) != NULL) {
		int folder = dirfd(entries);
		int aside = is_name(entry->d_name)
				? lock_left(folder, entry->d_name)
				: -1;

		if (aside < 0)
			continue;
		take_away(folder, entry->d_name, aside);
		close(aside);
	}
	if (entries != NULL)
		closedir(entries);
}

/* Between its making and its lock another sweep may have taken it away. */
static bool make(const char *folder, struct aside *out, struct error *err)
{
	struct stat here, locked;

	str_clear(&out->path);
	str_addf(&out->path, "%s/" NAME "XXXXXX", folder);
	if (mkdtemp(out->path.text) == NULL)
		return output_cannot_write(folder, err);
	out->lock = open(str_text(&out->path),
			 O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (out->lock < 0)
		return output_cannot_write(folder, err);
	/* Where the file system has no locks nobody can sweep it either. */
	flock(out->lock, LOCK_EX);
	if (stat(str_text(&out->path), &here) == 0 &&
	    fstat(out->lock, &locked) == 0 && here.st_ino == locked.st_ino)
		return true;
	close(out->lock);
	out->lock = -1;
	errno = ENOENT;
	return output_cannot_write(folder, err);
}

bool aside_open(const char *folder, struct aside *out, struct error *err)
{
	*out = (struct aside){.lock = -1};
	sweep(folder);
	for (int i = 0; i < TRIES; i++) {
		error_clear(err);
		if (make(folder, out, err))
			return true;
		if (errno != ENOENT)
			break;
	}
	str_release(&out->path);
	return false;
}

void aside_close(struct aside *aside)
{
	take_away(AT_FDCWD, str_text(&aside->path), aside->lock);
	close(aside->lock);
	str_release(&aside->path);
}
