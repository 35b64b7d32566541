// LAPACKE and CBLAS as Debian ships them: liblapacke-dev and libopenblas-dev.
#include <cblas.h>
#include <lapacke.h>
