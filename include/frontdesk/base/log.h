/*
 * log.h - what the program did, for whoever looks after it
 *
 * Lines of "YYYY-MM-DDTHH:MM:SSZ level text" in $XDG_STATE_HOME/frontdesk/log.
 * Never a resident's text. Nothing is written before log_open; at 1 MiB the
 * file moves to log.1.
 */
#ifndef FRONTDESK_BASE_LOG_H
#define FRONTDESK_BASE_LOG_H

#include "frontdesk/base/error.h"

void log_open(const char *path);
void log_close(void);
void log_info(const char *format, ...) __attribute__((format(printf, 1, 2)));
void log_problem(const struct error *err); /* code, field and detail */

#endif
