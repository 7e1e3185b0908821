/*
 * pdf_clusters.c - letters of several glyphs or of several characters
 */
#include "pdf_clusters.h"

#include <hb.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"

#define SETTLED "frontdesk-settled"

/* A run while its glyphs are written anew. */
struct settling {
	const PangoGlyphItem *run;
	const char *text; /* of the run */
	PangoGlyphInfo *glyphs;
	int *clusters;
	int count;
	PangoGlyph blank;
	int blank_width;
};

/* The glyphs of one letter: [first, last], and the text that they are of. */
struct letter {
	int first, last;
	int begin, end; /* bytes of the run's text */
};

static void put(struct settling *to, PangoGlyphInfo glyph, int cluster)
{
	int n = to->count++;

	to->glyphs =
	    mem_resize(to->glyphs, (size_t)to->count, sizeof(to->glyphs[0]));
	to->clusters = mem_resize(to->clusters, (size_t)to->count,
				  sizeof(to->clusters[0]));
	glyph.attr.is_cluster_start = n == 0 || to->clusters[n - 1] != cluster;
	to->glyphs[n] = glyph;
	to->clusters[n] = cluster;
}

static void put_blank(struct settling *to, int x, int cluster)
{
	PangoGlyphInfo blank = {.glyph = to->blank};

	blank.geometry.x_offset = x;
	put(to, blank, cluster);
}

static void put_letter(struct settling *to, const struct letter *letter)
{
	for (int i = letter->first; i <= letter->last; i++)
		put(to, to->run->glyphs->glyphs[i], letter->begin);
}

/* Pango has a cluster for each mark; what is one letter to a reader is one. */
static void join_marks(PangoGlyphItem *run, const char *text)
{
	PangoGlyphString *glyphs = run->glyphs;
	size_t len = (size_t)run->item->length, start = 0, next = 0;

	for (int i = 0; i < glyphs->num_glyphs; i++) {
		size_t at = (size_t)glyphs->log_clusters[i];

		/* From right to left the clusters come down. */
		if (at < start)
			start = next = 0;
		while (next <= at && next < len) {
			start = next;
			next = text_next_n(text, len, start);
		}
		glyphs->log_clusters[i] = (int)start;
	}
}

static bool is_moved(const PangoGlyphInfo *glyph)
{
	return glyph->geometry.width == 0 || glyph->geometry.x_offset != 0;
}

/* From left to right: where it begins, and where it ends. */
static void settle_forward(struct settling *to, const struct letter *letter)
{
	const PangoGlyphInfo *glyphs = to->run->glyphs->glyphs;
	bool is_several = letter->last > letter->first;

	if (is_several && is_moved(&glyphs[letter->first]))
		put_blank(to, 0, letter->begin);
	put_letter(to, letter);
	if (is_several && is_moved(&glyphs[letter->last]))
		put_blank(to, -to->blank_width, letter->begin);
}

/* A slice of a letter from x on. From right to left the glyphs of a letter are
 * written last to first: what ends it stands before what begins it. */
static void put_slice(struct settling *to, int x, int width, int cluster)
{
	if (width > to->blank_width)
		put_blank(to, x + width - to->blank_width, cluster);
	put_blank(to, x, cluster);
}

/* From right to left: each character has its slice of the letter's width, the
 * first the rightmost one with all of the glyphs. */
static void settle_backward(struct settling *to, const struct letter *letter)
{
	const PangoGlyphInfo *glyphs = to->run->glyphs->glyphs;
	const char *begin = to->text + letter->begin;
	int n = (int)g_utf8_strlen(begin, letter->end - letter->begin);
	int width = 0, slice;

	if (n < 2) {
		put_letter(to, letter);
		return;
	}
	for (int i = letter->first; i <= letter->last; i++)
		width += glyphs[i].geometry.width;
	slice = width / n;
	for (int k = n - 1; k > 0; k--) {
		int at = (int)(g_utf8_offset_to_pointer(begin, k) - to->text);

		put_slice(to, slice * (n - 1 - k), slice, at);
	}
	if (is_moved(&glyphs[letter->first]))
		put_blank(to, width - to->blank_width, letter->begin);
	put_letter(to, letter);
	put_blank(to, slice * (n - 1) - width, letter->begin);
}

static void settle_letters(struct settling *to)
{
	const PangoGlyphString *glyphs = to->run->glyphs;
	bool is_backward = to->run->item->analysis.level % 2 == 1;
	struct letter letter = {.end = to->run->item->length};

	while (letter.first < glyphs->num_glyphs) {
		letter.begin = glyphs->log_clusters[letter.first];
		letter.last = letter.first;
		while (letter.last + 1 < glyphs->num_glyphs &&
		       glyphs->log_clusters[letter.last + 1] == letter.begin)
			letter.last++;
		if (is_backward)
			settle_backward(to, &letter);
		else
			settle_forward(to, &letter);
		letter.end = letter.begin; /* of the one to its left */
		letter.first = letter.last + 1;
	}
}

static bool find_blank(struct settling *to, PangoFont *font)
{
	PangoRectangle logical;
	hb_codepoint_t blank;

	if (font == NULL || !hb_font_get_nominal_glyph(
				pango_font_get_hb_font(font), ' ', &blank))
		return false;
	to->blank = blank;
	pango_font_get_glyph_extents(font, blank, NULL, &logical);
	to->blank_width = logical.width;
	return true;
}

static void settle_run(PangoGlyphItem *run, const char *text)
{
	struct settling to = {.run = run, .text = text + run->item->offset};
	PangoGlyphString *glyphs = run->glyphs;

	if (!find_blank(&to, run->item->analysis.font))
		return;
	join_marks(run, to.text);
	settle_letters(&to);
	if (to.count == 0)
		return;
	pango_glyph_string_set_size(glyphs, to.count);
	memcpy(glyphs->glyphs, to.glyphs,
	       (size_t)to.count * sizeof(to.glyphs[0]));
	memcpy(glyphs->log_clusters, to.clusters,
	       (size_t)to.count * sizeof(to.clusters[0]));
	free(to.glyphs);
	free(to.clusters);
}

void clusters_settle(PangoLayout *layout)
{
	int count = pango_layout_get_line_count(layout);

	if (g_object_get_data(G_OBJECT(layout), SETTLED) != NULL)
		return;
	g_object_set_data(G_OBJECT(layout), SETTLED, layout);
	for (int i = 0; i < count; i++) {
		PangoLayoutLine *line = pango_layout_get_line(layout, i);

		for (GSList *at = line->runs; at != NULL; at = at->next)
			settle_run(at->data, pango_layout_get_text(layout));
	}
}
