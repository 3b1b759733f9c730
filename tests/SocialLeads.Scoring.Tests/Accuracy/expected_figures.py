"""Makes expected_figures.json: vectors, and what scikit-learn says of them.

Run with Debian's python3-sklearn (made with scikit-learn 1.2.1 and numpy 1.24.2):

    python3 expected_figures.py > expected_figures.json

scikit-learn has no figure for the top share or the expected calibration error. The first is its precision_score and
recall_score of "stands in the top", on vectors without equal scores; the second is the mean over calibration_curve's
points, weighted by the rows that fall between the same quantiles.
"""

import json
import math
import sys

import numpy as np
from sklearn import metrics
from sklearn.calibration import calibration_curve

BINS = 10
SHARES = ["0.01", "0.05", "0.1"]


def bin_counts(p):
    edges = np.percentile(p, np.linspace(0, 1, BINS + 1) * 100)
    counts = np.bincount(np.searchsorted(edges[1:-1], p), minlength=BINS)
    return counts[counts > 0]


def top(p, share):
    rows = math.ceil(round(float(share) * len(p), 9))
    chosen = np.zeros(len(p), dtype=int)
    chosen[np.argsort(-p, kind="stable")[:rows]] = 1
    return chosen


def figures(name, y, p):
    fraction, mean = calibration_curve(y, p, n_bins=BINS, strategy="quantile")
    counts = bin_counts(p)
    case = {
        "name": name,
        "positive": [bool(v) for v in y],
        "scores": [float(v) for v in p],
        "auc": metrics.roc_auc_score(y, p),
        "averagePrecision": metrics.average_precision_score(y, p),
        "brier": metrics.brier_score_loss(y, p),
        "logLoss": metrics.log_loss(y, p),
        "reliability": [[float(m), float(f), int(c)] for m, f, c in zip(mean, fraction, counts)],
        "ece": float(np.sum(counts * np.abs(fraction - mean)) / len(y)),
        "top": [],
    }
    if len(set(p)) == len(p):
        for share in SHARES:
            chosen = top(p, share)
            precision = metrics.precision_score(y, chosen)
            case["top"].append({
                "share": share,
                "precision": float(precision),
                "recall": float(metrics.recall_score(y, chosen)),
                "lift": float(precision / np.mean(y)),
            })
    return case


def main():
    random = np.random.default_rng(20240701)

    def outcomes(p):
        return (random.random(len(p)) < p).astype(int)

    smooth = random.beta(0.7, 2.5, 997)
    even = random.random(500)
    rare = random.beta(0.5, 20, 400)
    tied = np.round(random.beta(1, 2, 600), 1) * 0.9 + 0.05
    coarse = np.round(random.random(200) * 2) / 2
    certain = np.concatenate([random.random(60), np.zeros(20), np.ones(20)])
    cases = [
        figures("without equal scores", outcomes(smooth), smooth),
        figures("a multiple of ten rows", outcomes(even), even),
        figures("overconfident and rare", outcomes(rare), rare),
        figures("many equal scores", outcomes(tied), tied),
        figures("three scores", outcomes(0.2 + 0.5 * coarse), coarse),
        figures("certain and wrong", random.integers(0, 2, len(certain)), certain),
        figures("one score", outcomes(np.full(50, 0.3)), np.full(50, 0.3)),
        figures("seven rows", np.array([0, 1, 0, 0, 1, 0, 1]), np.array([0.1, 0.4, 0.35, 0.8, 0.81, 0.2, 0.15])),
    ]
    json.dump({"cases": cases}, sys.stdout, indent=None, separators=(",", ":"))
    print()


if __name__ == "__main__":
    main()
