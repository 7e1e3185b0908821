/*
 * name_format_tables.h - the tables that the build makes of data/person-names
 *
 * data/person-names/tables.c writes them, sorted by their first member.
 */
#ifndef NAME_FORMAT_TABLES_H
#define NAME_FORMAT_TABLES_H

#include <stddef.h>
#include <stdint.h>

/* The parts of a name that a pattern can ask for. */
enum name_part_id {
	NAME_PART_TITLE,
	NAME_PART_GIVEN,
	NAME_PART_GIVEN2,
	NAME_PART_SURNAME,
	NAME_PART_SURNAME_PREFIX,
	NAME_PART_SURNAME_CORE,
	NAME_PART_SURNAME2,
	NAME_PART_GENERATION,
	NAME_PART_CREDENTIALS,
	NAME_PART_GIVEN_INFORMAL,
	NAME_PART_COUNT,
};

/* What a pattern does to a part. */
enum {
	NAME_AS_CAPITALS = 1,
	NAME_AS_CAPITALISED = 2,
	NAME_AS_INITIALS = 4,
	NAME_AS_MONOGRAM = 8,
	NAME_AS_RETAINED = 16, /* initials keep the hyphens between them */
};

/*
 * A pattern is bytes: NAME_CODE_PART | part and a byte of modifiers; a literal
 * as its length and its bytes; NAME_CODE_OTHER before another pattern that is
 * chosen where it suits the name better; 0 at the end.
 */
#define NAME_CODE_PART 0x80
#define NAME_CODE_OTHER 0x7f

/* Which of a locale's patterns: three orders of nine lengths and usages. */
#define NAME_SLOT_SURNAME_FIRST 18
#define NAME_SLOT_SORTING 36
#define NAME_SLOTS 42

struct name_data {
	uint16_t patterns[NAME_SLOTS]; /* where each begins in name_codes */
	uint16_t given_first;	       /* where the tags begin in name_orders */
	uint16_t surname_first;
	char native_space[4], foreign_space[4];
	char initial_before[4], initial_after[4], initial_between[4];
};

/* What a tag leads to: another, or the place of its data. */
struct name_tag_pair {
	uint64_t from, to;
};

struct name_script {
	uint32_t first, last; /* code points */
	uint64_t script;      /* as in a tag */
};

#define NAME_ORDERS_END UINT64_MAX

extern const uint8_t name_codes[];
extern const uint64_t name_orders[];
extern const struct name_data name_data[];
extern const struct name_tag_pair name_locales[], name_likely[], name_aliases[];
extern const size_t name_locales_count, name_likely_count, name_aliases_count;
extern const struct name_script name_scripts[];
extern const size_t name_scripts_count;

#endif
