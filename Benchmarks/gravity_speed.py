#!/usr/bin/env python3
"""Measures a Poisson gravity regression of a million rows, from the CSV to the printed result.

usage: gravity_speed.py PROGRAM [ROUNDS]

Writes a CSV of 1,000,000 rows with three effects (200, 200 and 25 levels) into a temporary folder
and runs `PROGRAM regress`, the whole process. Where pyfixest can be imported, its solve alone takes
turns with it: the data frame in memory, its compiler warmed up. Exit status 1 where the median is
over a limit.
"""

import importlib.util
import math
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time

ROWS, LEVELS = 1_000_000, (200, 200, 25)
FORMULA = "value ~ x1 + x2 | origin + destination + year"
WALL_LIMIT, PEAK_LIMIT = 2.4, 300  # seconds, megabytes


def write(path):
    """Flows with known effects, an eighth of them zero; the same in every run."""
    draw = random.Random(2016)
    effects = [[draw.gauss(0, 0.5) for _ in range(count)] for count in LEVELS]
    with open(path, "w", encoding="ascii") as file:
        file.write("origin,destination,year,x1,x2,value\n")
        for _ in range(ROWS):
            levels = [int(draw.random() * count) for count in LEVELS]
            x1, x2 = draw.gauss(0, 1), int(draw.random() < 0.3)
            mean = math.exp(
                3 - 0.8 * x1 + 0.3 * x2 + sum(e[k] for e, k in zip(effects, levels)))
            value = 0 if draw.random() < 0.125 else mean * draw.expovariate(1)
            o, d, t = levels
            file.write(f"O{o:03},D{d:03},{2000 + t},{x1:.6f},{x2},{value:.3f}\n")


def run(command):
    """Wall seconds, peak megabytes and output of one process."""
    with tempfile.TemporaryFile("w+") as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=output)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"gravity_speed.py: '{' '.join(command)}' ended with {process.returncode}")
        output.seek(0)
        return wall, usage.ru_maxrss / 1024, output.read()


def serve(path):
    """The peer's process: solves once for each line of input, and says how long that took.

    It is a process of its own so that this one stays small: Linux counts the size of a parent as
    the first peak of its child.
    """
    import resource

    import pandas
    import pyfixest

    data = pandas.read_csv(path)
    pyfixest.fepois(FORMULA, data.head(20_000), vcov="hetero")
    print("ready", flush=True)
    for _ in sys.stdin:
        start = time.perf_counter()
        fit = pyfixest.fepois(FORMULA, data, vcov="hetero")
        wall = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        numbers = [*fit.coef(), *fit.se()]
        print(wall, peak, *numbers, flush=True)


def distance(text, peer):
    """The largest relative difference between the printed result and the peer's numbers."""
    rows = [line.split(",") for line in text.splitlines()[1:]]
    ours = [float(row[1]) for row in rows] + [float(row[2]) for row in rows]
    return max(abs(a / b - 1) for a, b in zip(ours, peer, strict=True))


def show(name, walls, peaks):
    print(
        f"{name:<36}{statistics.median(walls):>9.2f}{min(walls):>9.2f}"
        f"{statistics.median(peaks):>10.0f}")


def main():
    if len(sys.argv) == 3 and sys.argv[1] == "--serve":
        return serve(sys.argv[2])
    if len(sys.argv) not in (2, 3) or not os.access(sys.argv[1], os.X_OK):
        print("usage: gravity_speed.py PROGRAM [ROUNDS]", file=sys.stderr)
        return 2
    rounds = int(sys.argv[2]) if len(sys.argv) == 3 else 7
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "flows.csv")
        write(path)
        command = [
            os.path.abspath(sys.argv[1]), "regress", path, FORMULA, "--family", "poisson",
            "--se", "hc1", "--format", "csv"]
        peer = None
        if importlib.util.find_spec("pyfixest"):
            peer = subprocess.Popen(
                [sys.executable, os.path.abspath(__file__), "--serve", path],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            while (line := peer.stdout.readline()) and line.strip() != "ready":
                pass
            if not line:
                sys.exit("gravity_speed.py: pyfixest did not start")
        else:
            print("pyfixest is not installed and left out")
        ours, theirs, farthest = [], [], 0.0
        for _ in range(rounds):
            wall, peak, text = run(command)
            ours.append((wall, peak))
            if peer:
                print("again", file=peer.stdin, flush=True)
                numbers = [float(word) for word in peer.stdout.readline().split()]
                theirs.append(numbers[:2])
                farthest = max(farthest, distance(text, numbers[2:]))
        if peer:
            peer.stdin.close()
            peer.wait()

    print(f"{ROWS} rows, effects of {LEVELS} levels, {rounds} rounds")
    print(f"{'':<36}{'seconds':>9}{'least':>9}{'peak MB':>10}")
    show("corridor, the whole process", *zip(*ours))
    wall, peak = (statistics.median(values) for values in zip(*ours))
    within = wall <= WALL_LIMIT and peak <= PEAK_LIMIT
    if theirs:
        show("pyfixest, the solve alone", *zip(*theirs))
        ratio = wall / statistics.median(wall for wall, _ in theirs)
        print(f"ratio of the first to the second {ratio:.2f}, limit 1")
        print(f"largest relative difference of estimates and standard errors {farthest:.1e}")
        within = ratio <= 1 and peak <= PEAK_LIMIT
    print(f"limits: {WALL_LIMIT} s and {PEAK_LIMIT} MB on the machine where these were set")
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    print("Within the limits." if within else "Over a limit.")
    return 0 if within else 1


sys.exit(main())
