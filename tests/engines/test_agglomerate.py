"""Average link: groups join by the mean of all their pairs."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from recoupe.engines.agglomerate import agglomerate


def test_a_chain_of_likenesses_is_not_one_group() -> None:
    chain = {(i, i + 1): 0.6 for i in range(9)}
    assert max(map(len, agglomerate(10, chain, 0.4))) == 2


@pytest.mark.parametrize("strong", [0.9, 1.0])
def test_a_veto_keeps_groups_apart(strong: float) -> None:
    scores = {(0, 1): strong, (1, 2): strong, (2, 3): strong, (0, 3): -100.0}
    assert not any({0, 3} <= set(group) for group in agglomerate(4, scores, 0.1))


def test_the_order_of_the_scores_does_not_matter() -> None:
    scores = {(0, 1): 0.8, (1, 2): 0.8, (2, 3): 0.8, (0, 2): 0.5, (1, 3): 0.4, (3, 4): 0.7, (0, 4): -0.3}
    turned = dict(reversed(scores.items()))
    assert agglomerate(5, scores, 0.4) == agglomerate(5, turned, 0.4)


@pytest.mark.parametrize(("each", "expected"), [(0.9, [[0, 1, 2, 3]]), (0.0, [[0, 1], [2, 3]])])
def test_pairs_that_were_not_scored_are_asked_for(each: float, expected: list[list[int]]) -> None:
    def between(left: Sequence[int], right: Sequence[int]) -> float:
        return each * len(left) * len(right)

    assert agglomerate(4, {(0, 1): 0.9, (2, 3): 0.9, (1, 2): 0.8}, 0.5, between) == expected


def test_groups_that_nothing_ties_together_are_not_asked_for() -> None:
    def between(left: Sequence[int], right: Sequence[int]) -> float:
        raise AssertionError((left, right))

    assert agglomerate(4, {(0, 1): 0.9, (2, 3): 0.9}, 0.5, between) == [[0, 1], [2, 3]]
