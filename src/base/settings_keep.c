/*
 * settings_keep.c - one setting written into the person's own file
 */
#include "frontdesk/base/settings.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "settings_private.h"

/* What is kept, and where the lines are by now. */
struct keeping {
	const char *section, *key, *value;
	bool is_there;	 /* the key has a value in the section */
	bool is_within;	 /* the section */
	bool is_dropped; /* the line before: so are those that go on with it */
	bool is_done;
	struct str out;
};

static bool cannot(const char *path, struct error *err)
{
	return error_set(err, errno == ENOSPC ? ERROR_FULL : ERROR_SYSTEM, "",
			 _("cannot keep the setting in %s: %s"), path,
			 strerror(errno));
}

/* A missing file is an empty one. */
static bool read_whole(const char *path, struct str *out, struct error *err)
{
	FILE *file = fopen(path, "re");
	char block[4096];
	size_t len;

	if (file == NULL)
		return errno == ENOENT || cannot(path, err);
	while ((len = fread(block, 1, sizeof(block), file)) > 0)
		str_add_n(out, block, len);
	if (ferror(file)) {
		cannot(path, err);
		fclose(file);
		return false;
	}
	fclose(file);
	return true;
}

static void put(struct keeping *keeping)
{
	str_addf(&keeping->out, "%s = %s\n", keeping->key, keeping->value);
	keeping->is_done = true;
}

/* Whether the line gives the key a value. */
static bool is_pair(const char *line, const char *key)
{
	size_t len = strlen(key);

	line += strspn(line, " \t");
	if (strncmp(line, key, len) != 0)
		return false;
	line += len;
	line += strspn(line, " \t");
	return *line == '=' || *line == ':';
}

static bool is_section(const char *line, const char *section)
{
	size_t len = strlen(section);

	return line[0] == '[' && strncmp(line + 1, section, len) == 0 &&
	       line[len + 1] == ']';
}

/* Every other line stays as it is; the value is put at its old place, else
 * below the head of the section. */
static void take_line(struct keeping *keeping, const char *line)
{
	bool is_head = line[0] == '[';

	if (keeping->is_dropped && (line[0] == ' ' || line[0] == '\t'))
		return;
	keeping->is_dropped =
	    !is_head && keeping->is_within && is_pair(line, keeping->key);
	if (is_head)
		keeping->is_within = is_section(line, keeping->section);
	if (!keeping->is_dropped)
		str_addf(&keeping->out, "%s\n", line);
	if (!keeping->is_done &&
	    (keeping->is_dropped ||
	     (is_head && keeping->is_within && !keeping->is_there)))
		put(keeping);
	keeping->is_there |= keeping->is_dropped;
}

static void take_lines(struct keeping *keeping, const char *text)
{
	while (*text != '\0') {
		size_t len = strcspn(text, "\n");
		char *line = mem_copy_n(text, len);

		take_line(keeping, line);
		free(line);
		text += len;
		text += *text != '\0';
	}
}

static void rewrite(struct keeping *keeping, const char *text)
{
	struct keeping look = {.section = keeping->section,
			       .key = keeping->key,
			       .value = keeping->value};

	take_lines(&look, text);
	keeping->is_there = look.is_there;
	str_release(&look.out);
	take_lines(keeping, text);
	if (keeping->is_done)
		return;
	str_addf(&keeping->out, "%s[%s]\n", keeping->out.len > 0 ? "\n" : "",
		 keeping->section);
	put(keeping);
}

static bool write_new(const char *path, const struct str *text, mode_t mode,
		      struct error *err)
{
	int file =
	    open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode & 0777);
	bool is_written;

	if (file < 0)
		return cannot(path, err);
	is_written =
	    write(file, str_text(text), text->len) == (ssize_t)text->len &&
	    fsync(file) == 0;
	if (!is_written)
		cannot(path, err);
	if (close(file) != 0 && is_written)
		is_written = cannot(path, err);
	return is_written;
}

/* Beside it, then in its place: whoever reads finds the old or the new one.
 * Where the file is a link, what it leads to is replaced. */
static bool replace(const char *path, const struct str *text, struct error *err)
{
	char *real = realpath(path, NULL);
	const char *place = real != NULL ? real : path;
	struct str beside = STR_INIT;
	struct stat there;
	mode_t mode = stat(place, &there) == 0 ? there.st_mode : 0600;
	bool is_done;

	str_addf(&beside, "%s.new", place);
	is_done = write_new(str_text(&beside), text, mode, err);
	if (is_done && rename(str_text(&beside), place) != 0)
		is_done = cannot(path, err);
	if (!is_done)
		unlink(str_text(&beside));
	str_release(&beside);
	free(real);
	return is_done;
}

bool settings_keep(const char *section, const char *key, const char *value,
		   struct error *err)
{
	struct keeping keeping = {
	    .section = section, .key = key, .value = value};
	struct str path = STR_INIT, text = STR_INIT;
	bool is_done = settings_make_config_file(&path, err) &&
		       read_whole(str_text(&path), &text, err);

	if (is_done) {
		rewrite(&keeping, str_text(&text));
		is_done = replace(str_text(&path), &keeping.out, err);
	}
	str_release(&keeping.out);
	str_release(&text);
	str_release(&path);
	return is_done;
}
