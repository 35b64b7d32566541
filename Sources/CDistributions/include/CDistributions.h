// Distribution functions of Boost.Math behind a C interface.
//
// For each distribution: `cdf`, the probability of at most x; `upper`, the probability above x,
// computed as such and not as 1 - cdf, so that small p values keep their digits; `quantile`, the
// smallest x whose cdf reaches p; `upper_quantile`, the same from the probability above x; and
// `log_density`, the natural logarithm of the density, or of the probability of exactly x.
//
// x may be any number: outside the support the answer is 0, 1 or a log density of -infinity.
// Impossible parameters and probabilities give NaN; nothing throws.

#ifndef CDISTRIBUTIONS_H
#define CDISTRIBUTIONS_H

#ifdef __cplusplus
#define CD_NOEXCEPT noexcept
extern "C" {
#else
#define CD_NOEXCEPT
#endif

double cd_normal_cdf(double x) CD_NOEXCEPT;
double cd_normal_upper(double x) CD_NOEXCEPT;
double cd_normal_quantile(double p) CD_NOEXCEPT;

double cd_t_cdf(double x, double degrees) CD_NOEXCEPT;
double cd_t_upper(double x, double degrees) CD_NOEXCEPT;
double cd_t_quantile(double p, double degrees) CD_NOEXCEPT;
double cd_t_log_density(double x, double degrees) CD_NOEXCEPT;

double cd_f_cdf(double x, double numerator, double denominator) CD_NOEXCEPT;
double cd_f_upper(double x, double numerator, double denominator) CD_NOEXCEPT;
double cd_f_quantile(double p, double numerator, double denominator) CD_NOEXCEPT;
double cd_f_upper_quantile(double q, double numerator, double denominator) CD_NOEXCEPT;
double cd_f_log_density(double x, double numerator, double denominator) CD_NOEXCEPT;

double cd_gamma_cdf(double x, double shape, double scale) CD_NOEXCEPT;
double cd_gamma_upper(double x, double shape, double scale) CD_NOEXCEPT;
double cd_gamma_quantile(double p, double shape, double scale) CD_NOEXCEPT;
double cd_gamma_upper_quantile(double q, double shape, double scale) CD_NOEXCEPT;
double cd_gamma_log_density(double x, double shape, double scale) CD_NOEXCEPT;

double cd_beta_cdf(double x, double a, double b) CD_NOEXCEPT;
double cd_beta_upper(double x, double a, double b) CD_NOEXCEPT;
double cd_beta_quantile(double p, double a, double b) CD_NOEXCEPT;
double cd_beta_upper_quantile(double q, double a, double b) CD_NOEXCEPT;
double cd_beta_log_density(double x, double a, double b) CD_NOEXCEPT;

double cd_poisson_cdf(double x, double mean) CD_NOEXCEPT;
double cd_poisson_upper(double x, double mean) CD_NOEXCEPT;
double cd_poisson_quantile(double p, double mean) CD_NOEXCEPT;
double cd_poisson_upper_quantile(double q, double mean) CD_NOEXCEPT;
double cd_poisson_log_density(double x, double mean) CD_NOEXCEPT;

double cd_binomial_cdf(double x, double trials, double probability) CD_NOEXCEPT;
double cd_binomial_upper(double x, double trials, double probability) CD_NOEXCEPT;
double cd_binomial_quantile(double p, double trials, double probability) CD_NOEXCEPT;
double cd_binomial_upper_quantile(double q, double trials, double probability) CD_NOEXCEPT;
double cd_binomial_log_density(double x, double trials, double probability) CD_NOEXCEPT;

#ifdef __cplusplus
}
#endif

#endif
