"""Line-noise corpora → src/recoupe/article/noise.toml: fits the weights on the half that is not for testing.

`PYTHONPATH=src python -m bench.fit_line_noise`; needs numpy, which the main job does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.corpora.line_noise import CODES, pages
from recoupe.article import noise
from recoupe.article.language import detect
from recoupe.article.lines import Line, join
from recoupe.article.regions import line_kinds
from recoupe.lang import load
from recoupe.model import Block

Matrix = NDArray[np.float64]
TARGET = Path(noise.__file__).with_name("noise.toml")
# Each language counts as this many lines, so that the largest set does not decide alone.
PER_LANGUAGE = 2500.0
PENALTY = 5.0
STEPS = 12
HEAD = """\
# Weights of the model of noise.py, by feature. `alone`: a line by its shape; `among`: the same with its neighbours.
# Made by bench/fit_line_noise.py (logistic regression, equal weight for each language) on half of the pages of
# the line-noise sets of TurkuNLP/multilingual-register-labeling (de en es fi sv), CC BY(-SA) 4.0. Not edited by hand.
"""


@dataclass(frozen=True)
class Page:
    """A page with the features of its lines; running text has none and is left out of the fit."""

    code: str
    lines: tuple[Line, ...]
    shapes: list[tuple[float, ...] | None]
    noise: list[bool]
    asked: list[int]


def main() -> None:
    """Fit both stages and write the weights."""
    read = list(_pages())
    wanted = np.array([page.noise[i] for page in read for i in page.asked], dtype=float)
    codes = [page.code for page in read for _ in page.asked]
    share = np.array([PER_LANGUAGE / codes.count(code) for code in codes])
    alone = _fit(np.array([page.shapes[i] for page in read for i in page.asked], dtype=float), wanted, share)
    among = _fit(np.array([row for page in read for row in _among(page, alone)], dtype=float), wanted, share)
    tables = {"alone": (noise.SHAPE, alone), "among": ((*noise.SHAPE, *noise.PLACE), among)}
    parts = [HEAD]
    for name, (features, weights) in tables.items():
        rows = "".join(f"{key} = {value:.3f}\n" for key, value in zip(features, weights, strict=True))
        parts.append(f"\n[{name}]\n{rows}")
    TARGET.write_text("".join(parts), encoding="utf-8")


def _pages() -> Iterator[Page]:
    for code in CODES:
        for texts, labels in pages(code, test=False):
            rows = [(text, label) for text, label in zip(texts, labels, strict=True) if text]
            _, lines = join([Block(text) for text, _ in rows], 10**9)
            language = detect(lines, given=None, declared=None).code
            _, kinds = line_kinds(lines, [], load(language), language)
            shapes = noise.line_shapes(lines, kinds)
            yield Page(code, lines, shapes, [label for _, label in rows], [i for i, s in enumerate(shapes) if s])


def _among(page: Page, weights: Matrix) -> Iterator[tuple[float, ...]]:
    scores = [noise.PROSE if shape is None else float(np.dot(shape, weights)) for shape in page.shapes]
    for i, place in zip(page.asked, noise.line_places(page.lines, scores, page.asked), strict=True):
        yield (*(page.shapes[i] or ()), *place)


def _fit(features: Matrix, wanted: Matrix, share: Matrix) -> Matrix:
    """Logistic regression with a penalty on all weights but the first, by Newton's method."""
    weights = np.zeros(features.shape[1])
    penalty = np.eye(len(weights)) * PENALTY
    penalty[0, 0] = 1e-6
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (share * (chance - wanted)) + penalty @ weights
        curve = (features * (share * chance * (1 - chance))[:, None]).T @ features + penalty
        weights = weights - np.linalg.solve(curve, slope)
    return weights


if __name__ == "__main__":
    main()
