"""Article → its features: what lets two articles meet, in one language or across languages and scripts."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain, pairwise

from recoupe.group.told import script_of, tell
from recoupe.lang import load
from recoupe.model import Article
from recoupe.text.scripts import UNSPACED
from recoupe.text.shingles import UNSPACED_FACTOR, different, shingles

# Shingles by which copies are found are longer than for alignment: they must point to a copy, not to a phrase.
RUN = 6


@dataclass(frozen=True, slots=True)
class Counted:
    """Keys in order, each once, and how often each occurs. Two tuples: pairs would take three times the memory."""

    keys: tuple[str, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Features:
    """What grouping needs of an article: counted stems and anchors, shingles, day of publication as an ordinal."""

    article: str
    language: str
    day: int | None
    stems: Counted
    anchors: Counted
    runs: array[int]


def features(article: Article) -> Features:
    """The article's features, from its headline, subheads and body."""
    told = tell(article)
    size = RUN * (UNSPACED_FACTOR if script_of(article) in UNSPACED else 1)
    folded = [word.folded for word in told.words]
    runs = (shingles(folded[first:end], size) for first, end in pairwise(told.breaks))
    return Features(
        article=article.id,
        language=load(article.language).code,
        day=_day(article),
        stems=_counted(filter(None, told.stems)),
        anchors=_counted(chain.from_iterable(told.keys)),
        runs=different(chain.from_iterable(runs)),
    )


def _counted(keys: Iterable[str]) -> Counted:
    found = sorted(Counter(keys).items())
    return Counted(tuple(key for key, _ in found), tuple(count for _, count in found))


def _day(article: Article) -> int | None:
    if article.published is None:
        return None
    try:
        return date.fromisoformat(article.published.value[:10]).toordinal()
    except ValueError:
        return None
