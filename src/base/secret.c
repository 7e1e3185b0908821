/*
 * secret.c - PINs, hashes and random bytes (libsodium)
 */
#include "frontdesk/base/secret.h"

#include <assert.h>
#include <sodium.h>
#include <string.h>

#include "frontdesk/base/intl.h"

#define PIN_MIN 4
#define PIN_MAX 64

static_assert(SECRET_HASH_SIZE >= crypto_pwhash_STRBYTES,
	      "a hash fits where callers keep it");

/* Cheap when it was called before: libsodium remembers. */
static void ready(void)
{
	int result = sodium_init();

	assert(result >= 0);
	(void)result;
}

bool secret_pin_check(const char *pin, struct error *err)
{
	size_t len = pin != NULL ? strlen(pin) : 0;

	if (len < PIN_MIN || len > PIN_MAX)
		return error_set(err, ERROR_INVALID, "pin",
				 _("a PIN has %d to %d digits or letters"),
				 PIN_MIN, PIN_MAX);
	if (strspn(pin, "0123456789abcdefghijklmnopqrstuvwxyz"
			"ABCDEFGHIJKLMNOPQRSTUVWXYZ") != len)
		return error_set(err, ERROR_INVALID, "pin",
				 _("a PIN has only digits and the letters a to "
				   "z: leave the others out"));
	return true;
}

bool secret_hash(const char *pin, char out[SECRET_HASH_SIZE], struct error *err)
{
	memset(out, 0, SECRET_HASH_SIZE);
	ready();
	if (crypto_pwhash_str(out, pin, strlen(pin),
			      crypto_pwhash_OPSLIMIT_INTERACTIVE,
			      crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
		out[0] = '\0';
		return error_set(err, ERROR_SYSTEM, "pin",
				 _("cannot keep the PIN: there is not enough "
				   "memory; close other programs and try "
				   "again"));
	}
	return true;
}

bool secret_matches(const char *hash, const char *pin)
{
	if (hash == NULL || pin == NULL)
		return false;
	ready();
	return crypto_pwhash_str_verify(hash, pin, strlen(pin)) == 0;
}

void secret_digest(const void *data, size_t len,
		   unsigned char out[SECRET_DIGEST_LEN])
{
	ready();
	crypto_generichash(out, SECRET_DIGEST_LEN, data, len, NULL, 0);
}

void secret_hex(const void *data, size_t len, char *out)
{
	if (len == 0)
		*out = '\0';
	else
		sodium_bin2hex(out, 2 * len + 1, data, len);
}

void secret_random(void *out, size_t len)
{
	ready();
	randombytes_buf(out, len);
}

void secret_wipe(void *data, size_t len)
{
	sodium_memzero(data, len);
}
