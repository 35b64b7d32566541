"""Reference values of trade indices.

Made-up flows (indices_data.csv, indices_matrix.csv), seeded. Published packages where there are any:
  Gini, Theil                 inequality 1.1.2 (PySAL)
  Laspeyres, Paasche, Fisher  PriceIndexCalc 0.7
  RCA, diversity, ubiquity, ECI, PCI, proximity, density, outlook, gain
                              ecomplexity 0.5.3 (Growth Lab); ECI and PCI also by the method of
                              reflections of economic-complexity 0.3.0
Everything else is worked out here from the published definition with pandas, cell by cell, in sums
that are written another way than in the library (unsimplified, over long tables).

pip install numpy pandas inequality ecomplexity economic-complexity PriceIndexCalc
"""

import csv
import itertools
import math
import warnings
from types import SimpleNamespace

import numpy as np
import pandas as pd
from economic_complexity import complexity as reflections
from ecomplexity import ecomplexity, proximity
from ecomplexity.coicog import calc_coi_cog
from inequality.gini import Gini
from inequality.theil import Theil
from PriceIndexCalc.pandas_modules import bilateral

warnings.filterwarnings("ignore")
random = np.random.default_rng(20260101)
rows = []


def put(index, period, reporter, part, quantity, value):
    value = float(value)
    text = "" if math.isnan(value) else repr(value)
    rows.append([index, period, reporter, part, quantity, text])


# --- Data -------------------------------------------------------------------------------------

PERIODS, COUNTRIES = ["2019", "2020", "2021"], ["AAA", "BBB", "CCC", "DDD", "EEE"]
CODES = ["0101", "0102", "1001", "2709", "2710", "8501", "8517"]
data = []
for reporter, partner, code in itertools.product(COUNTRIES, COUNTRIES, CODES):
    if reporter == partner:
        continue
    for flow in ["export", "import"]:
        level, price = random.lognormal(4, 1.5), random.lognormal(1, 1)
        for period in PERIODS:
            level *= random.lognormal(0.05, 0.4)
            price *= random.lognormal(0.02, 0.2)
            if random.random() < 0.2:
                continue
            value = round(level, 2)
            data.append([period, reporter, partner, flow, code, value, round(value / price, 3)])
names = ["period", "reporter", "partner", "flow", "code", "value", "quantity"]
flows = pd.DataFrame(data, columns=names)
flows.to_csv("indices_data.csv", index=False, lineterminator="\n")
GDP = {(p, c): 4000.0 + 500 * i + 100 * j for i, c in enumerate(COUNTRIES) for j, p in enumerate(PERIODS)}


def cut(frame, **keys):
    for key, value in keys.items():
        frame = frame[frame[key] == value]
    return frame


def by(frame, column, labels):
    return frame.groupby(column)["value"].sum().reindex(labels, fill_value=0.0)


# --- Structure --------------------------------------------------------------------------------

for p, c in itertools.product(PERIODS, COUNTRIES):
    exports = cut(flows, period=p, flow="export")
    own = by(cut(exports, reporter=c), "code", CODES)
    world = by(exports, "code", CODES)
    s, w = own / own.sum(), world / world.sum()
    n = len(CODES)
    put("concentration", p, c, "", "hhi", (s**2).sum())
    put("concentration", p, c, "", "hhi_normalised", ((s**2).sum() - 1 / n) / (1 - 1 / n))
    put("concentration", p, c, "", "theil", Theil(own.to_numpy()).T)
    put("concentration", p, c, "", "gini", Gini(own.to_numpy()).g)
    put("concentration", p, c, "", "top_share", s.sort_values().tail(3).sum())
    put("diversification", p, c, "", "diversification", (s - w).abs().sum() / 2)
    for d in COUNTRIES:
        if d <= c:
            continue
        t = by(cut(exports, reporter=d), "code", CODES)
        put("similarity", p, c, d, "similarity", np.minimum(s, t / t.sum()).sum())
    for d in COUNTRIES:
        if d == c:
            continue
        m = by(cut(flows, period=p, flow="import", reporter=d), "code", CODES)
        put("complementarity", p, c, d, "complementarity", 1 - (m / m.sum() - s).abs().sum() / 2)
    for code in CODES:
        b = (own[code] / own.sum()) / (world[code] / world.sum())
        put("rca", p, c, code, "rca", b)
        put("rca", p, c, code, "symmetric", (b - 1) / (b + 1))
        expected = own.sum() * world[code] / world.sum()
        put("rca", p, c, code, "normalised", (own[code] - expected) / world.sum())
    sold = world[own > 0].sum()
    put("margins", p, c, "", "extensive", sold / world.sum())
    put("margins", p, c, "", "intensive", own.sum() / sold)

