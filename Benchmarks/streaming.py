#!/usr/bin/env python3
"""Measures a regression that reads its file as a stream against the same one in memory.

usage: streaming.py PROGRAM [ROWS [ROUNDS]]

Writes a CSV of 5,000,000 rows and 8 columns into a temporary folder and runs `PROGRAM regress` on it
in turns, whole and with --stream; both are whole processes. Exit status 1 where a coefficient or a
standard error differs by more than 1e-12, or the streamed run needs more memory than its limit.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

import numpy

ROWS, BLOCK = 5_000_000, 100_000
NUMBERS = ["year", "x1", "x2", "x3", "x4", "x5"]
FORMULA = "y ~ year + x1 + x2 + x3 + x4 + x5 + region"
REGIONS = ["AFTA", "EAEU", "EFTA", "EU", "MERCOSUR", "USMCA"]
PEAK_LIMIT, DIFFERENCE_LIMIT = 150, 1e-12  # megabytes; relative


def write(path, rows):
    """Numbers and a region, the last of which comes in the second half only."""
    generator = numpy.random.default_rng(2016)
    with open(path, "w", encoding="ascii") as file:
        file.write(",".join(NUMBERS + ["region", "y"]) + "\n")
        for start in range(0, rows, BLOCK):
            count = min(BLOCK, rows - start)
            x = generator.normal(3, 1, (count, len(NUMBERS)))
            x[:, 0] = generator.integers(1990, 2025, count)
            last = len(REGIONS) - (start < rows / 2)
            region = generator.integers(0, last, count)
            y = x @ numpy.arange(1, len(NUMBERS) + 1) + region + generator.normal(0, 1, count)
            for row, place, value in zip(x.tolist(), region.tolist(), y.tolist()):
                numbers = "%d,%.6f,%.6f,%.6f,%.6f,%.6f" % tuple(row)
                file.write(f"{numbers},{REGIONS[place]},{value:.6f}\n")
    return os.path.getsize(path)


def run(command):
    """Wall seconds, peak megabytes and the numbers that one process prints."""
    with tempfile.TemporaryFile("w+") as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"streaming.py: '{' '.join(command)}' ended with {process.returncode}")
        output.seek(0)
        rows = [line.split(",") for line in output.read().splitlines()[1:]]
        return wall, usage.ru_maxrss / 1024, [float(cell) for row in rows for cell in row[1:3]]


def main():
    if not 2 <= len(sys.argv) <= 4 or not os.access(sys.argv[1], os.X_OK):
        print("usage: streaming.py PROGRAM [ROWS [ROUNDS]]", file=sys.stderr)
        return 2
    rows = int(sys.argv[2]) if len(sys.argv) > 2 else ROWS
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "rows.csv")
        size = write(path, rows) / 1e6
        command = [os.path.abspath(sys.argv[1]), "regress", path, FORMULA, "--format", "csv"]
        kinds = {
            "in memory": command,
            "streamed": command + ["--stream"],
            "streamed twice, hc1": command + ["--stream", "--se", "hc1"],
        }
        runs = {name: [] for name in kinds}
        for _ in range(rounds):
            for name, words in kinds.items():
                runs[name].append(run(words))

    walls = {name: statistics.median(run[0] for run in each) for name, each in runs.items()}
    peaks = {name: max(run[1] for run in each) for name, each in runs.items()}
    print(f"{rows} rows, {size:.0f} MB, medians of {rounds} rounds")
    print(f"{'':<22}{'seconds':>9}{'MB/s':>8}{'peak MB':>9}")
    for name in kinds:
        print(f"{name:<22}{walls[name]:>9.2f}{size / walls[name]:>8.0f}{peaks[name]:>9.0f}")
    print(f"ratio of streamed to in memory {walls['streamed'] / walls['in memory']:.2f}")
    difference = max(
        abs(a / b - 1)
        for a, b in zip(runs["streamed"][0][2], runs["in memory"][0][2], strict=True))
    print(f"largest relative difference of estimates and standard errors {difference:.1e}")
    within = difference <= DIFFERENCE_LIMIT and peaks["streamed"] <= PEAK_LIMIT
    print(f"limits {DIFFERENCE_LIMIT:g} and {PEAK_LIMIT} MB for the streamed run")
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    print("Within the limits." if within else "Over a limit.")
    return 0 if within else 1


sys.exit(main())
