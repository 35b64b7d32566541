"""Country codes of pycountry and memberships of country_converter.

usage: countries.py

Writes countries.csv, the codes and the English names of ISO 3166-1, and country_groups.csv, the
members of groups with the year of joining where country_converter has one. Its table is read by
itself, as the package's own reader takes the NA of Namibia for a missing value.
"""

import csv
import importlib.util
import os

import pycountry

GROUPS = ["OECD", "EU", "EURO", "APEC", "G7"]


def write(name, header, rows):
    with open(name, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


countries = sorted(pycountry.countries, key=lambda country: country.alpha_3)
write(
    "countries.csv",
    ["alpha3", "alpha2", "numeric", "name", "official"],
    [
        [c.alpha_3, c.alpha_2, c.numeric, c.name, getattr(c, "official_name", "")]
        for c in countries
    ],
)

folder = os.path.dirname(importlib.util.find_spec("country_converter").origin)
with open(os.path.join(folder, "country_data.tsv"), encoding="utf-8") as file:
    table = list(csv.DictReader(file, delimiter="\t"))
write(
    "country_groups.csv",
    ["group", "alpha3", "year"],
    [
        [group, row["ISO3"], row[group] if row[group].isdigit() else ""]
        for group in GROUPS
        for row in table
        if row[group]
    ],
)
