"""Logistic regression with a ridge, by Newton's method: what the weights that ship with Recoupe are learnt with."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def fit(x: Floats, y: Floats, counts: Floats, *, ridge: float) -> tuple[float, Floats]:
    """Bias and weights for columns as they are; the ridge works on columns of mean 0 and spread 1.

    Args:
        x: a row for each lesson.
        y: 1 where it is right, else 0.
        counts: how much each lesson counts.
        ridge: how strongly weights are held down.
    """
    mean, scale = x.mean(axis=0), x.std(axis=0)
    scale[scale == 0] = 1.0
    z = np.hstack([np.ones((len(x), 1)), (x - mean) / scale])
    held = np.full(z.shape[1], ridge)
    held[0] = 0.0
    w = np.zeros(z.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(z @ w, -30, 30)))
        gradient = z.T @ (counts * (p - y)) + held * w
        curve = (z * (counts * p * (1 - p) + 1e-9)[:, None]).T @ z + np.diag(held)
        step = np.linalg.solve(curve, gradient)
        w = w - step
        if float(np.abs(step).max()) < 1e-6:
            break
    weights = w[1:] / scale
    return float(w[0] - weights @ mean), weights
