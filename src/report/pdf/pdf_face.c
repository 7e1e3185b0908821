/*
 * pdf_face.c - how text looks: a few faces, and the fonts behind them
 */
#include "pdf_face.h"

#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/str.h"

static const struct {
	double size, spacing; /* points, and parts of the font's own */
	PangoWeight weight;
	double apart; /* points between letters */
} faces[FACE_COUNT] = {
    [FACE_TITLE] = {23, 1.0, PANGO_WEIGHT_NORMAL, 0},
    [FACE_ABOVE] = {9.5, 1.0, PANGO_WEIGHT_BOLD, 0},
    [FACE_WARNING] = {13, 1.0, PANGO_WEIGHT_BOLD, 0},
    [FACE_LEAD] = {12, 1.1, PANGO_WEIGHT_NORMAL, 0},
    [FACE_TEXT] = {9.5, 1.0, PANGO_WEIGHT_NORMAL, 0},
    [FACE_STRONG] = {9.5, 1.0, PANGO_WEIGHT_BOLD, 0},
    [FACE_NOTE] = {8, 1.0, PANGO_WEIGHT_NORMAL, 0},
    [FACE_HEADING] = {9.5, 1.0, PANGO_WEIGHT_BOLD, 0.5},
    [FACE_REFERENCE] = {30, 1.0, PANGO_WEIGHT_BOLD, 0.8},
    [FACE_MARK] = {11.5, 1.0, PANGO_WEIGHT_NORMAL, 0},
};

#define SHORT 6 /* bytes of "wrote.", which stays beside its number */

/*
 * One family for Latin, Greek and Cyrillic; what it has not is found in the
 * others. Han is written as in China, but beside kana as in Japan and beside
 * Hangul as in Korea.
 */
#define FAMILIES(han)                                                          \
	"Noto Sans,Noto Sans Arabic,Noto Sans Devanagari," han                 \
	",DejaVu Sans,sans-serif"

static const char *families_for(const char *text)
{
	for (; *text != '\0'; text = g_utf8_next_char(text)) {
		gunichar c = g_utf8_get_char(text);
		GUnicodeScript script = g_unichar_get_script(c);

		if (script == G_UNICODE_SCRIPT_HIRAGANA ||
		    script == G_UNICODE_SCRIPT_KATAKANA)
			return FAMILIES("Noto Sans CJK JP");
		if (script == G_UNICODE_SCRIPT_HANGUL)
			return FAMILIES("Noto Sans CJK KR");
	}
	return FAMILIES("Noto Sans CJK SC");
}

PangoContext *face_context_new(void)
{
	PangoFontMap *fonts = pango_cairo_font_map_get_default();
	PangoContext *context = pango_font_map_create_context(fonts);
	cairo_font_options_t *options = cairo_font_options_create();

	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
	pango_cairo_context_set_font_options(context, options);
	cairo_font_options_destroy(options);
	pango_context_set_round_glyph_positions(context, FALSE);
	/* Not the environment's: the same document gives the same bytes. */
	pango_context_set_language(context, pango_language_from_string("en"));
	pango_context_set_base_dir(context, PANGO_DIRECTION_WEAK_LTR);
	return context;
}

bool face_check(PangoContext *context, struct error *err)
{
	PangoFontDescription *wanted =
	    pango_font_description_from_string("Noto Sans 10");
	PangoFont *font = pango_context_load_font(context, wanted);

	pango_font_description_free(wanted);
	if (font == NULL)
		return error_set(err, ERROR_SYSTEM, "",
				 _("there is no font on this machine; install "
				   "fonts-noto-core and fonts-noto-cjk"));
	g_object_unref(font);
	return true;
}

/* Where the word ends that begins at text. */
static size_t word_end(const char *text, size_t at)
{
	return at + strcspn(text + at, " ");
}

/* Whether what begins with a number goes on behind a blank: with a number or a
 * short word, and behind a comma with its share. */
