"""Join and Fold for engines that hold all keys in one memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations


def pairs(keys_of_items: Iterable[Iterable[str]], limit: int) -> Iterator[tuple[int, int]]:
    """Sorted pairs of positions that share a key which at most `limit` items have."""
    holders: dict[str, list[int]] = defaultdict(list)
    for position, keys in enumerate(keys_of_items):
        for key in set(keys):
            holders[key].append(position)
    found = {pair for held in holders.values() if 1 < len(held) <= limit for pair in combinations(held, 2)}
    yield from sorted(found)


def components(size: int, pairs: Iterable[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """Connected components by union-find, the smallest position being each component's root."""
    root = list(range(size))

    def find(x: int) -> int:
        while root[x] != x:
            root[x] = root[root[x]]
            x = root[x]
        return x

    for left, right in pairs:
        low, high = sorted((find(left), find(right)))
        root[high] = low
    groups: dict[int, list[int]] = defaultdict(list)
    for position in range(size):
        groups[find(position)].append(position)
    return tuple(tuple(group) for group in groups.values())
