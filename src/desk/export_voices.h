/*
 * export_voices.h - what people said, as JSON lines
 */
#ifndef FRONTDESK_DESK_EXPORT_VOICES_H
#define FRONTDESK_DESK_EXPORT_VOICES_H

#include "frontdesk/store/export.h"

/* Cards that came back and what was said aloud, of all sites, in their order;
 * neither who came nor who served. */
bool export_feedback(struct db *db, export_row_fn *each, void *state,
		     struct error *err);

/* Each step of each idea, in their order. */
bool export_ideas(struct db *db, export_row_fn *each, void *state,
		  struct error *err);
bool export_thanks(struct db *db, export_row_fn *each, void *state,
		   struct error *err);

#endif
