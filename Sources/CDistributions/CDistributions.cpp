#include "CDistributions.h"

#include <boost/math/constants/constants.hpp>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <cmath>
#include <limits>

namespace policies = boost::math::policies;

// Errors become NaN or infinity instead of exceptions. A discrete quantile is a whole number.
using Quiet = policies::policy<
    policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
    policies::overflow_error<policies::ignore_error>,
    policies::evaluation_error<policies::ignore_error>,
    policies::rounding_error<policies::ignore_error>,
    policies::indeterminate_result_error<policies::ignore_error>, policies::promote_double<false>,
    policies::discrete_quantile<policies::integer_round_up>>;

// Long double inside keeps every digit of a double: with double, an argument such as n/(n + t^2) is
// rounded before its power is taken, and far tails keep 12 to 13. It costs 3 to 8 microseconds.
// The normal and the middle of the t, which forecasts ask for often, need it not (measured: 8e-15).
using Real = long double;
using Normal = boost::math::normal_distribution<double, Quiet>;
using StudentT = boost::math::students_t_distribution<double, Quiet>;
using FarStudentT = boost::math::students_t_distribution<Real, Quiet>;
using FisherF = boost::math::fisher_f_distribution<Real, Quiet>;
using Gamma = boost::math::gamma_distribution<Real, Quiet>;
using Beta = boost::math::beta_distribution<Real, Quiet>;
using Poisson = boost::math::poisson_distribution<Real, Quiet>;
using Binomial = boost::math::binomial_distribution<Real, Quiet>;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

// P(X <= x) and P(X > x) where the support is lowest...highest; Boost accepts no x outside it. The
// larger of the two is worked out from the smaller, which Boost has to more digits.
template <class D>
Real lower_tail(const D& distribution, Real x, Real lowest, Real highest = infinity) {
  if (x < lowest) return 0;
  if (x >= highest) return 1;
  const Real p = cdf(distribution, x);
  return p > 0.5 ? 1 - cdf(complement(distribution, x)) : p;
}
template <class D>
Real upper_tail(const D& distribution, Real x, Real lowest, Real highest = infinity) {
  if (x < lowest) return 1;
  if (x >= highest) return 0;
  const Real q = cdf(complement(distribution, x));
  return q > 0.5 ? 1 - cdf(distribution, x) : q;
}

// The smallest whole k whose cdf is at least p. Boost's answer may be one off where p is itself a
// value of the cdf, so its neighbours are asked.
template <class D>
double smallest(const D& distribution, double p) {
  double k = double(quantile(distribution, p));
  if (!std::isfinite(k)) return k;
  while (k > 0 && double(lower_tail(distribution, k - 1, 0)) >= p) --k;
  while (double(lower_tail(distribution, k, 0)) < p) ++k;
  return k;
}
template <class D>
double smallest_above(const D& distribution, double q) {
  double k = double(quantile(complement(distribution, q)));
  if (!std::isfinite(k)) return k;
  while (k > 0 && double(upper_tail(distribution, k - 1, 0)) <= q) --k;
  while (double(upper_tail(distribution, k, 0)) > q) ++k;
  return k;
}

// ln n! - (n + 1/2) ln n + n - ln(2 pi)/2, what Stirling's formula lacks.
double stirling_error(double n) {
  if (n < 16) {
    return std::lgamma(n + 1) - (n + 0.5) * std::log(n) + n
           - boost::math::constants::log_root_two_pi<double>();
  }
  const double s = 1 / (n * n);
  double sum = 691.0 / 360360;
  for (double divisor : {1188.0, 1680.0, 1260.0, 360.0, 12.0}) sum = 1 / divisor - s * sum;
  return sum / n;
}

// The deviance x ln(x/m) + m - x, without cancellation where x is near m.
double deviance(double x, double m) {
  const double e = (x - m) / m;
  if (std::abs(e) > 0.5) return x * std::log(x / m) + m - x;
  return x * boost::math::log1pmx(e, Quiet()) + (x - m) * e;
}

