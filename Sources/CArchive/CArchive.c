#include "CArchive.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

static CArchiveLibrary library;
static int is_loaded;

// The number in the name is that of the interface, which libarchive has kept since version 3.0.
static void load(void) {
  void *handle = dlopen("libarchive.so.13", RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) return;
  is_loaded = 1;
#define LOOK_UP(name)                                        \
  if ((library.name = dlsym(handle, "archive_" #name)) == NULL) is_loaded = 0
  LOOK_UP(read_new);
  LOOK_UP(read_free);
  LOOK_UP(read_support_filter_zstd);
  LOOK_UP(read_support_filter_xz);
  LOOK_UP(read_support_filter_bzip2);
  LOOK_UP(read_support_filter_lz4);
  LOOK_UP(read_support_format_raw);
  LOOK_UP(read_support_format_zip);
  LOOK_UP(read_open2);
  LOOK_UP(read_open_filename);
  LOOK_UP(read_next_header);
  LOOK_UP(read_data_block);
  LOOK_UP(filter_bytes);
  LOOK_UP(filter_count);
  LOOK_UP(error_string);
  LOOK_UP(entry_pathname);
  LOOK_UP(entry_pathname_utf8);
  LOOK_UP(entry_filetype);
  LOOK_UP(entry_is_data_encrypted);
}

const CArchiveLibrary *carchive_library(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_loaded ? &library : NULL;
}
