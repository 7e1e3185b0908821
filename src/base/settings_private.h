/*
 * settings_private.h - where the person's own settings lie
 */
#ifndef SETTINGS_PRIVATE_H
#define SETTINGS_PRIVATE_H

#include <stdbool.h>

#include "frontdesk/base/str.h"

/* Adds the path; false where the person has no home. */
bool settings_config_file(struct str *out);

#endif
