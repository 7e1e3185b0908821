/*
 * intl.h - words that people read are marked for translation
 */
#ifndef FRONTDESK_BASE_INTL_H
#define FRONTDESK_BASE_INTL_H

#include <libintl.h>

#define _(text) gettext(text)
#define N_(text) (text) /* marked here, looked up where it is shown */

#endif
