// Sums of products in twice the working precision, for the iterative refinement of least squares.
//
// A number is held as an unevaluated pair high + low. Matrices are column-major with `stride`
// elements from one column to the next; `low` pointers may be NULL where a matrix or vector has no
// low part.

#ifndef CREFINEMENT_H
#define CREFINEMENT_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

// out = out - X b, for n rows and p columns: `out` is a pair and is updated in place.
void cr_subtract_product(
    const double *x, const double *x_low, ptrdiff_t n, ptrdiff_t p, ptrdiff_t stride,
    const double *b, const double *b_low, double *out, double *out_low);

// s = s + X' r for n rows and p columns: `s` is a pair of p numbers and is updated in place.
void cr_add_transposed_product(
    const double *x, const double *x_low, ptrdiff_t n, ptrdiff_t p, ptrdiff_t stride,
    const double *r, const double *r_low, double *s, double *s_low);

// s = s + X' X for n rows and p columns, in three times the working precision: every product is
// exact, and a sum is high + middle + low. The upper triangle, row i of column j at j (j + 1) / 2 + i.
void cr_add_gram(
    const double *x, const double *x_low, ptrdiff_t n, ptrdiff_t p, ptrdiff_t stride,
    double *high, double *middle, double *low);

// The sum of r[i]^2, rounded once.
double cr_sum_of_squares(const double *r, const double *r_low, ptrdiff_t n);

// high + low = high + low + value, renormalised.
void cr_add(double *high, double *low, double value);

#ifdef __cplusplus
}
#endif

#endif
