"""Reference numbers for the seasonal structural model. Run in this folder:
python3 structural_seasonal.py

Writes structural_seasonal.csv (series,step,quantity,value). Step 0 holds what belongs to the fit, 1 to
14 hold forecasts. By UnobservedComponents of statsmodels (local linear trend, dummy seasonal) with
exact diffuse initialisation, the largest likelihood searched here from many starts. The series are
those of ets_data.csv; `gaps` is N0646 without its 3rd, 4th, 10th and 20th to 27th values.
"""
import csv
import numpy as np
from scipy.optimize import minimize
import statsmodels
from statsmodels.tsa.statespace.structural import UnobservedComponents

rows = list(csv.DictReader(open("ets_data.csv")))


def values(name):
    return np.array([float(row["value"]) for row in rows if row["series"] == name])


gaps = values("N0646")
gaps[[2, 3, 9] + list(range(19, 27))] = np.nan
series = {
    "N1402": (values("N1402"), 12), "N1882": (values("N1882"), 12), "N2562": (values("N2562"), 12),
    "N0646": (values("N0646"), 4), "N0781": (values("N0781"), 4), "N1321": (values("N1321"), 4),
    "N1346": (values("N1346"), 4), "gaps": (gaps, 4)}


def best(model, scale):
    def loss(roots):
        value = -model.loglike(np.square(roots) + 1e-300)
        return value if np.isfinite(value) else 1e10

    ends = []
    rng = np.random.default_rng(1)
    for start in range(14):
        x = scale * np.exp(rng.uniform(-5, 0, 4))
        for _ in range(2):
            options = {"xatol": 1e-9 * scale, "fatol": 1e-11, "maxiter": 3000, "maxfev": 3000}
            x = minimize(loss, x, method="Nelder-Mead", options=options).x
        ends.append((loss(x), tuple(x)))
    value, x = min(ends)
    point = np.square(np.array(x))
    # A variance that the search drives to zero is zero.
    for place in range(4):
        other = point.copy()
        other[place] = 0.0
        if -model.loglike(other) <= value + 1e-9:
            point = other
            value = min(value, -model.loglike(other))
    return point


with open("structural_seasonal.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["series", "step", "quantity", "value"])
    for name, (y, season) in series.items():
        model = UnobservedComponents(
            y, "local linear trend", seasonal=season, use_exact_diffuse=True)
        point = best(model, np.nanstd(np.diff(y)))
        result = model.smooth(point)
        numbers = [("loglik", model.loglike(point)), ("irregular", point[0]), ("level", point[1]),
                   ("slope", point[2]), ("season", point[3])]
        for quantity, value in numbers:
            out.writerow([name, 0, quantity, f"{value:.17g}"])
        forecast = result.get_forecast(14)
        for step in range(14):
            out.writerow([name, step + 1, "mean", f"{forecast.predicted_mean[step]:.17g}"])
            out.writerow([name, step + 1, "se", f"{forecast.se_mean[step]:.17g}"])
        print(name, numbers, flush=True)
print("statsmodels", statsmodels.__version__, "numpy", np.__version__)
