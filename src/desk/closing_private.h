/*
 * closing_private.h - what the files of a day's closing share
 */
#ifndef CLOSING_PRIVATE_H
#define CLOSING_PRIVATE_H

#include "desk_private.h"
#include "frontdesk/store/closing.h"

/* The form that is no form: the whole summary (day_fields.h), with names. */
#define CLOSING_DATA "data"

#endif
