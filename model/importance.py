#!/usr/bin/env python3
"""Fits the weights by which the summary chooses: importance.py LABELS.jsonl FEATURES.jsonl ARTICLES.jsonl [--out FOLDER]

LABELS.jsonl (labels.jsonl beside this file): {"article", "set", "by", "sentences": [[start, end] …], "news": [i …], "needed": [i …], "noise": [i …]} a line,
two readers an article, offsets in code points; "article" is the start of the SHA-256 of its text, since most texts are others'. ARTICLES.jsonl has the texts,
{"id", "text"} a line; FEATURES.jsonl is what `cargo run --release --example features < ARTICLES.jsonl` prints. Prints how the weights do on the articles that
were kept out of the fit, whole stories each, and with --out writes needed_weights.tsv and news_weights.tsv. Needs numpy. Deterministic.
"""
import argparse, collections, hashlib, json, math
import numpy as np

ap = argparse.ArgumentParser()
ap.add_argument("labels")
ap.add_argument("features")
ap.add_argument("articles")
ap.add_argument("--out")
ap.add_argument("--l2", type=float, default=10.0)
A = ap.parse_args()

NEEDED = "# How much each feature of a sentence speaks for an editor's needing it: made by model/importance.py, read by src/summary/importance.rs.\n"
NEWS = "# How much each feature of a sentence speaks for its telling the news: made by model/importance.py, read by src/summary/importance.rs.\n"

labels, sets = collections.defaultdict(list), {}
for line in open(A.labels):
    label = json.loads(line)
    labels[label["article"]].append(label)
    sets[label["article"]] = label["set"]
texts, hashes = {}, {}
for line in open(A.articles):
    article = json.loads(line)
    hashes[article["id"]] = hashlib.sha256(article["text"].encode()).hexdigest()[:16]
    texts[hashes[article["id"]]] = article["text"]
units = {}
for line in open(A.features):
    article = json.loads(line)
    units[hashes[article["id"]]] = article["units"]
ids = sorted(k for k in labels if k in units)
names = sorted({n for k in ids for u in units[k] for n in u[3]})


def shares(article, field):
    """For each unit, the share of readers who marked a sentence that lies at least half in it."""
    out = []
    for start, end, *_ in units[article]:
        hits = 0.0
        for label in labels[article]:
            marked = [label["sentences"][i] for i in label[field] if i < len(label["sentences"])]
            inside = any(2 * (min(end, b) - max(start, a)) >= min(b - a, end - start) and min(end, b) > max(start, a) for a, b in marked)
            hits += inside
        out.append(hits / len(labels[article]))
    return np.array(out)


