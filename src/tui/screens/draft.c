#include "draft.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "frontdesk/base/json.h"
#include "frontdesk/base/log.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/settings.h"

void draft_release(struct draft *draft)
{
	free(draft->form);
	memset(draft, 0, sizeof(*draft));
}

/* $XDG_STATE_HOME/frontdesk/drafts/STORE-LOGIN.json */
static bool find_path(struct desk *desk, struct str *out)
{
	struct error err = { 0 };

	if (!settings_state_dir(out, &err)) {
		log_problem(&err);
		return false;
	}
	str_add(out, "/drafts");
	if (mkdir(str_text(out), 0700) != 0 && errno != EEXIST) {
		log_info("cannot make the drafts' folder: %s", strerror(errno));
		return false;
	}
	str_addf(out, "/%s-%lld.json", desk_store_id(desk),
		 (long long)desk_session(desk)->staff_id);
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
		done = write(file, text->text, text->len) ==
			       (ssize_t)text->len &&
		       fdatasync(file) == 0;
		done = close(file) == 0 && done &&
		       rename(str_text(&fresh), path) == 0;
	}
	str_release(&fresh);
	return done;
}

void draft_keep(struct desk *desk, const struct draft *draft)
{
	struct json *object = json_new_object();
	struct str path = STR_INIT, text = STR_INIT;

	json_put_int(object, "visit", draft->visit_id);
	json_put_int(object, "opened_at", draft->opened_at);
	json_put_int(object, "resident", draft->resident_id);
	json_put_int(object, "organisation", draft->organisation_id);
	json_put_text(object, "channel", channel_name(draft->channel));
	json_put_text(object, "form", draft->form);
	json_write(object, false, &text);
	if (find_path(desk, &path) && !write_whole(str_text(&path), &text))
		log_info("cannot keep the draft: %s", strerror(errno));
	json_free(object);
	str_release(&path);
	str_release(&text);
}

void draft_forget(struct desk *desk)
{
	struct str path = STR_INIT;

	if (find_path(desk, &path))
		unlink(str_text(&path));
	str_release(&path);
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

bool draft_read(struct desk *desk, struct draft *out)
{
	struct str path = STR_INIT, text = STR_INIT;
	struct json *object = NULL;
	struct error err = { 0 };
	bool is_read = find_path(desk, &path) &&
		       read_whole(str_text(&path), &text) &&
		       json_parse(str_text(&text), text.len, &object, &err);

	*out = (struct draft){ 0 };
	if (is_read) {
		out->visit_id = json_get_int(object, "visit", 0);
		out->opened_at = json_get_int(object, "opened_at", 0);
		out->resident_id = json_get_int(object, "resident", 0);
		out->organisation_id = json_get_int(object, "organisation", 0);
		channel_parse(json_get_text(object, "channel"), &out->channel,
			      &err);
		out->form = mem_copy(json_get_text(object, "form"));
	}
	json_free(object);
	str_release(&path);
	str_release(&text);
	return is_read;
}
