#!/usr/bin/env python3
"""Measures totals of files of trade flows beside DuckDB and polars on the same cores.

usage: flows_speed.py PROGRAM [MEGABYTES [ROUNDS]]

Two files are made in a temporary folder: one like BACI, 400 MB where nothing else is said, and one
like Comtrade's web export, all values quoted, of the same size. Each program adds up values and
quantities by year, reporter and partner in a process of its own, in turns; the fastest of the
rounds counts. Exit status 1 where the program is less than 3 (BACI) or 2 (Comtrade) times as fast as
the faster peer, needs 32 MB or more, or gives other totals.
"""

import csv
import os
import subprocess
import sys
import tempfile
import time

import numpy

SPEED = {"baci": 3, "comtrade": 2}
MEMORY = 32  # megabytes
TABLE = os.path.join(os.path.dirname(__file__), "..", "Sources", "TradeFlows", "Classifications",
                     "Data", "countries.csv")

HEADER = (
    "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,"
    "flowCode,flowDesc,partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,"
    "classificationCode,classificationSearchCode,isOriginalClassification,cmdCode,cmdDesc,aggrLevel,"
    "isLeaf,customsCode,customsDesc,mosCode,motCode,motDesc,qtyUnitCode,qtyUnitAbbr,qty,"
    "isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,isAltQtyEstimated,netWgt,isNetWgtEstimated,"
    "grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,legacyEstimationFlag,isReported,"
    "isAggregate"
)
COUNTRIES = [
    (36, "AUS"), (76, "BRA"), (124, "CAN"), (156, "CHN"), (251, "FRA"), (276, "DEU"), (360, "IDN"),
    (381, "ITA"), (392, "JPN"), (398, "KAZ"), (410, "KOR"), (458, "MYS"), (484, "MEX"), (528, "NLD"),
    (643, "RUS"), (682, "SAU"), (702, "SGP"), (704, "VNM"), (757, "CHE"), (764, "THA"), (792, "TUR"),
    (826, "GBR"), (842, "USA"), (860, "UZB"),
]


def cells(generator, codes):
    """Products, values and quantities of one pair of countries and year, some without a quantity."""
    count = min(int(generator.gamma(0.45, 500)), len(codes))
    chosen = numpy.sort(generator.choice(codes, count, replace=False))
    values = generator.lognormal(2, 3, count).round(3)
    weights = generator.lognormal(1, 3, count).round(3)
    return zip(chosen.tolist(), values.tolist(), weights.tolist(),
               (generator.random(count) < 0.03).tolist())


def write(path, size, row, header, countries, line_end):
    """Rows of every pair of countries, year by year, until the file is large enough."""
    generator = numpy.random.default_rng(2016)
    codes = numpy.sort(generator.choice(990000, 5000, replace=False) + 10000)
    written, year = 0, 2012
    with open(path, "w", encoding="ascii", newline="") as file:
        file.write(header + line_end)
        while True:
            for exporter in countries:
                for importer in countries:
                    if exporter == importer:
                        continue
                    text = "".join(row(year, exporter, importer, *cell) + line_end
                                   for cell in cells(generator, codes))
                    written += file.write(text)
                    if written >= size:
                        return
            year += 1


def baci(year, exporter, importer, code, value, weight, is_missing):
    quantity = "          NA" if is_missing else f"{weight:.3f}"
    return f"{year},{exporter[0]},{importer[0]},{code:06d},{value:.3f},{quantity}"


def comtrade(year, exporter, importer, code, value, weight, is_missing):
    quantity = "" if is_missing else f'"{weight * 1000:.0f}"'
    return (
        f'"C","A","{year}0101","{year}","52","{year}","{exporter[0]}","{exporter[1]}",'
        f'"Country {exporter[1]}","X","Export","{importer[0]}","{importer[1]}","Country, {importer[1]}",'
        f'"0","W00","World","H6","HS","true","{code:06d}","Product {code}; whatever it is made of",'
        f'"6","true","C00","TOTAL CPC","0","0","TOTAL MOT","8","kg",{quantity},"false","-1","N/A",,'
        f'"false",{quantity},"false",,"false",,"{value * 1000:.0f}","{value * 1000:.0f}","0","true",'
        f'"false",')


DUCKDB = """
import duckdb, sys
duckdb.sql("SET threads TO 2")
names = {names}
rows = duckdb.sql(\"\"\"SELECT {keys}, sum({value}), sum({weight}), count(*) FROM read_csv(
  '{path}', header = false, skip = 1, columns = {columns}, nullstr = ['', 'NA', '          NA'],
  {extra}) GROUP BY ALL\"\"\").fetchall()
print(len(rows), sum(row[3] for row in rows), sum(row[5] for row in rows))
"""

POLARS = """
import polars as pl
frame = pl.scan_csv('{path}', has_header = True, null_values = ['', 'NA', '          NA'],
  schema_overrides = {types}, truncate_ragged_lines = True)
rows = frame.group_by({list}).agg(pl.col('{value}').sum(), pl.col('{weight}').sum(), pl.len()).collect()
print(rows.height, rows['{value}'].sum(), rows['len'].sum())
"""


