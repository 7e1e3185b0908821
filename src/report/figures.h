/*
 * figures.h - the summary as one list of named figures
 *
 * CSV, its tables and JSON are made by the same walk, so that they cannot
 * disagree.
 */
#ifndef FIGURES_H
#define FIGURES_H

#include <stdbool.h>
#include <stdint.h>

#include "frontdesk/desk/day.h"

/*
 * Where figures go. key is NULL for the members of a list, which are objects.
 * Text is cleaned already. A share is a part of 1 with four digits. What is
 * NULL of number, share and truth comes as text: "12", "0.7778", "yes".
 */
struct figure_sink {
	void (*open)(void *state, const char *key, bool is_list);
	void (*close)(void *state);
	void (*text)(void *state, const char *key, const char *value);
	void (*none)(void *state, const char *key); /* not applicable */
	void (*number)(void *state, const char *key, int64_t value);
	void (*share)(void *state, const char *key, int ten_thousandths);
	void (*truth)(void *state, const char *key, bool value);
};

struct figures {
	const struct figure_sink *sink;
	void *state;
	bool with_names;
};

void figures_walk(const struct figures *figures, const struct summary *summary);

/* "0.7778". */
#define FIGURES_SHARE_SIZE 24
void figures_format_share(int ten_thousandths, char out[FIGURES_SHARE_SIZE]);

/* For the files of the walk. */
void figures_open(const struct figures *figures, const char *key);
void figures_open_list(const struct figures *figures, const char *key);
void figures_close(const struct figures *figures);
void figures_number(const struct figures *figures, const char *key,
		    int64_t value);
void figures_text(const struct figures *figures, const char *key,
		  const char *value);
/* {"n", "count", "share"}; the share of nothing is not applicable. */
void figures_ratio(const struct figures *figures, const char *key,
		   int64_t count, int64_t n);
/* n and the lengths, beside whatever else the open object has. */
void figures_lengths(const struct figures *figures,
		     const struct length_figures *lengths);

void figures_walk_closing(const struct figures *figures,
			  const struct summary *summary);
void figures_walk_audit(const struct figures *figures,
			const struct summary *summary);
void figures_walk_patterns(const struct figures *figures,
			   const struct summary *summary);
void figures_walk_notices(const struct figures *figures,
			  const struct summary *summary);
void figures_walk_requests(const struct figures *figures,
			   const struct summary *summary);
void figures_walk_voices(const struct figures *figures,
			 const struct summary *summary);

#endif
