/*
 * words.c - the invented people's names
 *
 * The head of each list are names that many bear; the long tail is composed
 * of syllables, so that a million residents have as many distinct words as a
 * city of a million has.
 */
#include "words.h"

#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"

/* A list parted by blanks, read once. */
struct list {
	const char *text;
	const char *words[128];
	size_t lens[128];
	size_t count;
};

#define LIST(name, ...) static struct list name = {.text = __VA_ARGS__}

LIST(english_common, "Smith Johnson Williams Brown Jones Miller Davis Lee "
		     "Wilson Anderson Thomas Taylor Moore Jackson Martin "
		     "White Harris Clark Lewis Young Walker Hall Allen King "
		     "Wright Scott Hill Green Adams Baker Nelson Carter "
		     "Mitchell Roberts Turner Phillips Campbell Parker Evans "
		     "Edwards Collins Stewart Morris Rogers Reed Cook Morgan "
		     "Bell Murphy Bailey Cooper Cox Ward Gray Fox Day Ray Ely");
LIST(english_1, "Ash Black Brad Bux Car Clay Cold Dun East Elm Fair Farn Glad "
		"Gold Grant Green Hal Ham Har Hart Hol Hux Kings Lang Lin "
		"Long Mar Mer Mid Mil New Nor Oak Old Pem Pres Rad Red Rock "
		"Ruth Sel Shel Stan Sut Thorn Tre Wal War Wes Whit Wil Wood "
		"Wyn");
LIST(english_2, "- ber ing er en le ming");
LIST(english_3, "ton ley ford field wood worth well man son ham bury by croft "
		"dale den gate hurst land more ridge shaw stead wick win");
LIST(english_given,
     "James Mary Robert Patricia John Jennifer Michael Linda David "
     "Elizabeth William Barbara Richard Susan Joseph Jessica Thomas Sarah "
     "Charles Karen Daniel Lisa Matthew Nancy Anthony Betty Mark Sandra "
     "Donald Ashley Steven Emily Paul Kimberly Andrew Donna Joshua Michelle "
     "Kenneth Carol Kevin Amanda Brian Melissa George Deborah Edward "
     "Stephanie Ronald Rebecca Timothy Laura Jason Helen Jeffrey Sharon Ryan "
     "Cynthia Jacob Kathleen Gary Amy Nicholas Angela Eric Shirley Jonathan "
     "Anna Stephen Brenda Larry Pamela Justin Nicole Scott Ruth Brandon "
     "Katherine Ann Jo Sue Lee");
LIST(given_1, "Ad Al Am Ari Bel Bri Cal Cor Da De El Em Fa Gwen Ha Is Ja Ka "
	      "Le Lo Ma Mi Na No Or Pa Quin Ra Ro Sa Sha Ta Ti Va Wi Xa Za");
LIST(given_2, "bel dan den la lan lia lin lyn mara mond na nelle nia ra rell "
	      "ren ria ric rina sha son ssa ta than tina tor van vin zelle");
LIST(spanish_common,
     "García Rodríguez Martínez Hernández López González Pérez Sánchez "
     "Ramírez Torres Flores Rivera Gómez Díaz Reyes Morales Cruz Ortiz "
     "Gutiérrez Chávez Ramos Ruiz Álvarez Mendoza Vásquez Castillo Jiménez "
     "Moreno Romero Herrera Medina Aguilar Vargas Guzmán Méndez Muñoz "
     "Salazar Soto Rojas Delgado Peña Ríos Alvarado Sandoval Contreras "
     "Valdez Vega Luna Paz Gil");
LIST(spanish_1, "Al Ar Bar Ben Cal Car Cas Cor Del Es Fer Gal Gar Gon Her Iba "
		"Jar Lar Lo Mal Mar Men Mo Nav Ol Or Pal Per Que Ro Sal San "
		"Ser Tor Ur Val Var Vel Za Zu");
LIST(spanish_2, "a e i o ma re ti lo du za ra");
LIST(spanish_3, "nes rez ñez llo dero guez ndo rra sco ga rón les tes vez "
		"lar");
