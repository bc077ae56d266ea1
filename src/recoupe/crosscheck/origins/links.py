"""Reasons to count two statements of a claim as one origin, and how sure each is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Strength = Literal["certain", "accepted", "probable"]
# What a link weighs as evidence; the order is what matters.
WEIGHT: Mapping[Strength, float] = {"certain": 1.0, "accepted": 0.7, "probable": 0.3}


@dataclass(frozen=True, slots=True)
class Link:
    """Two paths (by their place in the list) that have one root, and why."""

    left: int
    right: int
    strength: Strength
    signal: str
    detail: str


def indexes(keys: Iterable[Hashable]) -> dict[Hashable, list[int]]:
    """The places at which each key stands."""
    found: defaultdict[Hashable, list[int]] = defaultdict(list)
    for index, key in enumerate(keys):
        found[key].append(index)
    return dict(found)
