"""Features of a pile → how likely two articles tell one story: cosines, the gap of days, and a linear score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, fsum, hypot, log

from recoupe.group.keys import Counted, Features

# The pile is weighed as if that many other articles stood beside it, so that in a pile of one story the words that
# hold it together (in every article, hence without weight in plain TF-IDF) still weigh half as much as its rarest.
BACKGROUND = 50
# Articles on one event are mostly within three days of each other (the Gaussian of the linear models that
# Priberam/news-clustering learnt for three languages; design/methods.md, D.1).
SIGMA_DAYS = 3.0
# Kinds of anchors (see keys.Anchor) that count as names: words of names, countries, numbers.
NAMING = "&=#"

Vector = Mapping[str, float]
"""Keys and their TF-IDF weights, of length one, so that the product of two is their cosine."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article stands in the pile. Stems of two languages never meet; anchors do."""

    language: str
    day: int | None
    stems: Vector
    names: Vector
    anchors: Vector


@dataclass(frozen=True, slots=True)
class Weights:
    """A linear score and the logistic function; `words` weighs stems within a language, anchors across languages."""

    bias: float
    words: float
    names: float
    near: float


# Fitted by logistic regression on all pairs of ECB+, NeuS (one language) and the benchmark (across languages), then
# divided by two, so that averages over a group are not all 0 or 1; `near` is held low, since the sets either have no
# dates or tell stories months apart. Changing them moves THRESHOLD in stories.py.
SAME_LANGUAGE = Weights(bias=-4.0, words=16.0, names=5.5, near=1.0)
ACROSS = Weights(bias=-2.2, words=6.5, names=12.5, near=1.0)


def places(pile: Sequence[Features], rarities: Mapping[str, float]) -> list[Place]:
    """The place of each article; `rarities` has the keys that more than one article has."""
    alone = rarity(1, len(pile))
    return [_place(found, rarities, alone) for found in pile]


def rarity(df: int, size: int) -> float:
    """Weight of a key that `df` of `size` articles have."""
    return log((size + BACKGROUND) / (df + 0.5))


def likelihood(left: Place, right: Place) -> float:
    """Probability that both articles tell one story."""
    same = left.language == right.language
    weights = SAME_LANGUAGE if same else ACROSS
    words = cosine(left.stems, right.stems) if same else cosine(left.anchors, right.anchors)
    score = weights.words * words + weights.names * cosine(left.names, right.names)
    return 1.0 / (1.0 + exp(-(weights.bias + score + weights.near * nearness(left.day, right.day))))


def cosine(left: Vector, right: Vector) -> float:
    """Product of two vectors of length one. The sum is exact, so that the order of the keys does not matter."""
    return fsum([left[key] * right[key] for key in left.keys() & right.keys()])


def nearness(left: int | None, right: int | None) -> float:
    """1 for the same day, falling to 0 within a fortnight; an unknown date is neither near nor far (one half)."""
    return 0.5 if left is None or right is None else exp(-((left - right) ** 2) / (2 * SIGMA_DAYS**2))


def _place(found: Features, rarities: Mapping[str, float], alone: float) -> Place:
    anchors = _weighed(found.anchors, rarities, alone)
    names = {key: weight for key, weight in anchors.items() if key[0] in NAMING}
    return Place(
        language=found.language,
        day=found.day,
        stems=_vector(_weighed(found.stems, rarities, alone), rarities),
        names=_vector(names, rarities),
        anchors=_vector(anchors, rarities),
    )


def _weighed(counted: Counted, rarities: Mapping[str, float], alone: float) -> dict[str, float]:
    weights = [rarities.get(key, alone) for key in counted.keys]
    counts = zip(counted.keys, counted.counts, weights, strict=True)
    return {key: weight if count == 1 else (1 + log(count)) * weight for key, count, weight in counts}


def _vector(weighed: Mapping[str, float], shared: Mapping[str, float]) -> Vector:
    """Of length one. A key that no other article has adds to the length, but can meet nothing."""
    length = hypot(*weighed.values()) or 1.0
    return {key: weight / length for key, weight in weighed.items() if key in shared}
