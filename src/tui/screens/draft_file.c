#include "draft_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "frontdesk/base/log.h"
#include "frontdesk/base/settings.h"

/* $XDG_STATE_HOME/frontdesk/drafts/STORE-PERSON-KIND.json */
static bool find_path(struct desk *desk, const char *kind, struct str *out)
{
	struct error err = {0};

	if (!settings_state_dir(out, &err)) {
		log_problem(&err);
		return false;
	}
	str_add(out, "/drafts");
	if (mkdir(str_text(out), 0700) != 0 && errno != EEXIST) {
		log_info("cannot make the drafts' folder: %s", strerror(errno));
		return false;
	}
	str_addf(out, "/%s-%lld-%s.json", desk_store_id(desk),
		 (long long)desk_session(desk)->staff_id, kind);
	return true;
}

static bool write_whole(const char *path, const struct str *text)
{
	struct str fresh = STR_INIT;
	bool done = false;
	int file;

	str_addf(&fresh, "%s.new", path);
	file = open(str_text(&fresh), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
		    0600);
	if (file >= 0) {
		done =
		    write(file, text->text, text->len) == (ssize_t)text->len &&
		    fdatasync(file) == 0;
		done = close(file) == 0 && done &&
		       rename(str_text(&fresh), path) == 0;
	}
	str_release(&fresh);
	return done;
}

void draft_file_write(struct desk *desk, const char *kind,
		      const struct json *object)
{
	struct str path = STR_INIT, text = STR_INIT;

	json_write(object, false, &text);
	if (find_path(desk, kind, &path) &&
	    !write_whole(str_text(&path), &text))
		log_info("cannot keep the draft: %s", strerror(errno));
	str_release(&path);
	str_release(&text);
}

static bool read_whole(const char *path, struct str *out)
{
	FILE *file = fopen(path, "re");
	char part[4096];
	size_t len;

	if (!file)
		return false;
	while ((len = fread(part, 1, sizeof(part), file)) > 0)
		str_add_n(out, part, len);
	fclose(file);
	return out->len > 0;
}

struct json *draft_file_read(struct desk *desk, const char *kind)
{
	struct str path = STR_INIT, text = STR_INIT;
	struct json *object = NULL;
	struct error err = {0};

	if (find_path(desk, kind, &path) && read_whole(str_text(&path), &text))
		json_parse(str_text(&text), text.len, &object, &err);
	str_release(&path);
	str_release(&text);
	return object;
}

void draft_file_remove(struct desk *desk, const char *kind)
{
	struct str path = STR_INIT;

	if (find_path(desk, kind, &path))
		unlink(str_text(&path));
	str_release(&path);
}
