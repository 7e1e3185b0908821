/*
 * pdf_main.c - the program that sets pages: a document in, a PDF out
 *
 * It is run by the desk and by nobody else: what was refused is a sentence on
 * standard error, and the exit status is 1.
 */
#include <cairo-pdf.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "../pdf_program.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "pdf_page.h"

#define LARGE 1.2  /* text of 11.4 points instead of 9.5 */
#define SMALL 0.95 /* and of 9 */
#define LITTLE 0.3 /* of a last page */
#define FEW 12	   /* pages: of more, nobody minds the last one */

static const struct {
	const char *name;
	struct paper_size size;
} papers[] = {
    {"letter", {612, 792}},
    {"a4", {595.276, 841.89}},
};

static const struct paper_size *find_paper(const char *name)
{
	for (size_t i = 0; i < MEM_COUNT(papers); i++) {
		if (strcmp(papers[i].name, name) == 0)
			return &papers[i].size;
	}
	return NULL;
}

static cairo_status_t write_out(void *state, const unsigned char *data,
				unsigned int len)
{
	return fwrite(data, 1, len, state) == len ? CAIRO_STATUS_SUCCESS
						  : CAIRO_STATUS_WRITE_ERROR;
}

/* The dates are the document's own: printed again, it gives the same bytes. */
static void set_about(cairo_surface_t *surface, const struct source *source)
{
	static const struct {
		cairo_pdf_metadata_t key;
		const char *name;
	} texts[] = {
	    {CAIRO_PDF_METADATA_TITLE, "title"},
	    {CAIRO_PDF_METADATA_AUTHOR, "author"},
	    {CAIRO_PDF_METADATA_SUBJECT, "subject"},
	    {CAIRO_PDF_METADATA_KEYWORDS, "keywords"},
	};
	struct str date = STR_INIT;

	for (size_t i = 0; i < MEM_COUNT(texts); i++)
		cairo_pdf_surface_set_metadata(
		    surface, texts[i].key, source_about(source, texts[i].name));
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR,
				       "Frontdesk " FRONTDESK_VERSION);
	str_addf(&date, "%sT00:00:00", source_about(source, "day"));
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE,
				       str_text(&date));
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE,
				       str_text(&date));
	str_release(&date);
}

#ifdef __SANITIZE_ADDRESS__
/* fontconfig and cairo keep what they have read until the process ends. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
	return "leak:libfontconfig\nleak:libcairo\nleak:libpango\n";
}
const char *__lsan_default_options(void);
const char *__lsan_default_options(void)
{
	return "print_suppressions=0"; /* the desk reads what is said here */
}
#endif

/* A document set on its pages, all of it scale times as large. */
struct setting {
	double scale;
	struct paper_size page; /* as large as the paper is to it */
	struct strips strips;
	int count;
	double last; /* how much of the last page is filled */
};

static void set(const struct source *source, const struct paper_size *size,
		double scale, PangoContext *context, struct setting *out)
{
	*out = (struct setting){
	    .scale = scale,
	    .page = {size->width / scale, size->height / scale}};
	strips_make(source, context, out->page.width - 2 * PAGE_SIDE,
		    &out->strips);
	out->count = pages_count(&out->strips, &out->page, scale, &out->last);
}

/* Where little would stand on the last page of a few and a smaller letter
 * spares it, all is set in that: twice the work. */
static void spare_last(const struct source *source,
		       const struct paper_size *size, PangoContext *context,
		       struct setting *setting)
{
	struct setting small;

	if (setting->scale != 1 || setting->count == 1 ||
	    setting->count > FEW || setting->last > LITTLE)
		return;
	set(source, size, SMALL, context, &small);
	if (small.count < setting->count) {
		strips_release(&setting->strips);
		*setting = small;
	} else {
		strips_release(&small.strips);
	}
}

static int count_unknown(PangoLayout *layout)
{
	return pango_layout_get_unknown_glyphs_count(layout);
}

/* The desk says it to whoever asked for the pages. The running head is that of
 * every page, and counts once. */
static void say_missing(const struct setting *setting, const char *running,
			PangoContext *context)
{
	const GPtrArray *layouts = setting->strips.layouts;
	PangoLayout *head = face_layout(context, FACE_NOTE, running, 0);
	int count = setting->count > 1 ? count_unknown(head) : 0;

	for (guint i = 0; i < layouts->len; i++)
		count += count_unknown(g_ptr_array_index(layouts, i));
	if (count > 0)
		fprintf(stderr, PDF_MISSING "%d\n", count);
	g_object_unref(head);
}

static bool draw(const struct source *source, const struct paper_size *size,
		 PangoContext *context, struct error *err)
{
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
	    write_out, stdout, size->width, size->height);
	const char *running = source_about(source, "running");
	bool is_large = source_about(source, "large")[0] != '\0';
	struct setting setting;
	cairo_status_t status;

	set_about(surface, source);
	set(source, size, is_large ? LARGE : 1, context, &setting);
	spare_last(source, size, context, &setting);
	pages_draw(&setting.strips, &setting.page, running, setting.scale,
		   surface);
	cairo_surface_finish(surface);
	status = cairo_surface_status(surface);
	say_missing(&setting, running, context);
	strips_release(&setting.strips);
	cairo_surface_destroy(surface);
	if (status == CAIRO_STATUS_SUCCESS && fflush(stdout) == 0)
		return true;
	return error_set(err, ERROR_SYSTEM, "", "%s",
			 status != CAIRO_STATUS_SUCCESS
			     ? cairo_status_to_string(status)
			     : strerror(errno));
}

/* Pango without any font ends in the middle. */
static bool make(const struct source *source, const struct paper_size *size,
		 struct error *err)
{
	PangoContext *context = face_context_new();
	bool is_done =
	    face_check(context, err) && draw(source, size, context, err);

	g_object_unref(context);
	return is_done;
}

int main(int argc, char **argv)
{
	const struct paper_size *size = argc == 2 ? find_paper(argv[1]) : NULL;
	struct source source = {0};
	struct error err = {0};
	bool is_done;

	if (size == NULL) {
		fprintf(stderr, _("this program is run by frontdesk; use "
				  "frontdesk summary --format pdf\n"));
		return 2;
	}
	is_done =
	    source_read(stdin, &source, &err) && make(&source, size, &err);
	if (!is_done)
		fprintf(stderr, "%s\n", err.text);
	source_release(&source);
	return is_done ? 0 : 1;
}
