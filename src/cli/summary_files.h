/*
 * summary_files.h - the tables of a summary, written into a folder
 */
#ifndef SUMMARY_FILES_H
#define SUMMARY_FILES_H

#include "frontdesk/report/day_form.h"

/* A folder that is there, or a path that ends with "/". */
bool summary_files_is_folder(const char *path);

/*
 * Each as NAME.csv, in the place of what is there of that name. A folder that
 * is not there yet is made. All are written aside before the first is put in
 * its place: where one cannot be written, the folder is as it was. What a run
 * that was killed left aside is taken away by the next one.
 */
bool summary_files_write_folder(const char *folder,
				const struct day_files *files,
				struct error *err);

#endif
