/*
 * summary_files.c - the tables of a summary, written into a folder
 */
#include "summary_files.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "aside.h"
#include "output.h"

bool summary_files_is_folder(const char *path)
{
	size_t len = strlen(path);
	struct stat is;

	return (len > 0 && path[len - 1] == '/') ||
	       (stat(path, &is) == 0 && S_ISDIR(is.st_mode));
}

struct folder {
	const char *path;
	struct aside aside;
	const struct day_files *files;
};

static char *path_in(const char *folder, const struct day_file *file)
{
	size_t len = strlen(folder);
	struct str path = STR_INIT;

	str_addf(&path, "%s%s%s.csv", folder,
		 len > 0 && folder[len - 1] == '/' ? "" : "/", file->name);
	return str_take(&path);
}

/* rename() would find it out when others are in their place already. */
static bool check_place(const char *path, struct error *err)
{
	struct stat is;

	if (lstat(path, &is) != 0 || !S_ISDIR(is.st_mode))
		return true;
	errno = EISDIR;
	return output_cannot_write(path, err);
}

static bool write_aside(const struct folder *folder, struct error *err)
{
	for (size_t i = 0; i < folder->files->count; i++) {
		const struct day_file *file = &folder->files->items[i];
		char *aside = path_in(str_text(&folder->aside.path), file);
		char *path = path_in(folder->path, file);
		bool is_done = check_place(path, err) &&
			       output_write_file(aside, &file->text, err);

		free(aside);
		free(path);
		if (!is_done)
			return false;
	}
	return true;
}

static bool put_in_place(const struct folder *folder, struct error *err)
{
	for (size_t i = 0; i < folder->files->count; i++) {
		const struct day_file *file = &folder->files->items[i];
		char *aside = path_in(str_text(&folder->aside.path), file);
		char *path = path_in(folder->path, file);
		bool is_done =
		    rename(aside, path) == 0 || output_cannot_write(path, err);

		free(aside);
		free(path);
		if (!is_done)
			return false;
	}
	return true;
}

bool summary_files_write_folder(const char *path, const struct day_files *files,
				struct error *err)
{
	struct folder folder = {.path = path, .files = files};
	bool is_new = mkdir(path, 0777) == 0;
	bool is_done;

	if (!is_new && errno != EEXIST)
		return output_cannot_write(path, err);
	is_done = aside_open(path, &folder.aside, err);
	if (is_done) {
		is_done =
		    write_aside(&folder, err) && put_in_place(&folder, err);
		aside_close(&folder.aside);
	}
	if (!is_done && is_new)
		rmdir(path);
	return is_done;
}
