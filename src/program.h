/*
 * program.h - the program, but for where its time comes from
 */
#ifndef FRONTDESK_PROGRAM_H
#define FRONTDESK_PROGRAM_H

#include "frontdesk/base/clock.h"

/* Exit status: 0 done, 1 nothing found or not done, 2 wrong usage. */
int program_run(const struct clock *clock, int argc, char **argv);

#endif
