"""The CPU time of the whole report in each format, and of 200 partners from a file of 100 MB.

Usage: python3 Benchmarks/report_speed.py PROGRAM

The least of five runs, user and system time, in milliseconds; the file is made once and kept in
.build/benchmarks. The report as HTML is to take less than 60 ms.
"""

import os
import random
import resource
import subprocess
import sys
import time

PROGRAM = sys.argv[1]
FOLDER = ".build/benchmarks"


def cpu(words):
    """CPU seconds, elapsed seconds and peak memory in MB of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run([PROGRAM] + words, check=True, stderr=subprocess.DEVNULL)
    elapsed = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used, elapsed, after.ru_maxrss / 1024


def partners(path):
    """A tidy file of 200 partners, 20 years, both flows and six digits of the code: about 100 MB."""
    codes = subprocess.run(
        [PROGRAM, "codes", "--format", "csv", "a"], capture_output=True, text=True, check=False)
    del codes
    countries = [
        row.split(",")[0]
        for row in open("Sources/TradeFlows/Classifications/Data/countries.csv").read().split("\n")[1:]
        if row]
    generator = random.Random(1)
    with open(path, "w") as file:
        file.write("period,reporter,partner,flow,code,value,unit\n")
        for year in range(2003, 2023):
            for partner in [code for code in countries if code != "KAZ"][:200]:
                for flow in ("export", "import"):
                    for _ in range(320):
                        code = f"{generator.randint(1, 97):02d}{generator.randint(1, 9999):04d}"
                        value = generator.randint(1, 10**7)
                        file.write(f"{year},KAZ,{partner},{flow},{code},{value},USD\n")


def main():
    os.makedirs(FOLDER, exist_ok=True)
    print("| the home report | CPU, ms | size, kB |")
    print("| --- | --- | --- |")
    limit = None
    for ending in ("txt", "csv", "json", "jsonl", "md", "tex", "svg", "xlsx", "html"):
        path = f"{FOLDER}/report.{ending}"
        best = min(cpu(["report", "kz-vn", "-o", path])[0] for _ in range(5))
        limit = best
        print(f"| {ending} | {1000 * best:.0f} | {os.path.getsize(path) / 1000:.0f} |")
    file = f"{FOLDER}/partners.csv"
    if not os.path.exists(file):
        partners(file)
    used, elapsed, memory = cpu(["report", file, "--by", "partner", "-o", f"{FOLDER}/partners/"])
    one, _, _ = cpu(["totals", file, "--by", "period,partner,flow", "--digits", "2", "-o",
                     f"{FOLDER}/totals.csv"])
    size = os.path.getsize(file) / 1e6
    print(f"\n200 partners from {size:.0f} MB: {used:.2f} s of CPU, {elapsed:.2f} s elapsed, "
          f"{memory:.0f} MB; one pass over the file alone {one:.2f} s of CPU.")
    sys.exit(0 if limit < 0.060 else 1)


main()
