/*
 * name_sound_rules.c - how letters are read in names of many origins
 *
 *	P p b   F f v ph   T t d   K k g q   S s z sh   X ch, tch, Polish cz
 *	J as in John   H as in hall, Spanish j   L M N R W Y
 */
#include "name_sound_rules.h"

#include <stddef.h>

#define ONE(letters, where, code)                                              \
	{                                                                      \
		letters, where,                                                \
		{                                                              \
			code                                                   \
		}                                                              \
	}
#define READ(letters, where, english, spanish, slavic, asian, arabic)          \
	{                                                                      \
		letters, where,                                                \
		{                                                              \
			english, spanish, slavic, asian, arabic                \
		}                                                              \
	}

/* clang-format off */
const struct name_rule name_rules[] = {
	/* letters, where: English, Spanish, Slavic, Asian, Arabic */
	ONE("b", "", "P"),

	/* Abdul, Abdel, Abdur: what follows is joined or not */
	READ("abdul", "^", "aPTL", NULL, NULL, NULL, "aPT"),
	READ("abdel", "^", "aPTL", NULL, NULL, NULL, "aPT"),
	READ("abdal", "^", "aPTL", NULL, NULL, NULL, "aPT"),
	READ("abdur", "^", "aPTR", NULL, NULL, NULL, "aPT"),
	READ("abder", "^", "aPTR", NULL, NULL, NULL, "aPT"),

	ONE("chr", "", "KR"),                          /* Christian */
	READ("ch", "", "X", NULL, "H", NULL, "S"),     /* Chang, Rachid */
	ONE("ck", "", "K"),
	ONE("cz", "", "X"),                            /* Kowalczyk */
	ONE("c", "e", "S"),                            /* Garcia, Cindy */
	READ("c", "", "K", NULL, "S", "S", NULL),      /* Kac, Cai (Tsai) */

	ONE("dg", "e", "J"),
	ONE("dzh", "", "J"),
	ONE("dj", "", "J"),                            /* Djamal */
	ONE("dz", "", "S"),
	ONE("dt", "", "T"),                            /* Schmidt */
	ONE("d", "", "T"),

	READ("ei", "", NAME_VOWEL, NULL, "a", NULL, NULL),  /* Reiner (Rainer) */
	READ("ey", "", NAME_VOWEL, NULL, "a", NULL, NULL),  /* Meyer (Maier) */

	ONE("f", "", "F"),

	ONE("gn", "^", "N"),
	READ("ght", "", "T", NULL, NULL, NULL, NULL),  /* Wright */
	ONE("gh", "^", "K"),
	READ("gh", "", "", NULL, "K", "K", "K"),       /* Leigh, Asghar */
	ONE("gu", "e", "K"),                           /* Rodriguez */
	READ("g", "e", "J", "H", "K", "K", "J"),       /* Gerald, Gimenez */
	READ("g", "", "K", NULL, NULL, NULL, "J"),     /* Gao (Kao), Gamal */

	ONE("hs", "^", "S"),                           /* Hsu (Xu) */
	ONE("hw", "^", "H"),                           /* Hwang (Huang) */
	READ("h", "^", "H", "", NULL, NULL, NULL),     /* Hernandez (Ernandez) */
	ONE("hm", "", "HM"),                           /* Ahmed, Mahmoud */
	ONE("h", "", ""),                              /* John, Mohamed */

	READ("i", "^v", NAME_VOWEL, NULL, "Y", NULL, NULL), /* Iosif (Yosif) */

	READ("j", "^v", "J", "H", "Y", "X", NULL),     /* Jovan (Yovan), Jo (Cho) */
	READ("j", "", "J", "H", "", "X", NULL),        /* Andrej (Andrei) */

	READ("kh", "", "K", NULL, "H", NULL, "H"),     /* Khaled (Halid) */
	ONE("kn", "^", "N"),
	ONE("kw", "", "K"),                            /* Kwon (Gwon) */
	ONE("k", "", "K"),

	READ("ll", "^v", "L", "Y", NULL, NULL, NULL),  /* Llanos (Yanos) */
	READ("ll", "b", "L", "", NULL, NULL, NULL),    /* Castillo (Castiyo) */
	ONE("l", "", "L"),

	ONE("mb", "$", "M"),
	ONE("m", "", "M"),

	ONE("ng", "^", "N"),                           /* Nguyen */
	ONE("n", "", "N"),

	ONE("ph", "", "F"),
	ONE("pf", "", "F"),
	ONE("ps", "^", "S"),
	ONE("p", "", "P"),

	READ("qu", "e", "K", NULL, NULL, "X", NULL),   /* Enrique, Quinn */
	READ("q", "", "K", NULL, NULL, "X", NULL),     /* Qasim, Qian (Chien) */

	READ("rz", "", "RS", NULL, "S", NULL, NULL),   /* Grzegorz */
	ONE("r", "", "R"),

	ONE("sch", "", "S"),                           /* Schmidt */
	ONE("sh", "", "S"),
	ONE("sz", "", "S"),
	ONE("sc", "e", "S"),
	ONE("s", "", "S"),

	ONE("tsch", "", "X"),
	ONE("tch", "", "X"),
	READ("tz", "", "TS", NULL, "S", "S", NULL),    /* Katz (Kac) */
	READ("ts", "", "TS", NULL, "S", "S", NULL),    /* Tsai (Cai) */
	READ("th", "", "T", NULL, NULL, NULL, "S"),    /* Uthman (Osman) */
	ONE("t", "", "T"),

	READ("v", "", "F", "P", NULL, NULL, NULL),     /* Vasquez (Basquez) */

	ONE("wh", "^", "W"),
	ONE("wr", "^", "R"),
	READ("w", "^", "W", NULL, "F", NULL, NULL),    /* Weber (Veber) */
	READ("w", "b", "W", NULL, "F", NULL, NULL),    /* Kowalski (Kovalsky) */
	READ("w", "", "", NULL, "F", NULL, NULL),      /* Brown, Lewandowski */

	READ("x", "^", "S", "H", "KS", NULL, NULL),    /* Xavier, Ximenez, Xu */
	READ("x", "", "KS", "H", NULL, "S", NULL),     /* Alexander, Mexia */

	READ("y", "^e", "Y", NULL, NAME_VOWEL, NULL, NULL), /* Yekaterina */
	ONE("y", "^v", "Y"),

	READ("zh", "", "S", NULL, NULL, "X", NULL),    /* Zhang (Chang) */
	ONE("z", "", "S"),
	{NULL, NULL, {NULL}},
};
/* clang-format on */

const char *const name_spellings[] = {
    /* of one Hangul name */
    "lee li yi rhee ree ri",
    "park pak bak",
    "baek paek paik back",
    "choi choe chwe choy",
    "lim im rim yim",
    "noh no roh",
    "seo suh so",
    "heo hur huh",
    "yoo yu you ryu ryoo",
    /* and of others that their letters do not tell */
    "sean shawn shaun shon",
    "michael mikhail mikhael mijail",
    "muhammad mohammad mohamed mehmet md mohd",
    "siobhan shevaun chevonne",
    "hugh huw",
    NULL,
};
