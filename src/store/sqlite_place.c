/*
 * sqlite_place.c - whether a store may lie where it lies, and what the
 * engine's refusals mean to a clerk
 */
#include <errno.h>
#include <libgen.h>
#include <stdlib.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "sqlite_engine.h"
#include "sqlite_place.h"

/* statfs(2): file systems whose locks and shared memory end at the wire. */
static const struct {
	unsigned long type;
	const char *name;
} network_systems[] = {
    {0x6969, "NFS"},	  {0xff534d42, "CIFS"},	 {0xfe534d42, "SMB"},
    {0x517b, "SMB"},	  {0x564c, "NCP"},	 {0x5346414f, "AFS"},
    {0x73757245, "Coda"}, {0x01021997, "9P"},	 {0x00c36400, "Ceph"},
    {0x65735546, "FUSE"}, {0x19830326, "FhGFS"}, {0x0bd00bd0, "Lustre"},
    {0x6b414653, "AFS"},  {0x7461636f, "OCFS2"}, {0x01161970, "GFS2"},
    {0x47504653, "GPFS"}, {0xaad7aaea, "PanFS"}, {0xa501fcf5, "VxFS"},
};

bool sqlite_system_check(const char *path, unsigned long type,
			 struct error *err)
{
	for (size_t i = 0; i < MEM_COUNT(network_systems); i++)
		if (type == network_systems[i].type)
			return error_set(
			    err, ERROR_UNFIT, "store",
			    _("The store “%s” lies on a network file system "
			      "(%s), where visits could be lost: put it on a "
			      "disk of this computer."),
			    path, network_systems[i].name);
	return true;
}

static bool system_check(const char *path, struct error *err)
{
	struct statfs system;

	if (statfs(path, &system) != 0)
		return true; /* opening it will say what is the matter */
	return sqlite_system_check(
	    path, (unsigned long)(unsigned int)system.f_type, err);
}

bool sqlite_place_check(const char *path, struct error *err)
{
	char *copy = mem_copy(path);
	bool can_write =
	    access(path, W_OK) == 0 && access(dirname(copy), W_OK | X_OK) == 0;

	free(copy);
	if (!system_check(path, err))
		return false;
	if (!can_write)
		return error_set(err, ERROR_READ_ONLY, "store",
				 _("The store “%s” cannot be written: ask for "
				   "the right to write the file and its "
				   "folder."),
				 path);
	return true;
}

/*
 * A full disk shows first where the engine's shared memory must grow; a quota
 * or a limit on files, as a write that failed, whose reason a COMMIT forgets.
 */
static int plain_code(sqlite3 *handle, int code)
{
	int reason = 0;

	if ((code & 0xff) == SQLITE_IOERR && handle)
		reason = sqlite3_system_errno(handle);
	if (code == SQLITE_IOERR_SHMSIZE || reason == ENOSPC ||
	    reason == EDQUOT || reason == EFBIG ||
	    (code == SQLITE_IOERR_WRITE && reason != EIO))
		return SQLITE_FULL;
	return code & 0xff;
}

bool sqlite_refuse(sqlite3 *handle, int code, struct error *err)
{
	switch (plain_code(handle, code)) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
	case SQLITE_PROTOCOL:
		error_set(err, ERROR_BUSY, "",
			  _("The store stayed busy: try again."));
		break;
	case SQLITE_FULL:
		error_set(err, ERROR_FULL, "",
			  _("Nothing was saved: the disk is full. Make room, "
			    "then try again."));
		break;
	case SQLITE_READONLY:
	case SQLITE_PERM:
		error_set(err, ERROR_READ_ONLY, "",
			  _("Nothing was saved: the store cannot be "
			    "written."));
		break;
	case SQLITE_CORRUPT:
		error_set(err, ERROR_DAMAGED, "",
			  _("The store is damaged: stop here, and put back "
			    "the last backup."));
		break;
	case SQLITE_NOTADB:
		error_set(err, ERROR_DAMAGED, "store",
			  _("The file is not a Frontdesk store, or is "
			    "damaged: put back the last backup."));
		break;
	case SQLITE_INTERRUPT:
		error_set(err, ERROR_STOPPED, "", _("It was stopped."));
		break;
	case SQLITE_CONSTRAINT:
		error_set(err, ERROR_CONFLICT, "",
			  _("The store refused what does not fit together: "
			    "read it anew, then try again."));
		break;
	case SQLITE_CANTOPEN:
		error_set(err, ERROR_SYSTEM, "store",
			  _("The store could not be opened: ask for the right "
			    "to read and write it and the files beside it."));
		break;
	case SQLITE_IOERR:
		error_set(err, ERROR_SYSTEM, "",
			  _("The disk of the store failed: try again, and if "
			    "it stays so, have the disk looked at."));
		break;
	case SQLITE_ERROR: /* a table or a column is not there */
		error_set(err, ERROR_SYSTEM, "store",
			  _("The store is not as this program made it: put "
			    "back the last backup."));
		break;
	default:
		error_set(err, ERROR_SYSTEM, "",
			  _("The store could not be used: try again, and if "
			    "it stays so, show the log to whoever looks after "
			    "this program."));
	}
	/* The message names columns and never a value. */
	return error_detail(err, "sqlite %d: %s", code,
			    handle != NULL ? sqlite3_errmsg(handle)
					   : sqlite3_errstr(code));
}
