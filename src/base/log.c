/*
 * log.c - what the program did, for whoever looks after it
 *
 * A log that cannot be written is no reason to turn a visitor away: failures
 * here are silent.
 */
#include "frontdesk/base/log.h"

#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"

#define LOG_SIZE_MAX (1024 * 1024)

static int log_file = -1;
static char *log_path;

static void open_file(void)
{
	log_file =
	    open(log_path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

void log_open(const char *path)
{
	log_close();
	mem_replace(&log_path, path);
	if (log_path != NULL)
		open_file();
}

void log_close(void)
{
	if (log_file >= 0)
		close(log_file);
	log_file = -1;
	mem_replace(&log_path, NULL);
}

/* Moves a full log away, unless another program did so just now. */
static void rotate(void)
{
	struct str moved = STR_INIT;
	struct stat ours, there;

	if (fstat(log_file, &ours) != 0 || ours.st_size < LOG_SIZE_MAX)
		return;
	str_addf(&moved, "%s.1", log_path);
	if (stat(log_path, &there) == 0 && there.st_ino == ours.st_ino &&
	    there.st_dev == ours.st_dev)
		rename(log_path, moved.text);
	str_release(&moved);
	close(log_file);
	open_file();
}

/* One line in one write, so that programs do not mix within a line. */
static void write_line(const char *level, const char *text)
{
	struct str line = STR_INIT;
	time_t now = time(NULL);
	char stamp[32] = "";
	struct tm utc;
	ssize_t written;

	if (gmtime_r(&now, &utc) != NULL)
		strftime(stamp, sizeof(stamp), "%Y-%m-%dT%H:%M:%SZ", &utc);
	str_addf(&line, "%s %s ", stamp, level);
	text_clean(text, false, &line);
	str_add_char(&line, '\n');
	written = write(log_file, line.text, line.len);
	(void)written;
	str_release(&line);
}

void log_info(const char *format, ...)
{
	struct str text = STR_INIT;
	va_list args;

	if (log_file < 0)
		return;
	rotate();
	if (log_file < 0)
		return;
	va_start(args, format);
	str_addv(&text, format, args);
	va_end(args);
	write_line("info", str_text(&text));
	str_release(&text);
}

static const char *code_name(enum error_code code)
{
	static const char *const names[] = {
	    [ERROR_NONE] = "none",	     [ERROR_INVALID] = "invalid",
	    [ERROR_NOT_FOUND] = "not found", [ERROR_CONFLICT] = "conflict",
	    [ERROR_DENIED] = "denied",	     [ERROR_BUSY] = "busy",
	    [ERROR_FULL] = "full",	     [ERROR_READ_ONLY] = "read only",
	    [ERROR_NEWER] = "newer",	     [ERROR_DAMAGED] = "damaged",
	    [ERROR_UNFIT] = "unfit",	     [ERROR_SYSTEM] = "system",
	};

	return (size_t)code < MEM_COUNT(names) ? names[code] : "unknown";
}

void log_problem(const struct error *err)
{
	struct str text = STR_INIT;

	if (log_file < 0)
		return;
	rotate();
	if (log_file < 0)
		return;
	/* Not err->text: it may repeat what was typed. */
	str_add(&text, code_name(err->code));
	if (err->field[0] != '\0')
		str_addf(&text, " field=%s", err->field);
	if (err->detail[0] != '\0')
		str_addf(&text, ": %s", err->detail);
	write_line("problem", str_text(&text));
	str_release(&text);
}
