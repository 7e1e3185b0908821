#include "tongue.h"

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"

static const struct {
	const char *tag, *name;
} languages[] = {
    {"en", "English"},
    {"es", "español"},
    {"vi", "Tiếng Việt"},
    {"zh", "中文"},
    {"ko", "한국어"},
    {"fil", "Filipino"},
    {"ar", "العربية"},
    {"fa", "فارسی"},
    {"hi", "हिन्दी"},
    {"hy", "հայերեն"},
    {"ja", "日本語"},
    {"km", "ខ្មែរ"},
    {"pa", "ਪੰਜਾਬੀ"},
    {"pl", "polski"},
    {"pt", "português"},
    {"ru", "русский"},
    {"th", "ไทย"},
    {"uk", "українська"},
    {"ase", "American Sign Language"},
};

const char *tongue_at(size_t index, const char **name)
{
	if (index >= MEM_COUNT(languages))
		return NULL;
	*name = languages[index].name;
	return languages[index].tag;
}

const char *tongue_name(const char *tag)
{
	for (size_t i = 0; i < MEM_COUNT(languages); i++)
		if (str_same(languages[i].tag, tag))
			return languages[i].name;
	return tag;
}
