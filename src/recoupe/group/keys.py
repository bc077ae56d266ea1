"""Article → its features: what lets two articles meet, in one language or across languages and scripts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain, pairwise

from recoupe.group.told import script_of, tell
from recoupe.lang import load
from recoupe.model import Article
from recoupe.text.scripts import UNSPACED
from recoupe.text.shingles import UNSPACED_FACTOR, lowest, shingles

# Bottom-k sketch of an article: two copies that share a third of their shingles share a key with 96 % (1 - 0.67 ** 8).
SKETCH = 8
# Shingles for the sketch are longer than for alignment: they must point to a copy, not to a phrase.
SKETCH_SIZE = 6


@dataclass(frozen=True, slots=True)
class Counted:
    """Keys in order, each once, and how often each occurs. Two tuples: pairs would take three times the memory."""

    keys: tuple[str, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Features:
    """What grouping needs of an article: counted stems and anchors, sketch, day of publication as an ordinal."""

    article: str
    language: str
    day: int | None
    stems: Counted
    anchors: Counted
    sketch: tuple[int, ...]


def features(article: Article) -> Features:
    """The article's features, from its headline, subheads and body."""
    told = tell(article)
    size = SKETCH_SIZE * (UNSPACED_FACTOR if script_of(article) in UNSPACED else 1)
    runs = (shingles(told.words[first:end], size) for first, end in pairwise(told.breaks))
    return Features(
        article=article.id,
        language=load(article.language).code,
        day=_day(article),
        stems=_counted(filter(None, told.stems)),
        anchors=_counted(chain.from_iterable(told.keys)),
        sketch=lowest(list(chain.from_iterable(runs)), SKETCH),
    )


def _counted(keys: Iterable[str]) -> Counted:
    ordered = sorted(Counter(keys).items())
    return Counted(tuple(key for key, _ in ordered), tuple(count for _, count in ordered))


def _day(article: Article) -> int | None:
    if article.published is None:
        return None
    try:
        return date.fromisoformat(article.published.value[:10]).toordinal()
    except ValueError:
        return None
