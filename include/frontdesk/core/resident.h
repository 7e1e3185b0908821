/*
 * resident.h - a person the city knows, and organisations with their people
 */
#ifndef FRONTDESK_CORE_RESIDENT_H
#define FRONTDESK_CORE_RESIDENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "frontdesk/base/error.h"
#include "frontdesk/core/address.h"
#include "frontdesk/core/name.h"
#include "frontdesk/core/title_list.h"

enum reach_kind { REACH_TELEPHONE, REACH_EMAIL, REACH_ADDRESS };

const char *reach_kind_name(enum reach_kind kind); /* telephone email address */

struct reach {
	int64_t reach_id; /* 0: new */
	enum reach_kind kind;
	char *value; /* as it was said; an address with its house number */
};

/* What an index range finds it by: the digits last to first, the folded
 * address, the folded street. Adds to out. */
void reach_add_search_key(enum reach_kind kind, const char *value,
			  struct str *out);

/* The street without its number: "12021 Heacock St" is "Heacock St". */
void reach_add_street(const char *address, struct str *out);

/* Of somebody unnamed: a telephone number, or an e-mail address (field
 * "contact_text"). */
bool reach_check_left(const char *text, struct error *err);

struct resident {
	int64_t resident_id; /* 0: new */
	char *reference;     /* P-… */
	struct person_name name;
	char *language; /* BCP 47, or NULL */
	bool needs_interpreter;
	enum permission first_name_ok;
	bool as_it_stands; /* asked how to be addressed: leave it so */
	struct title_list refused_titles; /* never said */
	char *note;			  /* they may read this */
	struct reach *reaches;
	size_t reach_count;
	int64_t edition; /* rises with each change: a stale edit is refused */
};

void resident_release(struct resident *resident);
void resident_copy(struct resident *out, const struct resident *resident);
/* A title that they refuse does not stay the record's: the text that stood
 * there, for the caller to free, or NULL. */
char *resident_drop_refused(struct resident *resident);
void resident_add_reach(struct resident *resident, enum reach_kind kind,
			const char *value);
/* Every text within its limit, telephones of 4 to 15 digits, an e-mail with
 * one @, the name as person_name_check. err.field as the fields here. */
bool resident_check(const struct resident *resident, struct error *err);

struct organisation {
	int64_t organisation_id; /* 0: new */
	char *name;
	char *note;
	struct reach *reaches;
	size_t reach_count;
	int64_t edition;
};
void organisation_release(struct organisation *organisation);
void organisation_add_reach(struct organisation *organisation,
			    enum reach_kind kind, const char *value);
bool organisation_check(const struct organisation *organisation,
			struct error *err);
/* What somebody is there, "owner": at most 60 characters. err.field: part. */
bool organisation_check_part(const char *part, struct error *err);

#endif