LIST(spanish_given,
     "María José Juan Guadalupe Francisco Luis Carmen Jesús Miguel Rosa "
     "Antonio Ana Alejandro Martha Pedro Elena Manuel Verónica Carlos Leticia "
     "Jorge Gabriela Ricardo Patricia Fernando Yolanda Raúl Alicia Roberto "
     "Silvia Javier Teresa Daniel Margarita Eduardo Adriana Sergio Lucía "
     "Andrés Sofía Héctor Valentina Óscar Camila Rubén Ximena Iván Itzel "
     "Ramón Beatriz Ángel Concepción");
LIST(vietnamese, "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ "
		 "Ngô Dương Lý Đinh Đào Đoàn Vương Trịnh Mai Tô Hà Lưu Cao "
		 "Châu Tạ Thái Quách");
LIST(vietnamese_middle, "Thị Văn Minh Ngọc Thanh Hữu Đức Quang Thu Kim Xuân "
			"Hoài Bảo Gia Khánh");
LIST(vietnamese_given,
     "Hoa Lan Hương Mai Linh Trang Anh Dung Hạnh Nga Phương Thảo Yến Vy Nhi "
     "Hùng Dũng Tuấn Nam Sơn Long Hải Phong Khoa Đạt Thành Trung Kiên Bình An "
     "Tâm Tín Phúc Lộc Thọ Quân Huy Khang Việt Tú");
LIST(chinese_latin, "Li Wang Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma "
		    "Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Song Tang Ho "
		    "Ng Wong Chan Leung Lau Cheng Yu Fu Su Lu Du Ye");
LIST(chinese_given_latin,
     "Wei Fang Min Jing Xiu Li Qiang Jun Yang Yong Jie Ping Gang Yan Na Hui "
     "Ying Hua Hong Mei Lin Bo Chen Hao Yu Xin Tao Kai Ning Zhen Guo Jian");
LIST(chinese, "王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 高 罗 郑 "
	      "梁 谢 宋 唐 许 邓 冯 韩 曹");
LIST(chinese_given, "伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 涛 明 超 秀 英 霞 "
		    "平 刚 桂 文 华 建 国 春 雪 梅 志 海 玉 兰 红 佳 怡 宇 浩 "
		    "欣 晨 嘉 思 雨 泽 子 涵 梓 轩 博 睿");
LIST(korean, "김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 홍");
LIST(korean_given, "민 서 지 현 수 영 진 은 경 희 미 정 숙 준 호 우 성 태 동 "
		   "윤 하 연 아 나 유 혜 선 주 원 재 상 철 기 규 훈");
LIST(korean_latin, "Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Oh Seo "
		   "Shin Kwon Hwang Ahn Song Yoo Hong");
LIST(korean_given_latin, "Min Seo Ji Hyun Soo Young Jin Eun Kyung Hee Mi Jung "
			 "Sook Jun Ho Woo Sung Tae Dong Yoon Ha Yeon");
LIST(arabic_1, "- ال أبو");
LIST(arabic_2, "حسن علي أحمد محمود خليل إبراهيم يوسف سعيد نصر قاسم صالح عمر "
	       "حداد خوري منصور عثمان كريم زيدان فارس شاهين نجار عزام داود "
	       "جابر");
LIST(arabic_given, "محمد فاطمة أحمد مريم علي زينب حسين ليلى خالد نور سمير "
		   "هدى طارق رنا عمر سلمى باسم دينا رامي ريم");
LIST(arabic_latin_1, "- Al- El- Abu Bin");
LIST(arabic_latin_2, "Hassan Ali Ahmad Mahmoud Khalil Ibrahim Youssef Said "
		     "Nasser Qasim Saleh Omar Haddad Khoury Mansour Osman "
		     "Karim Zaidan Fares Shaheen Najjar Azzam Daoud Jaber");
LIST(armenian_1, "Հա Մա Սար Գրի Պետ Կա Ավե Մկր Ղա Ստե Վար Հով");
LIST(armenian_2, "րա գո կո տի նի րու սե փա");
LIST(armenian_3, "յան սյան նյան");
LIST(armenian_given, "Արամ Անի Դավիթ Մարիամ Գոռ Նարե Տիգրան Լիլիթ Հայկ Սոնա "
		     "Վահան Գայանե");
LIST(armenian_latin_1, "Ha Ma Sar Gri Pet Ka Ave Mkr Gha Ste Var Hov");
LIST(armenian_latin_2, "ra go ko ti ni ru se pa");
LIST(slavic_1, "Kowal Nowa Wiś Dąb Lewan Zieliń Wój Kamiń Szymań Woź Petr "
	       "Jovan Niko Ste Mili Horvat Bab Nov Dvoř Kuč");
