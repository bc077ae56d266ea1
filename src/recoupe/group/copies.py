"""Shingles of a pile → pairs of articles that share much of their text: candidates by sketch, verified exactly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from recoupe.engines import Engine
from recoupe.text.shingles import sketch

# One shingle of so many is in the sketch of an article: of a hundred shared ones that sketches miss all with 0.2 %, of
# the thirty that a text of a hundred words has where another took a third of it, with 14 %. `make bench` measures it.
RATE = 16
# Shingles in the sketch of a short article; a notice of fifty words has ten of them, which only another one shares.
LEAST_KEYS = 8
# A key that more articles have pairs each with the next only: one text may have any number of copies, and so may the
# line that a publisher puts under all articles, which makes pairs that are then found to share too little.
LIMIT = 40
# Share of the shorter article's shingles from which on it shares much of the other's text. Below lie set phrases and
# what two reports quote of one speech.
SHARED = 0.3
# Articles whose shingles are remembered as sets, 50 kB each: copies mostly stand near each other in a pile.
REMEMBERED = 1_000

Runs = Sequence[int]
"""The different shingles of an article."""


def find_copies(pile: Sequence[Runs], engine: Engine) -> Iterator[tuple[int, int, float]]:
    """Pairs of positions, in order, and the share of the shorter article's shingles that the longer one has."""

    @lru_cache(REMEMBERED)
    def different(at: int) -> frozenset[int]:
        return frozenset(pile[at])

    for left, right in candidates(pile, engine):
        share = containment(different(left), different(right))
        if share >= SHARED:
            yield left, right, share


def candidates(pile: Sequence[Runs], engine: Engine) -> Iterator[tuple[int, int]]:
    """Pairs of positions, in order, whose sketches share a shingle."""
    return engine.join(keys, pile, limit=LIMIT, chained=True)


def keys(runs: Runs) -> Runs:
    """The sketch of an article."""
    return sketch(runs, RATE, LEAST_KEYS)


def containment(left: frozenset[int], right: frozenset[int]) -> float:
    """Share of the smaller set that is in the other."""
    return len(left & right) / (min(len(left), len(right)) or 1)
