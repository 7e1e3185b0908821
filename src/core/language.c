#include "frontdesk/core/language.h"

#include <stddef.h>
#include <string.h>

#include "frontdesk/base/mem.h"

static const struct {
	const char *tag, *name;
} names[] = {
    {"en", "English"},
    {"es", "español"},
    {"vi", "Tiếng Việt"},
    {"zh", "Chinese (中文)"},
    {"zh-Hant", "Traditional Chinese (繁體中文)"},
    {"yue", "Cantonese (粵語)"},
    {"ko", "Korean (한국어)"},
    {"ja", "Japanese (日本語)"},
    {"tl", "Tagalog"},
    {"fil", "Filipino"},
    {"ar", "Arabic (العربية)"},
    {"fa", "Farsi (فارسی)"},
    {"hi", "Hindi (हिन्दी)"},
    {"pa", "Punjabi (ਪੰਜਾਬੀ)"},
    {"hy", "Armenian (հայերեն)"},
    {"ru", "Russian (русский)"},
    {"uk", "Ukrainian (українська)"},
    {"sm", "Gagana Sāmoa"},
    {"to", "lea faka-Tonga"},
    {"th", "Thai (ไทย)"},
    {"km", "Khmer (ខ្មែរ)"},
    {"lo", "Lao (ລາວ)"},
    {"pt", "português"},
    {"fr", "français"},
    {"de", "Deutsch"},
    {"it", "italiano"},
    {"pl", "polski"},
    {"am", "Amharic (አማርኛ)"},
    {"so", "Soomaali"},
    {"sw", "Kiswahili"},
    {"ur", "Urdu (اردو)"},
    {"bn", "Bengali (বাংলা)"},
    {"ta", "Tamil (தமிழ்)"},
    {"te", "Telugu (తెలుగు)"},
    {"hmn", "Hmoob"},
    {"tr", "Türkçe"},
    {"el", "Greek (Ελληνικά)"},
    {"he", "Hebrew (עברית)"},
    {"ase", "ASL"},
};

static size_t primary_len(const char *tag)
{
	return tag != NULL ? strcspn(tag, "-_ ") : 0;
}

/* Filipino is the standard of Tagalog: whoever speaks one speaks the other. */
static const char *of_one(const char *tag, size_t *len)
{
	if (*len != 2 || strncmp(tag, "tl", 2) != 0)
		return tag;
	*len = 3;
	return "fil";
}

static bool same(const char *tag, size_t len, const char *other)
{
	size_t other_len = primary_len(other);

	tag = of_one(tag, &len);
	other = of_one(other, &other_len);
	return len > 0 && len == other_len && strncmp(tag, other, len) == 0;
}

bool language_is(const char *tag, const char *other)
{
	return same(tag, primary_len(tag), other);
}

bool language_is_among(const char *tag, const char *languages)
{
	size_t len = primary_len(tag);

	while (languages != NULL && *languages != '\0') {
		if (same(tag, len, languages))
			return true;
		languages += strcspn(languages, " ");
		languages += strspn(languages, " ");
	}
	return false;
}

const char *language_at(size_t index, const char **name)
{
	if (index >= MEM_COUNT(names))
		return NULL;
	*name = names[index].name;
	return names[index].tag;
}

const char *language_name(const char *tag)
{
	const char *name = NULL;

	for (size_t i = 0; tag != NULL && i < MEM_COUNT(names); i++) {
		const char *known = names[i].tag;
		size_t len = strlen(known);

		if (strcmp(tag, known) == 0)
			return names[i].name;
		if (name == NULL && primary_len(tag) == len &&
		    strncmp(tag, known, len) == 0)
			name = names[i].name;
	}
	return name != NULL ? name : tag;
}
