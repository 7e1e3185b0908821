#include "draft_file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "frontdesk/base/log.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/settings.h"

/* More programs of one person than that share nothing: they keep no draft. */
#define SLOTS 8

struct draft_file {
	char *folder;
	char *path;	   /* this program's own */
	int lock;	   /* held as long as it lives */
	char *left[SLOTS]; /* what others left, until it is kept here */
	int left_lock[SLOTS];
	size_t left_count;
	bool is_alone;
};

static char *find_folder(void)
{
	struct str path = STR_INIT;
	struct error err = {0};

	if (!settings_state_dir(&path, &err)) {
		log_problem(&err);
		str_release(&path);
		return NULL;
	}
	str_add(&path, "/drafts");
	if (mkdir(str_text(&path), 0700) != 0 && errno != EEXIST) {
		log_info("cannot make the drafts' folder: %s", strerror(errno));
		str_release(&path);
		return NULL;
	}
	return str_take(&path);
}

/* STORE-PERSON-SLOT.json, and .lock beside it. */
static char *slot_path(const char *folder, const struct desk *desk, int slot,
		       const char *end)
{
	struct str path = STR_INIT;

	str_addf(&path, "%s/%s-%lld-%d.%s", folder, desk_store_id(desk),
		 (long long)desk_session(desk)->staff_id, slot, end);
	return str_take(&path);
}

/* -1 where a living program holds it. */
static int take_lock(const char *path)
{
	struct stat held, named;
	int lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

	if (lock < 0)
		return -1;
	/* Whoever sweeps may have taken the name away meanwhile. */
	if (flock(lock, LOCK_EX | LOCK_NB) == 0 && fstat(lock, &held) == 0 &&
	    stat(path, &named) == 0 && held.st_ino == named.st_ino) {
		futimens(lock, NULL);
		return lock;
	}
	close(lock);
	return -1;
}

static bool is_old(const char *path)
{
	struct stat file;

	return stat(path, &file) == 0 &&
	       time(NULL) - file.st_mtime >
		   (time_t)DRAFT_FILE_DAYS * 24 * 60 * 60;
}

/* Anybody's, of any store: what is old is gone; no living program's is. */
static void sweep(const char *folder)
{
	DIR *entries = opendir(folder);
	const struct dirent *entry;

	while (entries && (entry = readdir(entries))) {
		struct str path = STR_INIT;
		int lock;

		str_addf(&path, "%s/%s", folder, entry->d_name);
		if (entry->d_name[0] != '.' && is_old(str_text(&path))) {
			lock = open(str_text(&path), O_RDWR | O_CLOEXEC);
			if (lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0)
				unlink(str_text(&path));
			if (lock >= 0)
				close(lock);
		}
		str_release(&path);
	}
	if (entries)
		closedir(entries);
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

static struct json *read_json(const char *path)
{
	struct str text = STR_INIT;
	struct json *object = NULL;
	struct error err = {0};

	if (read_whole(path, &text) &&
	    !json_parse(str_text(&text), text.len, &object, &err))
		log_problem(&err);
	str_release(&text);
	return object;
}

static void take_slot(struct draft_file *file, const struct desk *desk,
		      int slot)
{
	char *name = slot_path(file->folder, desk, slot, "lock");
	char *path = slot_path(file->folder, desk, slot, "json");
	int lock = take_lock(name);

	free(name);
	if (lock < 0) {
		file->is_alone = false;
		free(path);
	} else if (!file->path) {
		file->path = path;
		file->lock = lock;
	} else if (access(path, F_OK) == 0) {
		file->left[file->left_count] = path;
		file->left_lock[file->left_count++] = lock;
	} else {
		free(path);
		close(lock);
	}
}

struct found {
	struct json *object;
	int64_t at;
};

static int compare_found(const void *a, const void *b)
{
	const struct found *left = a, *right = b;

	return (left->at > right->at) - (left->at < right->at);
}

/* Oldest first, so that the last word is the newest. */
static void give_found(const struct draft_file *file, draft_found_fn *found,
		       void *state)
{
	struct found all[SLOTS + 1];
	size_t count = 0;

	for (size_t i = 0; i <= file->left_count; i++) {
		struct json *object =
		    read_json(i == 0 ? file->path : file->left[i - 1]);

		if (object)
			all[count++] = (struct found){
			    object, json_get_int(object, "kept_at", 0)};
	}
	qsort(all, count, sizeof(*all), compare_found);
	for (size_t i = 0; i < count; i++) {
		found(all[i].object, state);
		json_free(all[i].object);
	}
}

struct draft_file *draft_file_open(const struct desk *desk,
				   draft_found_fn *found, void *state)
{
	char *folder = find_folder();
	struct draft_file *file;

	if (!folder)
		return NULL;
	sweep(folder);
	file = mem_new(1, sizeof(*file));
	file->folder = folder;
	file->lock = -1;
	file->is_alone = true;
	for (int slot = 0; slot < SLOTS; slot++)
		take_slot(file, desk, slot);
	if (!file->path) {
		log_info("cannot keep drafts: %s has no room", folder);
		draft_file_close(file);
		return NULL;
	}
	give_found(file, found, state);
	return file;
}

bool draft_file_is_alone(const struct draft_file *file)
{
	return file->is_alone;
}

static void forget_left(struct draft_file *file, bool is_kept)
{
	for (size_t i = 0; i < file->left_count; i++) {
		if (is_kept)
			unlink(file->left[i]);
		close(file->left_lock[i]);
		free(file->left[i]);
	}
	file->left_count = 0;
}

void draft_file_close(struct draft_file *file)
{
	if (!file)
		return;
	forget_left(file, false);
	if (file->lock >= 0)
		close(file->lock);
	free(file->path);
	free(file->folder);
	free(file);
}

static bool write_all(int file, const char *text, size_t len)
{
	while (len > 0) {
		ssize_t part = write(file, text, len);

		if (part < 0 && errno == EINTR)
			continue;
		if (part <= 0)
			return false;
		text += part;
		len -= (size_t)part;
	}
	return true;
}

/* A name is on the disk when its folder is. */
static void sync_folder(const char *path)
{
	int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (folder < 0)
		return;
	fsync(folder);
	close(folder);
}

bool draft_file_write(struct draft_file *file, const struct str *text)
{
	struct str fresh = STR_INIT;
	bool done = false;
	int out;

	str_addf(&fresh, "%s.new", file->path);
	out = open(str_text(&fresh), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
		   0600);
	if (out >= 0) {
		done = write_all(out, text->text, text->len) && fsync(out) == 0;
		done = close(out) == 0 && done &&
		       rename(str_text(&fresh), file->path) == 0;
	}
	if (done) {
		sync_folder(file->folder);
		forget_left(file, true);
	} else {
		log_info("cannot keep what is typed: %s", strerror(errno));
	}
	str_release(&fresh);
	return done;
}

void draft_file_remove(struct draft_file *file)
{
	if (unlink(file->path) == 0)
		sync_folder(file->folder);
	forget_left(file, true);
}
