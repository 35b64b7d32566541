// LAPACKE and CBLAS as Debian ships them: liblapacke-dev and libopenblas-dev.
#include <cblas.h>
#include <lapacke.h>

// Not in the header, and not in every build of OpenBLAS.
extern int blas_thread_shutdown_(void) __attribute__((weak));

// One thread a call from now on. OpenBLAS starts its other threads when it is loaded, and each waits
// for work by turning round for a tenth of a second: they are ended.
static inline void clapack_use_one_thread(void) {
  openblas_set_num_threads(1);
  if (blas_thread_shutdown_) blas_thread_shutdown_();
}