def stories():
    """Articles of one story get one number: those that share much of their rare words."""
    words = {k: {w.strip(".,;:!?“”\"'’()").lower() for w in texts[k].split()} for k in ids}
    frequency = collections.Counter(w for k in ids for w in words[k])
    rare = {k: {w for w in words[k] if frequency[w] <= max(3, len(ids) // 8) and len(w) > 3} for k in ids}
    weight = lambda s: sum(math.log(len(ids) / frequency[w]) for w in s)
    group = {k: k for k in ids}
    for i, a in enumerate(ids):
        for b in ids[:i]:
            if weight(rare[a] & rare[b]) > 0.22 * min(weight(rare[a]), weight(rare[b])):
                old, new = group[a], group[b]
                for k in ids:
                    group[k] = new if group[k] == old else group[k]
    return group


group = stories()
kept_out = {k for k in ids if int(hashlib.sha256(group[k].encode()).hexdigest(), 16) % 10 < 3}
fitted = [k for k in ids if k not in kept_out]
shown = {k: np.array([u[2] is None for u in units[k]], bool) for k in ids}
X = {k: np.array([[u[3].get(n, 0.0) for n in names] for u in units[k]]) for k in ids}
needed = {k: shares(k, "needed") for k in ids}
news = {k: shares(k, "news") for k in ids}


def fit(target, keys, l2):
    """Logistic regression by Newton's method, each article of weight 1 a sentence, the bias free."""
    x = np.concatenate([X[k][shown[k]] for k in keys])
    y = np.concatenate([target[k][shown[k]] for k in keys])
    mean, scale = x.mean(0), x.std(0) + 1e-6
    z = np.hstack([np.ones((len(x), 1)), (x - mean) / scale])
    w = np.zeros(z.shape[1])
    penalty = np.full(len(w), l2)
    penalty[0] = 0
    for _ in range(50):
        p = 1 / (1 + np.exp(-z @ w))
        gradient = z.T @ (p - y) + penalty * w
        hessian = (z * (p * (1 - p))[:, None]).T @ z + np.diag(penalty) + 1e-9 * np.eye(len(w))
        step = np.linalg.solve(hessian, gradient)
        w -= step
        if np.abs(step).max() < 1e-8:
            break
    slope = w[1:] / scale
    return float(w[0] - (slope * mean).sum()), slope


def choose(target, keys, l2):
    """Weights by which the one marked sentence of an article outweighs the others: a conditional logit, by gradient descent with momentum."""
    x = [(X[k][shown[k]], target[k][shown[k]]) for k in keys if target[k][shown[k]].sum() > 0]
    every = np.concatenate([a for a, _ in x])
    mean, scale = every.mean(0), every.std(0) + 1e-6
    z = [((a - mean) / scale, y / y.sum()) for a, y in x]
    w, velocity = np.zeros(len(mean)), np.zeros(len(mean))
    for _ in range(3000):
        gradient = l2 * w
        for a, y in z:
            e = np.exp(a @ w - (a @ w).max())
            gradient = gradient + a.T @ (e / e.sum() - y)
        velocity = 0.9 * velocity - 0.05 / len(z) * gradient
        w = w + velocity
    slope = w / scale
    return float(-(slope * mean).sum()), slope


def most(count):
    return 3 if count < 100 else 4 if count < 150 else 5 if count < 250 else 6 if count < 400 else 7


def judge(keys, needed_fit, news_fit):
    """Recall and precision of the heaviest units, as many as a summary shows, and how often the first is the news."""
    recall, precision, right = [], [], []
    for k in keys:
        p = np.where(shown[k], 1 / (1 + np.exp(-(needed_fit[0] + X[k] @ needed_fit[1]))), -1)
        q = np.where(shown[k], news_fit[0] + X[k] @ news_fit[1], -99)
        count = most(sum(u[1] - u[0] for u in units[k]) / 6)
        chosen = {int(np.argmax(q))} | set(list(np.argsort(-p, kind="stable"))[:count])
        chosen = {i for i in chosen if p[i] > 0.22 or i == int(np.argmax(q))}
        for who, label in enumerate(labels[k]):
            marked = lambda f: {i for i, (s, e, *_) in enumerate(units[k]) if any(2 * (min(e, b) - max(s, a)) >= min(b - a, e - s) and min(e, b) > max(s, a) for a, b in [label["sentences"][j] for j in label[f] if j < len(label["sentences"])])}
            n = marked("needed")
            recall.append(len(n & chosen) / max(1, len(n)))
            precision.append(len(n & chosen) / max(1, len(chosen)))
            right.append(int(np.argmax(q)) in marked("news"))
    mean = lambda v: 100 * sum(v) / max(1, len(v))
    return f"recall {mean(recall):.0f}  precision {mean(precision):.0f}  main line {mean(right):.0f}  ({len(keys)} articles)"


print(len(ids), "articles of", len(set(group.values())), "stories;", len(kept_out), "kept out;", len(names), "features")
folds = sorted(set(group[k] for k in fitted), key=lambda g: hashlib.sha256((g + "fold").encode()).hexdigest())
for f in range(5):
    test = [k for k in fitted if folds.index(group[k]) % 5 == f]
    train = [k for k in fitted if k not in test]
    print("fold", f, judge(test, fit(needed, train, A.l2), choose(news, train, A.l2)))
a, b = fit(needed, fitted, A.l2), choose(news, fitted, A.l2)
print("fitted  ", judge(fitted, a, b))
print("kept out", judge(sorted(kept_out), a, b))
for source in sorted({sets[k] for k in kept_out}):
    print("  ", source, judge(sorted(k for k in kept_out if sets[k] == source), a, b))
for label, (_, w) in (("needed", a), ("news", b)):
    spread = w * np.concatenate([X[k][shown[k]] for k in fitted]).std(0)
    order = np.argsort(-np.abs(spread))[:24]
    print(label, ", ".join(f"{names[i]} {spread[i]:+.2f}" for i in order))
if A.out:
    for name, head, (bias, w) in (("needed", NEEDED, a), ("news", NEWS, b)):
        rows = [("bias", bias)] + list(zip(names, w))
        rows.sort(key=lambda row: row[0].encode())
        with open(f"{A.out}/{name}_weights.tsv", "w") as out:
            out.write(head + "".join(f"{n}\t{v:.4f}\n" for n, v in rows))
