#!/usr/bin/env python3
"""Fits the confidence of lines to strict readers' verdicts: confidence.py READINGS.jsonl [--out FOLDER]

READINGS.jsonl: {"round", "article", "ok": bool, "features": {name: value}} a line, numbers only; readings.jsonl beside this file has those of six rounds.
Prints how often lines stood in each fifth of the fitted confidence, each article left out in turn, and with --out writes confidence_weights.tsv.
"""
import argparse, collections, json
import numpy as np

ap = argparse.ArgumentParser()
ap.add_argument("readings")
ap.add_argument("--out")
ap.add_argument("--l2", type=float, default=5.0)
A = ap.parse_args()
HEAD = "# How much each feature of a line speaks for a reader's letting it stand: made by model/confidence.py, read by src/summary/confidence.rs.\n"
rows = [json.loads(line) for line in open(A.readings)]
names = sorted({n for r in rows for n in r["features"]})
X = np.array([[r["features"].get(n, 0.0) for n in names] for r in rows])
y = np.array([float(r["ok"]) for r in rows])
article = [f"{r['round']} {r['article']}" for r in rows]


def fit(x, y):
    mean, scale = x.mean(0), x.std(0) + 1e-9
    z = np.hstack([np.ones((len(x), 1)), (x - mean) / scale])
    w, penalty = np.zeros(z.shape[1]), np.full(z.shape[1], A.l2)
    penalty[0] = 0
    for _ in range(50):
        p = 1 / (1 + np.exp(-z @ w))
        w -= np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + np.diag(penalty), z.T @ (p - y) + penalty * w)
    slope = w[1:] / scale
    return w[0] - (slope * mean).sum(), slope


told = np.zeros(len(y))
for k in sorted(set(article)):
    out = np.array([a == k for a in article])
    bias, slope = fit(X[~out], y[~out])
    told[out] = 1 / (1 + np.exp(-(bias + X[out] @ slope)))
order = np.argsort(told, kind="stable")
print(len(y), "lines,", f"{100 * y.mean():.0f} % stood")
for part in np.array_split(order, 5):
    print(f"  confidence {told[part].min():.2f} to {told[part].max():.2f}: {100 * y[part].mean():.0f} % of {len(part)} stood, {100 * told[part].mean():.0f} % told")
bias, slope = fit(X, y)
if A.out:
    weights = sorted([("bias", bias)] + list(zip(names, slope)), key=lambda row: row[0].encode())
    with open(f"{A.out}/confidence_weights.tsv", "w") as out:
        out.write(HEAD + "".join(f"{n}\t{v:.4f}\n" for n, v in weights))
