/*
 * str.h - a string that grows
 *
 * text is never NULL after the first str_add and always ends with NUL;
 * str_text() is "" before that. Clear keeps the memory, release gives it back.
 */
#ifndef FRONTDESK_BASE_STR_H
#define FRONTDESK_BASE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct str {
	char *text;
	size_t len;
	size_t size;
};

#define STR_INIT                                                               \
	{                                                                      \
		0                                                              \
	}

void str_add(struct str *str, const char *text); /* NULL adds nothing */
void str_add_n(struct str *str, const char *text, size_t len);
void str_add_char(struct str *str, char c);
void str_add_int(struct str *str, int64_t value); /* in decimal */
void str_addf(struct str *str, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void str_addv(struct str *str, const char *format, va_list args);
void str_insert(struct str *str, size_t at, const char *text, size_t len);
void str_remove(struct str *str, size_t at, size_t len);
void str_cut(struct str *str, size_t len); /* keeps the first len bytes */
void str_clear(struct str *str);
void str_release(struct str *str);

/* The text, borrowed until the next change; never NULL. */
const char *str_text(const struct str *str);

/* The same, but NULL where there is none. */
const char *str_or_null(const struct str *str);

/* Hands the text over to the caller, who frees it; str is empty then. */
char *str_take(struct str *str);

/* A capital of ASCII as a small letter; any other byte as it is. */
char str_lower(char c);

/* Whether two texts are equal, NULL counting as "". */
bool str_same(const char *a, const char *b);

/* NULL and "" are blank, and so is text of nothing but white space. */
bool str_is_blank(const char *text);

/* Behind the word that text begins with, and the blanks after it. */
const char *str_next_word(const char *text);

#endif
