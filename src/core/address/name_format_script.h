/*
 * name_format_script.h - the scripts that names are written in
 *
 * A script is the part of a tag that NAME_TAG_SCRIPT covers; 0 is none.
 */
#ifndef NAME_FORMAT_SCRIPT_H
#define NAME_FORMAT_SCRIPT_H

#include <stdbool.h>
#include <stdint.h>

/* The script of the first letter of text that belongs to one; 0 for none. */
uint64_t name_script_of(const char *text);

/* Whether they are the same, or share one where they stand for several: Jpan
 * is Han, Hiragana and Katakana, Kore Hangul and Han, Hans and Hant Han. */
bool name_script_matches(uint64_t one, uint64_t other);

/* Whether what is written in one is written in whole: Hira in Jpan, Hani in
 * Hans, but not Hant in Hans. */
bool name_script_is_within(uint64_t one, uint64_t whole);

#endif