static bool goes_on(const char *text, size_t blank)
{
	size_t end;

	if (text[blank] != ' ')
		return false;
	end = word_end(text, blank + 1);
	if (text[blank - 1] == ',')
		return g_ascii_isdigit(text[blank + 1]) &&
		       memchr(text + blank, '%', end - blank) != NULL;
	return g_ascii_isalnum(text[blank - 1]) &&
	       (g_ascii_isdigit(text[blank + 1]) || end - blank <= SHORT + 1);
}

/* "3 min 57 s" and "31 of 41, 76%" are not parted at the end of a line. */
static void bind_figures(const char *text, PangoAttrList *attributes)
{
	size_t at = 0, end;

	for (; text[at] != '\0'; at = end + strspn(text + end, " ")) {
		PangoAttribute *bound;

		end = word_end(text, at);
		if (!g_ascii_isdigit(text[at]))
			continue;
		while (goes_on(text, end))
			end = word_end(text, end + 1);
		bound = pango_attr_allow_breaks_new(FALSE);
		bound->start_index = (guint)at;
		bound->end_index = (guint)end;
		pango_attr_list_insert(attributes, bound);
	}
}

static PangoAttrList *attributes_new(enum face face)
{
	PangoAttrList *attributes = pango_attr_list_new();
	int apart = (int)(faces[face].apart * PANGO_SCALE);

	/* Figures of one width stand under each other; in a reference a zero is
	 * told from an O. */
	pango_attr_list_insert(
	    attributes, pango_attr_font_features_new(
			    face == FACE_REFERENCE ? "tnum, zero" : "tnum"));
	/* A name that does not fit its line is not spelled otherwise. */
	pango_attr_list_insert(attributes,
			       pango_attr_insert_hyphens_new(FALSE));
	if (apart > 0)
		pango_attr_list_insert(attributes,
				       pango_attr_letter_spacing_new(apart));
	return attributes;
}

PangoLayout *face_layout(PangoContext *context, enum face face,
			 const char *text, double width)
{
	PangoLayout *layout = pango_layout_new(context);
	PangoFontDescription *font = pango_font_description_new();
	PangoAttrList *attributes = attributes_new(face);

	if (face == FACE_LEAD)
		bind_figures(text, attributes);
	pango_font_description_set_family_static(font, families_for(text));
	pango_font_description_set_weight(font, faces[face].weight);
	pango_font_description_set_absolute_size(font, faces[face].size *
							   PANGO_SCALE);
	pango_layout_set_font_description(layout, font);
	pango_layout_set_attributes(layout, attributes);
	pango_layout_set_line_spacing(layout, (float)faces[face].spacing);
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_text(layout, text, -1);
	if (width > 0)
		pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
	pango_font_description_free(font);
	pango_attr_list_unref(attributes);
	return layout;
}

PangoLayout *face_labelled(PangoContext *context, enum face face,
			   const char *label, const char *text, double width)
{
	struct str both = STR_INIT;
	PangoLayout *layout;
	PangoAttribute *soft =
	    pango_attr_foreground_new(0x6600, 0x6600, 0x6600);

	str_addf(&both, "%s: %s", label, text);
	layout = face_layout(context, face, str_text(&both), width);
	soft->start_index = 0;
	soft->end_index = (guint)strlen(label) + 1;
	pango_attr_list_insert(pango_layout_get_attributes(layout), soft);
	pango_layout_context_changed(layout);
	str_release(&both);
	return layout;
}

void ink_use(cairo_t *cr, enum ink ink)
{
	static const double inks[][3] = {
	    [INK_TEXT] = {0.10, 0.10, 0.10},
	    [INK_SOFT] = {0.40, 0.40, 0.40},
	    [INK_ACCENT] = {0.11, 0.33, 0.42},
	    [INK_LINE] = {0.80, 0.80, 0.80},
	};

	cairo_set_source_rgb(cr, inks[ink][0], inks[ink][1], inks[ink][2]);
}

double face_points(int units)
{
	return (double)units / PANGO_SCALE;
}
