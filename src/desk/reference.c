/*
 * reference.c - what is new gets a reference that nobody else has
 */
#include "desk_private.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/secret.h"
#include "frontdesk/store/request.h"
#include "frontdesk/store/resident.h"

void desk_new_reference(enum reference_kind kind, struct reference *out)
{
	uint32_t number;

	do {
		secret_random(&number, sizeof(number));
		number &= REFERENCE_MAX;
	} while (!reference_is_issued(number));
	reference_format(kind, number, out);
}

bool desk_insert_resident(struct db *db, struct resident *resident,
			  struct error *err)
{
	struct reference reference;
	bool is_taken;

	do {
		desk_new_reference(REFERENCE_PERSON, &reference);
		mem_replace(&resident->reference, reference.text);
		if (!resident_insert(db, resident, &is_taken, err))
			return false;
	} while (is_taken);
	return true;
}

bool desk_insert_request(struct db *db, struct request_row *row,
			 char **reference, struct error *err)
{
	struct reference issued;
	bool is_taken;

	do {
		desk_new_reference(REFERENCE_REQUEST, &issued);
		mem_replace(reference, issued.text);
		row->reference = *reference;
		if (!request_insert(db, row, &is_taken, err))
			return false;
	} while (is_taken);
	return true;
}