LIST(slavic_2, "o e i a ow icz ik");
LIST(slavic_3, "ski ska czyk wicz ić ová enko ak");
LIST(slavic_given, "Jan Anna Piotr Katarzyna Goran Milica Petr Jana Oleh "
		   "Oksana Łukasz Agnieszka Đorđe Jelena Tomáš Věra");
LIST(titles, "Ms. Mr. Mr. Ms. Mrs. Miss Mx. Dr.");
LIST(streets_1, "Heacock Ironwood Fir Kitching Sunnymead Frederick Graham "
		"Lasselle Perris Alder Bay Cactus Dracaea Elder Filaree "
		"Gentian Hemlock Indian Juniper Krameria Locust Manzanita "
		"Nason Oliver Pigeon Quail Redlands Saddle Theodore Utah "
		"Virginia Willow Yucca Zinnia Brodiaea Cottonwood");
LIST(streets_2, "St Ave Blvd Ln Dr Way Ct");
LIST(trades, "Builders Plumbing Bakery Landscaping Roofing Cleaners Market "
	     "Electric Trucking Kitchens Motors Realty Gardens Association "
	     "Church School Dental Farms Printing Towing");

static void read_list(struct list *list)
{
	const char *at = list->text;

	while (*at != '\0') {
		list->words[list->count] = at;
		list->lens[list->count] = strcspn(at, " ");
		at += list->lens[list->count++];
		at += strspn(at, " ");
	}
}

static void add_word(struct str *out, struct list *list, size_t place)
{
	if (list->count == 0)
		read_list(list);
	place %= list->count;
	if (list->words[place][0] != '-')
		str_add_n(out, list->words[place], list->lens[place]);
}

static size_t length_of(struct list *list)
{
	if (list->count == 0)
		read_list(list);
	return list->count;
}

static void add_any(struct str *out, struct list *list, struct chance *chance)
{
	add_word(out, list, chance_below(chance, length_of(list)));
}

static void add_common(struct str *out, struct list *list,
		       struct chance *chance)
{
	add_word(out, list, chance_zipf(chance, length_of(list)));
}

static void set(char **slot, struct str *text)
{
	mem_replace(slot, str_text(text));
	str_clear(text);
}

static void composed(struct str *out, struct chance *chance, struct list *first,
		     struct list *second, struct list *third)
{
	add_any(out, first, chance);
	add_any(out, second, chance);
	if (third != NULL)
		add_any(out, third, chance);
}

static void english(struct chance *chance, struct resident *out,
		    struct str *text)
{
	if (chance_percent(chance, 45))
		add_common(text, &english_common, chance);
	else
		composed(text, chance, &english_1, &english_2, &english_3);
	set(&out->name.surname, text);
	if (chance_percent(chance, 80))
		add_common(text, &english_given, chance);
	else
		composed(text, chance, &given_1, &given_2, NULL);
	set(&out->name.given, text);
	if (chance_percent(chance, 15)) {
		add_any(text, &english_given, chance);
		set(&out->name.given2, text);
	}
}

static void spanish_surname(struct chance *chance, struct str *text)
{
	if (chance_percent(chance, 65))
		add_common(text, &spanish_common, chance);
	else
		composed(text, chance, &spanish_1, &spanish_2, &spanish_3);
}

static void spanish(struct chance *chance, struct resident *out,
		    struct str *text)
{
	spanish_surname(chance, text);
	set(&out->name.surname, text);
	if (chance_percent(chance, 50)) {
		spanish_surname(chance, text);
		set(&out->name.surname2, text);
	}
	if (chance_percent(chance, 4))
		mem_replace(&out->name.surname_prefix, "de la");
	add_common(text, &spanish_given, chance);
	set(&out->name.given, text);
	mem_replace(&out->name.name_locale, "es");
	if (chance_percent(chance, 40))
		mem_replace(&out->language, "es");
}

static void vietnamese_name(struct chance *chance, struct resident *out,
			    struct str *text)
{
	add_common(text, &vietnamese, chance);
	set(&out->name.surname, text);
	add_any(text, &vietnamese_middle, chance);
	str_add_char(text, ' ');
	add_any(text, &vietnamese_given, chance);
	set(&out->name.given, text);
	mem_replace(&out->name.name_locale, "vi");
	mem_replace(&out->language, "vi");
}

