/*
 * slip_form.c - slips as lines of text or as a PDF, made and printed
 */
#include "frontdesk/report/slip_form.h"

#include "frontdesk/base/log.h"
#include "frontdesk/report/pdf.h"
#include "slip_render.h"

struct slip_form slip_form_of(const struct settings *settings)
{
	return (struct slip_form){
	    .is_pdf = settings->slips_as_pdf,
	    .columns = settings->slip_columns != 0 ? settings->slip_columns
						   : SLIP_COLUMNS,
	    .paper = settings->paper,
	};
}

static bool render_pdf(const struct slip_form *form,
		       const struct slip_about *about, slip_say_fn *say,
		       const void *of, struct str *out, struct error *err)
{
	struct document document = {0};
	struct slip_page page;
	const struct slip slip = {.page = &page};
	struct str words = STR_INIT;
	bool is_done;

	slip_page_begin(&page, &document, about);
	say(&slip, of);
	slip_page_end(&page);
	is_done = pdf_render(&document, form->paper, out, &words, err);
	if (is_done && words.len > 0)
		log_info("%s", str_text(&words));
	if (form->words != NULL)
		str_add(form->words, str_text(&words));
	document_release(&document);
	str_release(&words);
	return is_done;
}

bool slip_render(const struct slip_form *form, const struct slip_about *about,
		 slip_say_fn *say, const void *of, struct str *out,
		 struct error *err)
{
	const struct slip slip = {.out = out, .columns = form->columns};

	if (form->is_pdf)
		return render_pdf(form, about, say, of, out, err);
	say(&slip, of);
	return true;
}

struct print_job *slip_form_start(const struct slip_form *form,
				  const struct str *bytes, const char *printer,
				  const char *title, struct error *err)
{
	struct print_options how = {.printer = printer, .title = title};

	if (form->words != NULL)
		how.note = str_text(form->words);
	if (form->is_pdf) {
		how.kind = PRINT_PDF;
		how.media = print_media(form->paper);
	}
	return print_start(str_text(bytes), bytes->len, &how, err);
}

bool slip_form_print(const struct slip_form *form, const struct str *bytes,
		     const char *printer, const char *title,
		     char job[PRINT_JOB_SIZE], struct error *err)
{
	return print_wait(slip_form_start(form, bytes, printer, title, err),
			  job, err);
}
