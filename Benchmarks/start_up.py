#!/usr/bin/env python3
"""Measures the cold start of the program to the home forecast, beside that of an empty python3.

usage: start_up.py PROGRAM

Runs `PROGRAM forecast kz-vn --format csv` and `python3 -c pass` in turns and prints what whole
processes took, from the spawn to the exit. Exit status 1 where the program is over a limit.
"""

import ctypes
import os
import sys
import time

WALL_LIMIT = 15  # median, milliseconds
PEAK_LIMIT = 40  # median, megabytes
WARM_UPS, RUNS = 3, 50
SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER of prctl(2)


def spawn(command):
    silence = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    return os.posix_spawn(command[0], command, os.environ, file_actions=silence)


def succeeded(command, status):
    code = os.waitstatus_to_exitcode(status)
    if code != 0:
        sys.exit(f"start_up.py: '{' '.join(command)}' ended with {code}")


def wall(command):
    """Milliseconds from the spawn to the exit."""
    start = time.perf_counter_ns()
    _, status, _ = os.wait4(spawn(command), 0)
    milliseconds = (time.perf_counter_ns() - start) / 1e6
    succeeded(command, status)
    return milliseconds


def peak(command):
    """Peak resident megabytes.

    Linux counts the size of the spawning process as a child's first peak, which would hide any
    peak below that of this script. A small shell spawns in its place and leaves the child to us.
    """
    shell = spawn(["/bin/sh", "-c", '"$@" &', "sh", *command])
    while True:
        process, status, usage = os.wait4(-1, 0)
        succeeded(command, status)
        if process != shell:
            break
        shell = None
    if shell is not None:
        os.waitpid(shell, 0)
    return usage.ru_maxrss / 1024


def median(values):
    values = sorted(values)
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2


def main():
    if len(sys.argv) != 2 or not os.access(sys.argv[1], os.X_OK):
        print("usage: start_up.py PROGRAM", file=sys.stderr)
        return 2
    if ctypes.CDLL(None, use_errno=True).prctl(SUBREAPER, 1, 0, 0, 0) != 0:
        sys.exit(f"start_up.py: prctl: {os.strerror(ctypes.get_errno())}")
    commands = {
        "corridor forecast kz-vn": [
            os.path.abspath(sys.argv[1]), "forecast", "kz-vn", "--format", "csv"],
        "python3 -c pass": [sys.executable, "-c", "pass"],
    }
    walls = {name: [] for name in commands}
    peaks = {name: [] for name in commands}
    for run in range(-WARM_UPS, RUNS):
        for name, command in commands.items():
            milliseconds, megabytes = wall(command), peak(command)
            if run >= 0:
                walls[name].append(milliseconds)
                peaks[name].append(megabytes)

    print(f"Whole process, {RUNS} runs of each in turns   wall ms: median    min    max   peak MB")
    for name in commands:
        print(
            f"{name:<42}{median(walls[name]):>15.1f}{min(walls[name]):>7.1f}"
            f"{max(walls[name]):>7.1f}{median(peaks[name]):>10.1f}")
    ours, theirs = commands
    print(
        f"{'ratio of the first to the second':<42}"
        f"{median(walls[ours]) / median(walls[theirs]):>15.2f}{'':14}"
        f"{median(peaks[ours]) / median(peaks[theirs]):>10.2f}")
    within = median(walls[ours]) <= WALL_LIMIT and median(peaks[ours]) <= PEAK_LIMIT
    print(
        f"{'Within' if within else 'Over'} the limits of {WALL_LIMIT} ms and {PEAK_LIMIT} MB "
        "for the medians of the program.")
    return 0 if within else 1


sys.exit(main())
