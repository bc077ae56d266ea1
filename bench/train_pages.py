"""Learn the weights of article/pages/weights.toml from pages with known bodies, and say what pages unseen would give.

`python -m bench.train_pages` prints the figures; `--write` also writes the weights. Needs numpy. The weights are those
of a logistic regression (ridge, Newton's method) in which each page counts alike, as it does in the measure.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from bench.corpora.article_extraction import Counts, bodies, figures, matches, pages, spread, urls
from bench.logistic import fit
from recoupe.article.pages.pieces import read_pieces
from recoupe.article.pages.score import Weights, decide, learnt
from recoupe.article.pages.survey import Survey, survey
from recoupe.article.pages.traits import SETTLED, SETTLED_NEAR, Traits, find_traits

Floats = NDArray[np.float64]
WEIGHTS = Path(__file__).parents[1] / "src" / "recoupe" / "article" / "pages" / "weights.toml"
FOLDS, SEEDS = 6, 3
# Traits that fewer pieces show teach nothing; weights smaller than this are left out of the file.
LEAST_PIECES, LEAST_WEIGHT = 10, 0.03
# Of 0.001, 0.003, 0.01 and 0.03 the strength of the ridge that gives the best F1 on pages unseen.
STRENGTH = 0.003


class Known:
    """A page with its survey, the traits of its pieces, which of them are the body, and how much each counts."""

    def __init__(self, name: str, page: str) -> None:
        from selectolax.lexbor import LexborHTMLParser

        from recoupe.article.pages.said import json_ld, what_page_says

        tree = LexborHTMLParser(page)
        self.name = name
        self.survey: Survey = survey(read_pieces(tree), what_page_says(tree, json_ld(tree)))
        self.traits = find_traits(self.survey)
        self.lessons = [traits or {} for traits in find_traits(self.survey, settled=True)]
        self.labels = _labels(self.survey, bodies()[name])
        length = max(200, len(bodies()[name].split()))
        self.counts = [(min(len(piece.text.split()), 100) + 2) / length for piece in self.survey.page.pieces]


def main() -> None:
    known = [Known(name, page) for name, page in pages().items()]
    sites = sorted({_site(name) for name in pages()})
    found: list[tuple[float, float, float]] = []
    for seed in range(SEEDS):
        order = np.random.RandomState(seed).permutation(len(sites))
        fold = {sites[int(j)]: place % FOLDS for place, j in enumerate(order)}
        counts: list[Counts] = []
        for held in range(FOLDS):
            model = learn([one for one in known if fold[_site(one.name)] != held])
            counts += [_counts(one, model) for one in known if fold[_site(one.name)] == held]
        found.append(figures(counts))
        print(f"pages unseen, by site, seed {seed}: {_line(found[-1])} ±{spread(counts):.4f}")
    print(f"mean F1 on pages unseen: {np.mean([f1 for f1, _, _ in found]):.4f}")
    model = learn(known)
    print(f"all pages, seen: {_line(figures(_counts(one, model) for one in known))}")
    if "--write" in sys.argv[1:]:
        WEIGHTS.write_text(_toml(model), encoding="utf-8")


def _line(found: tuple[float, float, float]) -> str:
    return "F1 {:.4f} P {:.4f} R {:.4f}".format(*found)


def _site(name: str) -> str:
    parts = (urlsplit(urls()[name]).hostname or name).split(".")
    return ".".join(parts[-3:] if len(parts) > 2 and parts[-2] in ("co", "com") else parts[-2:])


def _labels(page: Survey, body: str) -> list[bool]:
    """A piece is of the body if at least half its words are, when the words of both are laid side by side in order."""
    import re

    from rapidfuzz.distance import LCSseq

    words = [(word, i) for i, piece in enumerate(page.page.pieces) for word in re.findall(r"\w+", piece.text)]
    hits: Counter[int] = Counter()
    for step in LCSseq.opcodes([word for word, _ in words], re.findall(r"\w+", body)):
        if step.tag == "equal":
            hits.update(words[k][1] for k in range(step.src_start, step.src_end))
    count = Counter(i for _, i in words)
    return [count[i] > 0 and hits[i] >= 0.5 * count[i] for i in range(len(page.page.pieces))]


def learn(known: list[Known]) -> Weights:
    """The weights that tell the pieces of these pages best."""
    lessons: list[Traits] = [traits for one in known for traits in one.lessons]
    shown = Counter(name for traits in lessons for name in traits)
    names = sorted(name for name, count in shown.items() if count >= LEAST_PIECES)
    column = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(lessons), len(names)))
    for row, traits in enumerate(lessons):
        for name, value in traits.items():
            if name in column:
                x[row, column[name]] = value
    y = np.array([label for one in known for label in one.labels], dtype=np.float64)
    count = np.array([count for one in known for count in one.counts])
    bias, weights = fit(x, y, count / count.mean(), ridge=1 / STRENGTH)
    base = learnt()
    # Traits of pieces that markup settles are learnt from, so that they explain what they can, and never asked for.
    unasked = {f"in.{hint}" for hint in SETTLED} | {f"near.{hint}" for hint in SETTLED | SETTLED_NEAR}
    kept = {
        name: round(float(w), 2)
        for name, w in zip(names, weights, strict=True)
        if abs(w) >= LEAST_WEIGHT and name not in unasked
    }
    return Weights(
        source=base.source,
        bias=round(bias, 2),
        threshold=base.threshold,
        weights=kept,
    )


def _counts(one: Known, model: Weights) -> Counts:
    verdict = decide(one.survey, one.traits, model)
    pieces = one.survey.page.pieces
    kept = [piece.text for piece, article in zip(pieces, verdict.article, strict=True) if article]
    return matches(bodies()[one.name], "\n".join(kept))


def _toml(model: Weights) -> str:
    """The file: heaviest weights first."""
    rows = sorted(model.weights.items(), key=lambda item: (-abs(item[1]), item[0]))
    return "\n".join(
        [
            "# Written by `python -m bench.train_pages --write`; `source` and `threshold` are set by hand.",
            "# A piece of a page is scored by `bias` and the sum of weight times trait (article/pages/traits.py).",
            f"source = {_quoted(model.source)}",
            "# Pieces that score higher than this are the article.",
            f"threshold = {model.threshold}",
            f"bias = {model.bias}",
            "",
            "[weights]",
            *(f"{_quoted(name)} = {weight}" for name, weight in rows),
            "",
        ]
    )


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


if __name__ == "__main__":
    main()