# --- Two-way trade, partners ------------------------------------------------------------------


def two_way(p, c):
    frame = cut(flows, period=p, reporter=c)
    return by(cut(frame, flow="export"), "code", CODES), by(cut(frame, flow="import"), "code", CODES)


for p, c in itertools.product(PERIODS, COUNTRIES):
    x, m = two_way(p, c)
    X, M = x.sum(), m.sum()
    put("balance", p, c, "", "balance", X - M)
    put("balance", p, c, "", "coverage", X / M)
    put("balance", p, c, "", "normalised", (X - M) / (X + M))
    put("openness", p, c, "", "openness", (X + M) / GDP[p, c])
    put("openness", p, c, "", "export_ratio", X / GDP[p, c])
    put("openness", p, c, "", "import_penetration", M / (GDP[p, c] - X + M))
    for code in CODES:
        if x[code] + m[code] == 0:
            continue
        own = (x[code] - m[code]) / (x[code] + m[code])
        lafay = 100 * (own - (X - M) / (X + M)) * (x[code] + m[code]) / (X + M)
        put("lafay", p, c, code, "lafay", lafay)
        put("intra-industry", p, c, code, "grubel_lloyd", 1 - abs(own))
    whole = ((x + m).sum() - (x - m).abs().sum()) / (x + m).sum()
    put("intra-industry", p, c, "TOTAL", "grubel_lloyd", whole)
    put("intra-industry", p, c, "TOTAL", "adjusted", whole / (1 - abs(X - M) / (X + M)))
    for group in ["01", "10", "27", "85"]:
        k = [code for code in CODES if code.startswith(group)]
        value = ((x + m)[k].sum() - (x - m)[k].abs().sum()) / (x + m)[k].sum()
        put("intra-industry-groups", p, c, group, "grubel_lloyd", value)
    exports = cut(flows, period=p, flow="export")
    for d in COUNTRIES:
        xij = cut(exports, reporter=c, partner=d)["value"].sum()
        if c == d or xij == 0:
            continue
        xwj, W = cut(exports, partner=d)["value"].sum(), exports["value"].sum()
        t = (xij / X) / (xwj / W)
        put("intensity", p, c, d, "intensity", t)
        put("intensity", p, c, d, "adjusted", (xij / X) / ((xwj - xij) / (W - X)))
        put("intensity", p, c, d, "symmetric", (t - 1) / (t + 1))
        mij = cut(flows, period=p, flow="import", reporter=c, partner=d)["value"].sum()
        put("dependence", p, c, d, "exports_share", xij / X)
        put("dependence", p, c, d, "imports_share", mij / M)
        put("dependence", p, c, d, "turnover_share", (xij + mij) / (X + M))

# --- Change from the first to the last period -------------------------------------------------

