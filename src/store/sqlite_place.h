/*
 * sqlite_place.h - file systems that a store must not lie on
 */
#ifndef SQLITE_PLACE_H
#define SQLITE_PLACE_H

#include <stdbool.h>

#include "frontdesk/base/error.h"

/* ERROR_UNFIT where statfs(2)'s type is a network file system's. */
bool sqlite_system_check(const char *path, unsigned long type,
			 struct error *err);

#endif
