// Distribution functions of Boost.Math behind a C interface.
//
// Outside a function's domain the result is NaN; nothing throws. `upper` is the probability above
// x, computed as such and not as 1 - cdf, so that small p values keep their digits.

#ifndef CDISTRIBUTIONS_H
#define CDISTRIBUTIONS_H

#ifdef __cplusplus
#define CD_NOEXCEPT noexcept
extern "C" {
#else
#define CD_NOEXCEPT
#endif

double cd_normal_cdf(double x) CD_NOEXCEPT;
double cd_normal_quantile(double p) CD_NOEXCEPT;

double cd_t_cdf(double x, double degrees) CD_NOEXCEPT;
double cd_t_upper(double x, double degrees) CD_NOEXCEPT;
double cd_t_quantile(double p, double degrees) CD_NOEXCEPT;

double cd_f_upper(double x, double numerator, double denominator) CD_NOEXCEPT;

#ifdef __cplusplus
}
#endif

#endif
