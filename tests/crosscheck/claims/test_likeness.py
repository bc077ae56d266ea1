"""What two statements have in common, before it is weighed."""

from __future__ import annotations

import pytest

from recoupe.crosscheck.claims import comparisons, laid_out
from recoupe.crosscheck.claims.likeness import TRAITS, Numbers, compare_numbers, learnt, traits
from recoupe.crosscheck.claims.slots import Number
from recoupe.crosscheck.readings import read_all
from recoupe.crosscheck.records import Entities
from tests.crosscheck.story_factory import an_article, says, with_quantity


def number(value: float, of: str = "", unit: str | None = None, *, rough: bool = False) -> Number:
    return Number(value, value, rough, unit, frozenset(filter(None, [of])))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ([number(52, "goat")], [number(52, "goat")], Numbers(0, same=True, differ=False, replaced=False)),
        ([number(52, "goat")], [number(25, "goat")], Numbers(2, same=False, differ=True, replaced=True)),
        ([number(52, "goat")], [number(25, "barn")], Numbers(2, same=False, differ=False, replaced=True)),
        ([number(3, "goat")], [number(3, "goat")], Numbers(0, same=False, differ=False, replaced=False)),
        ([number(3, unit="km")], [number(3, unit="km")], Numbers(0, same=True, differ=False, replaced=False)),
        ([number(52)], [number(52), number(7)], Numbers(1, same=True, differ=False, replaced=False)),
        ([number(52)], [], Numbers(1, same=False, differ=False, replaced=False)),
        ([number(100, rough=True)], [number(108)], Numbers(0, same=True, differ=False, replaced=False)),
    ],
)
def test_numbers_are_laid_beside_each_other(left: list[Number], right: list[Number], expected: Numbers) -> None:
    assert compare_numbers(tuple(left), tuple(right)) == expected


def test_each_trait_stands_at_its_name() -> None:
    said = with_quantity(says(an_article("a", language="en"), "The mill sold 70 looms to the weavers"), "70", 70)
    told = says(an_article("b", language="en"), "The mill sold looms to the weavers")
    (pair,) = comparisons(laid_out(read_all([said, told]), Entities()), [])
    found = dict(zip(TRAITS, traits(pair), strict=True))
    there = {"shared", "share", "share_of_shorter", "numbers_lacking", "one_language"}
    assert {name for name, value in found.items() if value} == there


def test_every_trait_has_a_weight() -> None:
    assert set(learnt().weights) == set(TRAITS)
