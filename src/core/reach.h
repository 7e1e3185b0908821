/*
 * reach.h - lists of ways to reach somebody, as records own them
 */
#ifndef FRONTDESK_CORE_REACH_H
#define FRONTDESK_CORE_REACH_H

#include "frontdesk/core/resident.h"

void reaches_add(struct reach **reaches, size_t *count, enum reach_kind kind,
		 const char *value);
void reaches_release(struct reach *reaches, size_t count);
bool reaches_check(const struct reach *reaches, size_t count,
		   struct error *err);

#endif
