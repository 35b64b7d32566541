#include "CRefinement.h"

#include <math.h>

// Dot2 of Ogita, Rump & Oishi, "Accurate sum and dot product", SIAM J. Sci. Comput. 26 (2005): the
// rounding error of every product (fma) and every sum (TwoSum) is itself added up. The result is as
// good as if computed in twice the precision and rounded once.
//
// A compiler that contracted a * b + c on its own would break TwoSum.
#pragma STDC FP_CONTRACT OFF

#define INLINE static inline __attribute__((always_inline))

enum { WIDTH = 8 };
typedef double lanes __attribute__((vector_size(WIDTH * sizeof(double)), aligned(8)));
#define load(place) (*(const lanes *)(place))

// *high + *low += value + error, where the sum of the high parts is exact with *low.
INLINE void accumulate(double *high, double *low, double value, double error) {
  double sum = *high + value;
  double part = sum - *high;
  double lost = (*high - (sum - part)) + (value - part);
  *high = sum;
  *low += lost + error;
}

INLINE void subtract_product(
    const double *x, const double *x_low, ptrdiff_t n, ptrdiff_t p, ptrdiff_t stride,
    const double *b, const double *b_low, double *restrict out, double *restrict out_low) {
  // Blocks of rows stay in the cache while all columns pass over them.
  enum { BLOCK = 512 };
  for (ptrdiff_t start = 0; start < n; start += BLOCK) {
    ptrdiff_t end = start + BLOCK < n ? start + BLOCK : n;
    for (ptrdiff_t j = 0; j < p; j++) {
      const double *column = x + j * stride;
      const double *column_low = x_low ? x_low + j * stride : 0;
      double high = -b[j], low = b_low ? -b_low[j] : 0;
      if (column_low) {
        for (ptrdiff_t i = start; i < end; i++) {
          double product = column[i] * high;
          double error = fma(column[i], high, -product) + column[i] * low + column_low[i] * high;
          accumulate(&out[i], &out_low[i], product, error);
        }
      } else {
        for (ptrdiff_t i = start; i < end; i++) {
          double product = column[i] * high;
          double error = fma(column[i], low, fma(column[i], high, -product));
          accumulate(&out[i], &out_low[i], product, error);
        }
      }
    }
  }
}

INLINE void add_transposed_product(
    const double *x, const double *x_low, ptrdiff_t n, ptrdiff_t p, ptrdiff_t stride,
    const double *r, const double *r_low, double *s, double *s_low) {
  ptrdiff_t whole = n - n % WIDTH;
  for (ptrdiff_t j = 0; j < p; j++) {
    const double *column = x + j * stride;
    const double *column_low = x_low ? x_low + j * stride : 0;
    // Eight sums run side by side, one a lane, each exact with its low part.
    lanes high = {0}, low = {0};
    for (ptrdiff_t i = 0; i < whole; i += WIDTH) {
      lanes a = load(column + i), c = load(r + i);
      lanes product = a * c;
      lanes error = __builtin_elementwise_fma(a, c, -product);
      if (r_low) error += a * load(r_low + i);
      if (column_low) error += load(column_low + i) * c;
      lanes sum = high + product;
      lanes part = sum - high;
      low += ((high - (sum - part)) + (product - part)) + error;
      high = sum;
    }
    for (ptrdiff_t i = whole; i < n; i++) {
      double product = column[i] * r[i];
      double error = fma(column[i], r[i], -product);
      if (r_low) error += column[i] * r_low[i];
      if (column_low) error += column_low[i] * r[i];
      accumulate(&s[j], &s_low[j], product, error);
    }
    for (int lane = 0; lane < WIDTH; lane++) {
      accumulate(&s[j], &s_low[j], high[lane], low[lane]);
    }
  }
}

// The loops run over rows, which are independent, in as many lanes as the processor has. Each
// function is compiled for several instruction sets, and the processor chooses when it is called.
#if defined(__x86_64__)
#define WIDE __attribute__((target("avx512f,avx512dq,avx512vl,avx2,fma")))
#define NARROW __attribute__((target("avx2,fma")))
#define CHOOSE(function, ...)                                                          \
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&       \
      __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("fma"))             \
    function##_wide(__VA_ARGS__);                                                      \
  else if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))            \
    function##_narrow(__VA_ARGS__);                                                    \
  else                                                                                 \
    function(__VA_ARGS__);

WIDE static void subtract_product_wide(
    const double *x, const double *x_low, ptrdiff_t n, ptrdiff_t p, ptrdiff_t stride,
    const double *b, const double *b_low, double *out, double *out_low) {
  subtract_product(x, x_low, n, p, stride, b, b_low, out, out_low);
}
NARROW static void subtract_product_narrow(
    const double *x, const double *x_low, ptrdiff_t n, ptrdiff_t p, ptrdiff_t stride,
    const double *b, const double *b_low, double *out, double *out_low) {
  subtract_product(x, x_low, n, p, stride, b, b_low, out, out_low);
}
WIDE static void add_transposed_product_wide(
    const double *x, const double *x_low, ptrdiff_t n, ptrdiff_t p, ptrdiff_t stride,
    const double *r, const double *r_low, double *s, double *s_low) {
  add_transposed_product(x, x_low, n, p, stride, r, r_low, s, s_low);
}
NARROW static void add_transposed_product_narrow(
    const double *x, const double *x_low, ptrdiff_t n, ptrdiff_t p, ptrdiff_t stride,
    const double *r, const double *r_low, double *s, double *s_low) {
  add_transposed_product(x, x_low, n, p, stride, r, r_low, s, s_low);
}
#else
#define CHOOSE(function, ...) function(__VA_ARGS__);
#endif

void cr_subtract_product(
    const double *x, const double *x_low, ptrdiff_t n, ptrdiff_t p, ptrdiff_t stride,
    const double *b, const double *b_low, double *out, double *out_low) {
  CHOOSE(subtract_product, x, x_low, n, p, stride, b, b_low, out, out_low)
}

void cr_add_transposed_product(
    const double *x, const double *x_low, ptrdiff_t n, ptrdiff_t p, ptrdiff_t stride,
    const double *r, const double *r_low, double *s, double *s_low) {
  CHOOSE(add_transposed_product, x, x_low, n, p, stride, r, r_low, s, s_low)
}

double cr_sum_of_squares(const double *r, const double *r_low, ptrdiff_t n) {
  double high = 0, low = 0;
  for (ptrdiff_t i = 0; i < n; i++) {
    double square = r[i] * r[i];
    double error = fma(r[i], r[i], -square) + (r_low ? 2 * r[i] * r_low[i] : 0);
    accumulate(&high, &low, square, error);
  }
  return high + low;
}

void cr_add(double *high, double *low, double value) {
  accumulate(high, low, value, 0);
  double sum = *high + *low;
  *low -= sum - *high;
  *high = sum;
}
