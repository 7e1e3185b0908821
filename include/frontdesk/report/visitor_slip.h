/*
 * visitor_slip.h - what a visitor takes home, on paper
 */
#ifndef FRONTDESK_REPORT_VISITOR_SLIP_H
#define FRONTDESK_REPORT_VISITOR_SLIP_H

#include "frontdesk/base/settings.h"
#include "frontdesk/base/str.h"
#include "frontdesk/desk/visitor_slip.h"
#include "frontdesk/report/slip_form.h"

/*
 * Lines of at most columns: the reference, large, what it is about, the day it
 * was received, what happens next, and how to ask about it. Of a promise: that
 * one, or with promise_id 0 every one that is open. Adds to out.
 */
void visitor_slip_format(const struct visitor_slip *slip, enum slip_kind kind,
			 int64_t promise_id, int columns, struct str *out);

struct slip_order {
	enum slip_kind kind;
	int64_t promise_id;  /* 0: of any */
	const char *printer; /* NULL or "": the system's own choice */
	struct slip_form form;
};
/* What the settings say, of kind. */
struct slip_order slip_order_of(const struct settings *settings,
				enum slip_kind kind);

/* What was ordered, in any form; errors as pdf_render's. ERROR_NOT_FOUND where
 * there is no such slip. */
bool visitor_slip_make(const struct visitor_slip *slip,
		       const struct slip_order *order, struct str *out,
		       struct error *err);

/* Begins to print it, as print_start; errors as visitor_slip_make's. Once it
 * has ended well the desk is told (desk_note_slip), and never before. */
struct print_job *visitor_slip_start(const struct visitor_slip *slip,
				     const struct slip_order *order,
				     struct error *err);

/* Through lp; once it has taken it, a request that nobody had acknowledged is
 * (desk_note_slip). job as print_text's; errors as visitor_slip_make's. */
bool visitor_slip_print(struct desk *desk, const struct visitor_slip *slip,
			const struct slip_order *order,
			char job[PRINT_JOB_SIZE], bool *acknowledges,
			struct error *err);

#endif
