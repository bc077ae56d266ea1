"""Features of a pile → how likely two articles tell one story: sparse cosines, the gap of days, and a linear score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress
from math import log
from typing import Any

from recoupe.group.keys import Counted, Features

# The pile is weighed as if that many other articles stood beside it, so that in a pile of one story the words that
# hold it together (in every article, hence without weight in plain TF-IDF) still weigh half as much as its rarest.
BACKGROUND = 50
# Articles on one event are mostly within three days of each other (the Gaussian of the linear models that
# Priberam/news-clustering learnt for three languages; design/methods.md, D.1).
SIGMA_DAYS = 3.0
# Kinds of anchors (see keys.Anchor) that count as names: words of names, countries, numbers.
NAMING = "&=#"
# Pairs whose cosines are computed at one time; bounds memory (20,000 pairs of 200 words are about 50 MB).
CHUNK = 20_000


@dataclass(frozen=True, slots=True)
class Space:
    """A pile as sparse matrices, one row an article; rows have length one, so that a product of rows is a cosine."""

    stems: Any
    names: Any
    anchors: Any
    days: Any
    languages: Any


@dataclass(frozen=True, slots=True)
class Weights:
    """A linear score and the logistic function: probability that a pair tells one story."""

    bias: float
    stems: float
    names: float
    anchors: float
    near: float


# Fitted by logistic regression on all pairs of ECB+, NeuS (one language) and the benchmark (across languages), then
# divided by two, so that averages over a group are not all 0 or 1; `near` is held low, since the sets either have no
# dates or tell stories months apart. Changing them moves THRESHOLD in stories.py.
SAME_LANGUAGE = Weights(bias=-4.0, stems=16.0, names=5.5, anchors=0.0, near=1.0)
ACROSS = Weights(bias=-2.2, stems=0.0, names=12.5, anchors=6.5, near=1.0)


def space(pile: Sequence[Features]) -> Space:
    """The pile's matrices. Stems of two languages never meet; anchors do."""
    import numpy as np

    names = [[key[0] in NAMING for key in f.anchors.keys] for f in pile]
    return Space(
        stems=_matrix([f.stems for f in pile]),
        names=_matrix([_only(f.anchors, kept) for f, kept in zip(pile, names, strict=True)]),
        anchors=_matrix([f.anchors for f in pile]),
        days=np.array([np.nan if f.day is None else f.day for f in pile], dtype=float),
        languages=np.array([f.language for f in pile]),
    )


def pair_scores(weighed: Space, left: Any, right: Any) -> Any:
    """Probability for each pair of row numbers that both articles tell one story."""
    import numpy as np

    spans = [slice(at, at + CHUNK) for at in range(0, len(left), CHUNK)]
    parts = [_some_pairs(weighed, left[span], right[span]) for span in spans]
    return np.concatenate(parts) if parts else np.zeros(0)


def block_scores(weighed: Space, rows: Any) -> Any:
    """The same for all pairs of these rows, as a square; for parts of a pile that are known to be small."""
    stems, names, anchors = (_square(m[rows]) for m in (weighed.stems, weighed.names, weighed.anchors))
    days, languages = weighed.days[rows], weighed.languages[rows]
    near = nearness(days[:, None] - days[None, :])
    return _probability(languages[:, None] == languages[None, :], stems, names, anchors, near)


def _some_pairs(weighed: Space, left: Any, right: Any) -> Any:
    stems, names, anchors = (_cosines(m, left, right) for m in (weighed.stems, weighed.names, weighed.anchors))
    near = nearness(weighed.days[left] - weighed.days[right])
    return _probability(weighed.languages[left] == weighed.languages[right], stems, names, anchors, near)


def nearness(gap: Any) -> Any:
    """1 for the same day, falling to 0 within a fortnight; an unknown date is neither near nor far (one half)."""
    import numpy as np

    return np.where(np.isnan(gap), 0.5, np.exp(-(np.nan_to_num(gap) ** 2) / (2 * SIGMA_DAYS**2)))


def _probability(same_language: Any, stems: Any, names: Any, anchors: Any, near: Any) -> Any:
    import numpy as np

    def linear(weights: Weights) -> Any:
        return (
            weights.bias
            + weights.stems * stems
            + weights.names * names
            + weights.anchors * anchors
            + weights.near * near
        )

    return 1.0 / (1.0 + np.exp(-np.where(same_language, linear(SAME_LANGUAGE), linear(ACROSS))))


def _cosines(matrix: Any, left: Any, right: Any) -> Any:
    import numpy as np

    return np.asarray(matrix[left].multiply(matrix[right]).sum(axis=1)).ravel()


def _square(matrix: Any) -> Any:
    return (matrix @ matrix.T).toarray()


def rarity(df: int, size: int) -> float:
    """Weight of a key that `df` of `size` articles have."""
    return log((size + BACKGROUND) / (df + 0.5))


def _only(counted: Counted, kept: Sequence[bool]) -> Counted:
    return Counted(tuple(compress(counted.keys, kept)), tuple(compress(counted.counts, kept)))


def _matrix(rows: Sequence[Counted]) -> Any:
    """Rows of counted keys → TF-IDF rows of length one. A key of one article lengthens its row, but has no column."""
    import numpy as np
    from scipy.sparse import csr_matrix

    df = Counter(key for row in rows for key in row.keys)
    columns = {key: i for i, key in enumerate(sorted(k for k, n in df.items() if n > 1))}
    data: list[float] = []
    indices: list[int] = []
    ends = [0]
    for row in rows:
        weights = [(1 + log(n)) * rarity(df[key], len(rows)) for key, n in zip(row.keys, row.counts, strict=True)]
        length = sum(w * w for w in weights) ** 0.5 or 1.0
        kept = [(columns[key], w / length) for key, w in zip(row.keys, weights, strict=True) if key in columns]
        indices += [column for column, _ in kept]
        data += [weight for _, weight in kept]
        ends.append(len(data))
    values = np.array(data, dtype=np.float32)
    return csr_matrix(
        (values, np.array(indices, dtype=np.int64), np.array(ends)), shape=(len(rows), max(1, len(columns)))
    )
