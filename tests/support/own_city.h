/*
 * own_city.h - a city of a test's own on a terminal, with nothing in it yet
 *
 * Its one supervisor is M. Hale, who is also the account that runs the test:
 * the command line acts as her. Every PIN is OWN_CITY_PIN. Everybody in it is
 * invented.
 */
#ifndef SUPPORT_OWN_CITY_H
#define SUPPORT_OWN_CITY_H

#include "desk_terminal.h"

#define OWN_CITY_PIN "4711"

/* In the place of the demo's store: Mesa Prueba in Los Angeles, City Hall,
 * Window 1 and Window 2; with the topics of data/topics or without. */
void own_city_make(struct desk_terminal *desk, bool has_topics);

/* frontdesk WORDS, which must end well. */
void own_city_do(struct desk_terminal *desk, const char *const words[]);

/* Imports CSV of a kind: residents, topics, visits. */
void own_city_import(struct desk_terminal *desk, const char *kind,
		     const char *csv);

/* Somebody more who works there; department and languages may be NULL. */
void own_city_staff(struct desk_terminal *desk, const char *login,
		    const char *name, const char *formal, const char *role,
		    const char *department, const char *languages);

/* What frontdesk WORDS writes; the caller frees it. */
char *own_city_ask(struct desk_terminal *desk, const char *const words[]);

/* The program on a terminal, as it asks who is there. */
struct terminal *own_city_start(struct desk_terminal *desk);

/* The same, signed in at a window ("1", "2"); no key is counted. */
struct terminal *own_city_open(struct desk_terminal *desk, const char *name,
			       const char *window);

#endif