for c in COUNTRIES:
    (x0, m0), (x1, m1) = two_way("2019", c), two_way("2021", c)
    dx, dm = x1 - x0, m1 - m0
    a = 1 - (dx - dm).abs() / (dx.abs() + dm.abs())
    for code in CODES:
        put("marginal-iit", "2021", c, code, "a", a[code])
        put("marginal-iit", "2021", c, code, "b", ((dx - dm) / (dx.abs() + dm.abs()))[code])
        if dx[code] >= 0 and dm[code] >= 0:
            low, high = sorted([dx[code], dm[code]])
            put("marginal-iit", "2021", c, code, "hamilton_kniest", low / high)
    weight = (dx.abs() + dm.abs()) / (dx.abs() + dm.abs()).sum()
    put("marginal-iit", "2021", c, "TOTAL", "a", (weight * a).sum())

    # Contributions by commodity, and by partner within each.
    total = x0.sum()
    for code in CODES:
        put("contributions", "2021", c, code, "contribution", (x1[code] - x0[code]) / total)
        for d in COUNTRIES:
            ends = [
                cut(flows, period=q, flow="export", reporter=c, code=code, partner=d)["value"].sum()
                for q in ["2019", "2021"]
            ]
            if ends != [0, 0]:
                put("contributions-2", "2021", c, f"{code} {d}", "contribution", (ends[1] - ends[0]) / total)

    # Constant market shares by commodity and partner; the residual is Leamer and Stern's own.
    W0, W1 = (cut(flows, period=q, flow="export")["value"].sum() for q in ["2019", "2021"])
    effects = dict.fromkeys(["growth", "commodity", "market", "residual", "competitive", "second order"], 0.0)
    r = W1 / W0 - 1
    for code in CODES:
        w0, w1 = (cut(flows, period=q, flow="export", code=code)["value"].sum() for q in ["2019", "2021"])
        for d in COUNTRIES:
            cells = [cut(flows, period=q, flow="export", code=code, partner=d) for q in ["2019", "2021"]]
            v0, v1 = (cell["value"].sum() for cell in cells)
            y0, y1 = (cut(cell, reporter=c)["value"].sum() for cell in cells)
            rate = v1 / v0 - 1 if v0 else 0
            effects["growth"] += r * y0
            effects["commodity"] += (w1 / w0 - 1 - r) * y0
            effects["market"] += (rate - (w1 / w0 - 1)) * y0
            effects["residual"] += y1 - y0 - rate * y0
            if v0 and v1:
                effects["competitive"] += (y1 / v1 - y0 / v0) * v0
                effects["second order"] += (y1 / v1 - y0 / v0) * (v1 - v0)
    for effect, value in effects.items():
        index = "market-share-residual" if effect == "residual" else "market-share"
        put(index, "2021", c, effect, "value", value)

    # Shift-share.
    for code in CODES:
        w0, w1 = (cut(flows, period=q, flow="export", code=code)["value"].sum() for q in ["2019", "2021"])
        put("shift-share", "2021", c, code, "world", x0[code] * (W1 - W0) / W0)
        put("shift-share", "2021", c, code, "mix", x0[code] * ((w1 - w0) / w0 - (W1 - W0) / W0))
        if x0[code]:
            own = (x1[code] - x0[code]) / x0[code]
            put("shift-share", "2021", c, code, "competitive", x0[code] * (own - (w1 - w0) / w0))

# --- Unit values ------------------------------------------------------------------------------


def prices(c, flow, before, after):
    frame = cut(flows, reporter=c, flow=flow).groupby(["period", "code"])[["value", "quantity"]].sum()
    frame = frame.reset_index()
    both = set(cut(frame, period=before)["code"]) & set(cut(frame, period=after)["code"])
    frame = frame[frame["code"].isin(both)]
    ends = [cut(frame, period=q).set_index("code").sort_index() for q in [before, after]]
    q0, q1 = (end["quantity"].to_numpy() for end in ends)
    p0, p1 = (end["value"].to_numpy() / end["quantity"].to_numpy() for end in ends)
    return (
        bilateral.laspeyres(p0, p1, q0),
        bilateral.paasche(p0, p1, q1),
        bilateral.fisher(p0, p1, q0, q1),
        (p1 * q1).sum() / (p0 * q0).sum() / bilateral.fisher(p0, p1, q0, q1),
    )


for c in COUNTRIES:
    chain = {"export": [1.0, 1.0], "import": [1.0, 1.0]}
    for before, after in zip(PERIODS, PERIODS[1:]):
        direct = prices(c, "export", PERIODS[0], after)
        for quantity, value in zip(["laspeyres", "paasche", "fisher", "direct_volume"], direct):
            put("prices", after, c, "", quantity, value)
        for flow in chain:
            link = prices(c, flow, before, after)
            chain[flow] = [chain[flow][0] * link[2], chain[flow][1] * link[3]]
        put("prices", after, c, "", "chained", chain["export"][0])
        put("prices", after, c, "", "volume", chain["export"][1])
        barter = chain["export"][0] / chain["import"][0]
        put("terms-of-trade", after, c, "", "net_barter", barter)
        put("terms-of-trade", after, c, "", "income", barter * chain["export"][1])

