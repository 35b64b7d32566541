"""Totals of the sample files in ../shared/formats, read with Python's csv and json alone.

Each file is read by what its publisher says of it: values become whole units of the currency,
countries ISO 3166 alpha-3 codes by the small table below. Run from the repository's root:

    python3 Tests/Oracles/samples.py > Tests/Oracles/samples.csv

Python 3.11. Columns: file, reporter, partner, flow, year (or quarter), code, level (digits of the
code; total, other or none), value, qualifier.
"""

import csv
import io
import json
import pathlib
import re
import sys

FOLDER = pathlib.Path(__file__).resolve().parents[3] / "shared" / "formats"
# UN Comtrade's numbers, Eurostat's letters and Comtrade's own names of areas.
AREAS = {
    "156": "CHN", "699": "IND", "124": "CAN", "4": "AFG", "20": "AND", "32": "ARG", "276": "DEU",
    "DE": "DEU", "VN": "VNM", "WORLD": "WLD", "W00": "WLD", "WLD": "WLD", "S19": "TWN", "_X": "_X",
}
FLOWS = {"M": "import", "X": "export", "1": "import", "2": "export", "3": "re-export"}
PLUS = [
    "comtrade_plus_services.csv", "comtrade_plus_web_export_hs4.csv",
    "comtrade_plus_web_export_latin1.csv",
]


def area(text):
    text = text.strip()
    return AREAS.get(text, text)


def level(code):
    return "total" if code == "TOTAL" else "none" if not code else (
        str(len(code)) if code.isdigit() else "other")


def rows(name, encoding="utf-8"):
    text = (FOLDER / name).read_bytes().decode(encoding)
    lines = list(csv.reader(io.StringIO(text)))
    # Comtrade+ puts a separator behind each row and none behind the header.
    return [dict(zip(lines[0], line)) for line in lines[1:]]


def baci():
    for row in rows("baci.csv"):
        yield area(row["i"]), area(row["j"]), "export", row["t"], row["k"].zfill(6), \
            float(row["v"]) * 1000, "exact"


def plus(records):
    for row in records:
        # An aggregate is Comtrade's own sum; 4 and 6 estimate quantities, not values.
        yield area(row["reporterISO"]), area(row["partnerISO"]), FLOWS[row["flowCode"]], \
            row["period"], row["cmdCode"], float(row["primaryValue"]), "exact"


def legacy(name):
    for row in rows(name):
        yield area(row["Reporter ISO"]), area(row["Partner ISO"]), FLOWS[row["Trade Flow Code"]], \
            row["Year"], row["Commodity Code"], float(row["Trade Value (US$)"]), "exact"


def eurostat():
    for row in rows("eurostat_comext_sdmx.csv"):
        if row["indicators"] == "VALUE_IN_EUROS":
            yield area(row["reporter"]), area(row["partner"]), FLOWS[row["flow"]], \
                row["TIME_PERIOD"], row["product"], float(row["OBS_VALUE"]), "exact"


def sdmx(name, place, measure):
    for row in rows(name):
        if row["OBS_VALUE"]:
            scale = 10 ** int(row.get("UNIT_MULT") or 0)
            yield row[place], "", row[measure], row["TIME_PERIOD"], "", \
                float(row["OBS_VALUE"]) * scale, "exact"


def world_bank():
    lines = list(csv.reader(open(FOLDER / "worldbank_wide.csv")))
    start = next(n for n, line in enumerate(lines) if line[:1] == ["Country Name"])
    for line in lines[start + 1:]:
        row = dict(zip(lines[start], line))
        for year in [name for name in row if name.isdigit()]:
            yield row["Country Code"], "", row["Indicator Code"], year, "", float(row[year]), \
                "exact"


def yearbook():
    """Four years, so four numbers of two groups each; million US dollars."""
    flows = {"Total trade": "turnover", "Exports": "export", "Imports": "import"}
    for line in (FOLDER / "vietnam_yearbook_2007_text.txt").read_text().splitlines():
        match = re.fullmatch(r".*- (Total trade|Exports|Imports)((?: \d{2,3} \d{3}){4})", line)
        if match:
            groups = match[2].split()
            for n, year in enumerate(["2004", "2005", "2006", "2007"]):
                value = int(groups[2 * n] + groups[2 * n + 1]) * 1e6
                yield "VNM", "WLD", flows[match[1]], year, "", value, \
                    "preliminary" if year == "2007" else "exact"


FILES = {
    "baci.csv": baci,
    "comtrade_api_v1.json": lambda: plus(
        json.loads((FOLDER / "comtrade_api_v1.json").read_text())["data"]),
    "comtrade_legacy_35col.csv": lambda: legacy("comtrade_legacy_35col.csv"),
    "comtrade_legacy_bulk_22col.csv": lambda: legacy("comtrade_legacy_bulk_22col.csv"),
    **{name: (lambda name=name: plus(rows(name, "latin-1"))) for name in PLUS},
    "eurostat_comext_sdmx.csv": eurostat,
    "imf_sdmx3.csv": lambda: sdmx("imf_sdmx3.csv", "COUNTRY", "INDICATOR"),
    "oecd_csv_with_labels.csv": lambda: sdmx("oecd_csv_with_labels.csv", "REF_AREA", "MEASURE"),
    "vietnam_yearbook_2007_text.txt": yearbook,
    "worldbank_wide.csv": world_bank,
}

writer = csv.writer(sys.stdout, lineterminator="\n")
writer.writerow(
    ["file", "reporter", "partner", "flow", "year", "code", "level", "value", "qualifier"])
for name, read in FILES.items():
    sums = {}
    for reporter, partner, flow, year, code, value, qualifier in read():
        key = (reporter, partner, flow, year, code, level(code), qualifier)
        sums[key] = sums.get(key, 0) + value
    for key in sorted(sums):
        writer.writerow([name, *key[:6], repr(round(sums[key], 6)), key[6]])
