#include "CDistributions.h"

#include <cmath>

#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

namespace policies = boost::math::policies;

// Errors become NaN or infinity instead of exceptions, and doubles stay doubles.
using Quiet = policies::policy<
    policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
    policies::overflow_error<policies::ignore_error>,
    policies::evaluation_error<policies::ignore_error>,
    policies::rounding_error<policies::ignore_error>,
    policies::indeterminate_result_error<policies::ignore_error>, policies::promote_double<false>>;
using Normal = boost::math::normal_distribution<double, Quiet>;
using StudentT = boost::math::students_t_distribution<double, Quiet>;
using FisherF = boost::math::fisher_f_distribution<double, Quiet>;

extern "C" {

double cd_normal_cdf(double x) noexcept { return cdf(Normal(), x); }
double cd_normal_quantile(double p) noexcept { return quantile(Normal(), p); }

double cd_t_cdf(double x, double degrees) noexcept { return degrees == 1 ? std::atan2(1.0, -x) / 3.14159265358979323846 : cdf(StudentT(degrees), x); }
double cd_t_upper(double x, double degrees) noexcept {
  if (degrees == 1) return std::atan2(1.0, x) / 3.14159265358979323846;
  return cdf(complement(StudentT(degrees), x));
}
double cd_t_quantile(double p, double degrees) noexcept {
  return quantile(StudentT(degrees), p);
}

double cd_f_upper(double x, double numerator, double denominator) noexcept {
  return cdf(complement(FisherF(numerator, denominator), x));
}

}