# --- Complexity -------------------------------------------------------------------------------

LARGE, MANY = [f"R{i:02}" for i in range(14)], [f"G{i:02}" for i in range(20)]
skill = np.sort(random.uniform(0.2, 1, len(LARGE)))
need = np.sort(random.uniform(0.1, 0.95, len(MANY)))
cells = []
for (i, reporter), (j, good) in itertools.product(enumerate(LARGE), enumerate(MANY)):
    chance = 1 / (1 + math.exp(-8 * (skill[i] - need[j])))
    if random.random() < chance:
        cells.append([reporter, good, round(random.lognormal(3, 1), 2)])
matrix = pd.DataFrame(cells, columns=["reporter", "code", "value"])
matrix.insert(0, "period", 2020)
matrix.to_csv("indices_matrix.csv", index=False, lineterminator="\n")
names = {"time": "period", "loc": "reporter", "prod": "code", "val": "value"}
result = ecomplexity(matrix, names)
wide = lambda column: result.pivot(index="reporter", columns="code", values=column)
mcp, density, rca = wide("mcp").to_numpy(), wide("density").to_numpy(), wide("rca").to_numpy()
eci = result.groupby("reporter")["eci"].first()
# The package prints PCI on the scale of ECI; its own mean and deviation are the Atlas's.
pci = result.groupby("code")["pci"].first()
pci = (pci - pci.mean()) / pci.std(ddof=0)
near = proximity(matrix, names).pivot(index=[c for c in proximity(matrix, names).columns if "1" in c][0],
    columns=[c for c in proximity(matrix, names).columns if "2" in c][0], values="proximity")
near = near.reindex(index=MANY, columns=MANY).to_numpy()
near = np.nan_to_num(near, nan=0.0)
np.fill_diagonal(near, 1.0)
object_ = SimpleNamespace(density_t=density, mcp_t=mcp, pci_t=pci.to_numpy())
coi, cog = calc_coi_cog(object_, near)
# More iterations drown the differences, which shrink with each, in rounding.
geo, prod = reflections(wide("mcp").astype(float), iterations=60)
for i, reporter in enumerate(LARGE):
    put("eci", "2020", reporter, "", "diversity", mcp[i].sum())
    put("eci", "2020", reporter, "", "eci", eci[reporter])
    put("eci", "2020", reporter, "", "outlook", coi[i])
    for j, good in enumerate(MANY):
        put("density", "2020", reporter, good, "density", density[i, j])
        put("density", "2020", reporter, good, "gain", cog[i, j])
for j, good in enumerate(MANY):
    put("pci", "2020", "", good, "ubiquity", mcp[:, j].sum())
    put("pci", "2020", "", good, "pci", pci[good])
    for k in range(j + 1, len(MANY)):
        put("proximity", "2020", good, MANY[k], "proximity", near[j, k])
turn = np.sign(np.corrcoef(geo.to_numpy(), eci.to_numpy())[0, 1])
print("reflections beside eigenvectors:", np.abs(turn * geo / geo.std(ddof=0) - eci).max())

# --- Published figures of Kazakhstan and Viet Nam ----------------------------------------------

groups = pd.read_csv("../../Datasets/export-groups.csv", dtype={"period": str, "code": str})
groups = cut(groups, classification="WITS product group")
for c in ["KAZ", "VNM"]:
    for p in ["2010", "2021"]:
        own = cut(groups, reporter=c, period=p)["value"].to_numpy()
        put("home", p, c, "", "hhi", ((own / own.sum()) ** 2).sum())
        put("home", p, c, "", "theil", Theil(own).T)
        put("home", p, c, "", "gini", Gini(own).g)
for p in ["2010", "2021"]:
    a, b = (cut(groups, reporter=c, period=p).set_index("code")["value"] for c in ["KAZ", "VNM"])
    put("home", p, "KAZ", "VNM", "similarity", np.minimum(a / a.sum(), b / b.sum()).sum())

with open("indices.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["index", "period", "reporter", "part", "quantity", "value"])
    writer.writerows(rows)
