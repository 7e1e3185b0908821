/*
 * pdf_clusters.h - letters of several glyphs or of several characters, so that
 * a reader's program finds the text in its order
 */
#ifndef PDF_CLUSTERS_H
#define PDF_CLUSTERS_H

#include <pango/pango.h>

/*
 * A letter whose mark is a glyph of its own ends, for a reader's program,
 * where the mark ends, in the middle of the letter: it then sees a gap, and a
 * name falls into two words. From right to left it turns the characters of one
 * glyph around (a lam with its alef). So blanks that take no room are put
 * where a letter begins and ends, and from right to left where each of its
 * characters does. Before the layout is drawn; again changes nothing.
 */
void clusters_settle(PangoLayout *layout);

#endif
