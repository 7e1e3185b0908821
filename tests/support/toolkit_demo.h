/*
 * toolkit_demo.h - a small screen of its own for the tests of the toolkit
 *
 * A form of three rows above a list of names, with a choice (F9), a question
 * (F7) and a pick (F4); another screen that locks it. What stands in its first
 * row is kept in the file that DEMO_DRAFT names. Where the file that DEMO_LATER
 * names is there, six minutes have passed. DEMO_ASCII: lines of ASCII.
 */
#ifndef FRONTDESK_TESTS_TOOLKIT_DEMO_H
#define FRONTDESK_TESTS_TOOLKIT_DEMO_H

/* Runs it on this terminal until it is left: main's status. */
int toolkit_demo(void);

#endif
