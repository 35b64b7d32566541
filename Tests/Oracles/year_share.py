#!/usr/bin/env python3
"""Predictive distributions of a year's share by numerical integration, for YearShareTests.

usage: python3 year_share.py > year_share.csv        (scipy 1.17)

The mean of the series' shares is N(0, tau^2), each year's distance from it N(0, omega^2); the
centre and the variance of the next year's are those of the posterior, found by quadrature and not
by the closed form. Quantiles are scipy's Student t. level, between and within are the numbers of
YearShares.swift.
"""

import csv
import math
import sys

from scipy import integrate, stats

NUMBERS = {3: (0.0314, 0.1938, 0.3782), 5: (0.0207, 0.1504, 0.2680), 11: (0.0033, 0.0423, 0.0464)}
FREEDOM = 2.0


def predictive(months, shares, change):
    level, between, within = NUMBERS[months]
    y = [math.log(share) - math.log(months / 12) for share in shares]
    k = len(y)
    mean = sum(y) / k if k else 0
    squares = sum((v - mean) ** 2 for v in y)
    omega = (within * change) ** 2 + 1e-8
    omega = (FREEDOM * omega + squares) / (FREEDOM + max(k - 1, 0))
    tau = level**2 + (between * change) ** 2

    def density(mu):
        value = stats.norm.pdf(mu, 0, math.sqrt(tau))
        for v in y:
            value *= stats.norm.pdf(v, mu, math.sqrt(omega))
        return value

    ends = [-12 * math.sqrt(tau), 12 * math.sqrt(tau)]
    options = {"limit": 400, "epsabs": 0, "epsrel": 1e-12, "points": [0, mean]}
    total = integrate.quad(density, *ends, **options)[0]
    centre = integrate.quad(lambda mu: mu * density(mu), *ends, **options)[0] / total
    spread = integrate.quad(lambda mu: (mu - centre) ** 2 * density(mu), *ends, **options)[0] / total
    return centre, math.sqrt(omega + spread), FREEDOM + max(k - 1, 0)


def main():
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["months", "shares", "change", "quantity", "value"])
    cases = [
        (5, [], 0.5), (5, [0.4], 0.5), (5, [0.38, 0.41, 0.40], 0.2), (3, [0.19, 0.196], 0.29),
        (11, [0.9, 0.93, 0.91, 0.92], 0.1), (3, [0.1, 0.4, 0.2, 0.3, 0.25], 0.05),
    ]
    for months, shares, change in cases:
        centre, scale, freedom = predictive(months, shares, change)
        key = [months, " ".join(map(str, shares)), change]
        writer.writerow(key + ["centre", repr(centre)])
        writer.writerow(key + ["scale", repr(scale)])
        for p in (0.025, 0.1, 0.9, 0.975):
            share = months / 12 * math.exp(centre + scale * stats.t.ppf(p, freedom))
            writer.writerow(key + [f"quantile {p}", repr(min(share, 1.0))])


main()
