"""Sets of topics → how alike they are, and which are worth comparing."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

Topics = frozenset[str]
# A topic of more sets than this pairs everything with everything.
_COMMON = 40


def weigh(sets: Sequence[Topics]) -> Mapping[str, int]:
    """How much each topic says: the rarer the more, in whole numbers, so that sums do not depend on order."""
    held = Counter(chain.from_iterable(sets))
    by_count = {count: round(100 * math.log(1 + len(sets) / count)) for count in set(held.values())}
    return {topic: by_count[count] for topic, count in held.items()}


def alike(one: Topics, two: Topics, weights: Mapping[str, int]) -> float:
    """Share of the weight of two sets that they have in common (Dice), from 0 to 1."""
    weight = weights.__getitem__
    both, whole = sum(map(weight, one & two)), sum(map(weight, one)) + sum(map(weight, two))
    return 2 * both / whole if whole else 0.0


def across(one: Topics, two: Topics, *, same_language: bool) -> tuple[Topics, Topics]:
    """The topics in which two sets can meet: words meet within one language, notions, roots and entities everywhere."""
    if same_language:
        return one, two
    return _everywhere(one), _everywhere(two)


def _everywhere(topics: Topics) -> Topics:
    return frozenset(topic for topic in topics if topic.startswith(("k:", "c:", "e:")))


def sharing(keys: Sequence[Iterable[Hashable]]) -> Iterator[tuple[int, int]]:
    """Pairs of items, by number, that have a key in common; of a key that many have, only the first are paired."""
    buckets: defaultdict[Hashable, list[int]] = defaultdict(list)
    for index, of_item in enumerate(keys):
        met: set[int] = set()
        for key in of_item:
            held = buckets[key]
            if len(held) < _COMMON:
                met.update(held)
                held.append(index)
        yield from ((other, index) for other in met)
