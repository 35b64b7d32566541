"""Reconciled forecasts by hierarchicalforecast 1.5.3 and in closed form by numpy and scipy.

Writes reconciliation.csv: for two hierarchies (one total; a total over two sections) the base
forecasts, past errors and reconciled values of every way. Non-negative solutions are those of
scipy.optimize.nnls, an algorithm of another kind, on the equivalent least-squares problem.
Run: python reconciliation.py
"""
import numpy as np
from hierarchicalforecast.methods import BottomUp, MinTrace
from scipy.optimize import nnls

shapes = {
    "flat": np.vstack([np.eye(5), np.ones(5)]),
    "sections": np.vstack(
        [np.eye(5), [1, 1, 0, 0, 0], [0, 0, 1, 1, 1], np.ones(5)]),
}
bases = {
    "ordinary": np.array([120.0, 33.5, 8.25, 260.0, 71.0]),
    "small": np.array([40.0, 0.5, 0.2, 30.0, 1.0]),
    "low": np.array([3.0, 0.5, 0.05, 300.0, 2.0]),
}
tops = {"ordinary": [170.0, 330.0, 521.0], "small": [33.0, 26.0, 48.0], "low": [1.0, 150.0, 100.0]}
rows = []


def shrunk(e):  # Schäfer–Strimmer, written from the definition, pair by pair
    n, t = e.shape
    s = np.sqrt((e**2).mean(axis=1))
    x = e / s[:, None]
    above = below = 0.0
    for i in range(n):
        for j in range(n):
            if i != j:
                w = x[i] * x[j]
                above += ((w - w.mean()) ** 2).sum() / (t * (t - 1))
                below += w.mean() ** 2
    lam = min(max(above / below, 0), 1)
    r = (x @ x.T) / t
    return lam, np.outer(s, s) * (lam * np.eye(n) + (1 - lam) * r)


for shape, S in shapes.items():
    m, n = S.shape
    draws = np.random.default_rng(20191).normal(size=(n, 8)) * bases["ordinary"][:, None] * 0.1
    draws += 0.04 * bases["ordinary"][:, None] * np.random.default_rng(7).normal(size=8)
    noise = np.random.default_rng(3).normal(size=(m, 8))
    e = S @ draws + noise * (S @ bases["ordinary"])[:, None] * 0.05
    e = np.round(e, 4)
    lam, W = shrunk(e)
    rows.append((shape, "", "shrinkage", "", lam))
    for place in range(m):
        for t in range(8):
            rows.append((shape, "", "error", f"{place}:{t}", e[place, t]))
    V = S @ np.linalg.solve(S.T @ np.linalg.solve(W, S), S.T)
    for place in range(m):
        rows.append((shape, "", "spread", place, np.sqrt(V[place, place] / W[place, place])))
    for kind, b in bases.items():
        base = np.concatenate([b, tops[kind] if shape == "sections" else tops[kind][-1:]])
        for place in range(m):
            rows.append((shape, kind, "base", place, base[place]))
        weights = {"mint-structural": np.diag(S.sum(axis=1)), "mint": W}
        # hierarchicalforecast wants the total first.
        order = list(range(n, m))[::-1] + list(range(n))
        peers = {"bottom-up": BottomUp(), "mint-structural": MinTrace("wls_struct")}
        found = {}
        for name, method in peers.items():
            res = method.fit_predict(
                S=S[order], y_hat=base[order][:, None])["mean"][:, 0]
            found[name] = np.empty(m)
            found[name][order] = res
        # Forecast proportions, level by level.
        b2 = base[:n].copy()
        if shape == "flat":
            b2 *= base[-1] / b2.sum()
        else:
            sections = base[n:m - 1] * base[-1] / base[n:m - 1].sum()
            b2[:2] *= sections[0] / b2[:2].sum()
            b2[2:] *= sections[1] / b2[2:].sum()
        found["top-down"] = S @ b2
        G = np.linalg.solve(S.T @ np.linalg.solve(W, S), np.linalg.solve(W, S).T)
        found["mint"] = S @ (G @ base)
        G0 = np.linalg.solve(
            S.T @ np.linalg.solve(weights["mint-structural"], S),
            np.linalg.solve(weights["mint-structural"], S).T)
        assert np.allclose(S @ (G0 @ base), found["mint-structural"], rtol=1e-9)
        for name, w in weights.items():
            L = np.linalg.cholesky(np.linalg.inv(w)).T
            x, _ = nnls(L @ S, L @ base, maxiter=10000)
            if (found[name][:n] < 0).any():
                print(shape, kind, name, "below zero:", (found[name][:n] < 0).sum())
            else:
                assert np.allclose(S @ x, found[name], rtol=1e-8)
            found[name] = S @ x
        peer = MinTrace("wls_struct", nonnegative=True).fit_predict(
            S=S[order], y_hat=base[order][:, None])["mean"][:, 0]
        print(shape, kind, "peer's non-negative structural differs by",
              np.abs(peer - found["mint-structural"][order]).max())
        for name, values in found.items():
            for place in range(m):
                rows.append((shape, kind, name, place, values[place]))
with open("reconciliation.csv", "w") as file:
    file.write("shape,base,quantity,place,value\n")
    for row in rows:
        file.write(",".join(str(c) for c in row[:4]) + f",{row[4]:.17g}\n")
