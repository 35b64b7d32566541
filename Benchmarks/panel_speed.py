#!/usr/bin/env python3
"""Measures the default method on files of many annual series beside statsforecast's AutoETS.

usage: panel_speed.py PROGRAM [M3_FOLDER]

PROGRAM is corridor, built for release. Three files of random walks are made: 3,500 series of six
values, which the program forecasts on one core beside AutoETS in this process, user seconds of
both; AutoETS refuses six values, so that its series are of seven. Then the same number of series of
24 values, on one core and on two, wall seconds, with user seconds of both and how many the program
spends before and after forecasting, which is what naive forecasts take; and 10,000 and 100,000
series of twelve values, wall seconds and peak memory. Exit status 1 where the program is slower
than AutoETS. The folder is not used: all speed programs take the same arguments.
"""

import os
import random
import resource
import subprocess
import sys
import tempfile
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import numpy
from statsforecast.models import AutoETS


def walks(count, length):
    generator = random.Random(2016)
    series = []
    for _ in range(count):
        value, drift = generator.uniform(50, 500), generator.uniform(-0.02, 0.08)
        values = []
        for _ in range(length):
            value *= max(0.2, 1 + drift + generator.gauss(0, 0.15))
            values.append(round(value, 3))
        series.append(values)
    return series


def write(series, path):
    with open(path, "w") as file:
        file.write("series_id,t,value\n")
        for number, values in enumerate(series):
            file.writelines(f"s{number},{1990 + t},{value}\n" for t, value in enumerate(values))


def program(path, file, jobs, method="auto"):
    """User seconds, wall seconds and peak megabytes of one run."""
    command = [path, "forecast", file, "--by", "series_id", "--time", "t", "--value", "value",
               "--horizon", "4", "--jobs", str(jobs), "--method", method, "--format", "csv"]
    start = time.monotonic()
    with open(os.devnull, "w") as nowhere:
        child = subprocess.Popen(command, stdout=nowhere)
        _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"corridor failed on {file}")
    return usage.ru_utime, time.monotonic() - start, usage.ru_maxrss / 1024


def peer(series):
    values = [numpy.array(one) for one in series]
    AutoETS(season_length=1).forecast(numpy.array([float(n % 7 + n) for n in range(20)]), h=4)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    for one in values:
        AutoETS(season_length=1).forecast(one, h=4, level=[80, 95])
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime - before


def main():
    if len(sys.argv) not in (2, 3) or not os.access(sys.argv[1], os.X_OK):
        print("usage: panel_speed.py PROGRAM [M3_FOLDER]", file=sys.stderr)
        return 2
    path = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "walks.csv")
        write(walks(3500, 6), file)
        own, other = program(path, file, 1)[0], peer(walks(3500, 7))
        print(f"3,500 series of 6: corridor {own:.2f} s user, AutoETS of 7 {other:.2f} s, "
              f"ratio {other / own:.1f}")
        write(walks(3500, 24), file)
        runs = {jobs: [program(path, file, jobs) for _ in range(3)] for jobs in (1, 2)}
        one, two = (min(wall for _, wall, _ in runs[jobs]) for jobs in (1, 2))
        user, both = (min(user for user, _, _ in runs[jobs]) for jobs in (1, 2))
        serial = min(program(path, file, 1, "naive")[0] for _ in range(3))
        print(f"3,500 series of 24: one core {one:.2f} s, two {two:.2f} s, ratio {one / two:.2f}; "
              f"user {user:.2f} and {both:.2f} s, reading and writing {serial:.2f} s")
        for count in (10_000, 100_000):
            write(walks(count, 12), file)
            user, wall, memory = program(path, file, 2)
            size = os.path.getsize(file) / 2**20
            print(f"{count:,} series of 12: {wall:.1f} s, {user:.1f} s user, {memory:.0f} MB "
                  f"for a file of {size:.0f} MB")
    return 0 if own <= other else 1


if __name__ == "__main__":
    sys.exit(main())
