#!/usr/bin/env python3
"""Measures automatic exponential smoothing against statsforecast's AutoETS.

usage: ets_speed.py PROGRAM FOLDER [SET...]

PROGRAM is corridor, built for release; FOLDER holds the M3 competition as m3_yearly_train.csv and
so on (series_id,t,value); SET is yearly, quarterly or monthly, all three by default. Both take one
core and read the same file. Times are user seconds: the program's own, its start and the reading
of the file included, and those of AutoETS fitted and forecast series after series in this process,
after a first fit that loads it. Exit status 1 where the program is not five times as fast.
"""

import csv
import os
import resource
import subprocess
import sys

SETS = {"yearly": (1, 6), "quarterly": (4, 8), "monthly": (12, 18)}  # season, horizon
LIMIT = 5.0

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import numpy
from statsforecast.models import AutoETS


def user_seconds(who):
    return resource.getrusage(who).ru_utime


def program(path, file, season, horizon):
    """User seconds of one run, and how many series were answered by the method itself."""
    before = user_seconds(resource.RUSAGE_CHILDREN)
    run = subprocess.run(
        [path, "forecast", file, "--by", "series_id", "--time", "t", "--value", "value", "--season",
         str(season), "--horizon", str(horizon), "--method", "ets", "--jobs", "1", "--format", "csv"],
        capture_output=True, text=True, check=True)
    seconds = user_seconds(resource.RUSAGE_CHILDREN) - before
    answered = {row["series"] for row in csv.DictReader(run.stdout.splitlines())
                if row["method"] == "ets"}
    return seconds, len(answered)


def peer(file, season, horizon):
    """User seconds of AutoETS over the file, and how many series it answered."""
    series = {}
    with open(file) as lines:
        for row in csv.DictReader(lines):
            series.setdefault(row["series_id"], []).append(float(row["value"]))
    values = [numpy.array(one) for one in series.values()]
    AutoETS(season_length=season).fit(values[0])
    before, answered = user_seconds(resource.RUSAGE_SELF), 0
    for one in values:
        try:
            AutoETS(season_length=season).forecast(one, h=horizon, level=[80, 95])
            answered += 1
        except NotImplementedError:  # too few values
            pass
    return user_seconds(resource.RUSAGE_SELF) - before, answered


def main():
    if len(sys.argv) < 3 or not os.access(sys.argv[1], os.X_OK) or set(sys.argv[3:]) - set(SETS):
        print("usage: ets_speed.py PROGRAM FOLDER [yearly|quarterly|monthly ...]", file=sys.stderr)
        return 2
    path, folder = os.path.abspath(sys.argv[1]), sys.argv[2]
    print(f"{'M3':<11}{'series':>7}{'corridor s':>12}{'AutoETS s':>11}{'ratio':>7}")
    within = True
    for name in sys.argv[3:] or SETS:
        season, horizon = SETS[name]
        file = os.path.join(folder, f"m3_{name}_train.csv")
        if not os.path.exists(file):
            print(f"{name:<11}no {file}: left out")
            continue
        ours, answered = program(path, file, season, horizon)
        theirs, peers = peer(file, season, horizon)
        within &= theirs >= LIMIT * ours
        print(f"{name:<11}{answered:>7}{ours:>12.2f}{theirs:>11.2f}{theirs / ours:>7.1f}"
              + ("" if peers == answered else f"   AutoETS answered {peers}"))
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors, limit {LIMIT:g}")
    return 0 if within else 1


sys.exit(main())