def peers(kind, path):
    """The command of each peer: columns and types are given, so that none has to guess."""
    if kind == "baci":
        keys, value, weight = ["t", "i", "j"], "v", "q"
        names = ["t", "i", "j", "k", "v", "q"]
        types = {name: "BIGINT" for name in names[:4]} | {"v": "DOUBLE", "q": "DOUBLE"}
        polars = "{'t': pl.Int32, 'i': pl.Int32, 'j': pl.Int32, 'k': pl.String, 'v': pl.Float64, " \
            "'q': pl.Float64}"
        extra = "quote = ''"
    else:
        keys, value, weight = ["period", "reporterISO", "partnerISO"], "primaryValue", "netWgt"
        names = HEADER.split(",")
        types = {name: "VARCHAR" for name in names + ["last"]}
        types |= {value: "DOUBLE", weight: "DOUBLE"}
        polars = "{'primaryValue': pl.Float64, 'netWgt': pl.Float64, 'grossWgt': pl.String, " \
            "'cifvalue': pl.String, 'fobvalue': pl.String, 'altQty': pl.String, 'qty': pl.String}"
        extra = "quote = '\"'"
    common = {"path": path, "value": value, "weight": weight}
    return {
        "DuckDB": DUCKDB.format(names=names, keys=", ".join(keys), columns=types, extra=extra, **common),
        "polars": POLARS.format(types=polars, list=keys, **common),
    }


# A process begins with the peak memory of the one that starts it, so that a small one does: it waits
# for the command and prints its seconds and kilobytes.
LAUNCHER = """
import os, sys, time
start = time.perf_counter()
child = os.fork()
if child == 0:
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    os.execvp(sys.argv[1], sys.argv[1:])
_, status, usage = os.wait4(child, 0)
print(time.perf_counter() - start, usage.ru_maxrss, file=sys.stderr)
sys.exit(os.waitstatus_to_exitcode(status))
"""


def run(command):
    """Wall seconds, peak megabytes and what a process prints."""
    with tempfile.TemporaryFile("w+") as output:
        process = subprocess.run([sys.executable, "-S", "-c", LAUNCHER] + command, stdout=output,
                                 stderr=subprocess.PIPE, text=True, check=False)
        if process.returncode:
            sys.exit(f"flows_speed.py: '{command[0]} … {command[-1][:60]}' ended with {process.returncode}")
        wall, peak = process.stderr.split()[-2:]
        output.seek(0)
        return float(wall), float(peak) / 1024, output.read()


def own_summary(text):
    rows = [line.split(",") for line in text.splitlines()[1:]]
    return len(rows), sum(float(row[3]) for row in rows), sum(int(row[5]) for row in rows)


def measure(kind, path, program, rounds):
    commands = {"corridor": [program, "totals", path, "--by", "period,reporter,partner",
                             "--flow", "export", "--format", "csv"]}
    commands |= {name: [sys.executable, "-c", script] for name, script in peers(kind, path).items()}
    best, memory, said = {}, {}, {}
    for _ in range(rounds):
        for name, command in commands.items():
            wall, peak, text = run(command)
            best[name] = min(wall, best.get(name, wall))
            memory[name], said[name] = peak, text
    groups, total, rows = own_summary(said["corridor"])
    ok = memory["corridor"] < MEMORY
    print(f"{kind}: {os.path.getsize(path) / 2**20:.0f} MB, {rows:,} rows, {groups:,} totals")
    for name in commands:
        ratio = best[name] / best["corridor"]
        print(f"  {name:9} {best[name]:6.2f} s  {memory[name]:6.0f} MB  {ratio:5.1f} x")
        if name != "corridor":
            ok = ok and ratio >= SPEED[kind]
            count, value, length = said[name].split()
            value = float(value) * (1000 if kind == "baci" else 1)
            same = int(count) == groups and int(length) == rows and abs(value / total - 1) < 1e-9
            if not same:
                print(f"  {name} gives {said[name].strip()}, corridor {groups} {total} {rows}")
                ok = False
    return ok


def main():
    if not 2 <= len(sys.argv) <= 4 or not os.access(sys.argv[1], os.X_OK):
        print("usage: flows_speed.py PROGRAM [MEGABYTES [ROUNDS]]", file=sys.stderr)
        return 2
    program = os.path.abspath(sys.argv[1])
    size = int(sys.argv[2]) * 2**20 if len(sys.argv) > 2 else 400 * 2**20
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    with open(TABLE, encoding="utf-8", newline="") as file:
        many = [(int(row["m49"]), None) for row in csv.DictReader(file) if row["m49"]][:220]
    ok = True
    with tempfile.TemporaryDirectory() as folder:
        for kind, row, header, countries, line_end in (
                ("baci", baci, "t,i,j,k,v,q", many, "\n"),
                ("comtrade", comtrade, HEADER, COUNTRIES, "\r\n")):
            path = os.path.join(folder, f"{kind}.csv")
            write(path, size, row, header, countries, line_end)
            ok = measure(kind, path, program, rounds) and ok
            os.remove(path)
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main())
