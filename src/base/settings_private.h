/*
 * settings_private.h - where the person's own settings lie
 */
#ifndef SETTINGS_PRIVATE_H
#define SETTINGS_PRIVATE_H

#include <stdbool.h>

#include "frontdesk/base/error.h"
#include "frontdesk/base/str.h"

/* Adds the path; false where the person has no home. */
bool settings_config_file(struct str *out);

/* The same; its folder is made where it is missing. */
bool settings_make_config_file(struct str *out, struct error *err);

#endif
