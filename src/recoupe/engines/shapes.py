"""Join and Fold for engines that hold all keys in one memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from itertools import combinations, pairwise


def pairs(keys_of_items: Iterable[Iterable[Hashable]], limit: int, *, chained: bool) -> Iterator[tuple[int, int]]:
    """Sorted pairs of positions that share a key which at most `limit` items have.

    Args:
        keys_of_items: the keys of each item.
        limit: how many items may share a key.
        chained: whether each item with a key that more have is paired with the next that has it.
    """
    # Most keys of a large pile have one holder, who needs no list.
    holders: dict[Hashable, int | list[int]] = {}
    for position, keys in enumerate(keys_of_items):
        for key in set(keys):
            held = holders.setdefault(key, position)
            if isinstance(held, list):
                held.append(position)
            elif held != position:
                holders[key] = [held, position]
    shared = [held for held in holders.values() if isinstance(held, list)]
    found = {pair for held in shared if len(held) <= limit for pair in combinations(held, 2)}
    if chained:
        found.update(pair for held in shared if len(held) > limit for pair in pairwise(held))
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
