"""Scored pairs → groups: average link, so that a chain of half-likenesses joins nothing."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Mapping, Sequence

Between = Callable[[Sequence[int], Sequence[int]], float]


def _nothing(left: Sequence[int], right: Sequence[int]) -> float:
    return 0.0


def agglomerate(
    size: int, scores: Mapping[tuple[int, int], float], threshold: float, between: Between = _nothing
) -> list[list[int]]:
    """Groups of the items 0 to size - 1; two groups join while the mean score of their pairs reaches the threshold.

    Args:
        size: number of items.
        scores: score of each pair (i, j), i < j; a negative one keeps its groups apart.
        threshold: least mean score.
        between: sum of the scores between two groups of which `scores` has no pair; by default they count 0. It is
            asked only where a third group ties the two together, so that most pairs need never be scored.
    """
    members = {i: [i] for i in range(size)}
    sums: dict[int, dict[int, float]] = {i: {} for i in range(size)}
    for (i, j), score in scores.items():
        sums[i][j] = sums[j][i] = score
    heap = [(-score, i, j, 1, 1) for (i, j), score in scores.items() if score >= threshold]
    heapq.heapify(heap)
    while heap:
        _, i, j, size_i, size_j = heapq.heappop(heap)
        if i in members and j in members and (len(members[i]), len(members[j])) == (size_i, size_j):
            _merge(i, j, members, sums, between)
            for entry in _candidates(i, members, sums, threshold):
                heapq.heappush(heap, entry)
    return [sorted(members[i]) for i in sorted(members)]


def _merge(i: int, j: int, members: dict[int, list[int]], sums: dict[int, dict[int, float]], between: Between) -> None:
    """Group j goes into group i (i < j, so that a group bears its smallest item)."""
    own, other = sums[i], sums.pop(j)
    del own[j], other[i]
    for k in own.keys() - other.keys():
        own[k] += between(members[j], members[k])
        sums[k][i] = own[k]
    for k, total in other.items():
        own[k] = total + (own[k] if k in own else between(members[i], members[k]))
        sums[k][i] = own[k]
        del sums[k][j]
    members[i] += members.pop(j)


def _candidates(
    i: int, members: Mapping[int, list[int]], sums: Mapping[int, Mapping[int, float]], threshold: float
) -> list[tuple[float, int, int, int, int]]:
    found = []
    size = len(members[i])
    for k, total in sums[i].items():
        other = len(members[k])
        mean = total / (size * other)
        if mean >= threshold:
            found.append((-mean, i, k, size, other) if i < k else (-mean, k, i, other, size))
    return found
