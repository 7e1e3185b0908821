/*
 * name_sound_rules.h - how letters are read in names of many origins
 */
#ifndef FRONTDESK_CORE_NAME_SOUND_RULES_H
#define FRONTDESK_CORE_NAME_SOUND_RULES_H

enum name_reading {
	READ_ENGLISH,
	READ_SPANISH, /* and Portuguese */
	READ_SLAVIC,  /* and German */
	READ_ASIAN,   /* Chinese, Korean, Vietnamese in Latin letters */
	READ_ARABIC,  /* and Persian, Turkish, Urdu */
	NAME_READINGS
};

#define NAME_VOWEL "*" /* as it is written */

/*
 * The first rule that fits is the one. where: each sign of it must hold.
 *
 *	^  the letters begin the word     $  they end it
 *	e  e, i or y comes next           v  a vowel comes next
 *	b  they stand between vowels
 *
 * codes: capitals, a class of consonants each; a, e, o a vowel of that class;
 * "" is silent; NULL is as in English.
 */
struct name_rule {
	const char *letters;
	const char *where;
	const char *codes[NAME_READINGS];
};

/* Ended by one without letters; those of a first letter stand together. What
 * has no rule is a vowel. */
extern const struct name_rule name_rules[];

/* Words that are one name, however they are spelled; parted by blanks. Ended by
 * NULL. */
extern const char *const name_spellings[];

#endif
