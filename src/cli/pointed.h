/*
 * pointed.h - what the words of a command point at
 */
#ifndef FRONTDESK_CLI_POINTED_H
#define FRONTDESK_CLI_POINTED_H

#include <stdbool.h>
#include <stdint.h>

#include "frontdesk/base/error.h"

struct desk;

/* Somebody who works here, by login. */
bool pointed_staff(struct desk *desk, const char *login, int64_t *staff_id,
		   struct error *err);
/* A topic by its code, else by its name where only one answers to it. */
bool pointed_topic(struct desk *desk, const char *text, int64_t *topic_id,
		   struct error *err);
bool pointed_department(struct desk *desk, const char *name,
			int64_t *department_id, struct error *err);
/* A number of those that "frontdesk LIST" prints. */
bool pointed_number(const char *text, const char *list, int64_t *id,
		    struct error *err);

#endif
