#!/usr/bin/env python3
"""Measures automatic ARIMA against auto.arima of R's forecast package, in one run.

usage: arima_speed.py PROGRAM FOLDER [ROUNDS] [EVERY]

PROGRAM is corridor, built for release; FOLDER holds m3_yearly_train.csv, m3_quarterly_train.csv and
m3_monthly_train.csv (columns series_id, t, value). In every round each takes its turn with one core:
`corridor forecast FILE --method arima --jobs 1`, reading and printing included, and R's fits and
forecasts alone (arima_speed.R), without its start and its reading. User seconds are compared, and
medians of the rounds. Of the monthly series, which take R minutes, R gets one in EVERY (40 unless
given) and its time is multiplied; corridor gets all. Exit status 1 where yearly series are not at
least five times as fast.
"""

import os
import pathlib
import resource
import statistics
import subprocess
import sys
import time

SETS = [("yearly", 1, 6), ("quarterly", 4, 8), ("monthly", 12, 18)]  # name, season, horizon
GOAL = 5.0
SCRIPT = pathlib.Path(__file__).with_name("arima_speed.R")


def children():
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime


def corridor(program, path, season, horizon):
    """User and wall seconds of one run."""
    command = [
        program, "forecast", path, "--by", "series_id", "--time", "t", "--value", "value",
        "--season", str(season), "--horizon", str(horizon), "--format", "csv", "--method", "arima",
        "--jobs", "1"]
    before, start = children(), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return children() - before, time.perf_counter() - start


def peer(path, season, horizon, every):
    """User and wall seconds of R, for all series."""
    command = ["Rscript", str(SCRIPT), path, str(season), str(horizon), str(every)]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    user, wall = map(float, run.stdout.split())
    count = len({line.split(",")[0] for line in open(path).readlines()[1:]})
    factor = count / len(range(0, count, every))
    return user * factor, wall * factor


def main():
    if len(sys.argv) not in (3, 4, 5) or not os.access(sys.argv[1], os.X_OK):
        print("usage: arima_speed.py PROGRAM FOLDER [ROUNDS] [EVERY]", file=sys.stderr)
        return 2
    program = os.path.abspath(sys.argv[1])
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    sparse = int(sys.argv[4]) if len(sys.argv) > 4 else 40
    print(f"{'':<10}{'corridor':>10}{'R':>10}{'R / corridor':>14}   user seconds (wall in brackets)")
    reached = True
    for name, season, horizon in SETS:
        path = os.path.join(sys.argv[2], f"m3_{name}_train.csv")
        every = 1 if name == "yearly" else max(sparse // 4, 1) if name == "quarterly" else sparse
        ours, theirs = [], []
        for _ in range(rounds):
            ours.append(corridor(program, path, season, horizon))
            theirs.append(peer(path, season, horizon, every))
        user, wall = (statistics.median(run[i] for run in ours) for i in (0, 1))
        user_r, wall_r = (statistics.median(run[i] for run in theirs) for i in (0, 1))
        sample = "" if every == 1 else f", R on one series in {every}"
        print(
            f"{name:<10}{user:>10.2f}{user_r:>10.1f}{user_r / user:>14.0f}"
            f"   ({wall:.2f}, {wall_r:.1f}{sample})")
        reached &= name != "yearly" or user_r >= GOAL * user
    print(f"\nload average {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    print("Within the goal." if reached else "Short of the goal.")
    return 0 if reached else 1


sys.exit(main())