// ln(e^-m m^x / x!) and ln(C(n,x) p^x q^(n-x)) for any real x, n by saddle-point expansion.
// Reference: Loader, "Fast and accurate computation of binomial probabilities" (2000).
double poisson_term(double x, double m) {
  if (x == 0) return -m;
  return -stirling_error(x) - deviance(x, m)
         - (boost::math::constants::log_root_two_pi<double>() + std::log(x) / 2);
}
double binomial_term(double x, double n, double p, double q) {
  if (x == 0) return n * (p < 0.1 ? std::log1p(-p) : std::log(q));
  if (x == n) return n * (q < 0.1 ? std::log1p(-q) : std::log(p));
  return stirling_error(n) - stirling_error(x) - stirling_error(n - x) - deviance(x, n * p)
         - deviance(n - x, n * q)
         - (boost::math::constants::log_root_two_pi<double>() + std::log(x) / 2
            + std::log1p(-x / n) / 2);
}

double beta_log(double x, double complement, double a, double b) {
  if (a < 1 && b < 1) {
    return binomial_term(a, a + b, x, complement)
           + std::log(a * b / ((a + b) * x * complement));
  }
  if (a < 1) return binomial_term(a, a + b - 1, x, complement) + std::log(a / x);
  if (b < 1) return binomial_term(a - 1, a + b - 1, x, complement) + std::log(b / complement);
  return binomial_term(a - 1, a + b - 2, x, complement) + std::log(a + b - 1);
}

bool whole(double x) { return x >= 0 && x == std::floor(x) && std::isfinite(x); }

}  // namespace

