// libarchive as Debian ships it: libarchive-dev.
#include <archive.h>
#include <archive_entry.h>
