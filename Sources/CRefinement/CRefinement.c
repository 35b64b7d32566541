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

// A sum of three parts: *high and *middle are exact, and what they lose is in *low.
INLINE void accumulate_three(
    double *high, double *middle, double *low, double h, double m, double l) {
  double sum = *high + h;
  double part = sum - *high;
  double lost = (*high - (sum - part)) + (h - part);
  *high = sum;
  double rest = l;
  accumulate(middle, &rest, lost, 0);
  accumulate(middle, &rest, m, 0);
  *low += rest;
}

// (sum, lost) = a + b exactly, for every lane.
#define TWO_SUM(a, b, sum, lost)                                                       \
  lanes sum = (a) + (b), part_##sum = sum - (a);                                       \
  lanes lost = ((a) - (sum - part_##sum)) + ((b) - part_##sum);

// The product of two columns in one row.
INLINE void add_row(
    const double *a, const double *a_low, const double *c, const double *c_low, ptrdiff_t i,
    double *sum_high, double *sum_middle, double *sum_low) {
  double product = a[i] * c[i];
  double error = fma(a[i], c[i], -product);
  accumulate_three(sum_high, sum_middle, sum_low, product, error, 0);
  if (a_low) {
    double first = a[i] * c_low[i], second = a_low[i] * c[i];
    double rest = fma(a[i], c_low[i], -first) + fma(a_low[i], c[i], -second);
    accumulate_three(sum_high, sum_middle, sum_low, 0, first, rest + a_low[i] * c_low[i]);
    accumulate_three(sum_high, sum_middle, sum_low, 0, second, 0);
  }
}

// The product of two columns, over rows in lanes and the rest one by one.
INLINE void add_product(
    const double *a, const double *a_low, const double *c, const double *c_low, ptrdiff_t n,
    double *sum_high, double *sum_middle, double *sum_low) {
  ptrdiff_t whole = n - n % WIDTH;
  lanes high = {0}, middle = {0}, low = {0};
  for (ptrdiff_t i = 0; i < whole; i += WIDTH) {
    lanes x = load(a + i), y = load(c + i);
    lanes product = x * y;
    lanes error = __builtin_elementwise_fma(x, y, -product);
    TWO_SUM(high, product, h, lost)
    high = h;
    TWO_SUM(middle, lost, m1, lost1)
    TWO_SUM(m1, error, m2, lost2)
    middle = m2;
    low += lost1 + lost2;
    if (a_low) {
      lanes x_low = load(a_low + i), y_low = load(c_low + i);
      lanes first = x * y_low, second = x_low * y;
      TWO_SUM(middle, first, m3, lost3)
      TWO_SUM(m3, second, m4, lost4)
      middle = m4;
      low += __builtin_elementwise_fma(x, y_low, -first) + lost3;
      low += __builtin_elementwise_fma(x_low, y, -second) + lost4;
      low += x_low * y_low;
    }
  }
  for (ptrdiff_t i = whole; i < n; i++) {
    add_row(a, a_low, c, c_low, i, sum_high, sum_middle, sum_low);
  }
  for (int lane = 0; lane < WIDTH; lane++) {
    accumulate_three(sum_high, sum_middle, sum_low, high[lane], middle[lane], low[lane]);
  }
}

// The rows in which a column is not zero; -1 if they are more than `most`.
INLINE int nonzero_rows(const double *column, ptrdiff_t n, int most, short *rows) {
  int found = 0;
  for (ptrdiff_t i = 0; i < n; i++) {
    if (column[i] == 0) continue;
    if (found == most) return -1;
    rows[found++] = (short)i;
  }
  return found;
}

INLINE void add_gram(
    const double *x, const double *x_low, ptrdiff_t n, ptrdiff_t p, ptrdiff_t stride,
    double *high, double *middle, double *low) {
  // Of a column that has a few numbers in a block, as those of factors have, only these are read.
  // A row by itself takes about as long as 32 rows in lanes.
  enum { BLOCK = 1024, FEW = BLOCK / 32 };
  short rows[p][FEW];
  int found[p];
  for (ptrdiff_t start = 0; start < n; start += BLOCK) {
    ptrdiff_t count = n - start < BLOCK ? n - start : BLOCK;
    for (ptrdiff_t j = 0, place = 0; j < p; j++) {
      const double *c = x + j * stride + start;
      const double *c_low = x_low ? x_low + j * stride + start : 0;
      found[j] = nonzero_rows(c, count, FEW, rows[j]);
      for (ptrdiff_t i = 0; i <= j; i++, place++) {
        const double *a = x + i * stride + start;
        const double *a_low = x_low ? x_low + i * stride + start : 0;
        ptrdiff_t fewer = found[i] >= 0 && (found[j] < 0 || found[i] < found[j]) ? i : j;
        if (found[fewer] >= 0) {
          for (int k = 0; k < found[fewer]; k++) {
            add_row(
                a, a_low, c, c_low, rows[fewer][k], high + place, middle + place, low + place);
          }
        } else if (x_low) {
          add_product(a, a_low, c, c_low, count, high + place, middle + place, low + place);
        } else {
          add_product(a, 0, c, 0, count, high + place, middle + place, low + place);
        }
      }
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
WIDE static void add_gram_wide(
    const double *x, const double *x_low, ptrdiff_t n, ptrdiff_t p, ptrdiff_t stride,
    double *high, double *middle, double *low) {
  add_gram(x, x_low, n, p, stride, high, middle, low);
}
NARROW static void add_gram_narrow(
    const double *x, const double *x_low, ptrdiff_t n, ptrdiff_t p, ptrdiff_t stride,
    double *high, double *middle, double *low) {
  add_gram(x, x_low, n, p, stride, high, middle, low);
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

void cr_add_gram(
    const double *x, const double *x_low, ptrdiff_t n, ptrdiff_t p, ptrdiff_t stride,
    double *high, double *middle, double *low) {
  CHOOSE(add_gram, x, x_low, n, p, stride, high, middle, low)
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
