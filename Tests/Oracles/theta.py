"""Optimised Theta models of statsforecast. Writes theta_peer.csv.

usage: theta.py M3_FOLDER

The series are those of theta_data.csv and, where M3_FOLDER has m3_yearly_train.csv and so on,
every 40th yearly, 40th quarterly and 70th monthly series of the M3 competition. squares is the sum
that statsforecast makes small: all squared errors but the first three, of the adjusted series.
"""

import csv
import os
import sys

import numpy
import statsforecast
from statsforecast.theta import auto_theta, forecast_theta

STEPS = 8


def read(path, season_of):
    series = {}
    with open(path) as file:
        for row in csv.DictReader(file):
            name = row.get("series") or row["series_id"]
            series.setdefault(name, (season_of(row), []))[1].append(float(row["value"]))
    return series


def without_season(residuals, fit, count):
    """The errors of the adjusted series, which statsforecast returns with their season."""
    if not fit.get("decompose"):
        return residuals
    season = numpy.asarray(fit["seas_forecast"]["mean"])
    figure = season[(numpy.arange(count) - count) % len(season)]
    return residuals / figure if fit["decomposition_type"] == "multiplicative" else residuals - figure


def main():
    series = read("theta_data.csv", lambda row: int(row["season"]))
    for kind, season, every in [("yearly", 1, 40), ("quarterly", 4, 40), ("monthly", 12, 70)]:
        path = os.path.join(sys.argv[1], f"m3_{kind}_train.csv")
        if os.path.exists(path):
            group = read(path, lambda row: season)
            series |= {f"m3_{kind}:{name}": group[name] for name in list(group)[::every]}
    with open("theta_peer.csv", "w") as file:
        print("series,model,step,quantity,value", file=file)
        for name, (season, values) in series.items():
            for model in ["OTM", "DOTM"]:
                fit = auto_theta(numpy.array(values), season, model=model)
                numbers = [(0, "seasonal", int(fit.get("decompose", False)))]
                errors = without_season(fit["residuals"], fit, len(values))
                numbers += [(0, key, fit["par"][key]) for key in ["alpha", "theta"]]
                numbers.append((0, "squares", (errors[3:] ** 2).sum()))
                means = forecast_theta(fit, STEPS)["mean"]
                numbers += [(step + 1, "mean", value) for step, value in enumerate(means)]
                for step, quantity, value in numbers:
                    print(f"{name},{model},{step},{quantity},{float(value):.17g}", file=file)
    print("statsforecast", statsforecast.__version__)


main()
