/*
 * print_private.h - what the files of printing share
 */
#ifndef PRINT_PRIVATE_H
#define PRINT_PRIVATE_H

#include "frontdesk/base/error.h"
#include "pipe.h"

/* Says why lp, which was to print on this printer, did not take it; false. */
bool print_refused(const struct pipe_result *result, const char *printer,
		   struct error *err);

#endif
