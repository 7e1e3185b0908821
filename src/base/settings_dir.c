/*
 * settings_dir.c - the folders of the XDG base directory specification
 */
#include "frontdesk/base/settings.h"

#include <errno.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "settings_private.h"

static const char *home_dir(void)
{
	const char *home = getenv("HOME");
	const struct passwd *person;

	if (home != NULL && home[0] == '/')
		return home;
	person = getpwuid(getuid());
	return person != NULL && person->pw_dir != NULL &&
		       person->pw_dir[0] == '/'
		   ? person->pw_dir
		   : NULL;
}

/* Adds $variable/frontdesk, or ~/otherwise/frontdesk. */
static bool add_dir(struct str *out, const char *variable,
		    const char *otherwise)
{
	const char *base = getenv(variable);
	const char *home;

	/* The specification asks that relative paths be passed over. */
	if (base != NULL && base[0] == '/') {
		str_addf(out, "%s/frontdesk", base);
		return true;
	}
	home = home_dir();
	if (home == NULL)
		return false;
	str_addf(out, "%s/%s/frontdesk", home, otherwise);
	return true;
}

bool settings_config_file(struct str *out)
{
	if (!add_dir(out, "XDG_CONFIG_HOME", ".config"))
		return false;
	str_add(out, "/frontdesk.conf");
	return true;
}

/* Makes the folder and those above it. */
static bool make_dirs(char *path)
{
	struct stat there;
	char *slash;

	for (slash = strchr(path + 1, '/'); slash != NULL;
	     slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		/* What is wrong on the way shows at the last one. */
		if (mkdir(path, 0700) != 0 && errno != EEXIST)
			errno = 0;
		*slash = '/';
	}
	if (mkdir(path, 0700) == 0)
		return true;
	if (errno != EEXIST)
		return false;
	if (stat(path, &there) == 0 && S_ISDIR(there.st_mode))
		return true;
	errno = ENOTDIR;
	return false;
}

static bool make_dir(struct str *out, const char *variable,
		     const char *otherwise, struct error *err)
{
	struct str path = STR_INIT;
	bool is_made = true;

	if (!add_dir(&path, variable, otherwise)) {
		is_made = error_set(err, ERROR_SYSTEM, "",
				    _("this account has no home folder: set "
				      "HOME or %s"),
				    variable);
	} else if (!make_dirs(path.text)) {
		is_made = error_set(err, ERROR_SYSTEM, "",
				    _("cannot make the folder %s (%s): set "
				      "%s to a folder that you may write"),
				    path.text, strerror(errno), variable);
	}
	if (is_made)
		str_add_n(out, path.text, path.len);
	str_release(&path);
	return is_made;
}

bool settings_make_config_file(struct str *out, struct error *err)
{
	if (!make_dir(out, "XDG_CONFIG_HOME", ".config", err))
		return false;
	str_add(out, "/frontdesk.conf");
	return true;
}

bool settings_data_dir(struct str *out, struct error *err)
{
	return make_dir(out, "XDG_DATA_HOME", ".local/share", err);
}

bool settings_state_dir(struct str *out, struct error *err)
{
	return make_dir(out, "XDG_STATE_HOME", ".local/state", err);
}

const char *settings_shared_dir(void)
{
	const char *chosen = getenv("FRONTDESK_DATA_DIR");

	return chosen != NULL && chosen[0] != '\0' ? chosen
						   : FRONTDESK_DATA_DIR;
}
