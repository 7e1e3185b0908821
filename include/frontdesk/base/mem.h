/*
 * mem.h - memory that is there, or a program that ends in order
 *
 * No caller checks for NULL: when memory is exhausted, the function given to
 * mem_on_exhausted() runs once (it restores the terminal) and the program
 * ends with exit code 1 and a sentence on standard error.
 */
#ifndef FRONTDESK_BASE_MEM_H
#define FRONTDESK_BASE_MEM_H

#include <stddef.h>

/* Zeroed memory for count objects of size bytes; the caller frees it. */
void *mem_new(size_t count, size_t size);

/* Grows or shrinks a block; what is new is not zeroed. */
void *mem_resize(void *block, size_t count, size_t size);

/*
 * Room for one more behind the count that a list has, by doubling: a list of
 * many rows is moved few times. Of a list that this made from its first row on;
 * it keeps no size, because a power of two is when it is full.
 */
void *mem_grow(void *list, size_t count, size_t size);

/* A copy of text that the caller frees; NULL stays NULL. */
char *mem_copy(const char *text);

/* A copy of the first len bytes of text, ended with NUL. */
char *mem_copy_n(const char *text, size_t len);

/* Frees *slot and puts a copy of text (or NULL) there. */
void mem_replace(char **slot, const char *text);

void mem_on_exhausted(void (*restore)(void));

#define MEM_COUNT(array) (sizeof(array) / sizeof((array)[0]))

#endif
