"""Reference numbers for structural time series models. Run in this folder: python3 structural.py

Writes structural.csv (series,model,step,quantity,value). Step 0 holds what belongs to the fit, 1 to 5
hold forecasts. By UnobservedComponents of statsmodels with exact diffuse initialisation; the variances
that make the likelihood largest are searched here from many starts, to the end, because the search of
the package stops early. `nile_gaps` is the Nile without the years 1891-1910 and 1931-1950, as in Durbin
& Koopman, section 2.7.
"""
import csv
import numpy as np
from scipy.optimize import minimize
import statsmodels
from statsmodels.tsa.statespace.structural import UnobservedComponents

nile = np.array([float(row["flow"]) for row in csv.DictReader(open("nile.csv"))])
gaps = nile.copy()
gaps[20:40] = np.nan
gaps[60:80] = np.nan
home = np.array([233.2, 271.9, 205.8, 392.5, 542.7, 500.0])
gdp12 = np.array([80.5, 83.2, 90.1, 94.4, 103.7, 106.9, 112.8, 110.3, 114.2, 113.1, 117.6, 116.9])
# Made up by rule, with a gap between the first two values.
slopes = np.array([10.0, np.nan, 13, 15, 14, 18, np.nan, np.nan, 26, 31, 33, 32, 37, 45, 44, 52])
series = {"nile": nile, "nile_gaps": gaps, "home": home, "gdp12": gdp12, "slopes": slopes}
forms = {"local-level": "local level", "local-trend": "local linear trend"}


def best(model, k, scale):
    def loss(logs):
        value = -model.loglike(np.exp(logs))
        return value if np.isfinite(value) else 1e10

    ends = []
    rng = np.random.default_rng(1)
    for start in range(40):
        x = np.log(scale) + rng.uniform(-9, 1, k)
        for method in ["Nelder-Mead"] * 2:
            options = {"xatol": 1e-9, "fatol": 1e-13, "maxiter": 4000, "maxfev": 8000}
            x = minimize(loss, x, method=method, options=options).x
        ends.append((loss(x), tuple(x)))
    value, x = min(ends)
    # A variance that the search drives to zero is zero.
    point = np.exp(np.array(x))
    for place in range(k):
        other = point.copy()
        other[place] = 0.0
        if other.max() > 0 and -model.loglike(other) <= value + 1e-9:
            point = other
            value = min(value, -model.loglike(other))
    return point


with open("structural.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["series", "model", "step", "quantity", "value"])
    for name, values in series.items():
        for form, component in forms.items():
            if form == "local-trend" and name == "home":
                continue  # six values leave nothing to compare
            model = UnobservedComponents(values, component, use_exact_diffuse=True)
            k = len(model.param_names)
            point = best(model, k, np.nanvar(values))
            result = model.smooth(point)
            rows = [("loglik", model.loglike(point)), ("irregular", point[0]), ("level", point[1])]
            if k > 2:
                rows.append(("slope", point[2]))
            for quantity, value in rows:
                out.writerow([name, form, 0, quantity, f"{value:.17g}"])
            forecast = result.get_forecast(5)
            for step in range(5):
                out.writerow([name, form, step + 1, "mean", f"{forecast.predicted_mean[step]:.17g}"])
                out.writerow([name, form, step + 1, "se", f"{forecast.se_mean[step]:.17g}"])
print("statsmodels", statsmodels.__version__, "numpy", np.__version__)
