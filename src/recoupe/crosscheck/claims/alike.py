"""Sets of topics → how alike they are, and which are worth comparing."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import combinations

Topics = frozenset[str]
# A topic of more sets than this pairs everything with everything.
_COMMON = 40


def weigh(sets: Sequence[Topics]) -> Mapping[str, int]:
    """How much each topic says: the rarer the more, in whole numbers, so that sums do not depend on order."""
    held = Counter(topic for topics in sets for topic in topics)
    return {topic: round(100 * math.log(1 + len(sets) / count)) for topic, count in held.items()}


def alike(one: Topics, two: Topics, weights: Mapping[str, int]) -> float:
    """Share of the weight of two sets that they have in common (Dice), from 0 to 1."""
    both = sum(weights[topic] for topic in one & two)
    whole = sum(weights[topic] for topic in one) + sum(weights[topic] for topic in two)
    return 2 * both / whole if whole else 0.0


def across(one: Topics, two: Topics, *, same_language: bool) -> tuple[Topics, Topics]:
    """The topics in which two sets can meet: words meet within one language, notions, roots and entities everywhere."""
    if same_language:
        return one, two
    return _everywhere(one), _everywhere(two)


def _everywhere(topics: Topics) -> Topics:
    return frozenset(topic for topic in topics if topic.startswith(("k:", "c:", "e:")))


def sharing(keys: Sequence[Iterable[Hashable]]) -> set[tuple[int, int]]:
    """Pairs of items, by number, that have a key in common; of a key that many have, only the first are paired."""
    buckets: defaultdict[Hashable, list[int]] = defaultdict(list)
    for index, of_item in enumerate(keys):
        for key in of_item:
            buckets[key].append(index)
    return {pair for held in buckets.values() for pair in combinations(held[:_COMMON], 2)}
