/*
 * name_format_tag.h - language, script and region of a locale in one number
 *
 * Of "zh-Hant-HK" the language takes the upper bits, the script the middle,
 * the region the lower; a part that is not there is 0, and so is the language
 * "und". Numbers compare in one instruction and sort as the tables do.
 */
#ifndef NAME_FORMAT_TAG_H
#define NAME_FORMAT_TAG_H

#include <stddef.h>
#include <stdint.h>

#define NAME_TAG_LANGUAGE (UINT64_C(0x7fff) << 38)
#define NAME_TAG_SCRIPT (UINT64_C(0xfffff) << 18)
#define NAME_TAG_REGION UINT64_C(0x3ffff)

/*
 * Reads "vi", "ko_AQ", "zh-hant-HK-x-private"; NULL is "und". What is not a
 * language, a script or a region in its place is passed over, so that any
 * text gives a tag.
 */
uint64_t name_tag_parse(const char *text);

#endif
