/*
 * text.h - text that people wrote: clusters, width, folding, cleaning
 *
 * Everything is UTF-8. A cluster is an extended grapheme cluster (UAX #29).
 * Width is what curses advances: the sum of wcwidth over the code points, so
 * the process must run in a UTF-8 locale (text_locale_init).
 */
#ifndef FRONTDESK_BASE_TEXT_H
#define FRONTDESK_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "frontdesk/base/error.h"
#include "frontdesk/base/str.h"

/* The user's locale where it is UTF-8, else C.UTF-8. Call once, in main. */
void text_locale_init(void);

/* Whether the len bytes are valid UTF-8 (no surrogates, no overlong forms). */
bool text_is_utf8(const char *text, size_t len);

/* What a field may hold. */
struct text_limit {
	const char *field; /* the field's name for error.field */
	const char *label; /* the clerk's word for it: "the surname" */
	size_t max;	   /* code points */
	bool many_lines;   /* '\n' is text here */
	bool is_required;  /* blank is refused */
};

/*
 * Refuses what a field must never hold, with the place named ("character 7"):
 * invalid UTF-8, control characters (C0 but '\n' where many_lines, C1, DEL),
 * bidi overrides, embeddings and isolates, line and paragraph separators,
 * other format characters that hide (tags, zero-width space), noncharacters
 * and text with no visible character that is not blank. ZWJ and ZWNJ between
 * letters or emoji are text. ERROR_INVALID otherwise. NULL text is blank.
 */
bool text_check(const char *text, const struct text_limit *limit,
		struct error *err);

/* The same over bytes that may hold NUL. */
bool text_check_n(const char *text, size_t len, const struct text_limit *limit,
		  struct error *err);

/* Code points in text; clusters in text. */
size_t text_count(const char *text);
size_t text_clusters(const char *text);

/* The byte offset of the next or previous cluster boundary from at. */
size_t text_next(const char *text, size_t at);
size_t text_next_n(const char *text, size_t len, size_t at);
size_t text_previous(const char *text, size_t at);

/* The code point at at < len, and where the next begins: -1 for a byte that is
 * not UTF-8, 0 at the end. */
int32_t text_point(const char *text, size_t len, size_t at, size_t *next);

/*
 * The next word of text from at that begins with a letter: letters with the
 * marks, digits, apostrophes, full stops and middle dots between them (UAX
 * #29). White space, hyphens and other signs part words; in scripts that part
 * none each cluster is a word (Han, Thai, Khmer), or each syllable (Burmese).
 * False where there is none left.
 */
struct text_word {
	size_t begin, end;
};
bool text_next_word(const char *text, size_t len, size_t at,
		    struct text_word *word);

/* Languages that change case in a way of their own. */
enum text_case_rule {
	TEXT_CASE_PLAIN,
	TEXT_CASE_TURKIC, /* i and its dot stay together */
	TEXT_CASE_GREEK,  /* capitals have no accents */
	TEXT_CASE_DUTCH,  /* ij is one letter */
	TEXT_CASE_ARMENIAN,
};

/* Adds the len bytes of text in capitals, ß as SS. */
void text_add_upper(struct str *out, const char *text, size_t len,
		    enum text_case_rule rule);

/* Adds them with the first letter a capital, the rest as it is. */
void text_add_capitalised(struct str *out, const char *text, size_t len,
			  enum text_case_rule rule);

/* Columns that curses advances for the first len bytes of text. */
int text_width_n(const char *text, size_t len);
int text_width(const char *text);

/* The longest run of whole clusters, in bytes, that fits into columns. */
size_t text_fit(const char *text, int columns);

/* Adds text cut to columns, with an ellipsis where something was cut. */
void text_add_cut(struct str *out, const char *text, int columns);

/* Adds text cut and padded with blanks to exactly columns. */
void text_add_padded(struct str *out, const char *text, int columns);

/*
 * The next line of text wrapped at columns, from offset at: at blanks, else at
 * clusters. Returns the offset where the following line begins, and the
 * line's length in *line_len. At the end of text *line_len is 0 and at is
 * returned.
 */
size_t text_wrap(const char *text, size_t at, int columns, size_t *line_len);

/*
 * Adds the folded form for searching: NFKD, case folded, marks stripped, and
 * what utf8proc leaves is folded too (đ d, ł l, ø o, ß ss, æ ae, œ oe, þ th,
 * ı i, the apostrophes and hyphens vanish or part words). Words of letters
 * and digits, parted by one blank, in the order they had.
 */
void text_fold(const char *text, struct str *out);

/* Adds only the ASCII digits of text, or those digits last to first. */
void text_digits(const char *text, struct str *out);
void text_digits_reversed(const char *text, struct str *out);

/*
 * The one way out for people's text to anything that is not a curses cell
 * (terminal, printer, log): control, bidi and hiding characters become
 * U+FFFD, '\n' too unless many_lines. Every letter is kept.
 */
void text_clean(const char *text, bool many_lines, struct str *out);

/*
 * For what is pasted: adds text without the characters that are no text
 * wherever they stand, but for '\n' and '\t'. Whether there were any. What is
 * none only beside its neighbours stays: they may come later.
 */
bool text_drop_hidden(const char *text, struct str *out);

/*
 * The way into what is said aloud: nothing takes the place of what is no text,
 * it is left out; a tab or a line's end is a blank, and none stands at either
 * end. Every letter is kept; what cannot be one (no UTF-8, private use) is
 * U+FFFD. text_is_stripped: it would be added as it is.
 */
void text_strip(const char *text, struct str *out);
bool text_is_stripped(const char *text);

#endif
