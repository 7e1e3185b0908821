/*
 * words.h - the invented people's names: a vocabulary of tens of thousands
 */
#ifndef BENCH_WORDS_H
#define BENCH_WORDS_H

#include "chance.h"
#include "frontdesk/core/resident.h"

/*
 * A name in its parts, with the language where it is not the desk's: English,
 * Spanish with one or two surnames, Vietnamese, Chinese, Korean, Arabic,
 * Armenian, Slavic, in the letters of each or in Latin ones. The common ones
 * are common: García, Nguyễn, Lee.
 */
void words_name(struct chance *chance, struct resident *out);

/* "12021 Heacock St"; adds to out. */
void words_address(struct chance *chance, struct str *out);
void words_street(struct chance *chance, struct str *out);
void words_telephone(struct chance *chance, struct str *out);
/* "Kowalski Builders" */
void words_organisation(struct chance *chance, struct str *out);

#endif
