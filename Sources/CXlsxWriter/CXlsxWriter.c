#include "CXlsxWriter.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

static CXlsxWriterLibrary library;
static int is_loaded;

// The number in the name is that of the interface which the headers declare: layouts may differ in
// any other.
static void load(void) {
  void *handle = dlopen("libxlsxwriter.so." LXW_SOVERSION, RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) return;
  is_loaded = 1;
#define LOOK_UP(name) \
  if ((library.name = dlsym(handle, #name)) == NULL) is_loaded = 0;
  CXLSXWRITER_FUNCTIONS(LOOK_UP)
}

const CXlsxWriterLibrary *cxlsxwriter_library(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_loaded ? &library : NULL;
}