/* Surname, and a given name of two syllables, in either writing. */
static void two_syllables(struct chance *chance, struct resident *out,
			  struct str *text, struct list *const lists[2][2],
			  const char *language)
{
	size_t latin = chance_percent(chance, 60);

	add_common(text, lists[latin][0], chance);
	set(&out->name.surname, text);
	add_any(text, lists[latin][1], chance);
	if (latin)
		str_add_char(text, ' ');
	add_any(text, lists[latin][1], chance);
	set(&out->name.given, text);
	mem_replace(&out->name.name_locale, latin ? NULL : language);
	mem_replace(&out->language, latin ? NULL : language);
}

static void arabic(struct chance *chance, struct resident *out,
		   struct str *text)
{
	bool is_latin = chance_percent(chance, 60);

	add_any(text, is_latin ? &arabic_latin_1 : &arabic_1, chance);
	if (text->len > 0 && text->text[text->len - 1] == 'n')
		str_add_char(text, ' ');
	add_any(text, is_latin ? &arabic_latin_2 : &arabic_2, chance);
	set(&out->name.surname, text);
	add_any(text, is_latin ? &arabic_latin_2 : &arabic_given, chance);
	set(&out->name.given, text);
	mem_replace(&out->name.name_locale, is_latin ? NULL : "ar");
	mem_replace(&out->language, is_latin ? NULL : "ar");
}

static void armenian(struct chance *chance, struct resident *out,
		     struct str *text)
{
	bool is_latin = chance_percent(chance, 60);

	if (is_latin) {
		composed(text, chance, &armenian_latin_1, &armenian_latin_2,
			 NULL);
		str_add(text, "yan");
	} else {
		composed(text, chance, &armenian_1, &armenian_2, &armenian_3);
	}
	set(&out->name.surname, text);
	add_any(text, is_latin ? &english_given : &armenian_given, chance);
	set(&out->name.given, text);
	mem_replace(&out->language, is_latin ? NULL : "hy");
}

static void slavic(struct chance *chance, struct resident *out,
		   struct str *text)
{
	composed(text, chance, &slavic_1, &slavic_2, &slavic_3);
	set(&out->name.surname, text);
	add_any(text, &slavic_given, chance);
	set(&out->name.given, text);
}

void words_name(struct chance *chance, struct resident *out)
{
	static struct list *const han[2][2] = {
	    {&chinese, &chinese_given}, {&chinese_latin, &chinese_given_latin}};
	static struct list *const hangul[2][2] = {
	    {&korean, &korean_given}, {&korean_latin, &korean_given_latin}};
	struct str text = STR_INIT;
	size_t people = chance_below(chance, 100);

	if (people < 40)
		english(chance, out, &text);
	else if (people < 72)
		spanish(chance, out, &text);
	else if (people < 78)
		vietnamese_name(chance, out, &text);
	else if (people < 84)
		two_syllables(chance, out, &text, han, "zh");
	else if (people < 88)
		two_syllables(chance, out, &text, hangul, "ko");
	else if (people < 92)
		arabic(chance, out, &text);
	else if (people < 95)
		armenian(chance, out, &text);
	else
		slavic(chance, out, &text);
	if (chance_percent(chance, 75)) {
		add_any(&text, &titles, chance);
		set(&out->name.title, &text);
	}
	str_release(&text);
}

void words_street(struct chance *chance, struct str *out)
{
	add_any(out, &streets_1, chance);
	if (chance_percent(chance, 60))
		add_any(out, &english_3, chance);
	str_add_char(out, ' ');
	add_any(out, &streets_2, chance);
}

void words_address(struct chance *chance, struct str *out)
{
	str_addf(out, "%d ", (int)chance_between(chance, 100, 29999));
	words_street(chance, out);
}

void words_telephone(struct chance *chance, struct str *out)
{
	str_addf(out, "%d-555-%04d", (int)chance_between(chance, 201, 989),
		 (int)chance_between(chance, 0, 9999));
}

void words_organisation(struct chance *chance, struct str *out)
{
	if (chance_percent(chance, 50))
		composed(out, chance, &english_1, &english_2, &english_3);
	else
		spanish_surname(chance, out);
	str_add_char(out, ' ');
	add_any(out, &trades, chance);
}