extern "C" {

double cd_normal_cdf(double x) noexcept { return cd_normal_upper(-x); }
// erfc(x/sqrt 2)/2. The rounding of x/sqrt 2 alone would cost x^2 units in the last place, so what
// it left out, d, is put back: erfc(y + d) = erfc(y) - d 2/sqrt(pi) exp(-y^2).
double cd_normal_upper(double x) noexcept {
  using boost::math::constants::one_div_root_pi;
  const double root = 0.70710678118654752440, rest = -4.8336466567264567e-17;
  const double y = x * root;
  const double half = boost::math::erfc(y, Quiet()) / 2;
  if (!std::isfinite(y)) return half;
  const double d = std::fma(x, root, -y) + x * rest;
  return half - d * one_div_root_pi<double>() * std::exp(-y * y);
}
double cd_normal_quantile(double p) noexcept { return quantile(Normal(), p); }

double cd_t_cdf(double x, double degrees) noexcept { return cd_t_upper(-x, degrees); }
// The tail beyond |x| is half the upper tail of x^2, which is F(1, n). Near zero that is close to 1
// and the lower tail of x^2, which is small, keeps the digits.
double cd_t_upper(double x, double degrees) noexcept {
  const double square = x * x;
  if (square < 1 && square < degrees) {
    const double inside
        = boost::math::ibeta(0.5, degrees / 2, square / (degrees + square), Quiet()) / 2;
    return x < 0 ? 0.5 + inside : 0.5 - inside;
  }
  if (square <= 100) return cdf(complement(StudentT(degrees), x));
  return double(cdf(complement(FarStudentT(degrees), Real(x))));
}
double cd_t_quantile(double p, double degrees) noexcept {
  if (p > 1e-30) return quantile(StudentT(degrees), p);
  return double(quantile(FarStudentT(degrees), Real(p)));
}
double cd_t_log_density(double x, double degrees) noexcept {
  if (std::isinf(degrees)) return -x * x / 2 - boost::math::constants::log_root_two_pi<double>();
  const double half = degrees / 2;
  const double ratio = boost::math::tgamma_delta_ratio(half, 0.5, Quiet());
  const double u = x * x / degrees;
  const double tail = std::isinf(u) ? 2 * (std::log(std::abs(x)) - std::log(degrees) / 2)
                                    : std::log1p(u);
  return -std::log(ratio) - std::log(degrees * boost::math::constants::pi<double>()) / 2
         - (half + 0.5) * tail;
}

double cd_f_cdf(double x, double numerator, double denominator) noexcept {
  return lower_tail(FisherF(numerator, denominator), x, 0);
}
double cd_f_upper(double x, double numerator, double denominator) noexcept {
  return upper_tail(FisherF(numerator, denominator), x, 0);
}
double cd_f_quantile(double p, double numerator, double denominator) noexcept {
  return quantile(FisherF(numerator, denominator), p);
}
double cd_f_upper_quantile(double q, double numerator, double denominator) noexcept {
  return quantile(complement(FisherF(numerator, denominator), q));
}
// The density of z = m x/(n + m x), a beta variable, times dz/dx.
double cd_f_log_density(double x, double numerator, double denominator) noexcept {
  if (x < 0 || std::isinf(x)) return -infinity;
  if (x == 0 && numerator != 2) return numerator < 2 ? infinity : -infinity;
  const double sum = denominator + numerator * x;
  return beta_log(numerator * x / sum, denominator / sum, numerator / 2, denominator / 2)
         + std::log(numerator * denominator) - 2 * std::log(sum);
}

double cd_gamma_cdf(double x, double shape, double scale) noexcept {
  return lower_tail(Gamma(shape, scale), x, 0);
}
double cd_gamma_upper(double x, double shape, double scale) noexcept {
  return upper_tail(Gamma(shape, scale), x, 0);
}
double cd_gamma_quantile(double p, double shape, double scale) noexcept {
  return quantile(Gamma(shape, scale), p);
}
double cd_gamma_upper_quantile(double q, double shape, double scale) noexcept {
  return quantile(complement(Gamma(shape, scale), q));
}
double cd_gamma_log_density(double x, double shape, double scale) noexcept {
  if (x < 0 || std::isinf(x)) return -infinity;
  if (x == 0 && shape != 1) return shape < 1 ? infinity : -infinity;
  const double z = x / scale;
  if (shape < 1) return poisson_term(shape, z) + std::log(shape / z) - std::log(scale);
  return poisson_term(shape - 1, z) - std::log(scale);
}

double cd_beta_cdf(double x, double a, double b) noexcept {
  return lower_tail(Beta(a, b), x, 0, 1);
}
double cd_beta_upper(double x, double a, double b) noexcept {
  return upper_tail(Beta(a, b), x, 0, 1);
}
double cd_beta_quantile(double p, double a, double b) noexcept { return quantile(Beta(a, b), p); }
double cd_beta_upper_quantile(double q, double a, double b) noexcept {
  return quantile(complement(Beta(a, b), q));
}
double cd_beta_log_density(double x, double a, double b) noexcept {
  if (x < 0 || x > 1) return -infinity;
  if (x == 0 && a != 1) return a < 1 ? infinity : -infinity;
  if (x == 1 && b != 1) return b < 1 ? infinity : -infinity;
  return beta_log(x, 1 - x, a, b);
}

double cd_poisson_cdf(double x, double mean) noexcept {
  return lower_tail(Poisson(mean), std::floor(x), 0);
}
double cd_poisson_upper(double x, double mean) noexcept {
  return upper_tail(Poisson(mean), std::floor(x), 0);
}
double cd_poisson_quantile(double p, double mean) noexcept { return smallest(Poisson(mean), p); }
double cd_poisson_upper_quantile(double q, double mean) noexcept {
  return smallest_above(Poisson(mean), q);
}
double cd_poisson_log_density(double x, double mean) noexcept {
  return std::isnan(x) ? x : whole(x) ? poisson_term(x, mean) : -infinity;
}

double cd_binomial_cdf(double x, double trials, double probability) noexcept {
  return lower_tail(Binomial(trials, probability), std::floor(x), 0, trials);
}
double cd_binomial_upper(double x, double trials, double probability) noexcept {
  return upper_tail(Binomial(trials, probability), std::floor(x), 0, trials);
}
double cd_binomial_quantile(double p, double trials, double probability) noexcept {
  return smallest(Binomial(trials, probability), p);
}
double cd_binomial_upper_quantile(double q, double trials, double probability) noexcept {
  return smallest_above(Binomial(trials, probability), q);
}
double cd_binomial_log_density(double x, double trials, double probability) noexcept {
  if (std::isnan(x)) return x;
  if (!whole(x) || x > trials) return -infinity;
  if (probability == 0) return x == 0 ? 0 : -infinity;
  if (probability == 1) return x == trials ? 0 : -infinity;
  return binomial_term(x, trials, probability, 1 - probability);
}

}
