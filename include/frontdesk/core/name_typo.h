/*
 * name_typo.h - words of which one letter is missing, too many, another one,
 * or changed places with its neighbour
 */
#ifndef FRONTDESK_CORE_NAME_TYPO_H
#define FRONTDESK_CORE_NAME_TYPO_H

#include <stdbool.h>
#include <stddef.h>

#define NAME_TYPO_LETTERS 24 /* a longer word is not compared */
#define NAME_DELETIONS_MIN 4 /* nor is what is left of a shorter one */

/*
 * Two words of one such slip share the word itself or what is left where a
 * letter is taken out (W. Garbe's symmetric deletion): each is called with
 * each of these once; len is in bytes. Shorter words than NAME_DELETIONS_MIN
 * have none, nor have those with a digit.
 */
typedef void name_deletion_fn(void *state, const char *left, size_t len);
void name_deletions(const char *word, size_t len, name_deletion_fn *each,
		    void *state);

/* Whether one slip makes the one of the other; the same word is none. Two of
 * three letters are never mistaken for one another. Letters are code points. */
bool name_is_typo(const char *a, size_t a_len, const char *b, size_t b_len);

/* How many slips lie between the two, each letter in at most one (optimal
 * string alignment); for a word that is not compared, all letters. */
int name_distance(const char *a, size_t a_len, const char *b, size_t b_len);

#endif
