/*
 * name_sound.h - keys by which names that sound alike are found together
 *
 * A word gets one key for each way in which its letters are commonly read
 * (English, Spanish, Slavic and German, East Asian romanisations, Arabic and
 * its neighbours); two words sound alike where they share one. The classes of
 * consonants are those of Lawrence Philips' Double Metaphone (C/C++ Users
 * Journal, June 2000); the readings follow the romanisations themselves: the
 * orthographies of Spanish and Polish, Hanyu Pinyin beside Wade-Giles, Korea's
 * Revised Romanization beside customary spellings (National Institute of
 * Korean Language), and for Arabic what Mohamed, Muhammad and Mohammed have in
 * common. The rules stand in name_sound_rules.c.
 *
 * A word in another script than the Latin has no key: text_fold is its one
 * form, and what is nearly spelled so is found by name_typo.h.
 */
#ifndef FRONTDESK_CORE_NAME_SOUND_H
#define FRONTDESK_CORE_NAME_SOUND_H

#include <stdbool.h>
#include <stddef.h>

#define NAME_SOUNDS_MAX 6
#define NAME_SOUND_SIZE 14

/* Capitals of ASCII, which no folded text has; each another one. */
struct name_sounds {
	char keys[NAME_SOUNDS_MAX][NAME_SOUND_SIZE];
	size_t count;
};

/* Of one word as text_fold makes it, len bytes of it. */
void name_sounds_of(const char *word, size_t len, struct name_sounds *out);

bool name_sounds_meet(const struct name_sounds *a, const struct name_sounds *b);

#endif
